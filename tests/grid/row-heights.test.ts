import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnevenRows } from '../../src/grid/geometry.ts'
import { linesOf } from '../../src/grid/row-heights.ts'

test.each([
  ['', 100, 1],
  ['一二三四五六七', 91, 1],
  ['一二三四五六七八', 91, 2],
  ['abc\n一', 91, 2],
  ['一', 5, 1],
  ['一二', 5, 2],
])('%j in %i pixels takes %i lines', (text, width, lines) => {
  expect(linesOf(text, width)).toBe(lines)
})

test('the row at a height is the one that covers it', () => {
  const heights = fc.array(fc.integer({ min: 28, max: 400 }), { minLength: 1, maxLength: 200, size: 'max' })
  fc.assert(
    fc.property(heights, fc.nat(90_000), (all, y) => {
      const tops = all.map((_, i) => all.slice(0, i).reduce((sum, height) => sum + height, 0))
      const rows = new UnevenRows((i) => (i < all.length ? { top: tops[i]!, height: all[i]! } : null))
      const found = rows.at(y, all.length)
      const expected = tops.findLastIndex((top) => top <= y)
      expect(found).toBe(expected)
    }),
  )
})
