import type { Cell } from '../tables/cell.ts'
import { termChecklist, type OpenPlace, type TermCheck } from '../rules/term-checklist.ts'
import { isGeneratedId } from '../engine/workbook.ts'
import { rowNamed } from './duty-book.ts'
import type { Session } from './session.ts'

export { SCORED_FROM } from '../rules/term-checklist.ts'
export type { OpenPlace, TermCheck } from '../rules/term-checklist.ts'

/** 期末清单 of the open workbook; null for a term that cannot score anybody. `problems` are the cells known to be wrong. */
export function checklistOf(
  session: Session,
  term: string,
  problems: readonly OpenPlace[],
): TermCheck[] | null {
  const { book, disputes } = session
  const { terms, policy } = book.environment()
  const span = terms.find(({ id }) => id === term)
  if (span === undefined) return null
  return termChecklist({
    term: span,
    policy,
    book: {
      has: (table) => Object.hasOwn(book.tables, table),
      // Rows that the program makes owe nothing: they follow from the others.
      rows: (table) =>
        book
          .view(table)
          .ids()
          .filter((row) => !isGeneratedId(row)),
      cell: (table, row, column) => book.value(table, row, column) as Cell,
      idOf: (table, reference) => rowNamed(book, table, reference),
    },
    disputes: disputes.list().map(({ table, row, column }): OpenPlace => ({ table, row, column })),
    problems,
  })
}
