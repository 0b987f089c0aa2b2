import { choice, reference } from '../column.ts'
import { petitionChecks, petitionColumns, petitionRequired } from '../school/petitions.ts'
import { defineTable } from '../table.ts'

const { dept, ...columns } = petitionColumns({
  people: 'bureauStaff',
  departments: 'sections',
  incidents: 'allIncidents',
})

export const bureauPetitions = defineTable({
  name: 'bureauPetitions',
  zh: '信访维稳',
  en: 'Petitions',
  group: 'emergency',
  key: ['no'],
  shownBy: ['no'],
  columns: {
    ...columns,
    school: reference('schools', { zh: '学校', en: 'School', synonyms: ['涉及学校'], width: 180 }),
    dept: { ...dept, zh: '承办股室', en: 'Section', synonyms: ['承办科室', '承办部门', '办理部门'] },
    group: choice(
      [
        { zh: '原民办代课教师', en: 'Former private and substitute teachers', also: ['民办代课教师'] },
        { zh: '离退休', en: 'Retired staff', also: ['离退休人员'] },
        { zh: '其他', en: 'Other' },
      ],
      {
        zh: '特殊群体',
        en: 'Special group',
        privacy: 'S',
        holds: 'confidential',
        synonyms: ['群体类别'],
        width: 120,
      },
    ),
  },
  checks: petitionChecks,
  requiredWhen: petitionRequired,
})
