import { expect, test } from 'vitest'
import { survey, type Place } from '../../../src/ui/state/find-places.ts'

const cell = (table: number, row: number, column: number) => ({
  table: `t${table}`,
  row: `r${row}`,
  column: `c${column}`,
  place: [table, row, column] as Place,
})
const cells = [cell(0, 1, 2), cell(0, 3, 0), cell(2, 0, 0)]

test('from one of them', () => {
  const found = survey(cells, [0, 3, 0])
  expect(found).toEqual({ first: cells[0], last: cells[2], before: cells[0], after: cells[2], at: 2 })
})

test('from between, from before, from nowhere', () => {
  expect(survey(cells, [0, 2, 9])).toMatchObject({ before: cells[0], after: cells[1], at: 0 })
  expect(survey(cells, [0, 0, 0])).toMatchObject({ before: null, after: cells[0], at: 0 })
  expect(survey(cells, null)).toMatchObject({ before: null, after: cells[0], at: 0 })
  expect(survey([], [0, 0, 0])).toEqual({ first: null, last: null, before: null, after: null, at: 0 })
})
