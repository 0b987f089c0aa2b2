import { choiceSetting, clockSetting, numberSetting, scaleSetting, yesNoSetting } from './setting.ts'

const group = '期限'

export const reportingSettings = {
  'report.base': choiceSetting(['known', 'occurred'], {
    group,
    default: 'known',
    basis: '方案四：发生后 10 分钟内报告（P4-23）',
  }),
  'report.graceMinutes': numberSetting({
    group,
    default: 0,
    max: 1440,
    basis: '方案四：先救治，并在规定分钟内报告（P4-23、P4-25）',
  }),
  'report.general': numberSetting({
    group,
    default: 10,
    min: 1,
    max: 1440,
    basis: '方案四：一般事故 10 分钟内报处室负责人（P4-23）',
  }),
  'report.serious': numberSetting({
    group,
    default: 5,
    min: 1,
    max: 1440,
    basis: '方案四：较严重的事故 5 分钟内报处室负责人（P4-25）',
  }),
  'report.afterReceiving': numberSetting({
    group,
    default: 10,
    min: 1,
    max: 1440,
    basis: '方案四：主任接报后 10 分钟内报分管副校长（P4-25）',
  }),
  'report.sameDay': choiceSetting(['24:00', 'endOfWork', 'nextMorning'], {
    group,
    default: '24:00',
    basis: '方案四：当天报分管副校长（P4-24）',
  }),
  'report.endOfWork': clockSetting({ group, default: '17:30', basis: '学校作息' }),
  'report.eveningFrom': clockSetting({ group, default: '18:00', basis: '学校作息' }),
  'report.morning': clockSetting({ group, default: '08:30', basis: '学校作息' }),
  'report.immediate.internal': numberSetting({
    group,
    default: 5,
    min: 1,
    max: 1440,
    basis: '方案四：立即、第一时间，未写分钟数（P4-25、P4-27）',
  }),
  'report.immediate.external': numberSetting({
    group,
    default: 30,
    min: 1,
    max: 1440,
    basis: '方案四：立即报政府、教育、卫生、公安（P4-27）',
  }),
  'report.parent': choiceSetting(['sameAsFirst', 'immediate'], {
    group,
    default: 'sameAsFirst',
    basis: '方案四：同时通知家长（P4-23、P4-25）',
  }),
  'report.legal.general': yesNoSetting({
    group,
    default: false,
    basis: '各地规定不同：一般事故 24 小时内报教育局',
  }),
  'report.legal.serious': yesNoSetting({
    group,
    default: false,
    basis: '各地规定不同：较严重的事故 24 小时内报教育局',
  }),
  'report.legal.hours': numberSetting({
    group,
    default: 24,
    min: 1,
    max: 720,
    basis: '各地规定：24 小时内书面报教育局',
  }),
  'report.legal.severeHours': numberSetting({
    group,
    default: 2,
    min: 1,
    max: 720,
    basis: '北京、上海、宁波、郑州等地规定：重大情况 2 小时内报告',
  }),
  'report.dept': choiceSetting(['pledge', 'department'], {
    group,
    default: 'pledge',
    basis: '方案四：报所签责任状的处室（P4-23）',
  }),
  'report.fallback': choiceSetting(['dutyLeader', 'none'], {
    group,
    default: 'dutyLeader',
    basis: '方案四没有写主任联系不上的情形',
  }),
  'report.backfillMark': yesNoSetting({
    group,
    default: true,
    basis: '当时已用电话报告、事后补登记的，不算迟报',
  }),
  'conceal.auto': choiceSetting(['flagOnly', 'autoLate'], {
    group,
    default: 'flagOnly',
    basis: '方案四：不得隐瞒、迟报、漏报（P4-37）',
  }),
  'conceal.missAfterHours': numberSetting({
    group,
    default: 24,
    min: 1,
    max: 8760,
    basis: '方案四：不得漏报（P4-37），未写多久算漏',
  }),
  'conceal.scope': choiceSetting(['person', 'director', 'wholeDept'], {
    group,
    default: 'person',
    basis: '方案四：任何人、部门不得隐瞒、迟报、漏报（P4-37）',
  }),
  'conceal.lightScale': scaleSetting({
    group,
    default: [],
    basis: '方案四：迟报的学期考核为 0 分（P4-37）；学校可另定轻罚',
  }),
  'conceal.term': choiceSetting(['incident', 'found'], {
    group,
    default: 'incident',
    basis: '方案四：该学期考核为 0 分（P4-37）',
  }),
} as const
