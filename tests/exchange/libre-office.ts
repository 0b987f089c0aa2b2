import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import type { SheetValue } from '../../src/exchange/sheet-data.ts'
import type { ExportSheet } from '../../src/exchange/xlsx-write.ts'

/** Another program's arithmetic: what an exported workbook comes to when somebody else recalculates it. */

const office = spawnSync('soffice', ['--version'])
export const hasOffice = office.status === 0
if (!hasOffice)
  console.warn(
    'LibreOffice (soffice) is not here: how it opens, recalculates and saves our files is not checked.',
  )

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

/** The workbook opened and saved again by LibreOffice, cell for cell as it reads it. */
export function resaved(bytes: Uint8Array): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'book.xlsx'), bytes)
    const out = join(folder, 'out')
    start(folder, ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, join(folder, 'book.xlsx')])
    return new Uint8Array(readFileSync(join(out, 'book.xlsx')))
  })
}

/** The workbook as LibreOffice saves it without the password it has opened it with; null when it will not open. */
export function unlocked(bytes: Uint8Array, password: string): Uint8Array | null {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'locked.xlsx'), bytes)
    // The first start fills the profile, its macros too; only then can they be ours.
    start(folder, ['--terminate_after_init'])
    writeFileSync(join(folder, 'profile/user/basic/Standard/Module1.xba'), UNLOCK)
    const [from, to] = ['locked.xlsx', 'open.xlsx'].map((name) => `file://${join(folder, name)}`)
    const asked = [from, password, to].map((text) => `"${text}"`).join(',')
    start(folder, ['--norestore', `macro:///Standard.Module1.Unlock(${asked})`])
    const open = join(folder, 'open.xlsx')
    return existsSync(open) ? new Uint8Array(readFileSync(open)) : null
  })
}

/** LibreOffice takes no password on its command line, but a macro may give one. */
const UNLOCK = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Unlock(source As String, password As String, target As String)
  Dim opening(1) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  opening(1).Name = "Password"
  opening(1).Value = password
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  On Error GoTo Refused
  Dim book As Object
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  If Not IsNull(book) Then
    book.storeToURL(target, saving())
    book.close(True)
  End If
Refused:
  StarDesktop.terminate()
End Sub
</script:module>`

/** A profile of its own, for two starts with one would meet. */
function start(folder: string, what: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  // Without a language of the system the words on its command line are read as Latin-1.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  execFileSync('soffice', [profile, '--headless', ...what], { stdio: 'pipe', timeout: 120_000, env })
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'dutybook-office-'))
  try {
    return work(folder)
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
