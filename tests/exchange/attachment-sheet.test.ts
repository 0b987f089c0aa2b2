import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filesIn, filesRows } from '../../src/exchange/attachment-sheet.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import type { CarriedFile } from '../../src/exchange/sheet-data.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const file = (bytes: Uint8Array): CarriedFile => ({ hash: hashOf(bytes), bytes: Uint8Array.from(bytes) })
const long = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 255)
const sheet = (rows: readonly (readonly string[])[]) => ({ name: 'x', hidden: true, rows, warnings: [] })

test('files come out of a sheet exactly as they went in', () => {
  const sizes = fc.subarray([0, 1, 2, 3, 23_999, 24_000, 24_001, 60_000])
  fc.assert(
    fc.property(sizes, (lengths) => {
      const files = lengths.map((length) => file(long(length)))
      const rows = filesRows(files)
      expect(rows.every((row) => row.every((cell) => cell.length <= 32_000))).toBe(true)
      const back = filesIn(sheet(rows))
      expect(back.map(({ hash }) => hash)).toEqual(files.map(({ hash }) => hash))
      expect(back.map(({ bytes }) => hashOf(bytes))).toEqual(files.map(({ hash }) => hash))
    }),
    { numRuns: 20 },
  )
})

test('a piece that was changed, emptied or lost shows in the hash of its file and of no other', () => {
  const files = [file(long(60_000)), file(long(50_000))]
  const rows = filesRows(files)
  const spoilt: string[][][] = [
    rows.map((row, at) => (at === 2 ? [row[0]!, `A${row[1]!.slice(1)}`] : row)),
    rows.map((row, at) => (at === 2 ? [row[0]!] : row)),
    rows.map((row, at) => (at === 2 ? [row[0]!, '不是'] : row)),
    rows.filter((_, at) => at !== 2),
  ]
  for (const each of spoilt) {
    const [first, second] = filesIn(sheet(each))
    expect(hashOf(first!.bytes)).not.toBe(first!.hash)
    expect(hashOf(second!.bytes)).toBe(second!.hash)
  }
})

test('a workbook file carries them apart from the rows people see', async () => {
  const files = [file(long(100_000)), file(Uint8Array.of(1, 2, 3))]
  const columns = [{ heading: '姓名', width: 10, align: 'start' as const }]
  const shown = { name: '名册', title: '名册', columns, rows: [['王伟']] }
  const { bytes } = await writeWorkbook([shown], { files, state: Uint8Array.of(9) })
  const read = await readSpreadsheet(bytes, 'a.xlsx')
  if (!read.ok) throw new Error(read.problem.code)
  expect(read.files!.map(({ bytes }) => hashOf(bytes))).toEqual(files.map(({ hash }) => hash))
  expect(read.state).toEqual(Uint8Array.of(9))
  expect(read.sheets.map(({ name }) => name)).toEqual(['名册'])
  const { bytes: without } = await writeWorkbook([shown], {})
  expect(await readSpreadsheet(without, 'a.xlsx')).not.toHaveProperty('files')
})
