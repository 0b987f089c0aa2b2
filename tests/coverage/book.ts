import { DueWork } from '../../src/app/due-work.ts'
import type { Obligation } from '../../src/rules/obligations.ts'
import type { Input } from '../../src/app/read-input.ts'
import { memorySession } from '../app/memory-session.ts'
import { tables, type TableName } from '../../src/tables/index.ts'

/** A morning in the autumn of the sample school. */
export const NOW = '2026-11-25 09:00'
const how = { source: 'user', label: { code: 'row.add' } } as const

/** The people and incidents of the sample school, with what a test adds and asks. */
export function school(now = NOW) {
  const { session } = memorySession({ now: () => now })
  const { book } = session
  const add = (table: string, cells: Readonly<Record<string, Input>>): string =>
    session.add(table, [cells], how).ids[0]!
  return {
    session,
    book,
    add,
    set: (table: string, row: string, column: string, input: Input) =>
      session.edit([{ table, row, column, input }], how),
    value: (table: string, row: string, column: string) => book.value(table, row, column),
    text: (table: string, row: string, column: string) => book.text(table, row, column),
    /** Why a cell is not right, by its code. */
    problem: (table: string, row: string, column: string) => book.problem(table, row, column)?.code ?? null,
    /** The wrong cells of a new row. */
    wrong: (table: string, cells: Readonly<Record<string, Input>>): string[] => {
      const row = add(table, cells)
      return Object.keys(book.tables[table]!.columns).filter((key) => book.problem(table, row, key) !== null)
    },
    due: (obligation: string): Obligation[] =>
      new DueWork(book).open().filter((one) => one.obligation === obligation),
  }
}

/** The choices of a column, as people see them. */
export const choicesOf = (table: TableName, column: string): string[] =>
  (
    (tables[table].columns as Readonly<Record<string, { options?: readonly { zh: string }[] }>>)[column]!
      .options ?? []
  ).map(({ zh }) => zh)
