import { choice, computed, integer, number, reference, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { assessmentGrades } from './assessment-grades.ts'
import { year, yearCheck } from './year.ts'

const rate = (zh: string, en: string, hint: { zh: string; en: string }) =>
  computed(number({ zh, en, hint, width: 110 }))

export const sectionAssessment = defineTable({
  name: 'sectionAssessment',
  zh: '科室考核',
  en: 'Assessment of sections',
  group: 'score',
  key: ['year', 'dept'],
  shownBy: ['year', 'dept'],
  columns: {
    year,
    dept: reference('sections', {
      zh: '科室',
      en: 'Section',
      required: true,
      synonyms: ['股室'],
      width: 130,
    }),
    visits: rate('督查完成率', 'Visits made (%)', {
      zh: '已过完的季度里，分包学校应查次数查了百分之几。',
      en: 'Of the visits due to its schools in the quarters that are over.',
    }),
    studies: rate('专题研究完成率', 'Studies held (%)', {
      zh: '已过完的季度里，专题研究够不够次数。',
      en: 'Of the studies due in the quarters that are over.',
    }),
    reports: rate('季度报告按时率', 'Reports in time (%)', {
      zh: '已过完的季度里，季度报告按时报了几份。',
      en: 'Of the reports due for the quarters that are over.',
    }),
    fix: rate('分包学校隐患整改率', 'Hazards closed (%)', {
      zh: '分包学校今年查出的隐患销号百分之几。',
      en: 'Of the hazards its schools found in the year.',
    }),
    inc: computed(integer({ zh: '分包学校责任事故', en: 'Incidents with fault at its schools', width: 120 })),
    score: computed(
      number({
        zh: '得分',
        en: 'Score',
        synonyms: ['得分/等次'],
        hint: {
          zh: '督查 30、研究 15、报告 15、整改 25，责任事故 15 分每起扣 5 分；还没有数据的项不参加，按比例折成百分。',
          en: 'Visits 30, studies 15, reports 15, hazards 25, and 15 less 5 for each incident; items without data are left out.',
        },
        width: 70,
      }),
    ),
    grade: computed(choice(assessmentGrades, { zh: '等次', en: 'Grade', width: 80 })),
    award: yesno({
      zh: '优秀科室建议',
      en: 'Proposed as outstanding',
      synonyms: ['优秀科室'],
      width: 110,
    }),
  },
  checks: [yearCheck],
})
