import { choice, number, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { assessmentGrades } from './assessment-grades.ts'
import { schoolAssessment } from './school-assessment.ts'

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
    item: choice(
      [
        ...schoolAssessment.columns.item.options!,
        { zh: '督查完成率', en: 'Visits made' },
        { zh: '专题研究完成率', en: 'Studies held' },
        { zh: '季度报告按时率', en: 'Reports in time' },
        { zh: '分包学校隐患整改率', en: 'Hazards closed' },
        { zh: '分包学校责任事故', en: 'No incidents at fault' },
        { zh: '每起责任事故扣分', en: 'Taken by each incident' },
        ...assessmentGrades.slice(0, 3),
        { zh: '先进学校名额', en: 'Places for schools' },
        { zh: '先进科室名额', en: 'Places for sections' },
      ],
      { zh: '项目', en: 'Item', required: true, synonyms: ['参数'], width: 180 },
    ),
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
