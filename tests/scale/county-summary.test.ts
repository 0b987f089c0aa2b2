import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readReports, takeReports } from '../../src/app/bureau/receive-reports.ts'
import {
  countyFigure,
  periodAround,
  periodBefore,
  rowsCounted,
  schoolFigure,
  summariseCounty,
  type CountySummary,
  type Period,
  type SchoolFact,
} from '../../src/app/bureau/summarise-county.ts'
import { COUNT_FIGURES, RATIO_FIGURES } from '../../src/rules/bureau/summary/figures.ts'
import { daysOf } from '../../src/rules/bureau/summary/periods.ts'
import { REPORTED } from '../../src/tables/school/reported.ts'
import { bureauSession } from '../app/bureau/bureau-session.ts'
import { readBeside } from '../app/bureau/school-files.ts'
import { value } from '../app/value.ts'
import { lifeOf, makeCounty, type School } from '../county/county.ts'
import { SchoolAtWork } from '../county/school-files.ts'
import { monthlyHazardsOf, summaryFiguresOf, type Asked, type Seen } from '../county/summary-figures.ts'
import { countyTables } from './county-queries.ts'
import { openDuck } from './duck.ts'
import { directoryTable, ONLY_IN_REGISTER, summaryQueries } from './summary-queries.ts'

const SCHOOLS = Number(process.env['SCALE_SCHOOLS'] ?? 6)
const ROWS = Number(process.env['SCALE_ROWS'] ?? 60)
const TODAY = '2027-06-05'
const WHOLE = { type: null, central: null, leader: null }

/** Every day on which files come is a day of its own at the bureau. */
interface Arrival {
  readonly at: string
  readonly name: string
  readonly bytes: Uint8Array
}

it('every number of 汇总 is the truth of the county, and what DuckDB makes of its Parquet files', async () => {
  const county = makeCounty({ seed: 11, schools: SCHOOLS, months: 3 })
  const folder = mkdtempSync(join(tmpdir(), 'dutybook-summary-'))
  const duck = await openDuck()
  try {
    const seen: Seen[] = []
    const arrivals: Arrival[] = []
    for (const [at, school] of county.schools.entries()) {
      const life = lifeOf(county, at, ROWS)
      const work = new SchoolAtWork(county, life)
      let made: string | null = null
      for (const [n, month] of county.months.entries()) {
        const sent = life.sent[n]!
        if (sent === null) continue
        work.comeTo(sent)
        work.send(month)
        made = sent
        const request = { audience: 'bureau', tables: REPORTED, summaries: true } as const
        const bytes = await work.file({ kind: 'xlsx', ...request })
        arrivals.push({ at: sent, name: `${school.code}-${month}.xlsx`, bytes })
        if (life.sent.slice(n + 1).some((later) => later !== null)) continue
        const place = join(folder, school.code)
        mkdirSync(place)
        const tables = unzipSync(await work.file({ kind: 'parquet', ...request }))
        for (const [name, table] of Object.entries(tables)) writeFileSync(join(place, name), table)
      }
      seen.push({ life, made })
    }
    const book = await receivedBy(county.schools, arrivals)
    if (duck) {
      await duck.rows(countyTables(folder))
      await duck.rows(directoryTable)
    }

    const chosen = [
      periodAround('month', '2027-05-01'),
      periodAround('month', '2027-06-01'),
      periodAround('quarter', '2027-06-01'),
      periodAround('term', '2027-06-01'),
    ]
    for (const period of chosen) {
      const { schools, summary } = await summariseCounty(book, { period, ...WHOLE })
      const asked = askedOf(period)
      const truth = summaryFiguresOf(county, seen, asked)
      expect(numbersOf(summary, schools), period.key).toEqual(truth)
      const before = summaryFiguresOf(county, seen, askedOf(periodBefore(period)))
      expect(totalsOf(summary, 'before'), period.key).toEqual(totalsIn(before))
      if (duck) expect(inFiles(await asDuckSays(asked), seen), period.key).toEqual(inFiles(truth, seen))

      // Behind every number there are as many rows as it says.
      for (const figure of COUNT_FIGURES) {
        if (figure === 'pupils' || figure === 'injured' || figure === 'dead' || figure === 'reportsDue')
          continue
        for (const place of [0, 4]) {
          const { ids } = await rowsCounted(book, { figure, scope: summary.scope, school: place })
          const number = schoolFigure(summary, figure, place).value!
          // A school that owes three months' files is one row of the directory.
          const owed = figure === 'missing' || figure === 'awaited'
          expect(ids.length, `${figure} ${period.key}`).toBe(owed ? Math.min(1, number) : number)
        }
      }
    }
    const { summary } = await summariseCounty(book, { period: chosen[3]!, ...WHOLE })
    const months = Object.fromEntries(
      summary.months
        .flatMap((each) => [
          [`found ${each.month}`, each.foundClosed + each.foundOpen + each.foundOverdue] as const,
          [`closed ${each.month}`, each.closed] as const,
        ])
        .filter(([, count]) => count > 0),
    )
    expect(months).toEqual(monthlyHazardsOf(seen))

    async function asDuckSays(asked: Asked) {
      const found: [string, number][] = []
      for (const query of summaryQueries(asked))
        for (const { key, count } of await duck!.rows(query))
          if (Number(count) !== 0) found.push([String(key), Number(count)])
      return Object.fromEntries(found.sort())
    }
  } finally {
    rmSync(folder, { recursive: true })
    duck?.close()
  }
}, 3_600_000)

