import { computed, integer, long, reference, text } from '../column.ts'
import { monthOf, quarterOf } from '../school/report-periods.ts'
import { defineTable } from '../table.ts'

export const bulletins = defineTable({
  name: 'bulletins',
  zh: '数据分析与通报',
  en: 'Figures and bulletins',
  group: 'reception',
  key: ['period'],
  shownBy: ['period'],
  columns: {
    period: text({
      zh: '月份/季度',
      en: 'Month or quarter',
      holds: 'plain',
      required: true,
      synonyms: ['月份', '季度', '期间'],
      hint: { zh: '写成 2026-09 或 2026-Q3。', en: 'Such as 2026-09 or 2026-Q3.' },
      width: 90,
    }),
    sub: computed(text({ zh: '报送情况', en: 'Reports', holds: 'organisation', width: 260 })),
    due_files: computed(integer({ zh: '应报份数', en: 'Files due', width: 80 })),
    on_time_files: computed(integer({ zh: '按时份数', en: 'In time', width: 80 })),
    haz: computed(
      text({
        zh: '隐患趋势/类别/学区',
        en: 'Hazards',
        holds: 'organisation',
        synonyms: ['隐患趋势'],
        width: 320,
      }),
    ),
    inc: computed(text({ zh: '事故趋势', en: 'Incidents', holds: 'label', width: 260 })),
    rank: computed(text({ zh: '排名与点名', en: 'Named', holds: 'organisation', width: 320 })),
    body: long({
      zh: '通报正文',
      en: 'Bulletin',
      holds: 'label',
      required: true,
      synonyms: ['正文'],
      width: 260,
    }),
    by: reference('bureauStaff', {
      zh: '签发',
      en: 'Signed by',
      required: true,
      privacy: 'P',
      synonyms: ['签发人'],
    }),
  },
  checks: [
    {
      column: 'period',
      problem: ({ period }) =>
        period !== null && monthOf(period) === null && quarterOf(period) === null ? 'bulletin.period' : null,
    },
  ],
})
