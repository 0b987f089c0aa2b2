import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DELETED } from '../../src/engine/change.ts'
import { canonical } from '../../src/sync/canonical.ts'
import { decode, encode } from '../../src/sync/package.ts'
import { unpackFile } from '../../src/sync/package-file.ts'
import { WorkbookState } from '../../src/sync/workbook-state.ts'
import { isCell, packCells, unpackCells } from '../../src/sync/packed-cells.ts'
import { packNumbers, unpackNumbers } from '../../src/sync/packed-numbers.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { bytesOf, canonicalText, stateOf } from './copy.ts'
import { finalCopies, schedule } from './schedules.ts'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'grapheme' }),
  // No cell type makes −0, and JSON has none.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
)

const state = schedule(40).map((each) => finalCopies(each)[0]!.state)

test('what is decoded is what was encoded', () => {
  fc.assert(
    fc.property(state, (written) => {
      const bytes = bytesOf(written)
      expect(bytesOf(stateOf(bytes))).toEqual(bytes)
      expect(canonicalText(stateOf(bytes))).toBe(canonicalText(written))
    }),
    { numRuns: 300 },
  )
})

/** Texts around numbers, as ids, dates and numbered stories are, with and without leading zeros. */
const numbered: fc.Arbitrary<Cell> = fc
  .tuple(fc.constantFrom('', 'SG-', '2027-03-', '9'), fc.nat(12_000), fc.constantFrom(0, 2, 5), fc.string())
  .map(([before, number, width, after]) => `${before}${String(number).padStart(width, '0')}${after}`)

test('any cells come back as they were, whether few values or many, numbered or like another column', () => {
  const column = fc.oneof(
    fc.array(cell, { size: 'max', maxLength: 50 }),
    fc.array(fc.oneof({ arbitrary: numbered, weight: 9 }, { arbitrary: cell, weight: 1 }), {
      size: 'max',
      maxLength: 50,
    }),
  )
  fc.assert(
    fc.property(column, fc.nat(5), fc.array(fc.tuple(fc.nat(60), cell)), (cells, more, apart) => {
      const rows = cells.length + more
      const expected = Array.from({ length: rows }, (_, i) => cells[i] ?? null)
      const other = [...expected]
      for (const [at, value] of apart) if (at < rows) other[at] = value
      for (const earlier of [new Map<string, Cell[]>(), new Map([['other', other]])]) {
        const packed: unknown = JSON.parse(JSON.stringify(packCells(cells, rows, earlier)))
        expect(unpackCells(packed, rows, earlier)).toEqual(JSON.parse(JSON.stringify(expected)))
        if (earlier.size === 0) expect(unpackCells(packed, rows + 1)).toBeNull()
      }
    }),
    { numRuns: 500 },
  )
})

test('whole numbers come back as they were, and nothing else is taken for them', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.nat(100),
          fc.maxSafeNat().map((n) => n % 2 ** 48),
        ),
        { size: 'max', maxLength: 50 },
      ),
      fc.anything(),
      (numbers, other) => {
        const packed: unknown = JSON.parse(JSON.stringify(packNumbers(numbers)))
        expect(unpackNumbers(packed, numbers.length)).toEqual(Float64Array.from(numbers))
        expect(unpackNumbers(packed, numbers.length + 1)).toBeNull()
        const most = Math.max(0, ...numbers)
        if (numbers.length > 0) expect(unpackNumbers(packed, numbers.length, most)).toBeNull()
        expect(unpackNumbers(other, 3)).toBeNull()
      },
    ),
    { numRuns: 500 },
  )
})

test('columns and tables may be called anything', () => {
  const odd = new WorkbookState()
  const names = ['__proto__', 'constructor', 'toString', '']
  for (const table of names)
    odd.apply({
      replica: `r${table}`,
      seq: 1,
      at: 'some time',
      by: table,
      change: {
        source: 'user',
        label: { code: 'edit' },
        edits: names.map((column) => ({ table, row: '#1', column, from: null, to: column })),
        added: [],
      },
    })
  const read = stateOf(bytesOf(odd))
  for (const table of names) for (const column of names) expect(read.shown(table, '#1', column)).toBe(column)
  expect(read.changes.of({ replica: 'r__proto__', seq: 1 })?.at).toBe('some time')
})

test('parts that a newer version has put in are passed on', () => {
  const content = JSON.parse(new TextDecoder().decode(bytesOf(new WorkbookState()))) as Record<
    string,
    unknown
  >
  const newer = {
    ...content,
    format: 3,
    seals: { a: 1 },
    tables: { visits: { ids: [], born: [], columns: {}, saws: [], freeze: 3 } },
  }
  const read = decode(new TextEncoder().encode(JSON.stringify(newer)))
  if (!read.ok) throw new Error(read.problem.code)
  const again = JSON.parse(new TextDecoder().decode(encode(read.value))) as typeof newer
  expect(again.seals).toEqual({ a: 1 })
  expect(again.tables.visits.freeze).toBe(3)
  const tooNew = decode(new TextEncoder().encode(JSON.stringify({ ...newer, reads: 3 })))
  expect(tooNew).toEqual({
    ok: false,
    problem: { code: 'package.newer-format', params: { format: 3, known: 2 } },
  })
})

test('bytes that are not a package are refused, or give another whole state: never an exception', () => {
  fc.assert(
    fc.property(state, fc.infiniteStream(fc.nat()), (written, numbers) => {
      const bytes = bytesOf(canonical(written)).slice()
      const next = () => numbers.next().value!
      for (let i = next() % 4; i >= 0; i--) bytes[next() % bytes.length] = next() % 256
      const read = decode(bytes)
      if (read.ok) {
        for (const table of read.value.state.tables.values())
          for (const column of table.columns.values()) expect(column.cells.every(isCell)).toBe(true)
        expect(decode(encode(read.value)).ok).toBe(true)
      } else expect(read.problem.code).toMatch(/^package\./)
    }),
    { numRuns: 2_000 },
  )
})

test('a package of the first format is read as it was meant', async () => {
  const file = new Uint8Array(readFileSync(new URL('../fixtures/package-file-1.bin', import.meta.url)))
  const unpacked = await unpackFile(file)
  if (!unpacked.ok) throw new Error(unpacked.problem.code)
  expect(unpacked.value.key).toBeNull()
  const read = stateOf(unpacked.value.content)
  expect(read.vector).toEqual({ '#a': 2, '#b': 2 })
  expect(read.tables.get('staff')!.ids).toEqual(['#1', '#2', '#3'])
  expect(read.shown('staff', '#2', 'name')).toBe('赵陆')
  expect(read.shown('staff', '#1', 'posts')).toEqual(['值周', '班主任'])
  expect(read.shown('staff', '#3', DELETED)).toBe(true)
  expect(read.register('staff', '#1', 'name').map(({ value }) => value)).toEqual(['李泗', '李肆'])
  expect(read.changes.of({ replica: '#b', seq: 2 })).toEqual({
    at: '2026-11-25T08:05:00.000Z',
    by: '陈老师',
    source: 'paste',
    print: 123456789,
  })
  expect(canonicalText(stateOf(bytesOf(read)))).toBe(canonicalText(read))
})
