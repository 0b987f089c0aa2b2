import { choice, computed, integer, long, number, reference, yesno } from '../column.ts'
import { defineTable } from '../table.ts'
import { assessmentGrades } from './assessment-grades.ts'
import { year, yearCheck } from './year.ts'

export const schoolAssessment = defineTable({
  name: 'schoolAssessment',
  zh: '学校年终考核',
  en: 'Yearly assessment of schools',
  group: 'score',
  key: ['year', 'school', 'item'],
  shownBy: ['year', 'school', 'item'],
  columns: {
    year,
    school: reference('schools', { zh: '学校', en: 'School', required: true, width: 180 }),
    item: choice(
      [
        { zh: '责任制与责任书', en: 'Responsibility and pledges' },
        { zh: '制度预案', en: 'Rules and plans' },
        { zh: '检查与隐患', en: 'Inspections and hazards' },
        { zh: '月报季报按时率', en: 'Reports in time' },
        { zh: '教育培训', en: 'Education and training' },
        { zh: '演练', en: 'Drills' },
        { zh: '值班值守', en: 'Duty' },
        { zh: '事故', en: 'Incidents' },
        { zh: '舆情信访', en: 'Opinion and petitions' },
        { zh: '档案', en: 'Archives' },
      ],
      { zh: '考核项目', en: 'Item', required: true, synonyms: ['项目'], width: 130 },
    ),
    points: integer({
      zh: '分值',
      en: 'Points',
      required: true,
      min: 0,
      max: 100,
      synonyms: ['满分'],
      hint: { zh: '一所学校各项合计 100 分。', en: 'The items of a school sum to 100.' },
      width: 70,
    }),
    auto: computed(
      number({
        zh: '系统计分',
        en: 'Computed',
        hint: {
          zh: '责任书、隐患、月报、演练、事故几项按收到的数据推算；其他项现场评分。',
          en: 'Pledges, hazards, reports, drills and incidents by the data received; the others on the spot.',
        },
        width: 90,
      }),
    ),
    onsite: number({
      zh: '现场评分',
      en: 'On the spot',
      min: 0,
      max: 100,
      synonyms: ['现场考核得分'],
      hint: { zh: '填了就以它为准。', en: 'Counts instead of the computed one.' },
      width: 90,
    }),
    why: long({ zh: '扣分原因', en: 'Why points were lost', holds: 'label', synonyms: ['扣分'] }),
    score: computed(number({ zh: '得分', en: 'Score', width: 70 })),
    veto: computed(
      yesno({
        zh: '一票否决',
        en: 'Vetoed',
        hint: {
          zh: '本年有严重责任事故，或调查写明否决这一年。',
          en: 'A severe incident at fault in the year, or an investigation that says so.',
        },
        width: 90,
      }),
    ),
    total: computed(number({ zh: '总分', en: 'Total', width: 70 })),
    rank: computed(integer({ zh: '排名', en: 'Rank', synonyms: ['等次/排名'], width: 70 })),
    grade: computed(choice(assessmentGrades, { zh: '等次', en: 'Grade', width: 80 })),
  },
  checks: [
    yearCheck,
    {
      column: 'onsite',
      problem: ({ onsite, points }) =>
        onsite !== null && points !== null && onsite > points ? 'assessment.over-points' : null,
    },
  ],
  requiredWhen: {
    why: ({ onsite, points }) => onsite !== null && points !== null && onsite < points,
  },
})
