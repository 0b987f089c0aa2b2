import fc from 'fast-check'
import { expect, test } from 'vitest'
import { average, summarise, type Summary } from '../../src/grid/summary.ts'

function all(numbers: readonly (number | null)[]): { summary: Summary; pieces: number } {
  const work = summarise(numbers.map((number) => ({ filled: number !== null, number })))
  let pieces = 0
  for (;;) {
    const step = work.next()
    if (step.done) return { summary: step.value, pieces }
    pieces++
  }
}

test('money adds up as on paper', () => {
  expect(all([0.1, 0.2, null]).summary).toEqual({ filled: 2, numbers: 2, sum: 0.3, least: 0.1, most: 0.2 })
  expect(average(all([0.1, 0.2, 0.3]).summary)).toBe(0.2)
  expect(average(all([10, 20, 25]).summary)).toBe(18.33333333)
})

test('whole numbers: sum, least and most are exact in any order', () => {
  const numbers = fc.array(fc.integer({ min: -1e6, max: 1e6 }), {
    minLength: 1,
    maxLength: 3000,
    size: 'max',
  })
  fc.assert(
    fc.property(numbers, (given) => {
      const { summary } = all(given)
      expect(summary).toEqual({
        filled: given.length,
        numbers: given.length,
        sum: given.reduce((sum, number) => sum + number, 0),
        least: given.reduce((a, b) => Math.min(a, b)),
        most: given.reduce((a, b) => Math.max(a, b)),
      })
      expect(all([...given].reverse()).summary).toEqual(summary)
    }),
  )
})

test('a large selection is gone through in pieces', () => {
  expect(all(Array(10_000).fill(1)).pieces).toBe(5)
})
