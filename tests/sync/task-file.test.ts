import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packFile, unpackFile } from '../../src/sync/package-file.ts'
import { newSigningKey } from '../../src/sync/signature.ts'
import { decodeTasks, encodeTasks, type TaskFile } from '../../src/sync/task-file.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { orderKinds, sentDown } from '../../src/tables/order-kinds.ts'
import { isNewerStamp, stampOf, type SentOrder, type SentRows } from '../../src/tables/sent-order.ts'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
)
const day = fc.constantFrom('2026-09-01', '2026-10-07', '2027-02-28')
const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const stamp = fc.tuple(fc.nat(5), hash).map(([version, hash]) => stampOf(version, hash))

const rowsOf = (columns: readonly string[]): fc.Arbitrary<SentRows> =>
  fc.uniqueArray(fc.string(), { maxLength: 10 }).chain((ids) =>
    fc.record({
      ids: fc.constant(ids),
      withdrawn: fc.subarray(ids),
      columns: fc
        .array(fc.array(cell, { minLength: ids.length, maxLength: ids.length }), {
          minLength: columns.length,
          maxLength: columns.length,
        })
        .map((all) => Object.fromEntries(columns.map((key, at) => [key, all[at]!]))),
    }),
  )

const order: fc.Arbitrary<SentOrder> = fc.constantFrom(...orderKinds.map(({ zh }) => zh)).chain((kind) =>
  fc.record({
    id: fc.string(),
    no: fc.string(),
    stamp,
    kind: fc.constant(kind),
    title: fc.string({ unit: 'grapheme' }),
    text: fc.string({ unit: 'grapheme' }),
    date: day,
    due: fc.option(day),
    to: fc.array(fc.record({ code: fc.string(), name: fc.string() }), { maxLength: 4 }),
    hazard: fc.option(fc.string()),
    rows: sentDown[kind] ? fc.option(rowsOf(sentDown[kind].columns)) : fc.constant(null),
  }),
)

const file: fc.Arbitrary<TaskFile> = fc.record({
  bureau: fc.record({ workbook: fc.string(), name: fc.string() }),
  replica: fc.string(),
  made: fc.string(),
  orders: fc.uniqueArray(order, { maxLength: 5, selector: ({ id }) => id }),
})

const plain = (tasks: TaskFile): string =>
  JSON.stringify({
    ...tasks,
    orders: tasks.orders.map(({ rows, ...rest }) => [
      Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
      rows && [rows.ids, rows.withdrawn, Object.entries(rows.columns)],
    ]),
  })

test('what is decoded is what was encoded', () => {
  fc.assert(
    fc.property(file, (written) => {
      const read = decodeTasks(encodeTasks(written))
      if (!read.ok) throw new Error(`${read.problem.code} ${String(read.problem.params?.['where'])}`)
      expect(plain(read.value)).toBe(plain(written))
    }),
    { numRuns: 300 },
  )
})

test('whatever the bytes are, it is read or refused', () => {
  fc.assert(
    fc.property(file, fc.nat(), fc.nat(255), (written, at, byte) => {
      const bytes = encodeTasks(written)
      bytes[at % bytes.length] = byte
      const read = decodeTasks(bytes)
      if (!read.ok) expect(read.problem.code).toMatch(/^package\./)
    }),
    { numRuns: 500 },
  )
})

test('a file writes no column that is not the bureau’s to fill', () => {
  const [written] = fc.sample(
    order.filter(({ rows }) => rows !== null && rows.ids.length > 0),
    1,
  )
  const rows = { ...written!.rows!, columns: { ...written!.rows!.columns, sent: written!.rows!.ids } }
  const tasks = {
    bureau: { workbook: 'b', name: 'b' },
    replica: 'r',
    made: '',
    orders: [{ ...written!, rows }],
  }
  expect(decodeTasks(encodeTasks(tasks))).toMatchObject({ ok: false, problem: { code: 'package.malformed' } })
})

test('of two versions exactly one is newer, unless they are the same', () => {
  fc.assert(
    fc.property(stamp, stamp, stamp, (a, b, c) => {
      expect(isNewerStamp(a, b) && isNewerStamp(b, a)).toBe(false)
      if (a !== b) expect(isNewerStamp(a, b) || isNewerStamp(b, a)).toBe(true)
      if (isNewerStamp(a, b) && isNewerStamp(b, c)) expect(isNewerStamp(a, c)).toBe(true)
      expect(isNewerStamp(a, null)).toBe(true)
    }),
  )
})

test('a file that somebody has changed on its way is refused', async () => {
  const [written] = fc.sample(file, 1)
  const packed = await packFile(encodeTasks(written!), await newSigningKey())
  expect((await unpackFile(packed)).ok).toBe(true)
  for (const at of [12, 60, 150, packed.length - 1]) {
    const changed = new Uint8Array(packed)
    changed[at]! ^= 1
    expect((await unpackFile(changed)).ok, String(at)).toBe(false)
  }
})
