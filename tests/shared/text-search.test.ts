import fc from 'fast-check'
import pinyin from 'pinyin-match'
import { expect, test } from 'vitest'
import { finder, replaced, type PinyinMatch, type TextQuery } from '../../src/shared/text-search.ts'
import { halfWidth } from '../../src/shared/typed-text.ts'

const query = (text: string, how: Partial<TextQuery> = {}): TextQuery => ({
  text,
  whole: false,
  exact: false,
  ...how,
})
const sounds: PinyinMatch = (text, wanted) => pinyin.match(text, wanted) as [number, number] | false

test.each([
  ['课间摔伤', '摔', {}, { from: 2, to: 3 }],
  ['ＡＢ－１２', 'ab-1', {}, { from: 0, to: 4 }],
  ['AB', 'ab', { exact: true }, null],
  ['课间', '课', { whole: true }, null],
  ['课间', '课间', { whole: true }, { from: 0, to: 2 }],
  ['任何', '', {}, null],
])('%s, %s', (text, wanted, how, found) => {
  expect(finder(query(wanted, how))(text)).toEqual(found)
})

test('by pinyin, and by initials', () => {
  expect(finder(query('kj'), sounds)('在课间摔伤')).toEqual({ from: 1, to: 3 })
  expect(finder(query('kejian'), sounds)('在课间摔伤')).toEqual({ from: 1, to: 3 })
  expect(finder(query('kj', { whole: true }), sounds)('课间摔伤')).toBeNull()
  expect(finder(query('kj'))('课间')).toBeNull()
  expect(replaced('课间和课间', finder(query('kj'), sounds), '下课')).toEqual({
    text: '下课和下课',
    count: 2,
  })
})

test('replacing does what the browser’s own replacing does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '一', '😀', '$', '&'), maxLength: 30 })
  fc.assert(
    fc.property(
      text,
      text.filter((wanted) => wanted !== ''),
      text,
      (given, wanted, by) => {
        const find = finder(query(wanted, { exact: true }))
        expect(replaced(given, find, by).text).toBe(given.replaceAll(wanted, () => by))
      },
    ),
  )
})

test('a find stands where it says, whatever its width and case', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Ａ', 'ａ', 'İ', 'ß', '，', '。', '😀', '1', '１'),
    maxLength: 20,
  })
  fc.assert(
    fc.property(text, text, (given, wanted) => {
      const found = finder(query(wanted))(given)
      if (found === null) return
      const part = given.slice(found.from, found.to)
      expect(finder(query(wanted, { whole: true }))(part)).toEqual({ from: 0, to: part.length })
    }),
  )
})

test('every character is found by its small or half-wide form', () => {
  const missed: string[] = []
  for (let code = 1; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    const plain = halfWidth(character).toLowerCase()
    if (plain === character || plain.length !== 1) continue
    if (finder(query(plain, { whole: true }))(character) === null) missed.push(code.toString(16))
  }
  expect(missed).toEqual([])
})
