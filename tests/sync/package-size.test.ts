import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { newId } from '../../src/shared/id.ts'
import { merge, replay } from '../../src/sync/merge.ts'
import { encode } from '../../src/sync/package.ts'
import { WorkbookState } from '../../src/sync/workbook-state.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { benchSchool } from '../bench/school.ts'
import { randomFrom } from '../oracle/random-from.ts'

const ROWS = 20_000

/** The bench's incidents with ids as the program makes them, and a thousand edits on each of two computers. */
function exchanged(id: () => string): WorkbookState {
  const { ids, columns } = benchSchool(ROWS).tables['incidents']!
  const own = new Map(ids.map((each) => [each, id()]))
  const cells = Object.entries(columns).map(([key, values]): [string, readonly Cell[]] => [
    key,
    values.map((cell) => {
      if (typeof cell !== 'string' || !cell.startsWith('#')) return cell
      if (!own.has(cell)) own.set(cell, id())
      return own.get(cell)!
    }),
  ])
  const random = randomFrom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  let clock = Date.UTC(2026, 10, 2, 8)
  const at = () => new Date((clock += 1 + Math.floor(random() * 90_000))).toISOString()
  const rows = ids.map((each) => own.get(each)!)
  const beginning = {
    replica: '#one',
    seq: 1,
    at: at(),
    by: '王老师',
    change: {
      source: 'import' as const,
      label: { code: 'import' },
      edits: [],
      added: [{ table: 'incidents', ids: rows, columns: Object.fromEntries(cells) }],
    },
  }
  const copy = (replica: string, by: string, from: number) => {
    const state = new WorkbookState()
    state.apply(beginning)
    for (let i = 0; i < 1000; i++) {
      const [column, values] = pick(cells)
      const edit = { table: 'incidents', row: pick(rows), column, from: null, to: pick(values) }
      state.apply({
        replica,
        seq: from + i,
        at: at(),
        by,
        change: { source: 'user', label: { code: 'grid.edit' }, edits: [edit], added: [] },
      })
    }
    return state
  }
  const mine = copy('#one', '王老师', 2)
  const merged = merge(mine, copy('#two', '陈老师', 1), at())
  return replay(mine, { ...merged, replica: '#one', seq: 0, at: at(), by: '' })
}

const deflated = (state: WorkbookState): number =>
  deflateRawSync(encode({ workbook: { id: 'w', kind: 'school', name: '实验小学' }, state })).length

test('20,000 rows of 15 cells with 1,000 edits on each of two computers are a file of at most 400 kB', () => {
  expect(deflated(exchanged(newId))).toBeLessThan(400_000)
})
