import { choiceSetting, yesNoSetting } from './setting.ts'

const group = '一票否决'

export const honourSettings = {
  'veto.min': choiceSetting(['一般', '较严重', '严重'], {
    group,
    default: '一般',
    basis: '方案四：出现安全责任事故，取消当年评优（P4-40）',
  }),
  'veto.year': choiceSetting(['calendar', 'schoolYear'], {
    group,
    default: 'calendar',
    basis: '方案四：取消当年评优（P4-40）',
  }),
  'veto.managers': yesNoSetting({
    group,
    default: false,
    basis: '方案四没有写管理责任扣分影响评优',
  }),
  'veto.dept': choiceSetting(['severe', 'any', 'off'], {
    group,
    default: 'severe',
    basis: '方案四没有写部门评优；默认只在严重的责任事故或负责人隐瞒时提示',
  }),
  'veto.conceal': choiceSetting(['year', 'term'], {
    group,
    default: 'year',
    basis: '方案四：隐瞒、迟报、漏报不得评优评先（P4-37）',
  }),
} as const
