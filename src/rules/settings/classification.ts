import { choiceSetting, numberSetting, numbersSetting, tableSetting, yesNoSetting } from './setting.ts'

const group = '分类'

/** Who is examined in a scene, and with it the row of the plan's table; or that the scene takes no points. */
export const sceneRows = ['班主任', '当堂科任教师', '后勤人员', '不计分'] as const
export const scenes = [
  '校内(非课堂)',
  '课堂',
  '后勤设施',
  '财产',
  '食堂',
  '宿舍',
  '校外集体活动',
  '校车',
  '上下学途中',
  '校外非组织',
] as const

export const classificationSettings = {
  'classify.diligence.homeroom': choiceSetting(['or', 'and'], {
    group,
    default: 'or',
    basis: '方案四：学生在校内受伤，班主任教育不到位、该到场没到场（P4-13）',
  }),
  'classify.partial': choiceSetting(['anyNo', 'majority', 'manual'], {
    group,
    default: 'anyNo',
    basis: '方案四：教育、指导都做到才是安全事故（P4-13、P4-14）',
  }),
  'classify.confirmBy.一般': choiceSetting(['vp', 'administrative', 'principal'], {
    group,
    default: 'vp',
    basis: '方案四：一般事故报分管副校长（P4-24）',
  }),
  'classify.confirmBy.较严重': choiceSetting(['vp', 'administrative', 'principal'], {
    group,
    default: 'administrative',
    basis: '方案四：较严重的责任由行政会认定（P4-26）',
  }),
  'classify.confirmBy.严重': choiceSetting(['vp', 'administrative', 'principal'], {
    group,
    default: 'administrative',
    basis: '方案四：严重的责任由行政会认定（P4-28）',
  }),
  'classify.loss.bounds': numbersSetting({
    group,
    default: [1000, 10000],
    lengths: [2],
    order: 1,
    basis: '方案四：财产损失 1000 元、10000 元两条线（P4-19 至 P4-21）',
  }),
  'classify.loss.inclusive': choiceSetting(['lower', 'upper'], {
    group,
    default: 'lower',
    basis: '方案四两档都写到了 1000 元和 10000 元；参照国务院令第 493 号，“以上”含本数',
  }),
  'classify.combine': choiceSetting(['max', 'injuryFirst', 'separate'], {
    group,
    default: 'max',
    basis: '方案四：后勤事故把损失和伤害并列写在一条（P4-19 至 P4-21）',
  }),
  'classify.countBy': choiceSetting(['incident', 'injured'], {
    group,
    default: 'incident',
    basis: '方案四：按“起”计（P4-33 至 P4-35）',
  }),
  'classify.linkedAsOne': yesNoSetting({
    group,
    default: true,
    basis: '方案四没有写同一原因短时间内再次发生的情形',
  }),
  'classify.injuryMap': tableSetting(['轻微', '中度', '严重'], {
    group,
    default: {
      皮外伤: '轻微',
      擦伤: '轻微',
      挫伤: '轻微',
      划伤: '轻微',
      扭伤: '轻微',
      淤青: '轻微',
      轻度烫伤: '轻微',
      骨折: '中度',
      骨裂: '中度',
      脱臼: '中度',
      脱位: '中度',
      脑震荡: '中度',
      掉牙: '中度',
      牙齿脱落: '中度',
      二度烫伤: '中度',
      面部缝合: '中度',
      住院: '中度',
      重伤: '严重',
      伤残: '严重',
      昏迷: '严重',
      死亡: '严重',
    },
    basis: '方案四：轻微是皮外伤，中度如骨折，严重是重伤、死亡（P4-13 至 P4-18）',
  }),
  'classify.regrade': choiceSetting(['latest', 'first'], {
    group,
    default: 'latest',
    basis: '方案四没有写伤情加重的情形',
  }),
  'classify.noHarm': choiceSetting(['none', '一般'], {
    group,
    default: 'none',
    basis: '方案四的六类都以有伤害或损失为前提（P4-12）',
  }),
  'classify.scenes': tableSetting(sceneRows, {
    group,
    keys: scenes,
    default: {
      '校内(非课堂)': '班主任',
      课堂: '当堂科任教师',
      后勤设施: '后勤人员',
      财产: '后勤人员',
      食堂: '后勤人员',
      宿舍: '班主任',
      校外集体活动: '班主任',
      校车: '班主任',
      上下学途中: '不计分',
      校外非组织: '不计分',
    },
    basis: '方案四：只写校内、课堂和后勤三类场景（P4-13 至 P4-22）',
  }),
  'responsible.inSchool': choiceSetting(['homeroom', 'onPost', 'suggestBoth'], {
    group,
    default: 'suggestBoth',
    basis: '方案四判班主任（P4-13）；方案二要求谁在岗谁负责',
  }),
  'responsible.fight': choiceSetting(['victim', 'both', 'offender'], {
    group,
    default: 'victim',
    basis: '方案四没有写打架时判哪一方的班主任',
  }),
  'responsible.logistics': choiceSetting(['areaOwner', 'worker', 'director'], {
    group,
    default: 'areaOwner',
    basis: '方案四只写后勤工作人员（P4-19）',
  }),
  'classify.scope': choiceSetting(['person', 'incident'], {
    group,
    default: 'person',
    basis: '方案四：扣责任人的分（P4-33）',
  }),
  'classify.food': choiceSetting(['confirmedOnly', 'suspectedToo'], {
    group,
    default: 'confirmedOnly',
    basis: '方案四：学生在校食物中毒属严重的安全责任事故（P4-22）',
  }),
  'classify.food.minCases': numberSetting({
    group,
    default: 1,
    min: 1,
    max: 1000,
    basis: '方案四：学生在校食物中毒，未写人数（P4-22）',
  }),
  'classify.staffInjury': choiceSetting(['off', 'sameTable'], {
    group,
    default: 'off',
    basis: '方案四：受伤的都写“学生”（P4-13 至 P4-18）',
  }),
  'classify.privateLoss': choiceSetting(['off', 'on'], {
    group,
    default: 'off',
    basis: '方案四：损失指学校财产（P4-19）',
  }),
  'classify.lossBasis': choiceSetting(['repair', 'purchase', 'residual'], {
    group,
    default: 'repair',
    basis: '方案四没有写损失按什么价计',
  }),
} as const
