import type { Option } from '../column.ts'

/** What a hazard is about; also what a failed item of a checklist becomes. */
export const hazardCategories = [
  { zh: '校舍建筑', en: 'Buildings', also: ['校舍', '建筑'] },
  { zh: '消防', en: 'Fire', also: ['消防安全'] },
  { zh: '用电', en: 'Electricity', also: ['用电安全', '电气'] },
  { zh: '燃气炉火', en: 'Gas and stoves', also: ['燃气', '炉火', '煤气'] },
  { zh: '食品饮水', en: 'Food and water', also: ['食品', '食堂', '饮水'] },
  { zh: '卫生防疫', en: 'Hygiene', also: ['卫生', '防疫'] },
  { zh: '宿舍', en: 'Dormitory' },
  { zh: '实验室危化', en: 'Laboratory and chemicals', also: ['实验室', '危化品'] },
  { zh: '体育器械', en: 'Sports equipment', also: ['体育器材', '体育设施'] },
  { zh: '校车交通', en: 'School bus and traffic', also: ['校车', '交通'] },
  { zh: '门卫安防', en: 'Gate and security', also: ['门卫', '安防', '三防'] },
  { zh: '周边环境', en: 'Surroundings', also: ['周边'] },
  { zh: '防溺水', en: 'Drowning' },
  { zh: '特种设备', en: 'Special equipment', also: ['锅炉', '电梯'] },
  { zh: '心理欺凌', en: 'Bullying and mental health', also: ['欺凌', '心理'] },
  { zh: '网络信息', en: 'Network', also: ['网络'] },
  { zh: '自然灾害', en: 'Natural disasters' },
  { zh: '制度管理', en: 'Rules and management', also: ['管理', '制度'] },
  { zh: '其他', en: 'Other' },
] as const satisfies readonly Option[]

export const hazardLevels = [
  { zh: '一般', en: 'Ordinary', also: ['一般隐患'] },
  { zh: '重大', en: 'Major', also: ['重大隐患'], alarm: true },
] as const satisfies readonly Option[]

export const riskLevels = [
  { zh: '重大(红)', en: 'Major (red)', also: ['重大', '红'], alarm: true },
  { zh: '较大(橙)', en: 'Considerable (orange)', also: ['较大', '橙'] },
  { zh: '一般(黄)', en: 'Ordinary (yellow)', also: ['一般', '黄'] },
  { zh: '低(蓝)', en: 'Low (blue)', also: ['低', '蓝'] },
] as const satisfies readonly Option[]

/** How often a place or a risk is looked at. */
export const checkFrequencies = [
  { zh: '每日', en: 'Daily' },
  { zh: '每周', en: 'Weekly' },
  { zh: '每月', en: 'Monthly' },
  { zh: '每学期', en: 'Once a term' },
] as const satisfies readonly Option[]

export const inspectionKinds = [
  { zh: '每周必查', en: 'Weekly', also: ['每周检查', '周查'] },
  { zh: '节前必查', en: 'Before a holiday', also: ['节前检查'] },
  { zh: '开学前', en: 'Before term', also: ['开学检查'] },
  { zh: '放假前', en: 'Before vacation', also: ['放假检查'] },
  { zh: '月查', en: 'Monthly', also: ['每月检查'] },
  { zh: '专项', en: 'Special', also: ['专项检查'] },
  { zh: '分包督查', en: 'By the person in charge' },
  { zh: '领导随查', en: 'By a leader, unannounced' },
] as const satisfies readonly Option[]

/** The lists schools keep; a list of the school's own is as good. */
export const checklistNames = [
  { zh: '每日巡查', en: 'Daily round' },
  { zh: '每周必查', en: 'Weekly' },
  { zh: '节前必查', en: 'Before a holiday' },
  { zh: '开学检查', en: 'Before term' },
  { zh: '消防', en: 'Fire' },
  { zh: '用电', en: 'Electricity' },
  { zh: '食堂', en: 'Canteen' },
  { zh: '宿舍', en: 'Dormitory' },
  { zh: '实验室', en: 'Laboratory' },
  { zh: '校舍', en: 'Buildings' },
  { zh: '体育器械', en: 'Sports equipment' },
  { zh: '校车', en: 'School bus' },
  { zh: '门卫', en: 'Gate' },
  { zh: '周边', en: 'Surroundings' },
  { zh: '防汛', en: 'Flood' },
  { zh: '冬季取暖', en: 'Heating' },
  { zh: '档案自查', en: 'Archives' },
] as const satisfies readonly Option[]

/** How near the end of something's validity is. */
export const expiryStates = [
  { zh: '正常', en: 'In order' },
  { zh: '临期', en: 'Soon due' },
  { zh: '过期', en: 'Expired', alarm: true },
] as const satisfies readonly Option[]
