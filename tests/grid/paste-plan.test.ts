import { expect, test } from 'vitest'
import { planPaste } from '../../src/grid/paste-plan.ts'

const sheet = { rows: 3, columns: 3, writable: (column: number) => column !== 1 }
const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column })

test('a block lands at the active cell', () => {
  const plan = planPaste([['甲', '乙', '丙']], cell(1, 0), sheet)
  expect(plan.cells).toEqual([
    { row: 1, column: 0, given: '甲' },
    { row: 1, column: 2, given: '丙' },
  ])
  expect(plan.skipped).toBe(1)
  expect(plan.range).toEqual({ top: 1, bottom: 1, left: 0, right: 2 })
})

test('one cell fills the selection; a selection that is no multiple takes the block once', () => {
  const selected = { top: 0, bottom: 2, left: 0, right: 0 }
  expect(planPaste([['甲']], selected, sheet).cells).toHaveLength(3)
  expect(planPaste([['甲'], ['乙']], selected, sheet).cells).toHaveLength(2)
})

test('past the end rows are added, past the last column nothing', () => {
  const plan = planPaste([['甲', '一'], ['乙', '二'], ['丙']], cell(2, 2), sheet)
  expect(plan.cells).toEqual([{ row: 2, column: 2, given: '甲' }])
  expect(plan.added).toEqual([new Map([[2, '乙']]), new Map([[2, '丙']])])
  expect(plan.skipped).toBe(2)
  expect(plan.range).toEqual({ top: 2, bottom: 4, left: 2, right: 2 })
})

test('a short row leaves the cells beside it alone', () => {
  const plan = planPaste([['甲', '', '丙'], ['丁']], cell(0, 0), { ...sheet, writable: () => true })
  expect(plan.cells.map(({ row, column }) => `${row}${column}`)).toEqual(['00', '01', '02', '10'])
})
