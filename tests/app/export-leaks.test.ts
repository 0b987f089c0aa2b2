import { describe, expect, it } from 'vitest'
import { exportFile, type Audience, type ExportRequest } from '../../src/app/export-workbook.ts'
import { carriesState } from '../../src/exchange/state-sheet.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { parquetReadObjects } from 'hyparquet'
import { unzipSync } from 'fflate'
import { unpackFile } from '../../src/sync/package-file.ts'
import { LeakSearch } from '../exchange/leak-search.ts'
import { plantedSchool } from './planted-school.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

/**
 * Whole schools, other ones in every run, exported for everybody a file may be for and searched byte by byte. A seed
 * that failed comes back with LEAK_SEED, and LEAK_SCHOOLS makes more of them.
 */
const FIRST = Number(process.env['LEAK_SEED'] ?? Date.now() % 1_000_000)
const SCHOOLS = Number(process.env['LEAK_SCHOOLS'] ?? 2)

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: (steps: readonly { code: string; params?: object }[]) =>
    steps.map(({ code, params = {} }) => [code, ...Object.values(params)].join(' ')).join(' '),
  settingName: (key: string) => key,
  settingValue: (_key: string, value: string) => value,
  about: (summary: object) => ({ title: '说明', lines: [['内容', JSON.stringify(summary)]] as const }),
}

const AUDIENCES = ['school', 'bureau', 'public'] as const satisfies readonly Audience[]
const seeds = Array.from({ length: SCHOOLS }, (_, at) => FIRST + at)
console.log(`schools searched for leaks: LEAK_SEED=${FIRST} LEAK_SCHOOLS=${SCHOOLS}`)

/** What a bureau's program finds in the file. */
async function reportsIn(bytes: Uint8Array): Promise<Uint8Array[]> {
  const read = await readSpreadsheet(bytes, 'a.xlsx')
  const reports = read.ok ? (read.reports ?? []) : []
  return Promise.all(reports.map(async (report) => value(await unpackFile(report!)).content))
}

/** The rows of a file for a data platform as text: in Parquet itself they are packed. */
async function rowsIn(zip: Uint8Array): Promise<Uint8Array> {
  const tables = Object.entries(unzipSync(zip)).filter(([name]) => name.endsWith('.parquet'))
  const rows = tables.map(async ([, bytes]) => {
    const file = bytes.slice().buffer
    return parquetReadObjects({ file: { byteLength: file.byteLength, slice: (a, b) => file.slice(a, b) } })
  })
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
  return new TextEncoder().encode(JSON.stringify(await Promise.all(rows), plain))
}

describe.each(seeds)('school %i', (seed) => {
  const { session, secretsFor } = plantedSchool(seed)
  const exported = async (request: ExportRequest) => {
    const covering = { otherwise: { is: 'cover' }, ...request } as const
    const by = workerBeside(() => session)
    const result = await exportFile(session, covering, words, {}, by)
    if (result.ok) return result.value
    // A table of persons is no table for a notice.
    expect(result.problem.code).toBe('export.nothing-for-audience')
    return null
  }
  const tables = Object.keys(session.book.tables).filter((table) => session.book.view(table).size > 0)
  const terms = session.book.environment().terms.map(({ id }) => id)

  it.each(AUDIENCES)(
    'for the %s',
    async (audience) => {
      const secrets = secretsFor(audience)
      expect(secrets.length).toBeGreaterThan(10)
      const search = new LeakSearch(secrets)
      const requests: ExportRequest[] = [
        ...[false, true].map((summaries) => ({ kind: 'xlsx', audience, summaries }) as const),
        { kind: 'xlsx', audience, summaries: true, otherwise: { is: 'leave-out' } },
        ...terms.slice(0, 1).map((term) => ({ kind: 'xlsx', audience, term }) as const),
        ...tables.map((table) => ({ kind: 'csv', audience, tables: [table], summaries: true }) as const),
        ...[false, true].map((summaries) => ({ kind: 'parquet', audience, summaries }) as const),
      ]
      for (const request of requests) {
        const file = await exported(request)
        if (!file) continue
        expect(file.complete).toBe(false)
        const said = `${request.kind} ${request.tables?.join() ?? request.term ?? ''}`
        expect(search.in(file.bytes, file.name), said).toEqual([])
        if (request.kind === 'parquet') expect(search.in(await rowsIn(file.bytes), 'rows'), said).toEqual([])
        if (request.kind !== 'xlsx') continue
        expect(carriesState(file.bytes), said).toBe(false)
        for (const report of await reportsIn(file.bytes))
          expect(search.in(report, 'report'), said).toEqual([])
      }
      if (audience === 'bureau')
        expect((await reportsIn((await exported(requests[0]!))!.bytes)).length).toBe(1)
    },
    120_000,
  )

  it('a file of everything holds it all, and behind a password nothing can be read', async () => {
    const search = new LeakSearch(secretsFor('public'))
    const request = {
      kind: 'xlsx',
      audience: 'whole',
      tables: ['staff', 'incidentPeople', 'incidents'],
    } as const
    const open = (await exported(request))!
    const rows = await rowsIn((await exported({ ...request, kind: 'parquet' }))!.bytes)
    for (const bytes of [open.bytes, rows])
      expect(new Set(search.in(bytes, open.name).map(({ secret }) => secret)).size).toBeGreaterThan(10)
    const locked = (await exported({ ...request, password: '密码 1' }))!
    // Its name says the school, as for every file that stays at home, whatever somebody has called it.
    expect(search.in(locked.bytes, 'a.xlsx')).toEqual([])
  }, 60_000)
})
