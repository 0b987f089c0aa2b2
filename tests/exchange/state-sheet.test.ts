import { expect, test } from 'vitest'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { stateIn, stateRows, STATE_SHEET } from '../../src/exchange/state-sheet.ts'
import { writeWorkbook, type ExportSheet } from '../../src/exchange/xlsx-write.ts'
import { hasOffice, resaved } from './libre-office.ts'

const sheet: ExportSheet = {
  name: '教职工',
  title: '教职工',
  columns: [{ heading: '姓名', width: 12, align: 'start' }],
  rows: [['李四']],
}

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7919 + (i >> 8)) & 255)

const read = async (file: Uint8Array) => {
  const result = await readSpreadsheet(file, 'a.xlsx')
  if (!result.ok) throw new Error(result.problem.code)
  return result
}

test('a state comes back from the sheet whatever its length', () => {
  for (const length of [0, 1, 2, 23_999, 24_000, 24_001, 100_000]) {
    const rows = stateRows(bytes(length))
    expect(rows.every(([cell]) => cell!.length <= 32_000)).toBe(true)
    expect(stateIn({ name: STATE_SHEET, hidden: true, rows, warnings: [] })).toEqual(bytes(length))
  }
})

test('a state with a piece missing or spoilt is told from a whole one', () => {
  const rows = stateRows(bytes(100_000))
  const sheet = (rows: string[][]) => ({ name: STATE_SHEET, hidden: true, rows, warnings: [] })
  expect(stateIn(sheet(rows.slice(0, -1)))).toBeNull()
  expect(stateIn(sheet([]))).toBeNull()
  expect(stateIn(sheet([rows[0]!, ...rows.slice(1, -1), ['不是']]))).toBeNull()
})

test('the state travels in a very hidden sheet and is no sheet of rows', async () => {
  const { bytes: file } = await writeWorkbook([sheet], { state: bytes(60_000) })
  const { sheets, state } = await read(file)
  expect(state).toEqual(bytes(60_000))
  expect(sheets.map(({ name }) => name)).toEqual(['教职工'])
  const plain = await read((await writeWorkbook([sheet])).bytes)
  expect('state' in plain).toBe(false)
})

test.runIf(hasOffice)(
  'the state survives being opened and saved by LibreOffice, which only hides its sheet',
  async () => {
    const { bytes: file } = await writeWorkbook([sheet], { state: bytes(300_000) })
    const { sheets, state } = await read(resaved(file))
    expect(state).toEqual(bytes(300_000))
    expect(sheets.map(({ name }) => name)).toEqual(['教职工'])
  },
)
