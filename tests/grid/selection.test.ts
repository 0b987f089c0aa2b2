import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cellsIn,
  dataEdge,
  extendTo,
  fit,
  isSingle,
  nextCell,
  rangeOf,
  selectAll,
  selectCell,
  selectRows,
  step,
  type Direction,
} from '../../src/grid/selection.ts'

const extent = { rows: 5, columns: 4 }
const at = (row: number, column: number) => ({ row, column })

test('a range is the same whichever corner was the first', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), (a, b, c, d) => {
      const there = rangeOf({ anchor: at(a, b), head: at(c, d) })
      expect(rangeOf({ anchor: at(c, d), head: at(a, b) })).toEqual(there)
      expect(cellsIn(there)).toBe((Math.abs(a - c) + 1) * (Math.abs(b - d) + 1))
    }),
  )
})

test('Shift keeps the anchor, everything else moves it', () => {
  const one = selectCell(at(1, 1))
  expect(isSingle(one)).toBe(true)
  const more = extendTo(one, at(3, 2))
  expect(more.anchor).toEqual(at(1, 1))
  expect(isSingle(more)).toBe(false)
  expect(rangeOf(selectAll(extent))).toEqual({ top: 0, bottom: 4, left: 0, right: 3 })
  expect(rangeOf(selectRows(3, 1, extent))).toEqual({ top: 1, bottom: 3, left: 0, right: 3 })
})

test('steps stop at the edges, and a smaller sheet pulls the selection in', () => {
  expect(step(at(0, 0), 'up', extent)).toEqual(at(0, 0))
  expect(step(at(3, 0), 'down', extent, 10)).toEqual(at(4, 0))
  expect(fit({ anchor: at(9, 9), head: at(2, 2) }, extent)).toEqual({ anchor: at(4, 3), head: at(2, 2) })
  expect(fit(selectCell(at(2, 2)), { rows: 0, columns: 0 })).toEqual(selectCell(at(0, 0)))
})

test('Tab goes on in the next row, and nowhere after the last cell', () => {
  expect(nextCell(at(1, 3), false, extent)).toEqual(at(2, 0))
  expect(nextCell(at(1, 0), true, extent)).toEqual(at(0, 3))
  expect(nextCell(at(4, 3), false, extent)).toBe(null)
  expect(nextCell(at(0, 0), true, extent)).toBe(null)
})

// A column read downwards: x filled, . empty.
test.each([
  ['xxx.x', 0, 2],
  ['xxx.x', 2, 4],
  ['xxx.x', 4, 4],
  ['...xx', 0, 3],
  ['x...x', 0, 4],
  ['x....', 0, 4],
  ['.....', 1, 4],
])('Ctrl+Down in %s from row %i stops at row %i', (column, from, to) => {
  const isEmpty = ({ row }: { row: number }) => column[row] === '.'
  expect(dataEdge(at(from, 0), 'down', extent, isEmpty)).toEqual(at(to, 0))
})

test('Ctrl+arrow ends in the sheet and is done after going nowhere', () => {
  const filled = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })
  const directions = fc.constantFrom<Direction>('up', 'down', 'left', 'right')
  fc.assert(
    fc.property(filled, directions, fc.nat(4), fc.nat(3), (cells, direction, row, column) => {
      const isEmpty = (cell: { row: number; column: number }) => !cells[cell.row * 4 + cell.column]
      let here = at(row, column)
      for (let jumps = 0; jumps < 6; jumps++) here = dataEdge(here, direction, extent, isEmpty)
      expect(dataEdge(here, direction, extent, isEmpty)).toEqual(here)
      expect(step(here, direction, extent)).toEqual(here)
    }),
  )
})
