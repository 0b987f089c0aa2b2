import type { Problem } from '../shared/result.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column } from '../tables/column.ts'
import { textOf, type PastedCell } from './pasted-block.ts'
import type { Input } from './row-source.ts'

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number', 'money'])
const MOMENTS: ReadonlySet<string> = new Set(['date', 'time'])
const TEXTS: ReadonlySet<string> = new Set(['text', 'long'])
const REFERENCES: ReadonlySet<string> = new Set(['reference', 'references'])

/** What a pasted cell says to a column: its text, or better what stands behind it. */
export function pastedInput(cell: PastedCell, column: Column, context: CellContext): Input {
  const text = textOf(cell)
  if (text === '') return null
  if (typeof cell === 'string') return text
  if (REFERENCES.has(column.type)) return rowsMeant(cell.rows, text, column, context) ?? text
  if (cell.number === null) return text
  if (NUMBERS.has(column.type)) return /%\s*$/.test(text) && /[%％]/.test(column.zh) ? text : cell.number
  if (!MOMENTS.has(column.type)) return text
  // `12月31日` does not say of which year, the number does; but not every number is a day.
  const isMoment = cell.format !== null && /[ymd年月日]/i.test(cell.format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
  return isMoment ? cell.number : text
}

/** The rows that were copied, if they still bear the names that came with them. */
function rowsMeant(
  rows: readonly string[],
  text: string,
  column: Column,
  context: CellContext,
): Input | undefined {
  if (rows.length === 0) return undefined
  const format = cellTypeOf(column).format
  if (column.type === 'reference')
    return rows.length === 1 && format(rows[0]!, column, context) === text ? rows[0] : undefined
  return format(rows, column, context) === text ? rows : undefined
}

/** An identity number that has been a number once: shown as 1.10101E+17, or with its last digits gone to 0. */
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d{2,3}$/i
const LONG_NUMBER = /^\d{13,}000$/

/**
 * Why a column refuses what was pasted; null when it takes it. Text takes anything, but not what a spreadsheet has
 * ruined: a number has no more than fifteen digits there, and the rest of an identity number is lost for good.
 */
export function refusal(
  cell: PastedCell,
  input: Input,
  column: Column,
  context: CellContext,
): Problem | null {
  if (input === null) return null
  if (TEXTS.has(column.type)) {
    const text = textOf(cell)
    const wasNumber =
      typeof cell !== 'string' && cell.format !== '@' && (cell.number !== null || cell.format !== null)
    if (SCIENTIFIC.test(text) || (wasNumber && LONG_NUMBER.test(text))) return { code: 'paste.digits-lost' }
  }
  if (typeof input === 'object') return null
  if (column.type === 'reference' && typeof input === 'string' && context.nameOf(input) !== null) return null
  const parsed = cellTypeOf(column).parse(input, column, context)
  return parsed.ok ? null : parsed.problem
}
