import { clockSetting, numberSetting, yesNoSetting } from './setting.ts'

const group = '值周'
const plan = '方案'

export const dutySettings = {
  'attendance.morning': clockSetting({
    group,
    default: '09:00',
    basis: '方案六：课前清点学生人数（P6-13），未写几点前上报',
  }),
  'attendance.noon': clockSetting({ group, default: '15:00', basis: '方案六没有写午检几点前上报' }),
  'attendance.evening': clockSetting({ group, default: '20:00', basis: '方案六没有写晚检几点前上报' }),
  'attendance.cluster': numberSetting({
    group,
    default: 3,
    min: 2,
    max: 100,
    basis: '因病缺课追踪：同班同症状达到几人算聚集',
  }),
  'attendance.clusterDays': numberSetting({
    group,
    default: 3,
    min: 1,
    max: 14,
    basis: '因病缺课追踪：几天之内算聚集',
  }),
  'duty.backfillDays': numberSetting({
    group,
    default: 1,
    max: 30,
    basis: '方案六：每天填写值周日志（P6-09），未写晚几天算补填',
  }),
} as const

/** Which of the six plans a school has taken up (O14); the tables of the others stay behind 更多表. */
export const planSettings = {
  'plan.pledges': yesNoSetting({ group: plan, default: true, basis: '方案二：层层签订责任状（P2-11）' }),
  'plan.contracts': yesNoSetting({
    group: plan,
    default: true,
    basis: '方案三：分包管理、月底例会（P3-10）',
  }),
  'plan.scoring': yesNoSetting({
    group: plan,
    default: true,
    basis: '方案四：事故分类、扣分和津贴（P4-31）',
  }),
  'plan.county': yesNoSetting({ group: plan, default: true, basis: '方案五：隐患月报和季度总结（P5-25）' }),
  'plan.dutyWeek': yesNoSetting({ group: plan, default: true, basis: '方案六：值周行政带班（P6-09）' }),
} as const
