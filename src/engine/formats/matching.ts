import { addDays, dateOf, isLocalDate, isLocalTime } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import type { CellContext } from '../../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Column, Step } from '../../tables/column.ts'
import { natureOf, type Comparison, type Condition, type Nature } from './condition.ts'
import type { ColumnStatistics, Key } from './statistics.ts'

type Value = Cell | readonly Step[]

export type Matches = (value: Value) => boolean

export interface MatchWorld {
  readonly context: CellContext
  /** `YYYY-MM-DD`; asked at every cell, for a page may stay open over midnight. */
  readonly today: () => string
  readonly statistics: ColumnStatistics
}

export const isEmptyCell = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** How a cell is compared with others of its column and with what somebody has written. Capitals do not count. */
export function keyReader(column: Column, context: CellContext): (value: Value) => Key {
  const nature = natureOf(column)
  const { format } = cellTypeOf(column)
  return (value) => {
    if (isEmptyCell(value)) return null
    if (nature === 'number' && typeof value === 'number') return value
    return format(value, column, context).toLowerCase()
  }
}

/** The day of a cell; null when it holds none, whatever it holds. */
const dayOf = (value: Value): string | null => {
  if (typeof value !== 'string') return null
  if (isLocalDate(value)) return value
  return isLocalTime(value) ? dateOf(value) : null
}

/** Decides cell by cell; what can be worked out beforehand is. */
export function matcherOf(condition: Condition, column: Column, world: MatchWorld): Matches {
  const keyOf = keyReader(column, world.context)
  const nature = natureOf(column)
  const textOf = (value: Value) => String(keyOf(value))
  switch (condition.is) {
    case 'empty':
      return isEmptyCell
    case 'filled':
      return (value) => !isEmptyCell(value)
    case 'duplicate':
      return (value) => world.statistics.isRepeated(keyOf(value))
    case 'near-today':
      return nearToday(condition, world.today)
    case 'ranked': {
      const { end, count } = condition
      return (value) => {
        if (typeof value !== 'number') return false
        const limit = world.statistics.limit(end, count)!
        return end === 'largest' ? value >= limit : value <= limit
      }
    }
    case 'contains':
    case 'lacks': {
      const part = condition.text.toLowerCase()
      const wanted = condition.is === 'contains'
      return (value) => !isEmptyCell(value) && textOf(value).includes(part) === wanted
    }
    case 'begins': {
      const start = condition.text.toLowerCase()
      return (value) => !isEmptyCell(value) && textOf(value).startsWith(start)
    }
    case 'one-of': {
      const list = new Set(condition.list.map((entry) => entry.toLowerCase()))
      if (nature === 'list')
        return (value) =>
          Array.isArray(value) && value.some((entry: unknown) => list.has(String(entry).toLowerCase()))
      return (value) => !isEmptyCell(value) && list.has(textOf(value))
    }
    case 'between': {
      const { from, to } = condition
      const read = comparable(nature)
      return (value) => {
        const found = read(value)
        return found !== null && found >= from && found <= to
      }
    }
    case 'compared': {
      const { by } = condition
      const to =
        typeof condition.to === 'string' && nature !== 'day' ? condition.to.toLowerCase() : condition.to
      const read = nature === 'number' || nature === 'day' ? comparable(nature) : keyOf
      // What is no number and no day is certainly not this one.
      if (by === '<>') return (value) => !isEmptyCell(value) && read(value) !== to
      return (value) => {
        const found = read(value)
        return found !== null && ORDER[by](found, to)
      }
    }
  }
}

const comparable =
  (nature: Nature): ((value: Value) => number | string | null) =>
  (value) =>
    nature === 'day' ? dayOf(value) : typeof value === 'number' ? value : null

const ORDER: Readonly<
  Record<Exclude<Comparison, '<>'>, (a: number | string, b: number | string) => boolean>
> = {
  '=': (a, b) => a === b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
}

function nearToday({ from, to }: Extract<Condition, { is: 'near-today' }>, today: () => string): Matches {
  let known = ''
  let [first, last] = ['', '']
  return (value) => {
    const day = dayOf(value)
    if (day === null) return false
    const now = today()
    if (now !== known) {
      known = now
      first = from === null ? '' : addDays(now, from)
      last = addDays(now, to)
    }
    return day >= first && day <= last
  }
}
