import { choice, computed, number, reference, text } from '../column.ts'
import { defineTable } from '../table.ts'

/** Each of the five indicators is worth as much: together a hundred points. */
const indicator = <const C extends { zh: string; en: string; synonyms: readonly string[] }>(words: C) =>
  number({ ...words, min: 0, max: 20, width: 80 })

export const departmentReviews = defineTable({
  name: 'departmentReviews',
  zh: '部门考核',
  en: 'Department assessment',
  group: 'score',
  tier: 'more',
  when: { plan: 'pledges' },
  key: ['term', 'person'],
  shownBy: ['term', 'person'],
  columns: {
    term: reference('terms', { zh: '学期', en: 'Term', required: true, synonyms: ['考核学期'], width: 150 }),
    dept: reference('departments', {
      zh: '部门',
      en: 'Department',
      required: true,
      synonyms: ['考核部门', '所在部门'],
      width: 100,
    }),
    person: reference('staff', {
      zh: '教职工',
      en: 'Person',
      required: true,
      privacy: 'P',
      synonyms: ['姓名', '被考核人'],
    }),
    rules: indicator({ zh: '制度落实', en: 'Rules kept', synonyms: ['制度落实得分'] }),
    records: indicator({ zh: '检查记录', en: 'Records', synonyms: ['检查记录得分'] }),
    taught: indicator({ zh: '教育到位', en: 'Pupils taught', synonyms: ['教育到位得分'] }),
    rectified: indicator({ zh: '隐患整改', en: 'Hazards rectified', synonyms: ['隐患整改得分'] }),
    duty: indicator({ zh: '值周履职', en: 'Duty weeks', synonyms: ['值周履职得分'] }),
    items: computed(text({ zh: '指标得分', en: 'Indicators', holds: 'label', width: 220 })),
    total: computed(number({ zh: '总分', en: 'Total', synonyms: ['考核总分', '合计'], width: 80 })),
    grade: choice(
      [
        { zh: '优', en: 'Excellent', also: ['优秀'] },
        { zh: '良', en: 'Good', also: ['良好'] },
        { zh: '合格', en: 'Pass' },
        { zh: '不合格', en: 'Fail' },
      ],
      {
        zh: '等次',
        en: 'Grade',
        required: true,
        synonyms: ['考核等次'],
        hint: { zh: '不填时按总分和等次分数线。', en: 'By the total when left empty.' },
        width: 80,
      },
    ),
    by: reference('staff', {
      zh: '考核人',
      en: 'Assessed by',
      required: true,
      privacy: 'P',
      synonyms: ['评价人'],
    }),
    weight: computed(
      number({
        zh: '与学期考核合并权重',
        en: 'Weight beside the term score',
        synonyms: ['合并权重'],
        width: 140,
      }),
    ),
  },
})
