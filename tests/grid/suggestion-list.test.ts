import { expect, test } from 'vitest'
import { loadPinyin, matches } from '../../src/grid/pinyin.ts'
import { narrow, presumed } from '../../src/grid/suggestion-list.ts'

const people = [
  { input: '#1', label: '张伟', detail: '教务处 T001' },
  { input: '#2', label: '张伟', detail: '总务处 T002' },
  { input: '#3', label: '张伟明' },
  { input: '#4', label: '小张' },
]
const inputs = (query: string) => narrow(people, query, matches).map(({ input }) => input)

test('plain containment before the readings are here, pinyin after', async () => {
  expect(inputs('zw')).toEqual([])
  expect(inputs('T002')).toEqual(['#2'])
  await loadPinyin()
  expect(inputs('zw')).toEqual(['#1', '#2', '#3'])
  expect(inputs('zhangweiming')).toEqual(['#3'])
})

test('what begins with the text comes first; nothing typed shows all', () => {
  expect(inputs('张')).toEqual(['#1', '#2', '#3', '#4'])
  expect(inputs('')).toHaveLength(4)
})

test('a person is presumed only when nobody else can be meant', () => {
  const those = (query: string) => narrow(people, query, matches)
  expect(presumed(those('张伟明'), '张伟明', false)).toBe(0)
  expect(presumed(those('张伟'), '张伟', false)).toBe(-1)
  expect(presumed(those('小'), '小', false)).toBe(-1)
  expect(presumed(those('小'), '小', true)).toBe(0)
  expect(presumed(those('zw'), 'zw', false)).toBe(0)
  expect(presumed([], 'x', true)).toBe(-1)
})
