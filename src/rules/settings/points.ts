import { choiceSetting, numberSetting, numbersSetting, scaleSetting, yesNoSetting } from './setting.ts'

const group = '扣分'

export const pointSettings = {
  'score.base': numberSetting({
    group,
    default: 100,
    min: 1,
    max: 1000,
    basis: '方案四：以 100 分计（P4-32）',
  }),
  /** 一般, 一般责任, 较严重, 较严重责任, 严重, 严重责任. */
  'score.table': numbersSetting({
    group,
    default: [10, 20, 20, 50, 30, 100],
    lengths: [6],
    basis: '方案四：每起扣 10、20、20、50、30、100 分（P4-33）',
  }),
  'score.noFault': yesNoSetting({
    group,
    default: true,
    basis: '方案四：安全事故也扣 10、20、30 分（P4-33）',
  }),
  'score.multi': choiceSetting(['each', 'split', 'primaryOnly'], {
    group,
    default: 'each',
    basis: '方案四：扣责任人（P4-33），未写几个人怎么分',
  }),
  'score.noPerson': choiceSetting(['none', 'director'], {
    group,
    default: 'none',
    basis: '方案四没有写找不到责任人的情形',
  }),
  'score.floor': choiceSetting(['0', 'none'], {
    group,
    default: '0',
    basis: '方案四没有写扣到负分的情形',
  }),
  'score.ceiling': numberSetting({
    group,
    default: 100,
    min: 1,
    max: 1000,
    basis: '方案四：以 100 分计（P4-32）',
  }),
  'score.bonus': yesNoSetting({
    group,
    default: false,
    basis: '方案四：突出贡献另行奖励（P4-39），不加分',
  }),
  'score.countProvisional': yesNoSetting({
    group,
    default: false,
    basis: '会议认定以后才扣分（P4-26）',
  }),
  'score.lateDecision': choiceSetting(['nextTerm', 'reopen'], {
    group,
    default: 'nextTerm',
    basis: '方案四没有写学期结束后才认定的情形',
  }),
  'score.grades': numbersSetting({
    group,
    default: [90, 80, 60],
    lengths: [3],
    order: -1,
    basis: '学校考核等次：优、良、合格的分数线',
  }),
  'term.vacation': choiceSetting(['previous', 'next'], {
    group,
    default: 'previous',
    basis: '方案四没有写假期算哪个学期',
  }),
} as const

const allowance = '津贴'

export const allowanceSettings = {
  'allow.amount': numberSetting({
    group: allowance,
    default: 100,
    max: 100_000,
    basis: '方案四：每学期 100 元（P4-32）',
  }),
  'allow.mode': choiceSetting(['proportional', 'bands'], {
    group: allowance,
    default: 'proportional',
    basis: '方案四：100 元以 100 分计（P4-32）',
  }),
  'allow.bands': scaleSetting({
    group: allowance,
    default: [
      [0, 0],
      [60, 60],
      [80, 80],
      [90, 100],
    ],
    basis: '按分数段发放时用：不低于多少分，发百分之几',
  }),
  'allow.prorata': choiceSetting(['month', 'day', 'none'], {
    group: allowance,
    default: 'month',
    basis: '方案四没有写学期中途进出的人怎么发',
  }),
  'allow.round': numberSetting({
    group: allowance,
    default: 0.01,
    values: [0.01, 0.1, 1],
    basis: '方案四没有写尾数',
  }),
  'allow.leftover': choiceSetting(['keep', 'share'], {
    group: allowance,
    default: 'keep',
    basis: '方案四没有写扣下的钱怎么用',
  }),
} as const
