import { expect, it } from 'vitest'
import { exportFile, type ExportRequest } from '../../src/app/export-workbook.ts'
import type { Session } from '../../src/app/session.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { unpackFile } from '../../src/sync/package-file.ts'
import { decodeReport, type Report } from '../../src/sync/report.ts'
import { REPORTED } from '../../src/tables/school/reported.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, given: string) => given,
}

const forBureau = { kind: 'xlsx', audience: 'bureau', otherwise: { is: 'cover' }, summaries: true } as const

async function readBack(session: Session, request: ExportRequest) {
  const { bytes, name } = value(
    await exportFile(
      session,
      request,
      words,
      {},
      workerBeside(() => session),
    ),
  )
  const read = await readSpreadsheet(bytes, name)
  if (!read.ok) throw new Error(read.problem.code)
  return read
}

async function reportOf(session: Session, request: ExportRequest): Promise<Report | null> {
  const { reports } = await readBack(session, request)
  if (!reports) return null
  expect(reports).toHaveLength(1)
  return value(decodeReport(value(await unpackFile(reports[0]!)).content))
}

it('P5-25 the file for the bureau carries what its sheets show, to be taken in without retyping', async () => {
  const { session } = memorySession()
  const report = (await reportOf(session, forBureau))!
  expect([...report.tables.keys()].sort()).toEqual([...REPORTED].sort())
  const { book } = session
  const [profile] = book.view('profile').ids()
  expect(report.school.code).toBe(book.stored('profile', profile!, 'school_code') ?? '')
  const hazards = report.tables.get('hazards')!
  expect(hazards.ids).toEqual(book.view('hazards').ids())
  // Who is referred to is said by the name that may be shown, or not at all: never by an id.
  for (const { columns } of report.tables.values())
    for (const cells of Object.values(columns))
      for (const cell of cells) expect(String(cell)).not.toMatch(/^#/)
  const sheet = (await readBack(session, forBureau)).sheets.find(
    ({ name }) => name === book.tables['hazards']!.zh,
  )!
  const heading = sheet.rows[1]!
  const at = heading.indexOf(book.tables['hazards']!.columns['no']!.zh)
  expect(sheet.rows.slice(2).map((row) => row[at])).toEqual(hazards.columns['no'])
})

it('only a file with all a bureau wants to know, and only one for the bureau, is taken in by itself', async () => {
  const { session } = memorySession()
  expect(await reportOf(session, { ...forBureau, tables: ['hazards'] })).toBeNull()
  expect(await reportOf(session, { kind: 'xlsx', audience: 'school', otherwise: { is: 'cover' } })).toBeNull()
})

it('a later report has seen more than an earlier one', async () => {
  const { session } = memorySession()
  const before = (await reportOf(session, forBureau))!
  session.add('hazards', [{ place: '东门' }], { source: 'user', label: { code: 'row.add' } })
  const after = (await reportOf(session, forBureau))!
  expect(after.vector['memory']).toBeGreaterThan(before.vector['memory']!)
  expect(after.tables.get('hazards')!.ids).toHaveLength(before.tables.get('hazards')!.ids.length + 1)
})
