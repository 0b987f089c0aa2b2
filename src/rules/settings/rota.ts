import { choiceSetting, yesNoSetting } from './setting.ts'

const group = '值周'

export const rotaSettings = {
  'rota.turn': choiceSetting(['week', 'day'], {
    group,
    default: 'week',
    basis: '方案六：值周行政带班（P6-09），未写教师按周还是按天轮换',
  }),
  'rota.carry': yesNoSetting({
    group,
    default: true,
    basis: '方案六没有写学期之间怎么接：上学期多值的，这学期先让别人',
  }),
  'rota.makeUp': choiceSetting(['named', 'every', 'none'], {
    group,
    default: 'named',
    basis: '调休补课日排哪些岗位：按名称里写的“补周几”，没有写就全排',
  }),
  'rota.ownClass': yesNoSetting({
    group,
    default: true,
    basis: '值周班级的班主任、副班主任要带本班，当周不排岗',
  }),
} as const
