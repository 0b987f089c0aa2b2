import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHtml } from '../../src/grid/clipboard-html.ts'
import { tableInHtml } from '../../src/grid/html-table.ts'
import { htmlTokens } from '../../src/grid/html-tokens.ts'

const texts = (html: string) => tableInHtml(html)?.map((row) => row.map(({ text }) => text)) ?? null

test('markup without a table is none', () => {
  expect(tableInHtml('<p>一段话</p>')).toBeNull()
  expect(tableInHtml('')).toBeNull()
  expect(tableInHtml('<table></table>')).toBeNull()
})

test('spans are laid out, and past the last row they end', () => {
  const html =
    '<table><tr><td rowspan=2 colspan=2>甲</td><td>乙</td></tr><tr><td rowspan=9>丙</td></tr><tr><td>丁<td>戊</table>'
  expect(texts(html)).toEqual([
    ['甲', '甲', '乙'],
    ['甲', '甲', '丙'],
    ['丁', '戊', '丙'],
  ])
})

test('a span that says more than any sheet has is cut', () => {
  const [row] = tableInHtml('<table><tr><td colspan=99999999>甲</td></tr></table>')!
  expect(row!.length).toBe(16_384)
  expect(tableInHtml('<table><tr><td rowspan=99999999 colspan=9999>甲</td></tr></table>')).toHaveLength(1)
})

test('a table within a cell is its text', () => {
  expect(texts('<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>右</td></tr></table>')).toEqual([
    ['外\n内', '右'],
  ])
})

test('damaged markup is read as far as it goes', () => {
  expect(texts('<table><tr><td>甲<td>乙 < 丙 &amp &nosuch; &#x4E01;')).toEqual([
    ['甲', '乙 < 丙 & &nosuch; 丁'],
  ])
  expect(texts('<table><tr><td title="a>b">甲</td><!-- <td>没有</td>')).toEqual([['甲']])
})

test('what is written is read back', () => {
  const cell = fc.string({
    unit: fc.constantFrom('<', '&', '"', "'", 'a', '一', '\n', '>', ';', '#', '😀'),
    maxLength: 8,
  })
  const row = fc.array(cell, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6, size: 'max' }), (rows) => {
      // Cells of nothing but line breaks are empty ones to every spreadsheet.
      const meant = rows.map((row) => row.map((text) => (text.trim() === '' ? '' : text)))
      expect(texts(toHtml(rows.map((row) => row.map((text) => ({ text, isText: true })))))).toEqual(meant)
    }),
  )
})

test('no markup stops it, and it never takes long', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '!--',
    '-->',
    '<td ',
    '<table>',
    '<style>',
    '</',
    '&#',
    ';',
    'a',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60, size: 'max' }), (pieces) => {
      const html = pieces.join('')
      const length = [...htmlTokens(html)].reduce(
        (sum, token) => sum + ('text' in token ? token.text.length : 1),
        0,
      )
      expect(length).toBeLessThanOrEqual(html.length)
      tableInHtml(html)
    }),
  )
  const started = process.cpuUsage()
  tableInHtml(`<table>${'<td '.repeat(50_000)}${'"'.repeat(50_001)}`)
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(2000)
})
