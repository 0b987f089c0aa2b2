import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/local-date.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import * as column from '../../../src/tables/column.ts'
import type { CellTypeName, Column } from '../../../src/tables/column.ts'
import { cellTypeOf } from '../../../src/tables/cell-types/of.ts'
import { tables } from '../../../src/tables/index.ts'
import { context, ids } from './context.ts'

const label = { zh: '某列', en: 'Some column' }
const days = fc.integer({ min: 0, max: 109_571 }).map((n) => addDays('1900-01-01', n))
const entry = fc
  .string({ unit: fc.constantFrom('班', '主', '任', 'a', '7', ' ', '(', ')'), minLength: 1, maxLength: 6 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const words = fc
  .string({
    unit: fc.constantFrom('王', '伟', '0', 'a', ' ', '\n', '，', '１', '#', '"', '=', '\t'),
    minLength: 1,
  })
  .filter((text) => text.trim() !== '')
const scenes = tables.incidents.columns.scene.options!.map(({ zh }) => zh)

/** Valid values of every cell type that people fill. */
const valid: {
  readonly [Name in Exclude<CellTypeName, 'steps' | 'row'>]: readonly [
    Column,
    fc.Arbitrary<Exclude<Cell, null>>,
  ]
} = {
  text: [column.text({ ...label, holds: 'label' }), words],
  long: [column.long(label), words],
  file: [column.file(label), words],
  signature: [column.signature(label), words],
  choice: [tables.incidents.columns.scene, fc.constantFrom(...scenes)],
  choices: [
    tables.staff.columns.posts,
    fc
      .uniqueArray(entry, { minLength: 1, maxLength: 4 })
      .filter((list) => cellTypeOf(tables.staff.columns.posts).valid(list, tables.staff.columns.posts)),
  ],
  yesno: [column.yesno(label), fc.boolean()],
  integer: [column.integer(label), fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })],
  number: [
    column.number(label),
    fc.double({ min: -999_999_999_999_999, max: 999_999_999_999_999, noNaN: true }).map((n) => n + 0),
  ],
  money: [
    column.money(label),
    fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }).map((fen) => fen / 100 + 0),
  ],
  date: [column.date(label), days],
  time: [
    column.time(label),
    fc
      .tuple(days, fc.nat({ max: 23 }), fc.nat({ max: 59 }))
      .map(
        ([day, hour, minute]) => `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
      ),
  ],
  reference: [column.reference('staff', label), fc.constantFrom(...ids)],
  references: [column.references('staff', label), fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 })],
}

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'0123456789-/.:年月日时分上下午今天 ,，￥元万%#是否√×、()（）tTpPmM+'),
  }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
)
const everyColumn = Object.values(tables).flatMap((table) => Object.values<Column>(table.columns))
const types = [...new Map(everyColumn.map((each) => [each.type, each])).values(), column.signature(label)]

describe.each(Object.entries(valid))('%s', (_name, [on, values]) => {
  const type = cellTypeOf(on)

  it('reads back what it shows', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(type.valid(value, on)).toBe(true)
        expect(type.parse(type.format(value, on, context), on, context)).toEqual({ ok: true, value })
      }),
      { numRuns: 500 },
    )
  })

  it('reads back what it puts into a spreadsheet', () => {
    fc.assert(
      fc.property(values, (value) => {
        const sheet = type.toSheet(value, on, context).value
        expect(sheet).not.toBeNull()
        expect(type.parse(sheet!, on, context)).toEqual({ ok: true, value })
      }),
      { numRuns: 500 },
    )
  })

  it('orders values the same way whoever asks', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const compare = (x: Cell, y: Cell) => Math.sign(type.compare(x, y, on, context))
        expect(compare(a, b) + compare(b, a)).toBe(0)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
        // Text kept as typed comes after what could be read.
        if (typeof a !== 'string') expect(compare(a, '看不懂的文字')).not.toBe(compare('看不懂的文字', a))
      }),
    )
  })
})

describe.each(types.map((each) => [each.type, each] as const))('%s, given anything', (_name, on) => {
  const type = cellTypeOf(on)

  it('never throws, and what it takes is valid and stays what it is', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const read = type.parse(input, on, context)
        if (!read.ok || read.value === null) return
        expect(type.valid(read.value, on)).toBe(true)
        expect(type.parse(type.format(read.value, on, context), on, context)).toEqual(read)
      }),
      { numRuns: 1000 },
    )
  })

  it('shows, sorts and exports text kept as typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(type.format(typed, on, context)).toBeTypeOf('string')
        expect(type.toSheet(typed, on, context)).toBeTypeOf('object')
        expect(type.compare(typed, typed, on, context)).toBe(0)
      }),
    )
  })
})
