import { computed, integer, reference } from '../column.ts'
import { validity, validityCheck } from '../school/validity.ts'
import { defineTable } from '../table.ts'

export const schoolContracts = defineTable({
  name: 'schoolContracts',
  zh: '分包学校责任表',
  en: 'Contracted schools',
  group: 'supervision',
  key: ['school', 'valid'],
  shownBy: ['school', 'leader'],
  columns: {
    school: reference('schools', {
      zh: '学校',
      en: 'School',
      required: true,
      synonyms: ['分包学校', '包点学校', '挂点学校'],
      width: 180,
    }),
    leader: reference('bureauStaff', {
      zh: '分包局领导',
      en: 'Leader in charge',
      required: true,
      privacy: 'P',
      synonyms: ['分包领导', '包校领导', '挂点领导'],
    }),
    dept: reference('sections', {
      zh: '责任科室',
      en: 'Section in charge',
      required: true,
      synonyms: ['分包科室', '责任股室'],
      width: 130,
    }),
    member: reference('bureauStaff', {
      zh: '联系人',
      en: 'Contact',
      privacy: 'P',
      synonyms: ['科室联系人', '包校干部'],
    }),
    ...validity,
    due: computed(integer({ zh: '本季应查次数', en: 'Visits due this quarter', width: 110 })),
    done: computed(integer({ zh: '本季已查', en: 'Visited this quarter', width: 90 })),
    missing: computed(
      integer({
        zh: '欠查',
        en: 'Visits owed',
        hint: { zh: '本季还差几次专门督查。', en: 'Special visits this quarter still lacks.' },
        width: 70,
      }),
    ),
    hazards: computed(
      integer({ zh: '未销号隐患', en: 'Open hazards', synonyms: ['未销号隐患/重大'], width: 100 }),
    ),
    major_hazards: computed(integer({ zh: '其中重大', en: 'Of these major', width: 80 })),
    incidents: computed(integer({ zh: '本年责任事故', en: 'Incidents with fault this year', width: 110 })),
  },
  checks: [validityCheck],
})
