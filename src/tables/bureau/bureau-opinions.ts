import { long, reference, text, time } from '../column.ts'
import { opinionChecks, opinionColumns, opinionRequired } from '../school/opinions.ts'
import { defineTable } from '../table.ts'

const { dept, ...columns } = opinionColumns({
  departments: 'sections',
  plans: 'bureauPlans',
  incidents: 'allIncidents',
  petitions: 'bureauPetitions',
})

export const bureauOpinions = defineTable({
  name: 'bureauOpinions',
  zh: '舆情处置',
  en: 'Public opinion',
  group: 'emergency',
  key: ['found_at', 'source'],
  shownBy: ['found_at', 'source'],
  columns: {
    school: reference('schools', { zh: '学校', en: 'School', synonyms: ['涉及学校'], width: 180 }),
    ...columns,
    dept: {
      ...dept,
      zh: '责任股室',
      en: 'Section',
      synonyms: ['责任科室', '责任部门', '承办部门', '处置部门'],
    },
    told_offices: time({
      zh: '反馈党政办时间',
      en: 'Offices told at',
      synonyms: ['反馈党政办/安稳办时间'],
      hint: {
        zh: '把真相和处置情况反馈给党政办、安稳办的时间。',
        en: 'When the offices were told what is true and what is done.',
      },
    }),
    spokesman: reference('bureauStaff', {
      zh: '新闻发言人',
      en: 'Spokesman',
      privacy: 'P',
      synonyms: ['发言人'],
    }),
    media_line: text({
      zh: '对外口径',
      en: 'What is said to the press',
      holds: 'label',
      synonyms: ['统一口径'],
      width: 160,
    }),
    reply: long({ zh: '网民回复', en: 'Answer to netizens', holds: 'label', synonyms: ['回复内容'] }),
  },
  checks: opinionChecks,
  requiredWhen: {
    ...opinionRequired,
    told_offices: ({ closed }) => closed !== null,
  },
})
