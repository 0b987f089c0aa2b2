import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { planImport } from '../../src/exchange/import-plan.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { tableSheet } from '../../src/exchange/table-sheet.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'
import { readInput } from '../../src/app/read-input.ts'
import { tables } from '../../src/tables/index.ts'
import { NASTY } from '../fixtures/nasty-texts.ts'
import { hasOffice, resaved } from './libre-office.ts'
import { workbook, type Rows } from './plain-workbook.ts'

/** Texts that programs are known to spoil, ours and the Big List of Naughty Strings, and those of the files from outside. */
const here = fileURLToPath(new URL('../fixtures/corpus/', import.meta.url))
const outside = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const folder = existsSync(outside) ? outside : here
const naughty = JSON.parse(readFileSync(`${folder}txt-blns.json`, 'utf8')) as string[]

/** Of one file: some hold the same text, or numbers, a hundred thousand times. */
const MOST = 300
/** What a cell of a spreadsheet holds. */
const LONGEST = 32_767

async function textsOf(name: string): Promise<string[]> {
  const read = await readSpreadsheet(new Uint8Array(readFileSync(folder + name)), name, { password: 'tika' })
  if (!read.ok) return []
  const cells = read.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string')
  return [...new Set(cells)].filter(({ length }) => length <= LONGEST).slice(0, MOST)
}

const files = readdirSync(folder).filter((name) => /\.(xlsx|csv)$/.test(name))
const found = (await Promise.all(files.map(textsOf))).flat()

/** As a cell of a table holds them: what typing them would leave. */
const context = workbook().context
const typed = [...NASTY, ...naughty, ...found].map((text) =>
  readInput(text, tables.staff.columns.note, context),
)
const texts = [...new Set(typed.filter((text) => typeof text === 'string'))]

const rows: Rows = Object.fromEntries(
  texts.map((text, at) => [`#${at}`, { name: `教师${at}`, note: text, certs: text, staff_no: `N${at}` }]),
)
const book = workbook({ staff: rows })
const columns = ['name', 'staff_no', 'note', 'certs']
const sheet = tableSheet(
  tables.staff,
  { ids: book.ids('staff'), value: (row, column) => book.cell('staff', row, column) },
  book.context,
  { columns },
)

describe('texts that programs spoil', () => {
  const written = writeWorkbook([sheet])
  const plan = async (file: Uint8Array) => {
    const read = await readSpreadsheet(file, 'a.xlsx')
    if (!read.ok) throw new Error(read.problem.code)
    return planImport(read.sheets, book, { clearEmpty: true, table: 'staff' })
  }

  console.log(`texts that go through another program: ${texts.length}`)

  test('come back from our own file, all of them unchanged', async () => {
    const { counts, sheets } = await plan((await written).bytes)
    expect(texts.length).toBeGreaterThan(900)
    expect(sheets.flatMap(({ changed, rejected }) => [...changed, ...rejected])).toEqual([])
    expect(counts).toEqual({ added: 0, changed: 0, same: texts.length, rejected: 0 })
  })

  test.runIf(hasOffice)(
    'come back from a file that LibreOffice has saved, all of them unchanged',
    async () => {
      const { counts, sheets } = await plan(resaved((await written).bytes))
      expect(sheets.flatMap(({ changed, rejected }) => [...changed, ...rejected])).toEqual([])
      expect(counts).toEqual({ added: 0, changed: 0, same: texts.length, rejected: 0 })
    },
    240_000,
  )
})
