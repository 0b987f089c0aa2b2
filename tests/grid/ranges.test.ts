import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asBlock,
  cellsIn,
  cellsInAll,
  contains,
  disjoint,
  nextWithin,
  rowRuns,
  without,
  type Position,
  type Range,
} from '../../src/grid/ranges.ts'
import {
  addTo,
  fit,
  isSelected,
  rangesOf,
  selectCell,
  selectRange,
  takeOut,
} from '../../src/grid/selection.ts'

const SIDE = 8
const line = fc
  .tuple(fc.nat(SIDE - 1), fc.nat(SIDE - 1))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const range = fc
  .tuple(line, line)
  .map(([[top, bottom], [left, right]]): Range => ({ top, bottom, left, right }))
const ranges = fc.array(range, { minLength: 1, maxLength: 6, size: 'max' })
const cells: Position[] = Array.from({ length: SIDE * SIDE }, (_, i) => ({
  row: Math.floor(i / SIDE),
  column: i % SIDE,
}))
const among = (all: readonly Range[], at: Position) => all.filter((each) => contains(each, at)).length

test('what is taken out of a range is gone, and nothing else', () => {
  fc.assert(
    fc.property(range, range, (from, taken) => {
      const rest = without(from, taken)
      for (const at of cells) expect(among(rest, at)).toBe(contains(from, at) && !contains(taken, at) ? 1 : 0)
    }),
  )
})

test('ranges apart hold the same cells, each once', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      const apart = disjoint(all)
      for (const at of cells) expect(among(apart, at)).toBe(among(all, at) > 0 ? 1 : 0)
      expect(cellsInAll(all)).toBe(cells.filter((at) => among(all, at) > 0).length)
      const rows = rowRuns(all).flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      )
      expect(rows).toEqual([...new Set(cells.filter((at) => among(all, at) > 0).map(({ row }) => row))])
    }),
  )
})

test('a block of several ranges has every cell once, in the order of the sheet', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      const block = asBlock(all)
      if (!block) return
      const { rows, columns } = block
      const taken = rows.flatMap((row) => columns.map((column) => ({ row, column })))
      expect(taken).toEqual(cells.filter((at) => among(all, at) > 0))
    }),
  )
  const [title, people] = [
    { top: 1, bottom: 2, left: 1, right: 1 },
    { top: 1, bottom: 2, left: 4, right: 5 },
  ]
  expect(asBlock([people, title])).toEqual({ rows: [1, 2], columns: [1, 4, 5] })
  expect(asBlock([title, { ...people, bottom: 3 }])).toBe(null)
  // Found once: what the first leaves of the second is one piece, too.
  expect(asBlock([title, { ...title, right: 2 }])).toBe(null)
})

test('Enter and Tab come by every cell of every range, and Shift goes the same way back', () => {
  fc.assert(
    fc.property(ranges, fc.constantFrom('down' as const, 'right' as const), (given, along) => {
      const all = disjoint(given)
      const start = { row: all[0]!.top, column: all[0]!.left }
      const seen: Position[] = []
      let at = start
      for (let i = 0; i < all.reduce((sum, each) => sum + cellsIn(each), 0); i++) {
        seen.push(at)
        const next = nextWithin(all, at, along, false)
        expect(nextWithin(all, next, along, true)).toEqual(at)
        at = next
      }
      expect(at).toEqual(start)
      for (const cell of cells)
        expect(seen.some((each) => each.row === cell.row && each.column === cell.column)).toBe(
          among(all, cell) > 0,
        )
    }),
  )
})

test('Ctrl adds a cell and takes it out again, and a smaller sheet keeps what is left', () => {
  fc.assert(
    fc.property(range, fc.nat(SIDE - 1), fc.nat(SIDE - 1), (first, row, column) => {
      const one = selectRange(first)
      const at = { row, column }
      const more = addTo(one, selectCell(at))
      expect(isSelected(more, at)).toBe(true)
      const less = takeOut(more, at)
      for (const cell of cells)
        if (cell.row !== row || cell.column !== column)
          expect(isSelected(less, cell)).toBe(isSelected(one, cell))
      const small = fit(more, { rows: 3, columns: 3 })
      for (const { bottom, right } of rangesOf(small)) expect(bottom < 3 && right < 3).toBe(true)
    }),
  )
})
