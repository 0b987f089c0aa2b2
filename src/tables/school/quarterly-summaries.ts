import { computed, date, long, reference, text, time, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { quarterOf } from './report-periods.ts'

export const quarterlySummaries = defineTable({
  name: 'quarterlySummaries',
  zh: '季度总结',
  en: 'Quarterly summary',
  group: 'hazard',
  tier: 'more',
  when: { plan: 'county' },
  key: ['quarter'],
  shownBy: ['quarter'],
  columns: {
    quarter: text({
      zh: '季度',
      en: 'Quarter',
      holds: 'plain',
      required: true,
      synonyms: ['总结季度'],
      hint: { zh: '写成 2026年第3季度。', en: 'Such as 2026-Q3.' },
      width: 110,
    }),
    stats: computed(long({ zh: '数据汇总', en: 'Figures', holds: 'plain', synonyms: ['汇总'], width: 260 })),
    done: long({
      zh: '工作开展情况',
      en: 'What was done',
      holds: 'label',
      required: true,
      synonyms: ['开展情况'],
    }),
    problems: long({ zh: '存在问题', en: 'Problems', holds: 'label', required: true }),
    next: long({
      zh: '下步措施',
      en: 'What comes next',
      holds: 'label',
      required: true,
      synonyms: ['下一步措施', '下一步打算'],
    }),
    due_sent: computed(date({ zh: '应报日期', en: 'Due on', synonyms: ['应报/实报'] })),
    sent_at: time({ zh: '实报时间', en: 'Sent at' }),
    on_time: computed(yesno({ zh: '是否按时', en: 'In time', width: 80 })),
    signed: reference('staff', {
      zh: '签发',
      en: 'Signed by',
      required: true,
      privacy: 'P',
      synonyms: ['签发人'],
    }),
  },
  checks: [
    {
      column: 'quarter',
      problem: ({ quarter }) => (quarter !== null && quarterOf(quarter) === null ? 'report.quarter' : null),
    },
  ],
})
