import { plainNumber } from '../shared/plain-number.ts'
import { halfWidth } from '../shared/typed-text.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column } from '../tables/column.ts'
import { placeOf, type SheetData, type SheetValue } from './sheet-data.ts'

/** Why a value here is not, letter for letter, what the source showed. */
export type LedgerKind =
  | 'digits-lost'
  | 'date'
  | 'number'
  | 'option'
  | 'yes-no'
  | 'name'
  | 'list'
  | 'width'
  | 'merged'
  | 'key-kept'
  | 'text'

/** One accepted value that differs from what the source showed. `row` and `column` are those of the sheet, from 1 and 0. */
export interface LedgerEntry {
  readonly row: number
  readonly column: number
  readonly key: string
  readonly shown: string
  readonly taken: string
  readonly kind: LedgerKind
}

/** A number this long has already lost digits in the program that wrote it. */
const EXACT = 1e15

export const isRounded = (value: SheetValue, column: Column): boolean =>
  typeof value === 'number' && Math.abs(value) >= EXACT && isText(column)

const isText = ({ type }: Column) => type === 'text' || type === 'long'

/** What a cell of the sheet looked like to whoever made it. */
export function shownText(sheet: SheetData, row: number, column: number, value: SheetValue): string {
  const shown = sheet.shown?.get(placeOf(row, column))
  if (shown !== undefined) return shown
  if (value === null) return ''
  if (typeof value === 'number') return plainNumber(value)
  return typeof value === 'boolean' ? String(value).toUpperCase() : value
}

/** A value and what was made of it. */
export interface TakenValue {
  readonly shown: string
  readonly value: SheetValue
  readonly cell: Cell
  /** It stands in the merged cell over this one. */
  readonly merged: boolean
  /** What is kept is what stood here before: the row was found by it. */
  readonly kept?: boolean
}

/** Why the value differs from what was shown, with its text here; null when it does not. */
export function differenceOf(
  { shown, value, cell, merged, kept }: TakenValue,
  column: Column,
  context: CellContext,
): { taken: string; kind: LedgerKind } | null {
  const taken = cellTypeOf(column).format(cell, column, context)
  if (isRounded(value, column)) return { taken, kind: 'digits-lost' }
  if (merged) return { taken, kind: 'merged' }
  if (shown === taken) return null
  if (kept) return { taken, kind: 'key-kept' }
  if (bare(shown) === bare(taken)) return { taken, kind: 'width' }
  return { taken, kind: KINDS[column.type] ?? 'text' }
}

const bare = (text: string) => halfWidth(text.normalize('NFKC')).replace(/\s+/g, '')

const KINDS: Partial<Record<Column['type'], LedgerKind>> = {
  date: 'date',
  time: 'date',
  integer: 'number',
  number: 'number',
  money: 'number',
  choice: 'option',
  choices: 'list',
  yesno: 'yes-no',
  reference: 'name',
  references: 'list',
}
