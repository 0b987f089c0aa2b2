import { DELETED } from '../engine/change.ts'
import type { Cell } from '../tables/cell.ts'
import { shown } from './register.ts'
import type { WorkbookState } from './workbook-state.ts'

export interface TableContent {
  readonly ids: readonly string[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}

/** What people see of a state: of each cell the value that is shown, of each row whether it is deleted. */
export function shownContent(state: WorkbookState): Map<string, TableContent> {
  const content = new Map<string, TableContent>()
  for (const [name, table] of state.tables) {
    const columns = [...table.columns].map(([key, { cells, many }]): [string, readonly Cell[]] => {
      if (key === DELETED)
        return [key, table.ids.map((_, at) => (table.deletion(at, state.replicas).shown ? true : null))]
      const seen = table.ids.map((_, at) => cells[at] ?? null)
      for (const [at, register] of many) seen[at] = shown(register)?.value ?? null
      return [key, seen]
    })
    content.set(name, { ids: table.ids, columns: Object.fromEntries(columns) })
  }
  return content
}
