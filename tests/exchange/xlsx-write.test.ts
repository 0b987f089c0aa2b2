import { unzipSync, strFromU8 } from 'fflate'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { uniqueNames, writeWorkbook, type ExportSheet } from '../../src/exchange/xlsx-write.ts'
import { columnName } from '../../src/exchange/sheet-data.ts'

const naughty = JSON.parse(
  readFileSync(new URL('../fixtures/corpus/txt-blns.json', import.meta.url), 'utf8'),
) as string[]

const sheet = (rows: ExportSheet['rows'], more: Partial<ExportSheet> = {}): ExportSheet => ({
  name: '测试',
  title: '测试表',
  columns: (rows[0] ?? ['']).map((_, at) => ({
    heading: `列${columnName(at)}`,
    width: 12,
    align: 'start',
    format: '@',
  })),
  rows,
  ...more,
})

async function roundTrip(rows: ExportSheet['rows']) {
  const { bytes } = await writeWorkbook([sheet(rows)])
  const result = await readSpreadsheet(bytes, 'x.xlsx')
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return { rows: result.sheets[0]!.rows.slice(2), bytes }
}

describe('text in a workbook', () => {
  it('comes back as it went out, whatever it is', async () => {
    const texts = naughty.filter((text) => text !== '')
    const { rows } = await roundTrip(texts.map((text) => [text, 'x']))
    expect(rows.map((row) => row[0])).toEqual(texts)
  })

  it('comes back exactly for any characters', async () => {
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    const odd = fc.constantFrom(
      '_x000D_',
      '_x005F_',
      '\u0007',
      '\ud83d',
      '=1+1',
      ' a ',
      'a\r\nb',
      '𠮷',
      '\ufffe',
    )
    const cell = fc.array(fc.oneof(any, odd), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (texts) => {
        const { rows } = await roundTrip(texts.map((text) => [text, 'x']))
        expect(rows.map((row) => row[0])).toEqual(texts)
      }),
      { numRuns: 25 },
    )
  })

  it('is never a formula', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1', '＝1']
    const { bytes } = await roundTrip([texts])
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    expect(xml).not.toContain('<f')
  })
})

it('keeps a text that looks like a failed formula a text', async () => {
  const texts = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!']
  const { rows, bytes } = await roundTrip([texts])
  expect(rows).toEqual([texts])
  expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)).not.toContain('t="e"')
})

it('keeps numbers, yes and no, and empty cells apart', async () => {
  const { rows } = await roundTrip([[0, '0', false, null, 1.5, 'x']])
  expect(rows).toEqual([[0, '0', false, null, 1.5, 'x']])
})

it('is set up to be printed, with names quoted and lists to choose from', async () => {
  const long = Array.from({ length: 60 }, (_, at) => `第${at}种很长的选项`)
  const odd = sheet([['甲', '乙']], {
    name: "2026年 值班(表)'s",
    columns: [
      { heading: '一', width: 12, align: 'start', choices: ['是', '否'] },
      { heading: '二', width: 12, align: 'start', choices: long },
    ],
  })
  const { bytes } = await writeWorkbook([odd])
  const parts = unzipSync(bytes)
  const workbook = strFromU8(parts['xl/workbook.xml']!)
  expect(workbook).toMatch(
    /_xlnm\.Print_Titles" localSheetId="0"[^>]*>'2026年 值班\(表\)(''|&apos;&apos;)s'!\$1:\$2</,
  )
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  for (const wanted of [
    'paperSize="9"',
    'orientation="landscape"',
    'fitToWidth="1"',
    'fitToHeight="0"',
    '<autoFilter ref="A2:B3"',
    'ySplit="2"',
    '第 &amp;P 页 / 共 &amp;N 页',
    '"是,否"',
  ])
    expect(xml).toContain(wanted)
  expect(xml).toMatch(/'选项'!\$A\$1:\$A\$60/)
})

it('opens with its password only', async () => {
  const { bytes } = await writeWorkbook([sheet([['张三']])], { password: '密码Pa55!' })
  const opened = await readSpreadsheet(bytes, 'x.xlsx', { password: '密码Pa55!' })
  expect(opened.ok && opened.sheets[0]!.rows[2]).toEqual(['张三'])
  const closed = await readSpreadsheet(bytes, 'x.xlsx')
  expect(!closed.ok && closed.problem.code).toBe('file.password')
}, 30_000)

it('gives every sheet a name that spreadsheets accept', () => {
  expect(uniqueNames(['a/b', 'A B', '', 'x'.repeat(40), 'x'.repeat(40)])).toEqual([
    'a b',
    'A B(2)',
    '表',
    'x'.repeat(31),
    `${'x'.repeat(27)}(2)`,
  ])
})

it('says which text it had to cut', async () => {
  const { warnings } = await writeWorkbook([sheet([['x'.repeat(40_000)]])])
  expect(warnings).toEqual([{ code: 'export.cell-cut', params: { sheet: '测试', cell: 'A3', limit: 32767 } }])
})
