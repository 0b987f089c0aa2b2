import { expect, test } from 'vitest'
import { completionOf } from '../../src/grid/column-words.ts'

test.each([
  ['教', ['教导处', '总务处'], '导处'],
  ['教', ['教导处', '教务处'], ''],
  ['教导', ['教导处', '教务处'], '处'],
  ['教导处', ['教导处', '教导处二'], ''],
  ['1', ['12', '3'], ''],
  ['第1', ['第1周'], '周'],
  ['', ['教导处'], ''],
  ['教', ['教导处\n二楼'], ''],
])('%s among %j is completed by %s', (typed, words, rest) => {
  expect(completionOf(words, typed)).toBe(rest)
})
