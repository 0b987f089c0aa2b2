import { DELETED } from '../engine/change.ts'
import type { CellConflict } from '../store/log.ts'
import type { StoredState } from '../store/read-state.ts'
import type { DottedValue } from '../sync/dots.ts'
import { shown } from '../sync/register.ts'
import type { FormerValue, ReopenedCell } from '../sync/reopen.ts'
import { factsOf, newestEdit } from './value-facts.ts'

/** Cells whose decision is taken back, with the values they had and who wrote them; the shown value first. */
export function reopenedCells(stored: StoredState, decided: readonly CellConflict[]): ReopenedCell[] {
  return decided.map(({ table, row, column, values }) => {
    const first = column === DELETED ? null : shown(values)
    const former = values.map((value) => formerValue(stored, value))
    // A row that was kept only by edits: they speak for it, as they did.
    if (column === DELETED && values.every(({ value }) => value === true)) {
      const [edit] = newestEdit(stored, table, row, values)
      former.unshift({ ...formerValue(stored, edit ?? values[0]!), value: null })
    }
    const at = first ? values.indexOf(first) : former.findIndex(({ value }) => value === null)
    return { table, row, column, values: [former[at]!, ...former.filter((_, i) => i !== at)] }
  })
}

function formerValue(stored: StoredState, { value, saw, ...dot }: DottedValue): FormerValue {
  const { by, at, source } = factsOf(stored, dot)
  return { value, by, at, source, ...(saw && value === true ? { saw } : {}) }
}
