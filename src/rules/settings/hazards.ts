import { choiceSetting, numberSetting, yesNoSetting } from './setting.ts'

const REPORTING = '报送'
const INSPECTION = '检查'

export const hazardSettings = {
  'monthly.day': numberSetting({
    group: REPORTING,
    default: 28,
    min: 1,
    max: 31,
    basis: '方案五：每月28日前报月报表（P5-25）',
  }),
  'monthly.inclusive': yesNoSetting({
    group: REPORTING,
    default: true,
    basis: '方案五：28日前，未写28日当天算不算（P5-25）',
  }),
  'monthly.shift': choiceSetting(['none', 'previousWorkday', 'nextWorkday'], {
    group: REPORTING,
    default: 'none',
    basis: '方案五没有写28日遇休息日的情形（P5-25）',
  }),
  'monthly.period': choiceSetting(['sinceLast', 'calendar', '26to25'], {
    group: REPORTING,
    default: 'sinceLast',
    basis: '方案五没有写月报统计哪一段（P5-25）',
  }),
  'monthly.vacation': choiceSetting(['zeroReport', 'skip'], {
    group: REPORTING,
    default: 'zeroReport',
    basis: '方案五：每月，没有写寒暑假（P5-25）',
  }),
  'inspect.preHolidayDays': numberSetting({
    group: INSPECTION,
    default: 3,
    min: 1,
    max: 15,
    basis: '方案四：重大节假日前必查（P4-29），未写提前几天',
  }),
  'inspect.minDays': numberSetting({
    group: INSPECTION,
    default: 1,
    min: 1,
    max: 7,
    basis: '方案四：每周必查（P4-29），没有写只上几天课的一周',
  }),
  'hazard.days': numberSetting({
    group: INSPECTION,
    default: 7,
    min: 0,
    max: 365,
    basis: '方案四、五：及时整改（P4-02、P5-16），未写天数',
  }),
  'hazard.majorDays': numberSetting({
    group: INSPECTION,
    default: 30,
    min: 0,
    max: 365,
    basis: '重大隐患先落实防护、限期整改（P1-38、P5-16），未写天数',
  }),
  'photo.required': yesNoSetting({
    group: INSPECTION,
    default: true,
    basis: '整改销号要留痕（P5-16）',
  }),
  'expiry.days': numberSetting({
    group: INSPECTION,
    default: 30,
    min: 0,
    max: 365,
    basis: '三防设施保持有效（P4-08、P5-16），未写提前几天提醒',
  }),
} as const
