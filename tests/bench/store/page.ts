import { Dexie, type Table } from 'dexie'
import { Workbook } from '../../../src/engine/workbook.ts'
import { openStore, type Store } from '../../../src/store/open-store.ts'
import type { OpenedWorkbook } from '../../../src/store/workbook-store.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import { tables } from '../../../src/tables/index.ts'
import { benchSchool } from '../school.ts'

type Row = Record<string, Cell>

const LEVEL = 'loss_yuan'

const incidents = (count: number) => benchSchool(count).tables['incidents']!

const rowObjects = (count: number): Row[] => {
  const { ids, columns } = incidents(count)
  const keys = Object.keys(columns)
  return ids.map((id, i) => ({ id, ...Object.fromEntries(keys.map((key) => [key, columns[key]![i]!])) }))
}

async function opened(name: string): Promise<{ store: Store; workbook: OpenedWorkbook }> {
  const store = await openStore()
  if (!store.ok) throw new Error(store.problem.code)
  const workbook = await store.value.open(name)
  if (!workbook.ok) throw new Error(workbook.problem.code)
  return { store: store.value, workbook: workbook.value }
}

/** The usual way: every row a record under its id. */
class RowDatabase extends Dexie {
  declare readonly rows: Table<Row, string>
  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ rows: 'id' })
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/** Reads every cell once, so that nothing is left undone by laziness. */
const sumOf = (columns: Iterable<readonly Cell[]>): number => {
  let sum = 0
  for (const cells of columns) for (const cell of cells) sum += typeof cell === 'string' ? cell.length : 1
  return sum
}

const doors = {
  ours: {
    async import(count: number, name: string): Promise<number> {
      const store = await openStore()
      if (!store.ok) throw new Error(store.problem.code)
      await store.value.create({ kind: 'school', name, id: name })
      const workbook = await store.value.open(name)
      if (!workbook.ok) throw new Error(workbook.problem.code)
      const { ids, columns } = incidents(count)
      const took = await timed(() =>
        workbook.value.commit(
          {
            source: 'import',
            label: { code: 'import' },
            edits: [],
            added: [{ table: 'incidents', ids, columns }],
          },
          '',
        ),
      )
      await store.value.close()
      return took
    },
    async load(name: string): Promise<{ took: number; engine: number; rows: number }> {
      let loaded: OpenedWorkbook | null = null
      const took = await timed(async () => {
        loaded = (await opened(name)).workbook
        sumOf(Object.values(loaded.tables['incidents']!.columns))
      })
      const rows = loaded!.tables
      const engine = await timed(async () => {
        const book = new Workbook({ tables, now: () => '2024-12-01 08:00' })
        for (const [table, content] of Object.entries(rows)) book.load(table, content)
        book.start()
      })
      return { took, engine, rows: rows['incidents']!.ids.length }
    },
    async edit(name: string, count: number): Promise<number[]> {
      const { store, workbook } = await opened(name)
      const { ids } = workbook.tables['incidents']!
      const times: number[] = []
      for (let i = 0; i < count; i++) {
        const row = ids[(i * 7919) % ids.length]!
        const edit = { table: 'incidents', row, column: LEVEL, from: null, to: i }
        const change = { source: 'user', label: { code: 'grid.edit' }, edits: [edit], added: [] } as const
        times.push(await timed(() => workbook.commit(change, '')))
      }
      await store.close()
      return times
    },
  },
  rows: {
    async import(count: number, name: string): Promise<number> {
      const rows = rowObjects(count)
      const database = new RowDatabase(name)
      await database.open()
      const took = await timed(() => database.rows.bulkPut(rows))
      database.close()
      return took
    },
    async load(name: string): Promise<{ took: number; engine: number; rows: number }> {
      let rows: Row[] = []
      const took = await timed(async () => {
        rows = await new RowDatabase(name).rows.toArray()
        sumOf(rows.map((row) => Object.values(row)))
      })
      return { took, engine: 0, rows: rows.length }
    },
    async edit(name: string, count: number): Promise<number[]> {
      const database = new RowDatabase(name)
      const rows = await database.rows.toArray()
      const times: number[] = []
      for (let i = 0; i < count; i++) {
        const row = { ...rows[(i * 7919) % rows.length]!, [LEVEL]: i }
        times.push(await timed(() => database.rows.put(row)))
      }
      database.close()
      return times
    },
  },
  /** In memory: what reading the rows costs when no database is in between. */
  limit: {
    async import(count: number): Promise<number> {
      const rows = rowObjects(count)
      return timed(async () => JSON.stringify(rows))
    },
    async load(count: number): Promise<{ took: number }> {
      const text = JSON.stringify(rowObjects(count))
      return {
        took: await timed(async () => sumOf((JSON.parse(text) as Row[]).map((row) => Object.values(row)))),
      }
    },
  },
}

export type StoreDoors = typeof doors
Object.assign(globalThis, { doors })
