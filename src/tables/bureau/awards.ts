import { reference, text } from '../column.ts'
import { defineTable } from '../table.ts'
import { year, yearCheck } from './year.ts'

export const awards = defineTable({
  name: 'awards',
  zh: '表彰奖惩',
  en: 'Awards and penalties',
  group: 'score',
  tier: 'more',
  key: ['year', 'who', 'kind'],
  shownBy: ['year', 'who', 'kind'],
  columns: {
    year,
    who: text({
      zh: '对象',
      en: 'Who',
      required: true,
      privacy: 'P',
      holds: 'staff-name',
      synonyms: ['单位/个人', '获奖对象'],
      width: 140,
    }),
    kind: text({
      zh: '称号/处罚',
      en: 'Award or penalty',
      holds: 'label',
      required: true,
      synonyms: ['称号', '处罚', '奖项'],
      width: 160,
    }),
    basis: reference('schoolAssessment', {
      zh: '依据(考核/会议)',
      en: 'Because of',
      required: true,
      alsoTo: ['sectionAssessment', 'bureauMeetings'],
      synonyms: ['依据'],
      width: 220,
    }),
  },
  checks: [yearCheck],
})
