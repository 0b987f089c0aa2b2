import { expect, test } from 'vitest'
import { countValues, ValueFilter } from '../../src/grid/value-filter.ts'

const rows: Record<string, Record<string, string>> = {
  a: { level: '轻微', place: '操场' },
  b: { level: '严重', place: '操场' },
  c: { level: '轻微', place: '' },
}
const passing = (filter: ValueFilter, except?: string) =>
  Object.keys(rows).filter((row) => filter.passes(row, (column) => rows[row]![column]!, except))

test('counts what is shown, empty last', () => {
  const counted = countValues(['b', '', 'a', 'b', ''], (x, y) => (x < y ? -1 : 1))
  expect(counted).toEqual([
    { text: 'a', count: 1 },
    { text: 'b', count: 2 },
    { text: '', count: 2 },
  ])
})

test('every filtered column must agree; a column’s own filter does not narrow its values', () => {
  const filter = new ValueFilter()
  expect(filter.active).toBe(false)
  filter.keep('level', ['轻微'])
  filter.keep('place', ['操场'])
  expect(passing(filter)).toEqual(['a'])
  expect(passing(filter, 'level')).toEqual(['a', 'b'])
  expect(filter.state()).toEqual({ level: ['轻微'], place: ['操场'] })
  filter.keep('place', null)
  expect(passing(filter)).toEqual(['a', 'c'])
})

test('a row added under a filter stays until the filter is set again', () => {
  const filter = new ValueFilter()
  filter.keep('level', ['轻微'])
  filter.added('b')
  expect(passing(filter)).toEqual(['a', 'b', 'c'])
  filter.keep('level', ['轻微'])
  expect(passing(filter)).toEqual(['a', 'c'])
})
