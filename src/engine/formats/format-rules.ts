import type { Cell } from '../../tables/cell.ts'
import { FORMAT_KINDS, formats, LOOKS, type FormatKind, type Look } from '../../tables/own/formats.ts'
import type { Workbook } from '../workbook.ts'
import { conditionOf, type Asked, type Condition } from './condition.ts'

/** A row of `formats`. */
export interface FormatRule extends Asked {
  readonly id: string
  readonly column: string
  readonly look: Look
  /** The whole row is coloured, not the cell alone. */
  readonly wholeRow: boolean
  /** Null while it sleeps: its column is gone, or of another kind than it was. */
  readonly condition: Condition | null
}

export type FormatBook = Pick<Workbook, 'tables' | 'view' | 'stored' | 'value' | 'context'>

/** The conditional formats of a table, first match first; those of a newer version's kinds are left out. */
export function formatRulesOf(book: FormatBook, table: string): FormatRule[] {
  return book
    .view(formats.name)
    .ids()
    .flatMap((id) => {
      const cell = (column: keyof typeof formats.columns) => book.stored(formats.name, id, column)
      if (cell('table') !== table) return []
      const kind = FORMAT_KINDS.find(({ zh }) => zh === cell('kind'))?.zh
      const look = LOOKS.find(({ zh }) => zh === cell('look'))
      const column = textOf(cell('column'))
      if (kind === undefined || look === undefined || column === null) return []
      const asked: Asked = {
        kind: kind satisfies FormatKind,
        value: textOf(cell('value')),
        valueTo: textOf(cell('value_to')),
        list: listOf(cell('list')),
      }
      const columns = book.tables[table]?.columns ?? {}
      const condition = Object.hasOwn(columns, column) ? conditionOf(asked, columns[column]!) : null
      return [{ id, ...asked, column, look, wholeRow: cell('whole_row') === true, condition }]
    })
}

const textOf = (cell: Cell): string | null => (typeof cell === 'string' && cell !== '' ? cell : null)

const listOf = (cell: Cell): readonly string[] => (Array.isArray(cell) ? (cell as readonly string[]) : [])
