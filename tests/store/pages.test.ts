import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../src/tables/cell.ts'
import { isPage, packColumn, packPages, PAGE_ROWS, unpackColumn } from '../../src/store/pages.ts'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('已认定', '', '\u0000', '\u0001', '\ud800', '𠮷', '0'),
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 1, Infinity, -Infinity),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
)
const column = fc.oneof(
  fc.array(cell, { size: 'max', maxLength: 300 }),
  fc.array(fc.option(fc.double({ noNaN: true })), { size: 'max', maxLength: 300 }),
  fc.array(fc.constantFrom<Cell[]>(null, '轻微', '中度', true, false), { size: 'max', maxLength: 300 }),
  fc.tuple(cell, fc.nat(300)).map(([value, length]) => Array<Cell>(length).fill(value)),
)

test('a column comes back exactly as it was, also through the browser', () => {
  fc.assert(
    fc.property(column, (cells) => {
      const to: Cell[] = ['before']
      expect(unpackColumn(structuredClone(packColumn(cells)), cells.length, to)).toBe(true)
      expect(to).toStrictEqual(['before', ...cells])
    }),
    { numRuns: 500 },
  )
})

test('more than 256 different values are not squeezed into a byte', () => {
  const cells = numbers(700).map((n) => `第${n}号`)
  const to: Cell[] = []
  unpackColumn(packColumn(cells), 700, to)
  expect(to).toEqual(cells)
})

test('each kind of column takes the form made for it', () => {
  const kind = (cells: Cell[]) => packColumn(cells).kind
  expect(kind(['食堂', '食堂'])).toBe('same')
  expect(kind([null, null])).toBe('same')
  expect(kind([1, null, 2.5])).toBe('numbers')
  expect(kind([true, false, null])).toBe('few')
  expect(kind(['轻微', '中度', '轻微'])).toBe('few')
  expect(kind([['甲'], ['乙']])).toBe('plain')
  expect(kind([1, '大约 2'])).toBe('plain')
})

test('what is not a column of so many cells is refused', () => {
  const odd: unknown[] = [
    undefined,
    null,
    'junk',
    {},
    { kind: 'of a newer build', cells: ['a', 'b'] },
    { kind: 'same', value: new Date(0) },
    { kind: 'same', value: { a: 1 } },
    { kind: 'numbers', numbers: [1, 2] },
    { kind: 'numbers', numbers: Float64Array.of(1) },
    { kind: 'few', values: ['a'], index: Uint8Array.of(0, 1) },
    { kind: 'few', values: 'ab', index: Uint8Array.of(0, 1) },
    { kind: 'plain', cells: ['a'] },
    { kind: 'plain', cells: ['a', { b: 1 }] },
    { kind: 'plain', cells: 'ab' },
  ]
  for (const packed of odd) expect(unpackColumn(packed as never, 2, [])).toBe(false)
})

test('rows are cut into pages in order, and each is a page', () => {
  const ids = numbers(2500).map((n) => `#${n}`)
  const pages = packPages(
    { ids, columns: { n: numbers(2500) } },
    { workbook: 'w', table: 't', firstPage: 4, dot: { replica: 0, seq: 9 } },
  )
  expect(pages.map(({ page, rows }) => [page, rows])).toEqual([
    [4, PAGE_ROWS],
    [5, PAGE_ROWS],
    [6, 500],
  ])
  expect(pages.flatMap((page) => page.ids)).toEqual(ids)
  expect(pages.every(isPage)).toBe(true)
  for (const odd of [
    null,
    'x',
    {},
    { ...pages[0], ids: 'abc' },
    { ...pages[0], rows: 3 },
    { ...pages[0], dot: 1 },
  ])
    expect(isPage(odd)).toBe(false)
})

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
