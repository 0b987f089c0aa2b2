import { choice, date, long, reference } from '../column.ts'
import type { Option } from '../column.ts'
import { defineTable } from '../table.ts'

const outcome = [
  { zh: '合格', en: 'In order', also: ['√', '正常'] },
  { zh: '不合格', en: 'Failed', also: ['×', '异常'], alarm: true },
] as const satisfies readonly Option[]

export const canteenLog = defineTable({
  name: 'canteenLog',
  zh: '食堂食品安全日志',
  en: 'Canteen log',
  group: 'ledger',
  when: { profile: 'canteen' },
  key: ['date', 'meal'],
  shownBy: ['date', 'meal'],
  columns: {
    date: date({ zh: '日期', en: 'Date', required: true }),
    meal: choice(
      [
        { zh: '早', en: 'Breakfast', also: ['早餐'] },
        { zh: '中', en: 'Lunch', also: ['中餐', '午餐'] },
        { zh: '晚', en: 'Supper', also: ['晚餐'] },
        { zh: '加餐', en: 'Extra' },
      ],
      { zh: '餐次', en: 'Meal', required: true, width: 70 },
    ),
    staff_ok: choice(outcome, {
      zh: '晨检与健康证',
      en: 'Staff checked',
      required: true,
      synonyms: ['晨检'],
      width: 110,
    }),
    purchase: choice(outcome, {
      zh: '进货查验',
      en: 'Goods checked',
      required: true,
      synonyms: ['索证索票'],
      width: 90,
    }),
    sample: choice(outcome, {
      zh: '留样',
      en: 'Samples kept',
      required: true,
      synonyms: ['食品留样'],
      hint: { zh: '每样不少于 125 克，留 48 小时。', en: 'At least 125 g of each, for 48 hours.' },
      width: 80,
    }),
    disinfect: choice(outcome, {
      zh: '消毒',
      en: 'Disinfected',
      required: true,
      synonyms: ['餐具消毒'],
      width: 80,
    }),
    leader: reference('staff', {
      zh: '陪餐人',
      en: 'Ate along',
      required: true,
      privacy: 'P',
      synonyms: ['陪餐领导'],
    }),
    issue: long({ zh: '问题', en: 'Problem', holds: 'label', synonyms: ['存在问题'] }),
    weekly: reference('meetings', { zh: '周排查/月调度', en: 'Meeting', width: 160 }),
  },
  requiredWhen: {
    issue: ({ staff_ok, purchase, sample, disinfect }) =>
      [staff_ok, purchase, sample, disinfect].includes('不合格'),
  },
})
