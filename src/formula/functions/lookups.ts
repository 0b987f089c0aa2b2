import type { Area } from '../area.ts'
import { criterionOf, keyOf } from '../criterion.ts'
import { any, area, define, lazy, logical, memory, number, optional } from '../function.ts'
import { compare, NOT_FOUND, valueOf, WRONG_REFERENCE, WRONG_VALUE, type Value } from '../value.ts'

/** The first row of each value of a column; good for as long as the column is the same. */
const firsts = memory(() => ({ block: null as Area | null, rows: new Map<string, number>() }))
type Firsts = ReturnType<typeof firsts.read>

/** A number is no text here: "7" does not find 7. */
const strict = (value: Value): string | null => {
  const key = keyOf(value)
  return key === null ? null : `${typeof value}${key}`
}

function exactly(wanted: Value, block: Area, known: Firsts): number {
  if (typeof wanted === 'string' && /[*?~]/.test(wanted)) {
    const { fits } = criterionOf(wanted)
    return block.columns[0]!.findIndex(fits)
  }
  if (known.block !== block) {
    known.block = block
    known.rows = new Map()
    block.columns[0]!.forEach((cell, row) => {
      const key = cell instanceof Error ? null : strict(cell)
      if (key !== null && !known.rows.has(key)) known.rows.set(key, row)
    })
  }
  const key = strict(wanted ?? 0)
  return key === null ? -1 : (known.rows.get(key) ?? -1)
}

/** The last row that is not larger, of a column in rising order. */
function atMost(wanted: Value, cells: Area['columns'][number]): number {
  let [from, to] = [0, cells.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const cell = cells[middle]!
    if (!(cell instanceof Error) && compare(cell, wanted) <= 0) from = middle + 1
    else to = middle
  }
  const found = cells[from - 1]
  return found !== undefined && typeof found === typeof wanted ? from - 1 : -1
}

/** The nearest smaller or larger one of a column in any order. */
function nearest(wanted: Value, block: Area, side: -1 | 1): number {
  let best = -1
  block.columns[0]!.forEach((cell, row) => {
    if (cell instanceof Error || typeof cell !== typeof wanted || compare(cell, wanted) * side < 0) return
    if (best < 0 || compare(cell, valueOf(block.at(best))) * side < 0) best = row
  })
  return best
}

function column(block: Area): Area {
  if (block.width !== 1) throw WRONG_VALUE
  return block
}

function existing(row: number): number {
  if (row < 0) throw NOT_FOUND
  return row
}

function match(wanted: Value, block: Area, kind: number, known: Firsts): number {
  if (kind === 0) return existing(exactly(wanted, block, known))
  const cells = block.columns[0]!
  if (kind > 0) return existing(atMost(wanted, cells))
  const last = cells.findIndex((cell) => cell instanceof Error || compare(cell, wanted) < 0)
  return existing((last < 0 ? cells.length : last) - 1)
}

export const lookups = {
  XLOOKUP: define(
    [any, area, area, optional(lazy, null), optional(number, 0), firsts],
    (wanted, where, results, otherwise, mode, known) => {
      if (column(where).height !== column(results).height) throw WRONG_VALUE
      if (mode !== 0 && mode !== -1 && mode !== 1 && mode !== 2) throw WRONG_VALUE
      let row = mode === 2 || !isPattern(wanted) ? exactly(wanted, where, known) : literally(wanted, where)
      if (row < 0 && (mode === -1 || mode === 1)) row = nearest(wanted, where, mode)
      if (row >= 0) return valueOf(results.at(row))
      if (otherwise === null) throw NOT_FOUND
      return otherwise()
    },
  ),
  VLOOKUP: define(
    [any, area, number, optional(logical, true), firsts],
    (wanted, block, column, near, known) => {
      const at = Math.trunc(column) - 1
      if (at < 0) throw WRONG_VALUE
      if (at >= block.width) throw WRONG_REFERENCE
      return valueOf(block.at(match(wanted, block, near ? 1 : 0, known), at))
    },
  ),
  MATCH: define(
    [any, area, optional(number, 1), firsts],
    (wanted, block, kind, known) => match(wanted, column(block), kind, known) + 1,
  ),
  INDEX: define([area, number, optional(number, 1)], (block, row, column) => {
    const [r, c] = [Math.trunc(row) - 1, Math.trunc(column) - 1]
    if (r < 0 || c < 0) throw WRONG_VALUE
    if (r >= block.height || c >= block.width) throw WRONG_REFERENCE
    return valueOf(block.at(r, c))
  }),
}

const isPattern = (value: Value): value is string => typeof value === 'string' && /[*?~]/.test(value)

const literally = (wanted: Value, block: Area): number =>
  block.columns[0]!.findIndex(
    (cell) => !(cell instanceof Error) && cell !== null && compare(cell, wanted) === 0,
  )
