import { todoColumns, todos } from '../school/todos.ts'
import { defineTable } from '../table.ts'

/** As a school's, for the people of the bureau. */
export const bureauTodos = defineTable({
  name: todos.name,
  zh: todos.zh,
  en: todos.en,
  group: 'ledger',
  tier: 'more',
  key: ['due', 'what'],
  shownBy: ['due', 'what'],
  columns: todoColumns({ people: 'bureauStaff' }),
})