const askedOf = (period: Period): Asked => ({ months: period.months, ...daysOf(period), today: TODAY })

/** A bureau that takes each file in on the day it comes, and looks at them on the last. */
async function receivedBy(schools: readonly School[], arrivals: readonly Arrival[]) {
  let now = '2027-03-01 08:00'
  const { session } = bureauSession(
    Object.fromEntries(schools.map(({ code, name }) => [code, name])),
    () => now,
  )
  const how = { source: 'user', label: { code: 'grid.edit' } } as const
  const idOf = (name: string) => `#school-${schools.find((school) => school.name === name)!.code}`
  session.edit(
    schools.flatMap(({ code, type, pupils, parent }) => {
      const row = { table: 'schools', row: `#school-${code}` }
      return [
        { ...row, column: 'type', input: type },
        { ...row, column: 'size', input: pupils },
        ...(parent === null ? [] : [{ ...row, column: 'parent', input: idOf(parent) }]),
      ]
    }),
    how,
  )
  for (const moment of [...new Set(arrivals.map(({ at }) => at))].sort()) {
    now = moment
    const files = arrivals
      .filter(({ at }) => at === moment)
      .map(({ name, bytes }) => new File([bytes as Uint8Array<ArrayBuffer>], name))
    const read = await readReports(session, files, {}, readBeside)
    const reports = read.flatMap((each) => (each.is === 'report' ? [{ ...each, corrected: false }] : []))
    expect(reports.length).toBe(files.length)
    value(await takeReports(session, reports, { problemsOf: () => '' }))
  }
  now = `${TODAY} 09:00`
  // The workbook notices the day by its next change.
  session.edit([{ table: 'schools', row: idOf(schools[0]!.name), column: 'town', input: '城关镇' }], how)
  return session.book
}

/** All that the screen shows of a period, keyed as the truth is. */
function numbersOf(summary: CountySummary, schools: readonly SchoolFact[]): Record<string, number> {
  const found = new Map<string, number>()
  const add = (key: string, by: number) => by !== 0 && found.set(key, (found.get(key) ?? 0) + by)
  const codeOf = (place: number) => schools[place]!.id.replace('#school-', '')
  for (const place of summary.schools)
    for (const figure of COUNT_FIGURES)
      if (figure !== 'pledging')
        add(`${figure} ${codeOf(place)}`, schoolFigure(summary, figure, place).value!)
  for (const [figure, tally] of Object.entries(summary.categories))
    for (const [category, count] of tally) add(`category ${figure} ${category}`, count)
  for (const [by, tally] of Object.entries(summary.incidents))
    for (const [kind, count] of tally) add(`${by} ${kind}`, count)
  for (const { school, daysOpen, daysOver } of summary.watch) {
    add(`watched ${codeOf(school)}`, 1)
    add(`watched days ${codeOf(school)}`, daysOpen!)
    add(`watched over ${codeOf(school)}`, daysOver)
  }
  for (const figure of RATIO_FIGURES) {
    const { value } = countyFigure(summary, figure).now
    if (value !== null) add(`county ${figure}`, value)
  }
  return Object.fromEntries([...found].sort())
}

const TOTALS = [
  'found',
  'closed',
  'open',
  'overdue',
  'incidents',
  'injured',
  'inTime',
  'late',
  'missing',
] as const

const totalsOf = (summary: CountySummary, when: 'now' | 'before') =>
  Object.fromEntries(TOTALS.map((figure) => [figure, countyFigure(summary, figure)[when].value]))

const totalsIn = (truth: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    TOTALS.map((figure) => [
      figure,
      Object.entries(truth).reduce(
        (sum, [key, count]) => sum + (key.startsWith(`${figure} `) ? count : 0),
        0,
      ),
    ]),
  )

/**
 * What files can tell: nothing of what did not come. A school that has sent none at all is in the directory of the bureau
 * alone, and its pupils are in the bureau's rates alone.
 */
function inFiles(numbers: Readonly<Record<string, number>>, seen: readonly Seen[]) {
  const silent = seen.filter(({ made }) => made === null).map(({ life }) => life.school.code)
  const isTold = (key: string) =>
    !ONLY_IN_REGISTER.test(key) &&
    !silent.includes(key.slice(-8)) &&
    (silent.length === 0 || !/^county (?:hazard|open|incident|injured)Rate$/.test(key))
  return Object.fromEntries(Object.entries(numbers).filter(([key]) => isTold(key)))
}
