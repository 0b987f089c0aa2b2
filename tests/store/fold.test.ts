import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DELETED, type CellEdit, type Change } from '../../src/engine/change.ts'
import type { Dot, VersionVector } from '../../src/sync/dots.ts'
import { Database } from '../../src/store/db.ts'
import type { LoadedTable } from '../../src/store/load.ts'
import type { LogRecord } from '../../src/store/log.ts'
import { readState } from '../../src/store/read-state.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { IDBKeyRange } from 'fake-indexeddb'
import { adds, edit, edits, freshWorkbook, numbered, opened, Profile, reloaded, rows } from './browser.ts'

/** All a workbook holds after some changes, said as simply as possible: a list of rows, each a bag of cells. */
class Naive {
  readonly tables = new Map<string, Map<string, Map<string, { value: Cell; dot: Dot | null }>>>()
  readonly rowDots = new Map<string, Dot>()
  readonly saws = new Map<string, VersionVector | null>()

  apply(record: LogRecord, saw: VersionVector): void {
    const dot = { replica: record.replica, seq: record.seq }
    for (const { table, ids, columns } of record.change.added)
      ids.forEach((id, i) => {
        const isNew = this.row(table, id, dot)
        for (const key of Object.keys(columns))
          this.write(table, id, key, columns[key]![i]!, isNew ? null : dot)
      })
    for (const { table, row, column, to } of record.change.edits) {
      this.row(table, row, dot)
      this.write(table, row, column, to, dot)
      if (column === DELETED) this.saws.set(`${table} ${row}`, to === true ? saw : null)
    }
  }

  /** Rows with their filled cells only: an empty cell and a missing column are the same. */
  content() {
    return Object.fromEntries(
      [...this.tables].map(([table, rows]) => [
        table,
        [...rows].map(([id, cells]) => [
          id,
          Object.fromEntries(
            [...cells].filter(([, { value }]) => value !== null).map(([k, { value }]) => [k, value]),
          ),
        ]),
      ]),
    )
  }

  private row(table: string, id: string, dot: Dot): boolean {
    if (!this.tables.has(table)) this.tables.set(table, new Map())
    const rows = this.tables.get(table)!
    if (rows.has(id)) return false
    rows.set(id, new Map())
    this.rowDots.set(`${table} ${id}`, dot)
    return true
  }

  private write(table: string, id: string, key: string, value: Cell, dot: Dot | null): void {
    this.tables.get(table)!.get(id)!.set(key, { value, dot })
  }
}

function contentOf(tables: Readonly<Record<string, LoadedTable>>) {
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([, { ids }]) => ids.length > 0)
      .map(([table, { ids, columns }]) => [
        table,
        ids.map((id, i) => [
          id,
          Object.fromEntries(
            Object.entries(columns)
              .filter(([, cells]) => cells[i] !== null)
              .map(([key, cells]) => [key, cells[i]]),
          ),
        ]),
      ]),
  )
}

const value: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 2 }),
)
const table = fc.constantFrom('incidents', 'staff')
const column = fc.constantFrom('name', 'state', 'of a newer build')
const cellEdit = fc.record({ table, row: fc.nat(30), column, to: value })

