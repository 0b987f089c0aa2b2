import { choice, number, text } from '../column.ts'
import { defineTable } from '../table.ts'

/** What the yearly assessment goes by. A figure without a row is the one the program begins with. */
export const assessmentSettings = defineTable({
  name: 'assessmentSettings',
  zh: '考核规则参数',
  en: 'Rules of assessment',
  group: 'settings',
  key: ['of', 'item'],
  shownBy: ['of', 'item'],
  columns: {
    of: choice(
      [
        { zh: '学校考核', en: 'Schools' },
        { zh: '科室考核', en: 'Sections' },
        { zh: '等次', en: 'Grades' },
        { zh: '表彰', en: 'Commendation' },
      ],
      { zh: '用于', en: 'For', required: true, width: 100 },
    ),
    item: text({ zh: '项目', en: 'Item', holds: 'plain', required: true, synonyms: ['参数'], width: 180 }),
    value: number({
      zh: '数值',
      en: 'Value',
      required: true,
      min: 0,
      max: 1000,
      synonyms: ['分值', '权重', '名额'],
      hint: {
        zh: '分值、最低分或名额。在“年度考核”里改，能先看到会怎样。',
        en: 'Points, a least score or places. Changed under Yearly assessment, you see first what it does.',
      },
      width: 90,
    }),
    basis: text({ zh: '依据', en: 'Basis', holds: 'public', width: 320 }),
  },
})
