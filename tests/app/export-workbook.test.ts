import { describe, expect, it } from 'vitest'
import { exportFile, type ExportRequest } from '../../src/app/export-workbook.ts'
import { previewImport } from '../../src/app/import-file.ts'
import type { Session } from '../../src/app/session.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { memorySession } from './memory-session.ts'
import { workerBeside } from './worker-beside.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: (steps: readonly { code: string }[]) => steps.map(({ code }) => code).join(' '),
  settingName: (key: string) => key,
  settingValue: (_key: string, value: string) => value,
}

async function exported(session: Session, request: ExportRequest) {
  const result = await exportFile(
    session,
    request,
    words,
    {},
    workerBeside(() => session),
  )
  if (!result.ok) throw new Error(result.problem.code)
  const read = await readSpreadsheet(result.value.bytes, result.value.name, { password: request.password })
  if (!read.ok) throw new Error(read.problem.code)
  return { ...result.value, sheets: read.sheets }
}

describe('exporting', () => {
  it('gives the term score workbook, named after the school and the term and nobody else', async () => {
    const { session } = memorySession()
    const { name, sheets } = await exported(session, { kind: 'xlsx', term: '2026-2027 第一学期' })
    expect(name).toMatch(/^双责簿-.+-2026-2027 第一学期\.xlsx$/)
    expect(sheets.map((sheet) => sheet.name)).toContain('学期考核')
    expect(sheets.map((sheet) => sheet.name)).not.toContain('教职工名册')
  })

  it('makes the score sheets when score tables are chosen, with the others after them', async () => {
    const { session } = memorySession()
    const { sheets } = await exported(session, { kind: 'xlsx', tables: ['termScores', 'staff'] })
    const names = sheets.map((sheet) => sheet.name)
    expect(names[0]).toBe('学期考核')
    expect(names.at(-1)).toBe('教职工名册')
    expect(names).not.toContain('学期考核汇总')
  })

  it('leaves out what is sensitive unless it is asked for', async () => {
    const { session } = memorySession()
    const request = { kind: 'xlsx', tables: ['incidentPeople'] } as const
    const headings = async (of: ExportRequest) => (await exported(session, of)).sheets[0]!.rows[1]!
    expect(await headings(request)).not.toContain('姓名')
    expect(await headings(request)).not.toContain('伤情')
    expect(await headings(request)).toContain('角色')
    expect(await headings({ ...request, audience: 'whole' })).toContain('姓名')
  })

  it.each(['xlsx', 'csv'] as const)('%s: what goes out comes back as no change at all', async (kind) => {
    const { session } = memorySession()
    for (const table of ['staff', 'departments', 'incidents', 'findings', 'reportLegs', 'incidentPeople']) {
      const { sheets } = await exported(session, { kind, tables: [table], audience: 'whole' })
      const plan = previewImport(session, sheets, { table })
      expect(
        plan.sheets.map(({ rejected }) => rejected),
        table,
      ).toEqual([[]])
      expect(plan.counts, table).toEqual({
        added: 0,
        changed: 0,
        same: session.book.view(table).size,
        rejected: 0,
      })
    }
  })

  it('opens with its password only', async () => {
    const { session } = memorySession()
    const request = { kind: 'xlsx', tables: ['staff'], password: '安全2026' } as const
    const result = await exportFile(
      session,
      request,
      words,
      {},
      workerBeside(() => session),
    )
    if (!result.ok) throw new Error(result.problem.code)
    expect(await readSpreadsheet(result.value.bytes, 'a.xlsx')).toMatchObject({
      ok: false,
      problem: { code: 'file.password' },
    })
    expect((await exported(session, request)).sheets[0]!.rows.length).toBe(
      session.book.view('staff').size + 2,
    )
  })

  it.each<[string, ExportRequest, string]>([
    ['a table that is not there', { kind: 'xlsx', tables: ['nothing'] }, 'export.no-such-table'],
    ['a term that is not there', { kind: 'xlsx', term: '1999' }, 'export.no-term'],
    ['nothing chosen', { kind: 'xlsx', tables: [] }, 'export.nothing-chosen'],
    ['CSV of two tables', { kind: 'csv', tables: ['staff', 'incidents'] }, 'export.csv-one-table'],
    ['CSV of everything', { kind: 'csv' }, 'export.csv-one-table'],
    ['Parquet of nothing', { kind: 'parquet', tables: [] }, 'export.nothing-chosen'],
    ['a password for CSV', { kind: 'csv', tables: ['staff'], password: '1' }, 'export.password-xlsx-only'],
    ['a password for Parquet', { kind: 'parquet', password: '1' }, 'export.password-xlsx-only'],
  ])('refuses %s', async (_name, request, code) => {
    const { session } = memorySession()
    expect(
      await exportFile(
        session,
        request,
        words,
        {},
        workerBeside(() => session),
      ),
    ).toMatchObject({
      ok: false,
      problem: { code },
    })
  })

  it('stops when asked, and begins again when the workbook changes meanwhile', async () => {
    const { session } = memorySession()
    const stopped = new AbortController()
    stopped.abort()
    const request = { kind: 'csv', tables: ['staff'], audience: 'school' } as const
    const by = workerBeside(() => session)
    expect(await exportFile(session, request, words, { signal: stopped.signal }, by)).toMatchObject({
      ok: false,
      problem: { code: 'file.stopped' },
    })

    let edited = false
    const onProgress = () => {
      if (edited) return
      edited = true
      const [row] = session.book.view('staff').ids()
      session.edit([{ table: 'staff', row: row!, column: 'phone', input: '13800000000' }], {
        source: 'user',
        label: { code: 'edit' },
      })
    }
    const result = await exportFile(
      session,
      request,
      words,
      { onProgress },
      workerBeside(() => session),
    )
    if (!result.ok) throw new Error(result.problem.code)
    expect(new TextDecoder().decode(result.value.bytes)).toContain('13800000000')
  })
})
