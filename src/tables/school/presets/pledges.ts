/** The template of each layer: its goals, with 【】 around what the row itself says. */
export interface PledgeTemplate {
  readonly title: string
  readonly goals: string
}

const common =
  '【学年】学年，【乙方】对【甲方】负责：\n1. 不发生责任事故，隐患及时发现、及时消除。\n2. 发生事故先救治，按时限报告【报告部门】，同时通知家长，不瞒报、不迟报。'

/** By layer (P2-11, P4-11, P4-07). */
export const pledgeTemplates: Readonly<Record<string, PledgeTemplate>> = {
  '校长-副校长': {
    title: '安全责任状(校长与副校长)',
    goals: `${common}\n3. 分管线无重大责任事故、无校舍事故、无重大失窃。\n4. 分管线制度、预案、责任状健全，每月至少检查一次。\n5. 完成情况列入年度考核，出现责任事故一票否决。`,
  },
  '分管副校长-主任': {
    title: '安全责任状(分管副校长与主任)',
    goals: `${common}\n3. 本部门每周检查，隐患登记、整改、复查、销号齐全。\n4. 与本部门每个人签订责任状，每学期考核一次。\n5. 当天向分管副校长报告事故和处理情况。`,
  },
  '教导主任-班主任科任': {
    title: '安全责任状(教导主任与班主任、科任教师)',
    goals: `${common}\n3. 课前清点人数，上课不离岗，缺席查清去向。\n4. 放学、周末、节前有安全教育并有记录。\n5. 学生无违法犯罪、无斗殴、无逃学走失，非正常死亡为零。`,
  },
  '总务主任-后勤': {
    title: '安全责任状(总务主任与后勤教职工)',
    goals: `${common}\n3. 按操作规程作业，持证上岗，不擅离岗位。\n4. 负责的设施设备按周检查，故障停用并报修。\n5. 食品、用电、燃气、药品按制度管理。`,
  },
  '安保部-分管部门': {
    title: '安全责任状(安保部与部门)',
    goals: `${common}\n3. 门卫、巡逻、监控和消防器材完好有效。\n4. 来访登记，可疑人员和危险物品不入校。\n5. 值班值守不脱岗，记录完整。`,
  },
  '部门-级部(年级组长)': {
    title: '安全责任状(部门与年级组长)',
    goals: `${common}\n3. 本年级楼层、课间和路队有人值守，班主任到岗到位。\n4. 每周查看各班安全教育和缺勤追踪记录。\n5. 发现矛盾、欺凌和异常行为及时介入并报告。`,
  },
}

/** The text with the words of one pledge in its places. */
export const filledIn = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/【([^】]+)】/g, (whole, word: string) => words[word] || whole)
