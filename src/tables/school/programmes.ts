import { choice, date, long, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

export const programmes = defineTable({
  name: 'programmes',
  zh: '计划与总结',
  en: 'Plans and summaries',
  group: 'ledger',
  tier: 'more',
  key: ['kind', 'period'],
  shownBy: ['period', 'kind'],
  columns: {
    kind: choice(
      [
        { zh: '年度计划', en: 'Plan of the year' },
        { zh: '学期计划', en: 'Plan of the term' },
        { zh: '年度总结', en: 'Summary of the year' },
        { zh: '学期总结', en: 'Summary of the term' },
        { zh: '专项方案', en: 'Special scheme' },
      ],
      { zh: '类型', en: 'Kind', required: true, synonyms: ['计划类型', '类别'], width: 100 },
    ),
    period: text({
      zh: '周期',
      en: 'Period',
      holds: 'label',
      required: true,
      synonyms: ['时段', '所属时段', '年度学期'],
      hint: {
        zh: '年度写 2026，学期写 2026-2027 第一学期。',
        en: 'A year as 2026, a term by its name.',
      },
      width: 160,
    }),
    body: long({ zh: '正文', en: 'Text', required: true, synonyms: ['内容', '计划内容', '总结内容'] }),
    by: reference('staff', {
      zh: '签发',
      en: 'Signed by',
      required: true,
      privacy: 'P',
      synonyms: ['签发人', '起草人'],
    }),
    date: date({ zh: '日期', en: 'Date', required: true, synonyms: ['签发日期', '制定日期'] }),
  },
})
