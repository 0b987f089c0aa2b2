import { plainNumber } from '../shared/plain-number.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column } from '../tables/column.ts'
import { FORMAT_KINDS, formats, LOOKS, type FormatKind, type Look } from '../tables/own/formats.ts'
import { PLACE } from '../engine/row-place.ts'
import {
  KINDS_OF,
  LARGEST_COUNT,
  natureOf,
  OPERANDS,
  type Asked,
  type Nature,
} from '../engine/formats/condition.ts'
import { formatRulesOf, type FormatRule } from '../engine/formats/format-rules.ts'
import { newId } from '../shared/id.ts'
import type { Session } from './session.ts'

/** For screens: what a conditional format can be. */
export {
  FORMAT_KINDS,
  KINDS_OF,
  LOOKS,
  natureOf,
  OPERANDS,
  type Asked,
  type FormatKind,
  type FormatRule,
  type Look,
  type Nature,
}

/** A conditional format as somebody describes it: values as typed. */
export interface FormatWish {
  readonly column: string
  readonly kind: FormatKind
  readonly value: string
  readonly valueTo: string
  readonly list: readonly string[]
  readonly look: Look['zh']
  readonly wholeRow: boolean
}

const how = (code: string, label: string) => ({ source: 'user', label: { code, params: { label } } }) as const

/** What a wish asks of the cells, or why it asks nothing yet. */
export function askedBy({ book }: Session, table: string, wish: FormatWish): Result<Asked> {
  const { kind } = wish
  const column = book.tables[table]?.columns[wish.column]
  if (!column || !KINDS_OF[natureOf(column)].includes(kind)) return fail('format.column-missing')
  const nothing: Asked = { kind, value: null, valueTo: null, list: [] }
  const read = (typed: string) => operand(typed, column, book.context().now)
  switch (OPERANDS[kind]) {
    case 'none':
      return ok(nothing)
    case 'list': {
      const list = [...new Set(wish.list.map((entry) => entry.trim()))].filter((entry) => entry !== '')
      return list.length === 0 ? fail('format.list-missing') : ok({ ...nothing, list })
    }
    case 'count': {
      const count = readNumber(wish.value)
      const fits = count !== null && Number.isInteger(count) && count >= least(kind) && count <= LARGEST_COUNT
      if (!fits) return fail('format.count', { least: least(kind), most: LARGEST_COUNT })
      return ok({ ...nothing, value: String(count) })
    }
    case 'value': {
      const value = read(wish.value)
      return value.ok ? ok({ ...nothing, value: value.value }) : value
    }
    case 'span': {
      const [value, valueTo] = [read(wish.value), read(wish.valueTo)]
      if (!value.ok) return value
      return valueTo.ok ? ok({ ...nothing, value: value.value, valueTo: valueTo.value }) : valueTo
    }
  }
}

/** Within 0 days is today; the 0 largest are none. */
const least = (kind: FormatKind): number => (kind === '最大的几个' || kind === '最小的几个' ? 1 : 0)

const AS_NUMBER = { en: '', type: 'number', computed: false } as const
const AS_DAY = { zh: '', en: '', type: 'date', computed: false } as const

function readNumber(typed: string, { zh }: Pick<Column, 'zh'> = { zh: '' }): number | null {
  const column = { ...AS_NUMBER, zh }
  const read = cellTypeOf(column).parse(typed, column, NOBODY)
  return read.ok && typeof read.value === 'number' ? read.value : null
}

/** Reading numbers and days asks nobody for names. */
const NOBODY = { now: '', find: () => null, nameOf: () => null, say: () => '' }

function operand(typed: string, column: Column, now: string): Result<string> {
  const text = typed.trim()
  if (text === '') return fail('format.value-missing')
  const nature = natureOf(column)
  if (nature === 'number') {
    const number = readNumber(text, column)
    return number === null ? fail('number.unreadable') : ok(plainNumber(number))
  }
  if (nature !== 'day') return ok(text)
  const read = cellTypeOf(AS_DAY).parse(text, AS_DAY, { ...NOBODY, now })
  return read.ok ? ok(String(read.value)) : read
}

function cellsOf(session: Session, table: string, wish: FormatWish): Result<Record<string, Cell>> {
  const asked = askedBy(session, table, wish)
  if (!asked.ok) return asked
  const { kind, value, valueTo, list } = asked.value
  return ok({
    table,
    column: wish.column,
    kind,
    value,
    value_to: valueTo,
    list: list.length > 0 ? list : null,
    look: wish.look,
    whole_row: wish.wholeRow ? true : null,
  })
}

/** What a column is called; one that is gone has no name any more. */
const labelIn = ({ book }: Session, table: string, column: string): string =>
  book.tables[table]?.columns[column]?.zh ?? column

/** Adds a conditional format below the others of its table; its id. */
export function addFormat(session: Session, table: string, wish: FormatWish): Result<string> {
  const cells = cellsOf(session, table, wish)
  if (!cells.ok) return cells
  const id = newId()
  session.accept(
    { edits: [], rows: [{ table: formats.name, id, cells: cells.value }] },
    how('format.added', labelIn(session, table, wish.column)),
  )
  return ok(id)
}

export function changeFormat(session: Session, table: string, id: string, wish: FormatWish): Result<string> {
  const cells = cellsOf(session, table, wish)
  if (!cells.ok) return cells
  const edits = Object.entries(cells.value).map(([column, to]) => ({
    table: formats.name,
    row: id,
    column,
    from: session.book.stored(formats.name, id, column),
    to,
  }))
  session.accept({ edits, rows: [] }, how('format.changed', labelIn(session, table, wish.column)))
  return ok(id)
}

export function removeFormat(session: Session, table: string, { id, column }: FormatRule): void {
  session.remove(formats.name, [id], how('format.removed', labelIn(session, table, column)))
}

/** Puts a rule before the one above it in its table, or after the one below. */
export function moveFormat(session: Session, table: string, rule: FormatRule, by: -1 | 1): void {
  const { book } = session
  const ids = formatRulesOf(book, table).map(({ id }) => id)
  const row = ids[ids.indexOf(rule.id) + by]
  if (row === undefined) return
  const beside = { row, side: by < 0 ? 'before' : 'after' } as const
  const [to] = book.placesBeside(formats.name, beside, 1, new Set([rule.id]))
  const from = book.stored(formats.name, rule.id, PLACE)
  session.accept(
    { edits: [{ table: formats.name, row: rule.id, column: PLACE, from, to: to! }], rows: [] },
    how('format.moved', labelIn(session, table, rule.column)),
  )
}

/** A rule as it would be typed, to be changed. */
export const wishOf = (rule: FormatRule): FormatWish => ({
  column: rule.column,
  kind: rule.kind,
  value: rule.value ?? '',
  valueTo: rule.valueTo ?? '',
  list: rule.list,
  look: rule.look.zh,
  wholeRow: rule.wholeRow,
})
