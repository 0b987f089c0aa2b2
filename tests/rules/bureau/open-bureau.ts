import { readInput } from '../../../src/app/read-input.ts'
import type { CellEdit } from '../../../src/engine/change.ts'
import { Workbook } from '../../../src/engine/workbook.ts'
import { bureauRules } from '../../../src/rules/bureau/all-rules.ts'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import type { Table } from '../../../src/tables/table.ts'

type Cells = Readonly<Record<string, Cell | undefined>>
export type Rows = Readonly<Partial<Record<keyof typeof bureauTables, readonly Cells[]>>>

/** In the third quarter of 2026, after its first two months. */
export const NOW = '2026-09-15 09:00'

/** A bureau's workbook with these rows; references are written as names. */
export function openBureau(rows: Rows, now = NOW) {
  const book = new Workbook({ tables: bureauTables, rules: bureauRules, now: () => now })
  for (const [table, all] of Object.entries(rows)) {
    const keys = [...new Set(all.flatMap((cells) => Object.keys(cells)))]
    book.load(table, {
      ids: all.map((_, n) => `#${table}-${n}`),
      columns: Object.fromEntries(keys.map((key) => [key, all.map((cells) => cells[key] ?? null)])),
    })
  }
  book.start()
  book.apply({ source: 'user', label: { code: 'edit' }, added: [], edits: [...namesAsRows(book)] })
  return {
    book,
    value: (table: keyof typeof bureauTables, column: string, row = 0) =>
      book.value(table, `#${table}-${row}`, column),
    /** A computed column of a table, row by row. */
    column: (table: keyof typeof bureauTables, column: string) =>
      book
        .view(table)
        .ids()
        .map((id) => book.value(table, id, column)),
  }
}

/** What the session does with a name that is typed for a row which is there. */
function* namesAsRows(book: Workbook): Iterable<CellEdit> {
  for (const { name: table, columns } of Object.values(book.tables as Readonly<Record<string, Table>>))
    for (const [column, definition] of Object.entries(columns)) {
      if (definition.computed || definition.to === undefined) continue
      for (const row of book.view(table).ids()) {
        const from = book.stored(table, row, column)
        if (from !== null)
          yield { table, row, column, from, to: readInput(from as string, definition, book.context()) }
      }
    }
}

/** Two schools of two sections, the second a village school of the first. */
export const county = {
  schools: [
    { code: '1', name: '一小', town: '东镇', type: '小学', state: '在办' },
    { code: '2', name: '二小', town: '西镇', type: '小学', state: '在办' },
    { code: '3', name: '村小', town: '东镇', type: '教学点', state: '在办', parent: '一小' },
    { code: '4', name: '旧校', town: '西镇', type: '小学', state: '停办' },
  ],
  sections: [{ dept: '安稳办' }, { dept: '基教股' }],
  bureauStaff: [{ name: '赵局长' }, { name: '钱科长' }],
  schoolContracts: [
    { school: '一小', leader: '赵局长', dept: '安稳办', valid: '2026-01-01' },
    { school: '二小', leader: '钱科长', dept: '基教股', valid: '2026-01-01' },
    { school: '旧校', leader: '钱科长', dept: '基教股', valid: '2026-01-01' },
  ],
} satisfies Rows
