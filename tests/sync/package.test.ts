import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../../src/sync/canonical.ts'
import { decode, encode } from '../../src/sync/package.ts'
import { packFile, unpackFile } from '../../src/sync/package-file.ts'
import { WorkbookState } from '../../src/sync/workbook-state.ts'
import { isCell, packCells, unpackCells } from '../../src/sync/packed-cells.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { bytesOf, canonicalText, stateOf } from './copy.ts'
import { finalCopies, schedule } from './schedules.ts'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
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

test('any cells come back as they were, whether few values or many', () => {
  fc.assert(
    fc.property(fc.array(cell, { size: 'max', maxLength: 50 }), fc.nat(5), (cells, more) => {
      const rows = cells.length + more
      const packed: unknown = JSON.parse(JSON.stringify(packCells(cells, rows)))
      const expected = Array.from({ length: rows }, (_, i) => cells[i] ?? null)
      expect(unpackCells(packed, rows)).toEqual(JSON.parse(JSON.stringify(expected)))
    }),
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
    format: 2,
    seals: { a: 1 },
    tables: { visits: { ids: [], born: [], columns: {}, saws: [], freeze: 3 } },
  }
  const read = decode(new TextEncoder().encode(JSON.stringify(newer)))
  if (!read.ok) throw new Error(read.problem.code)
  const again = JSON.parse(new TextDecoder().decode(encode(read.value))) as typeof newer
  expect(again.seals).toEqual({ a: 1 })
  expect(again.tables.visits.freeze).toBe(3)
  const tooNew = decode(new TextEncoder().encode(JSON.stringify({ ...newer, reads: 2 })))
  expect(tooNew).toEqual({
    ok: false,
    problem: { code: 'package.newer-format', params: { format: 2, known: 1 } },
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

test('a file with any bit flipped, or cut anywhere, is refused, or holds the very same content', async () => {
  const small = new WorkbookState()
  small.apply({
    replica: 'r',
    seq: 1,
    at: '2027-03-10T09:00:00.000Z',
    by: '王老师',
    change: {
      source: 'user',
      label: { code: 'edit' },
      edits: [{ table: 'incidents', row: '#1', column: 'name', from: null, to: '操场擦伤' }],
      added: [],
    },
  })
  const content = bytesOf(small)
  const file = await packFile(content)
  expect(await unpackFile(file)).toEqual({ ok: true, value: content })
  let refused = 0
  for (let bit = 0; bit < file.length * 8; bit++) {
    const damaged = file.slice()
    damaged[bit >> 3]! ^= 1 << (bit & 7)
    const read = await unpackFile(damaged)
    if (read.ok) expect(read.value).toEqual(content)
    else refused++
  }
  expect(refused).toBeGreaterThan(file.length * 7)
  for (let length = 0; length < file.length; length++)
    expect((await unpackFile(file.slice(0, length))).ok).toBe(false)
})