type Step =
  | { kind: 'add'; table: string; count: number; values: Cell[] }
  | {
      kind: 'import'
      values: Cell[]
      alsoStaff: boolean
      edits: { table: string; row: number; column: string; to: Cell }[]
    }
  | { kind: 'edit'; edits: { table: string; row: number; column: string; to: Cell }[] }
  | { kind: 'delete'; row: number; to: true | null }
  | { kind: 'fold' }
  | { kind: 'reload' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      table,
      count: fc.constantFrom(1, 2, 30, 450),
      values: fc.array(value, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      values: fc.array(value, { minLength: 1, maxLength: 5 }),
      alsoStaff: fc.boolean(),
      edits: fc.array(cellEdit, { maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      edits: fc.array(cellEdit, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      row: fc.nat(30),
      to: fc.constantFrom<(true | null)[]>(true, true, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fold' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const) }) },
)

test('loading gives what a naive replay of all changes gives, wherever folds and reloads fall, and so do the dots', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', maxLength: 25 }), async (steps) => {
      const profile = new Profile()
      let { store, workbook } = await freshWorkbook(profile)
      const naive = new Naive()
      const vector = new Map<string, number>()
      let ids = 0
      const commit = async (change: Change) => {
        const n = await workbook.commit(change, '王老师')
        const [record] = await workbook.log({ from: n, to: n })
        naive.apply({ ...record!, change }, Object.fromEntries(vector))
        vector.set(record!.replica, record!.seq)
      }
      const cells = (list: readonly { table: string; row: number; column: string; to: Cell }[]): CellEdit[] =>
        list.map(({ row, ...rest }) => ({ ...rest, row: `#${rest.table}${row}`, from: null }))
      const block = (name: string, count: number, values: readonly Cell[]) =>
        rows(
          Array.from({ length: count }, () => `#${name}${ids++}`),
          {
            name: Array.from({ length: count }, (_, i) => values[i % values.length]!),
            n: Array.from({ length: count }, (_, i) => i),
          },
          name,
        )
      for (const s of steps) {
        if (s.kind === 'add') await commit(adds(block(s.table, s.count, s.values)))
        else if (s.kind === 'import')
          await commit({
            ...adds(
              block('incidents', 300, s.values),
              ...(s.alsoStaff ? [block('staff', 3, s.values)] : []),
              block('incidents', 250, s.values),
            ),
            edits: cells(s.edits),
          })
        else if (s.kind === 'edit') await commit(edits(...cells(s.edits)))
        else if (s.kind === 'delete') await commit(edits(edit(`#staff${s.row}`, DELETED, s.to, 'staff')))
        else if (s.kind === 'fold') await workbook.fold()
        else {
          await store.close()
          store = await profile.tab()
          workbook = await opened(store)
          expect(workbook.startReport).toEqual({ marker: { kind: 'ok' }, quarantined: [], readOnly: null })
        }
      }
      await store.close()
      expect(contentOf(await reloaded(profile))).toEqual(naive.content())
      await expectDots(profile, naive)
      store = await profile.tab()
      workbook = await opened(store)
      await workbook.fold()
      await store.close()
      expect(contentOf(await reloaded(profile))).toEqual(naive.content())
      await expectDots(profile, naive)
    }),
    { numRuns: 25 },
  )
}, 120_000)

async function expectDots(profile: Profile, naive: Naive): Promise<void> {
  const database = new Database(profile.factory, IDBKeyRange)
  await database.open()
  const { state } = await readState(database, 'w')
  const wrong: unknown[] = []
  for (const [table, all] of naive.tables)
    for (const [row, cells] of all) {
      for (const key of ['name', 'state', 'of a newer build', 'n', DELETED]) {
        const rowDot = naive.rowDots.get(`${table} ${row}`)!
        const cell = cells.get(key)
        const expected = cell?.dot ?? rowDot
        const register = state.register(table, row, key)
        // A cell that nobody has filled or emptied holds nothing, and has no dot.
        if (!cell?.dot && (cell?.value ?? null) === null && key !== DELETED) {
          if (register.length > 0) wrong.push({ table, row, key, register })
        } else if (
          register.length !== 1 ||
          register[0]!.replica !== expected.replica ||
          register[0]!.seq !== expected.seq ||
          JSON.stringify(register[0]!.value) !== JSON.stringify(cell?.value ?? null)
        )
          wrong.push({ table, row, key, register, expected })
      }
      const [deletion] = state.register(table, row, DELETED)
      expect(deletion?.saw ?? null).toEqual(naive.saws.get(`${table} ${row}`) ?? null)
    }
  database.close()
  expect(wrong).toEqual([])
}

test('a fold that is stopped by a change leaves everything as it was, and the next one does the whole', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  await workbook.commit(adds(rows(numbered(40), { name: numbered(40) })), '王老师')
  const folding = workbook.fold()
  const saved = workbook.commit(edits(edit('#r3', 'name', '李老师')), '王老师')
  await Promise.all([folding, saved])
  await workbook.fold()
  await store.close()
  const { incidents } = await reloaded(profile)
  expect(incidents!.ids).toEqual(numbered(40))
  expect(incidents!.columns['name']![3]).toBe('李老师')
})

test('values a merge could not decide between stay with the cell until somebody writes it', async () => {
  const { profile, store, workbook } = await freshWorkbook()
  await workbook.commit(adds(rows(['#a', '#b'], { name: ['甲', '乙'] })), '王老师')
  await store.close()
  const values = [
    { replica: 'x', seq: 1, value: '甲' },
    { replica: 'y', seq: 5, value: '丙' },
  ]
  const database = new Database(profile.factory, IDBKeyRange)
  await database.open()
  const conflict = (row: string) => ({ table: 'incidents', row, column: 'name', values })
  await database.log.update(['w', 1], { conflicts: [conflict('#a'), conflict('#b')] })
  database.close()

  let again = await profile.tab()
  let workbookAgain = await opened(again)
  expect(workbookAgain.conflicts).toEqual([conflict('#a'), conflict('#b')])
  await workbookAgain.fold()
  await again.close()

  again = await profile.tab()
  workbookAgain = await opened(again)
  expect(workbookAgain.conflicts).toEqual([conflict('#a'), conflict('#b')])
  await workbookAgain.commit(edits(edit('#a', 'name', '丁')), '王老师')
  await again.close()

  again = await profile.tab()
  workbookAgain = await opened(again)
  expect(workbookAgain.conflicts).toEqual([conflict('#b')])
  await workbookAgain.fold()
  await again.close()
  again = await profile.tab()
  expect((await opened(again)).conflicts).toEqual([conflict('#b')])
  await again.close()
})
