import { expect, test } from 'vitest'
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
