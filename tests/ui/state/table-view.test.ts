import { expect, test } from 'vitest'
import { DeviceSettings } from '../../../src/app/device-settings.ts'
import { tables } from '../../../src/tables/index.ts'
import type { ViewState } from '../../../src/grid/view-state.ts'
import { movesFor } from '../../../src/ui/state/grid-moves.ts'
import type { Moved } from '../../../src/ui/state/session-types.ts'
import { canAddRows, canImport } from '../../../src/ui/state/table-actions.ts'
import { rememberedView, rememberView, withoutFilter } from '../../../src/ui/state/view-memory.ts'

const moved = (part: Partial<Moved>): Moved => ({
  tables: new Set(),
  rows: new Map(),
  reshaped: new Set(),
  everything: false,
  ...part,
})

test('a change of another table leaves the grid alone', () => {
  expect(movesFor(tables.staff, moved({ tables: new Set(['incidents']) }))).toBe(false)
})

test('a change of a table whose rows are named here refreshes the names', () => {
  expect(movesFor(tables.findings, moved({ tables: new Set(['staff']) }))).toEqual({
    rows: new Map(),
    added: false,
    deleted: false,
  })
})

test('an edit refreshes its rows; rows that come or go are followed', () => {
  const rows = new Map([['staff', new Set(['#a'])]])
  expect(movesFor(tables.staff, moved({ tables: new Set(['staff']), rows }))).toEqual({
    rows,
    added: false,
    deleted: false,
  })
  expect(
    movesFor(tables.staff, moved({ tables: new Set(['staff']), rows, reshaped: new Set(['staff']) })),
  ).toMatchObject({ added: true, deleted: true })
})

test('rows that the program makes anew are read anew', () => {
  const scores = moved({ tables: new Set(['termScores']), reshaped: new Set(['termScores']) })
  expect(movesFor(tables.termScores, scores)).toBeNull()
})

test('a change of the policy refreshes what is seen of every table', () => {
  expect(movesFor(tables.staff, moved({ everything: true }))).toMatchObject({ added: false, deleted: false })
  expect(movesFor(tables.staff, moved({ everything: true, reshaped: new Set(['staff']) }))).toBeNull()
})

test('people add rows where people write; scores are neither added nor imported', () => {
  const can = Object.values(tables)
    .filter((table) => !canAddRows(table))
    .map(({ name }) => name)
  expect(can).toEqual(['termScores', 'allowances', 'schoolReports', 'attachments', 'exports'])
  for (const table of [tables.termScores, tables.attachments]) expect(canImport(table)).toBe(false)
  expect(canImport(tables.incidents)).toBe(true)
})

const view: ViewState = {
  columns: [{ key: 'no', width: 90, hidden: false, frozen: true }],
  sort: null,
  filters: { scene: ['课堂'], type: ['打架'] },
}

test('each workbook keeps its own arrangement of a table', async () => {
  const kept = new Map<string, unknown>()
  const store = {
    setting: async (key: string) => kept.get(key),
    setSetting: async (key: string, value: unknown) => {
      kept.set(key, structuredClone(value))
      return { ok: true, value: undefined } as const
    },
  }
  rememberView(await DeviceSettings.read(store), '#one', 'incidents', view)
  const settings = await DeviceSettings.read(store)
  expect(rememberedView(settings, '#one', 'incidents')).toEqual(view)
  expect(rememberedView(settings, '#two', 'incidents')).toBeNull()
  kept.set('views', { '#one incidents': 'damaged' })
  expect(rememberedView(await DeviceSettings.read(store), '#one', 'incidents')).toBeNull()
})

test('a filter is taken away alone, or all are', () => {
  expect(withoutFilter(view, 'scene').filters).toEqual({ type: ['打架'] })
  expect(withoutFilter(view, null)).toEqual({ ...view, filters: {} })
})
