import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toHtml } from '../../src/grid/clipboard-html.ts'
import { pastedInput, refusal } from '../../src/grid/pasted-input.ts'
import { readClipboard, textOf, transposed } from '../../src/grid/pasted-block.ts'
import { toTsv } from '../../src/grid/tsv.ts'
import type { CellContext } from '../../src/tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../../src/tables/cell-types/of.ts'
import { date, integer, money, number, text, time } from '../../src/tables/column.ts'

const folder = new URL('../fixtures/clipboard/', import.meta.url)
const file = (name: string) =>
  existsSync(new URL(name, folder)) ? readFileSync(new URL(name, folder), 'utf8') : ''
const read = (name: string, how = {}) => readClipboard(file(`${name}.txt`), file(`${name}.html`), how)
const texts = (block: ReturnType<typeof read>) => block.map((row) => row.map(textOf))

const title = '安全台账（2026 年春）'
const ledger = (date: string, percent: string, day: string, spaces: string) => [
  [title, title, title, title, title, title],
  ['教导处', '007', '110101199001011234', date, '1,234.6', percent],
  ['教导处', '他说"好"', '第一行\n第二行 <b>&', day, '', spaces],
]

const corpus: Readonly<Record<string, string[][]>> = {
  libreoffice: ledger('2026年3月2日', '13%', '12月31日', '  前后有空格   '),
  excel: ledger('2026/3/2', '12.5%', '3月5日', '  前后有空格  '),
  wps: [
    ['姓名', '身份证号', '手机', '日期', '时间'],
    ['王伟', '11010119900101123X', '013800000000', '2026年9月1日', '08:05'],
    ['王伟', '110101200001010000', '13800000000', '2026-09-02', '14:30'],
  ],
  web: [
    ['部门', '负责人'],
    ['第一行\n第二行', '李 娜'],
    ['总务处', ''],
  ],
  sheets: [
    ['编号', '得分'],
    ['A-01', '12.5'],
    ['A-02', ''],
  ],
  wechat: [['明天值周：'], ['1、张伟 13800000000'], ['2、李娜说"八点到"'], ['"带好袖章']],
}

describe.each(Object.entries(corpus))('%s', (name, expected) => {
  test('is read exactly', () => {
    expect(texts(read(name))).toEqual(expected)
  })

  test('goes out and comes back exactly, in both forms and in each alone', () => {
    const tsv = `${toTsv(expected)}\r\n`
    const html = toHtml(expected.map((row) => row.map((text) => ({ text, isText: true }))))
    expect(texts(readClipboard(tsv, html))).toEqual(expected)
    expect(texts(readClipboard(tsv, ''))).toEqual(expected)
    // Markup alone has no spaces at the ends of a cell.
    const squeezed = expected.map((row) => row.map((text) => text.trim().replace(/ +/g, ' ')))
    expect(texts(readClipboard('', html))).toEqual(squeezed)
  })

  test('turns over and back', () => {
    expect(texts(transposed(transposed(read(name))))).toEqual(expected)
  })
})

test('only the texts: what a merged cell covers stays empty', () => {
  expect(texts(read('excel', { valuesOnly: true }))[2]!.slice(0, 2)).toEqual(['', '他说"好"'])
})

const context: CellContext = { now: '2026-11-23 09:30', find: () => null, nameOf: () => null, say: () => '' }

/** What a column makes of a pasted cell. */
function cell(block: string, row: number, column: number, into: Parameters<typeof pastedInput>[1]) {
  const given = read(block)[row]![column]!
  const input = pastedInput(given, into, context)
  const parsed = cellTypeOf(into).parse(input as string, into, context)
  const problem = refusal(given, input, into, context)
  return problem ? problem.code : parsed.ok ? parsed.value : parsed.problem.code
}

const words = { zh: '列', en: 'Column', holds: 'label' } as const

test('a number keeps the digits that its format hides', () => {
  for (const name of ['libreoffice', 'excel']) expect(cell(name, 1, 4, number(words))).toBe(1234.5678)
  expect(cell('excel', 1, 4, money(words))).toBe(1234.57)
  expect(cell('sheets', 1, 1, number(words))).toBe(12.456)
  expect(cell('excel', 1, 5, number(words))).toBe(0.125)
  expect(cell('excel', 1, 5, number({ ...words, zh: '比例（%）' }))).toBe(12.5)
})

test('days come in every usual form, with their year', () => {
  for (const name of ['libreoffice', 'excel']) expect(cell(name, 1, 3, date(words))).toBe('2026-03-02')
  expect(cell('libreoffice', 2, 3, date(words))).toBe('2025-12-31')
  expect(cell('excel', 2, 3, date(words))).toBe('2026-03-05')
  expect(cell('wps', 1, 3, date(words))).toBe('2026-09-01')
  expect(cell('wps', 2, 3, date(words))).toBe('2026-09-02')
  // A number is no day because a day could be counted by it.
  expect(cell('wps', 2, 2, date(words))).toBe('date.unreadable')
})

test('leading zeros and identity numbers stay as they are written', () => {
  expect(cell('excel', 1, 1, text(words))).toBe('007')
  expect(cell('excel', 1, 1, integer(words))).toBe(7)
  expect(cell('wps', 1, 2, text(words))).toBe('013800000000')
  expect(cell('excel', 1, 2, text(words))).toBe('110101199001011234')
})

test('an identity number that a spreadsheet has ruined is refused', () => {
  expect(cell('wps', 2, 1, text(words))).toBe('paste.digits-lost')
  const given = readClipboard('1.10101E+17', '')[0]![0]!
  expect(refusal(given, '1.10101E+17', text(words), context)).toEqual({ code: 'paste.digits-lost' })
  // Of plain text nobody knows that it was a number.
  expect(refusal('110101200001010000', '110101200001010000', text(words), context)).toBeNull()
})

test('a time of day without its day is no moment', () => {
  expect(cell('wps', 1, 4, time(words))).toBe('time.unreadable')
})
