import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromTsv, toTsv } from '../../src/grid/tsv.ts'

const cell = fc.string({
  unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', '一', ' ', ',', '😀'),
  maxLength: 6,
})
const block = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))

test('what is written is read back', () => {
  fc.assert(
    fc.property(block, (rows) => {
      // A copied block ends as Excel's does; without its line break an empty last row could not be told from none.
      expect(fromTsv(`${toTsv(rows)}\r\n`)).toEqual(rows)
    }),
  )
})

test.each([
  ['one cell', '甲', [['甲']]],
  [
    'Excel’s last line break is no row',
    '甲\t乙\r\n丙\t丁\r\n',
    [
      ['甲', '乙'],
      ['丙', '丁'],
    ],
  ],
  ['a second one is an empty row', '甲\n\n', [['甲'], ['']]],
  ['a line break inside quotes', '"上\n下"\t右', [['上\n下', '右']]],
  ['doubled quotes', '"他说""好"""', [['他说"好"']]],
  ['a quote that only begins a text', '"未完\t乙', [['"未完', '乙']]],
  ['text after the closing quote', '"甲"乙\t丙', [['甲乙', '丙']]],
  ['uneven rows', '甲\n乙\t丙', [['甲'], ['乙', '丙']]],
  ['old Macintosh line breaks', '甲\r乙', [['甲'], ['乙']]],
  ['a trailing tab is an empty cell', '甲\t', [['甲', '']]],
])('%s', (_name, text, rows) => {
  expect(fromTsv(text)).toEqual(rows)
})
