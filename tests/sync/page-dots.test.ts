import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dot } from '../../src/sync/dots.ts'
import { dotAt, PageDotsDraft, type PageDots } from '../../src/sync/page-dots.ts'

const COLUMNS = ['name', 'state', '__proto__']
const dot = fc.record({
  replica: fc.constantFrom('a', 'b', 'c'),
  seq: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
})
const step = fc.oneof(
  fc.record({ kind: fc.constant('row' as const), dot }),
  fc.record({ kind: fc.constant('cell' as const), row: fc.nat(), column: fc.constantFrom(...COLUMNS), dot }),
  fc.record({ kind: fc.constant('keep' as const) }),
)

test('every cell has the dot last written to it, else the dot of its row, also after being stored in between', () => {
  fc.assert(
    fc.property(fc.array(step, { size: 'max', maxLength: 60 }), (steps) => {
      const replicas = ['a']
      const first = { replica: 'a', seq: 7 }
      let dots: PageDots = { base: { replica: 0, seq: 7 } }
      let draft = new PageDotsDraft(dots, 100, replicas)
      const rowDots: Dot[] = [first, first]
      const cellDots = new Map<string, Dot>()
      for (const s of steps) {
        if (s.kind === 'row') draft.row(rowDots.push(s.dot) - 1, s.dot)
        else if (s.kind === 'cell') {
          const row = s.row % rowDots.length
          draft.cell(s.column, row, s.dot)
          cellDots.set(`${row} ${s.column}`, s.dot)
        } else {
          dots = structuredClone(draft.finish(rowDots.length))
          draft = new PageDotsDraft(dots, 100, replicas)
        }
      }
      dots = draft.finish(rowDots.length)
      rowDots.forEach((rowDot, row) => {
        for (const column of [...COLUMNS, 'constructor']) {
          const { replica, seq } = dotAt(dots, column, row)
          expect({ replica: replicas[replica], seq }).toEqual(cellDots.get(`${row} ${column}`) ?? rowDot)
        }
      })
    }),
  )
})

test('a page that one change has made keeps a single dot', () => {
  const draft = new PageDotsDraft({ base: { replica: 0, seq: 4 } }, 1000, ['a'])
  for (let row = 0; row < 1000; row++) draft.row(row, { replica: 'a', seq: 4 })
  expect(draft.finish(1000)).toEqual({ base: { replica: 0, seq: 4 } })
})

test('what a deleter had seen is kept until the row is there again', () => {
  const draft = new PageDotsDraft({ base: { replica: 0, seq: 1 } }, 10, ['a'])
  draft.deleted(3, { a: 5 })
  expect(draft.finish(10).saw).toEqual({ 3: { a: 5 } })
  draft.deleted(3, null)
  expect(draft.finish(10).saw).toBeUndefined()
})
