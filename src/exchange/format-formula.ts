import { serialOfDate } from '../shared/serial-date.ts'
import type { CellTypeName } from '../tables/column.ts'
import type { Comparison, Condition } from '../engine/formats/condition.ts'
import { natureOf } from '../engine/formats/condition.ts'

/** Where a formula looks, as addresses of a sheet. */
export interface FormulaPlaces {
  /** The cell that is asked, in the first row: `$C3`. */
  readonly cell: string
  /** Its column, `$C$3:$C$200`. */
  readonly all: string
  /** Its row, `$A3:$H3`. */
  readonly row: string
}

/** As long as a formula can be. */
const LONGEST = 8000

/**
 * The condition as a formula of a spreadsheet, without `=`: true where the program itself finds that the cell meets it.
 * Null for one that no spreadsheet can hold.
 */
export function formatFormula(
  condition: Condition,
  type: CellTypeName,
  { cell, all, row }: FormulaPlaces,
): string | null {
  const formula = bare(condition, type, { cell, all, row })
  // What is empty meets nothing but `empty`: a spreadsheet would take it for 0 and for "".
  const whole = condition.is === 'empty' ? formula : formula && `AND(${cell}<>"",${formula})`
  return whole !== null && whole.length <= LONGEST ? whole : null
}

function bare(condition: Condition, type: CellTypeName, places: FormulaPlaces): string | null {
  const { cell, all, row } = places
  const nature = natureOf({ type })
  const day = `INT(${cell})`
  switch (condition.is) {
    case 'empty':
      // Rows below the last one are not rows with something missing.
      return `AND(${cell}="",COUNTA(${row})>0)`
    case 'filled':
      return 'TRUE'
    case 'duplicate':
      // Not COUNTIF, which takes long numbers for equal that are alike in fifteen digits, and * for anything.
      return `SUMPRODUCT(--(${all}=${cell}))>1`
    case 'near-today': {
      const { from, to } = condition
      return ifNumber(cell, [
        ...(from === null ? [] : [`${day}>=TODAY()${plus(from)}`]),
        `${day}<=TODAY()${plus(to)}`,
      ])
    }
    case 'ranked': {
      const end = condition.end === 'largest' ? ['LARGE', '>='] : ['SMALL', '<=']
      return ifNumber(cell, [`${cell}${end[1]}${end[0]}(${all},MIN(${condition.count},COUNT(${all})))`])
    }
    case 'between': {
      const [from, to] = [number(condition.from), number(condition.to)]
      const value = nature === 'day' ? day : cell
      return from === null || to === null ? null : ifNumber(cell, [`${value}>=${from}`, `${value}<=${to}`])
    }
    case 'compared': {
      const { by, to } = condition
      if (nature !== 'number' && nature !== 'day') {
        const same = equal(cell, String(to), type)
        return by === '=' ? same : by === '<>' ? `NOT(${same})` : null
      }
      const wanted = number(to)
      if (wanted === null) return null
      const value = nature === 'day' ? day : cell
      if (by === '<>') return `NOT(${ifNumber(cell, [`${value}=${wanted}`])})`
      return ifNumber(cell, [`${value}${by satisfies Comparison}${wanted}`])
    }
    case 'contains':
      return found(condition.text, cell)
    case 'lacks':
      return `NOT(${found(condition.text, cell)})`
    case 'begins':
      return `LEFT(${cell},LEN(${quoted(condition.text)}))=${quoted(condition.text)}`
    case 'one-of': {
      const each = (entry: string) =>
        nature === 'list' ? found(`、${entry}、`, `"、"&${cell}&"、"`) : equal(cell, entry, type)
      return `OR(${condition.list.map(each).join(',')})`
    }
  }
}

/** A text would be greater than every number. */
const ifNumber = (cell: string, conditions: readonly string[]): string =>
  `IF(ISNUMBER(${cell}),AND(${conditions.join(',')}),FALSE)`

const plus = (days: number): string => (days === 0 ? '' : days > 0 ? `+${days}` : String(days))

const number = (operand: number | string): number | null =>
  typeof operand === 'number' ? operand : serialOfDate(operand)

/** Yes and no are words where they were entered, and truth values where a formula works them out. */
function equal(cell: string, text: string, type: CellTypeName): string {
  const same = `${cell}&""=${quoted(text)}`
  if (type !== 'yesno' || (text !== '是' && text !== '否')) return same
  return `IF(ISLOGICAL(${cell}),${text === '是' ? cell : `NOT(${cell})`},${same})`
}

/** In a search * and ? stand for other characters unless ~ goes before. */
const found = (text: string, cell: string): string =>
  `ISNUMBER(SEARCH(${quoted(text.replace(/[~*?]/g, '~$&'))},${cell}))`

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`
