import { checklists } from '../school/checklists.ts'
import { defineTable } from '../table.ts'

// Whose place it is and which version it was sent with, schools say.
const { area: _area, sent: _sent, ...columns } = checklists.columns

/** As a school's, to be sent to the schools. */
export const bureauChecklists = defineTable({
  name: checklists.name,
  zh: checklists.zh,
  en: checklists.en,
  group: 'supervision',
  tier: 'more',
  key: ['list', 'seq'],
  shownBy: ['list', 'item'],
  columns,
})
