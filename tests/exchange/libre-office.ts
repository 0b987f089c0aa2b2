import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import type { SheetValue } from '../../src/exchange/sheet-data.ts'
import type { ExportSheet } from '../../src/exchange/xlsx-write.ts'

/** Another program's arithmetic: what an exported workbook comes to when somebody else recalculates it. */

const office = spawnSync('soffice', ['--version'])
export const hasOffice = office.status === 0
if (!hasOffice)
  console.warn('LibreOffice (soffice) is not here: recalculation of exported formulas is not checked.')

/** Every formula's cached value replaced by one that cannot be right: what is read after recalculation is computed. */
export const withWrongValues = (sheets: readonly ExportSheet[]): ExportSheet[] => {
  const spoil = (row: ExportSheet['rows'][number]) =>
    row.map((cell) =>
      typeof cell === 'object' && cell !== null
        ? { ...cell, value: typeof cell.value === 'number' ? -12345 : '错' }
        : cell,
    )
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(spoil), footer: sheet.footer?.map(spoil) }))
}

const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** The workbooks opened, recalculated and saved again by LibreOffice, all in one start. */
export async function recalculated(books: readonly Uint8Array[]) {
  const folder = mkdtempSync(join(tmpdir(), 'dutybook-recalc-'))
  try {
    const profile = join(folder, 'profile')
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), RECALCULATE)
    const names = books.map((bytes, at) => {
      const name = join(folder, `book${at}.xlsx`)
      writeFileSync(name, bytes)
      return name
    })
    const out = join(folder, 'out')
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        ...names,
      ],
      { stdio: 'pipe' },
    )
    return await Promise.all(
      books.map(async (_, at) => {
        const result = await readSpreadsheet(
          new Uint8Array(readFileSync(join(out, `book${at}.xlsx`))),
          'book.xlsx',
        )
        if (!result.ok) throw new Error(result.problem.code)
        return new Map(result.sheets.map((sheet) => [sheet.name, table(sheet.rows)]))
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows below the headings in row 2, by heading. */
export function table(rows: readonly (readonly SheetValue[])[]): Record<string, SheetValue>[] {
  const headings = rows[1]!.map(String)
  return rows
    .slice(2)
    .map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? null])))
}
