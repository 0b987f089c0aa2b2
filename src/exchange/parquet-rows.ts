import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import { splitList } from '../tables/cell-types/split-list.ts'
import type { CellTypeName, Column, Step } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import type { TableRows } from './table-sheet.ts'

/** How a column is kept; `parquet.ts` says as which type of Parquet. */
export type Kept = 'text' | 'list' | 'truth' | 'whole' | 'number' | 'money' | 'date' | 'time'

/** A column as it goes out: with what a reader without the program has to know of it. */
export interface ParquetColumn {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly type: CellTypeName
  readonly kept: Kept
  readonly computed: boolean
  readonly options?: readonly string[]
  readonly refersTo?: readonly string[]
  /** Its audience gets it in another form than the school has it: a band, a month, a surname. */
  readonly changed: boolean
}

export interface ParquetTable {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly columns: readonly ParquetColumn[]
  /** The row's id, or null where ids stay at home; then a cell a column. */
  readonly rows: readonly (readonly Cell[])[]
}

/** Who made the file of what, when, and for whom. */
export interface ParquetFacts {
  readonly workbook: string
  readonly school: string
  /** Local time `YYYY-MM-DD HH:mm`. */
  readonly made: string
  readonly audience: string
}

export interface ParquetFile {
  readonly facts: ParquetFacts
  readonly tables: readonly ParquetTable[]
}

const KEPT: Readonly<Record<CellTypeName, Kept>> = {
  text: 'text',
  long: 'text',
  choice: 'text',
  choices: 'list',
  yesno: 'truth',
  integer: 'whole',
  number: 'number',
  money: 'money',
  date: 'date',
  time: 'time',
  reference: 'text',
  references: 'list',
  file: 'text',
  row: 'text',
  signature: 'text',
  steps: 'text',
}

/** What an audience gets in another form is text, whatever it was: a type must not depend on what is in the rows. */
export const parquetColumns = (
  table: Table,
  keys: readonly string[],
  changed: ReadonlySet<string>,
): ParquetColumn[] =>
  keys.map((key) => {
    const { zh, en, type, computed, options, to } = table.columns[key]!
    return {
      key,
      zh,
      en,
      type,
      computed,
      kept: changed.has(key) && KEPT[type] !== 'list' ? 'text' : KEPT[type],
      changed: changed.has(key),
      ...(options && options.length > 0 ? { options: options.map((option) => option.zh) } : {}),
      ...(to ? { refersTo: to } : {}),
    }
  })

/** Rows as plain cells: whoever is referred to by the shown name, explanations as sentences, all else as it is stored. */
export function parquetRows(
  table: Table,
  columns: readonly ParquetColumn[],
  rows: TableRows,
  context: CellContext,
  withIds: boolean,
): Cell[][] {
  return rows.ids.map((id) => [
    withIds ? id : null,
    ...columns.map(({ key, kept }) => plainCell(kept, table.columns[key]!, rows.value(id, key), context)),
  ])
}

function plainCell(kept: Kept, column: Column, value: Cell | readonly Step[], context: CellContext): Cell {
  if (value === null) return null
  const said = (cell: Cell | readonly Step[]) => cellTypeOf(column).format(cell, column, context)
  if (kept === 'text') return said(value)
  if (kept !== 'list') return value as Cell
  // A mask joins the names it lets through.
  if (!Array.isArray(value)) return splitList(String(value))
  return column.type === 'references'
    ? (value as readonly string[]).map((entry) => said([entry]))
    : (value as Cell)
}
