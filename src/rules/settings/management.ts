import { choiceSetting, numbersSetting, yesNoSetting } from './setting.ts'

const group = '管理责任'

export const managementSettings = {
  'mgmt.repeat': choiceSetting(['everyMultiple', 'once'], {
    group,
    default: 'everyMultiple',
    basis: '方案四：每学期发生 2 起（4 起）扣分（P4-34、P4-35）',
  }),
  'mgmt.sum': choiceSetting(['add', 'max'], {
    group,
    default: 'add',
    basis: '方案四：三类各写一条（P4-34、P4-35）',
  }),
  'mgmt.carryDown': yesNoSetting({
    group,
    default: false,
    basis: '方案四：三类各计各的（P4-34、P4-35）',
  }),
  'mgmt.threshold.director': numbersSetting({
    group,
    default: [2, 2, 2],
    lengths: [3],
    min: 1,
    basis: '方案四：主任每 2 起（P4-34）',
  }),
  'mgmt.threshold.vp': numbersSetting({
    group,
    default: [4, 4, 4],
    lengths: [3],
    min: 1,
    basis: '方案四：副校长每 4 起（P4-35）',
  }),
  'mgmt.points': numbersSetting({
    group,
    default: [10, 20, 40],
    lengths: [3],
    basis: '方案四：扣 10、20、40 分（P4-34、P4-35）',
  }),
  'mgmt.directorScope': choiceSetting(['line', 'school'], {
    group,
    default: 'line',
    basis: '方案四：条线主任（P4-34）',
  }),
  'mgmt.vpScope': choiceSetting(['lines', 'school', 'safetyVpOnly'], {
    group,
    default: 'lines',
    basis: '方案四：分管副校长（P4-35）',
  }),
  /** Nothing, or a threshold and points. */
  'mgmt.principal': numbersSetting({
    group,
    default: [],
    lengths: [0, 2],
    min: 1,
    basis: '方案四没有写校长的管理责任',
  }),
  'mgmt.ownIncident': choiceSetting(['count', 'skip'], {
    group,
    default: 'count',
    basis: '方案四：主任、副校长除个人扣分外还承担管理责任（P4-36）',
  }),
  'mgmt.multiLine': choiceSetting(['each', 'primaryOnly'], {
    group,
    default: 'each',
    basis: '方案四没有写一起事故牵涉两个条线的情形',
  }),
  'mgmt.change': choiceSetting(['atNth', 'proportional'], {
    group,
    default: 'atNth',
    basis: '方案四没有写学期中途换主任的情形',
  }),
} as const
