import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countySheets } from '../../../src/app/bureau/county-workbook.ts'
import { countyFactsOf } from '../../../src/app/bureau/county-facts.ts'
import {
  countyFigure,
  periodAfter,
  periodAround,
  periodBefore,
  PERIOD_KINDS,
  ranksOf,
  rowsCounted,
  schoolFigure,
  summariseCounty,
  type Counted,
} from '../../../src/app/bureau/summarise-county.ts'
import { Stopped } from '../../../src/app/book-copy.ts'
import { columnName } from '../../../src/exchange/sheet-data.ts'
import { summarise } from '../../../src/rules/bureau/summary/county-summary.ts'
import { COUNT_FIGURES, RATIO_FIGURES, type CountFigure } from '../../../src/rules/bureau/summary/figures.ts'
import { addDays } from '../../../src/shared/local-date.ts'
import { openBureau } from '../../rules/bureau/open-bureau.ts'

const NOW = '2026-10-29 09:00'
const MONTH = periodAround('month', '2026-10-01')
const WHOLE = { period: MONTH, type: null, central: null, leader: null }

const schools = [
  { code: '1', name: '中心校', type: '中心校', size: 1000, state: '在办' },
  { code: '2', name: '村小', type: '小学', size: 200, state: '在办', parent: '中心校' },
  { code: '3', name: '初中', type: '初中', state: '在办' },
  { code: '4', name: '旧校', type: '小学', size: 50, state: '停办' },
]

const hazard = (school: string, no: string, more = {}) => ({
  school,
  no,
  found_on: '2026-10-08',
  category: '消防',
  level: '一般',
  due: '2026-10-15',
  state: '整改中',
  ...more,
})

const { book } = openBureau(
  {
    schools,
    bureauStaff: [{ name: '李局' }],
    schoolContracts: [{ school: '初中', leader: '李局', valid: '2026-09-01' }],
    schoolPledges: [
      { school: '中心校', year: '2026', signed: '2026-09-01' },
      { school: '村小', year: '2026' },
      { school: '初中', year: '2025', signed: '2025-09-01' },
    ],
    receipts: [
      { month: '2026-09', school: '中心校', received: '2026-09-27 10:00' },
      { month: '2026-09', school: '初中', received: '2026-10-02 10:00' },
      { month: '2026-10', school: '中心校', received: '2026-10-28 23:59' },
      { month: '2026-10', school: '初中', received: '2026-10-20 10:00', returned: true },
    ],
    allHazards: [
      hazard('中心校', 'A', { extension: '2026-10-29', extension_reason: '等料' }),
      hazard('中心校', 'B', { state: '已销号', closed_on: '2026-10-20' }),
      hazard('村小', 'C', { level: '重大', interim: '围挡', done_on: '2026-10-25' }),
      hazard('初中', 'D', { level: '重大', found_on: '2026-09-01', due: '2026-10-01' }),
      // Closed in the month, found before it; of an old ledger that says no day; of nobody's school.
      hazard('初中', 'E', { found_on: '2026-09-01', state: '已销号', closed_on: '2026-10-01' }),
      hazard('初中', 'F', { found_on: '2026-08-01', state: '已销号' }),
      hazard('外校', 'G', { category: null }),
    ],
    allIncidents: [
      {
        school: '村小',
        no: 'S1',
        times: '2026-10-12 10:20',
        class6: '一般安全责任事故',
        confirmed: '已认定',
        cas: 2,
      },
      {
        school: '初中',
        no: 'S2',
        times: '2026-10-31 15:00',
        class6: '严重的安全责任事故',
        confirmed: '初判',
        cas_severe: 1,
        cas_dead: 1,
      },
      { school: '初中', no: 'S3', times: '2026-09-30 23:59', class6: '不计入' },
    ],
    majorHazards: [{ hazard: '初中 D', reported: '2026-09-02 09:00', due: '2026-10-10', plan: '加固' }],
  },
  NOW,
)

const named = (
  summary: Awaited<ReturnType<typeof summariseCounty>>['summary'],
  figures: readonly CountFigure[],
) => Object.fromEntries(figures.map((figure) => [figure, countyFigure(summary, figure).now.value]))

describe('the county summary', () => {
  it('counts what the ledgers say as of the day, beside the period before', async () => {
    const { summary } = await summariseCounty(book, WHOLE)
    expect(named(summary, COUNT_FIGURES)).toEqual({
      found: 4,
      foundMajor: 1,
      foundClosed: 1,
      foundOverdue: 2,
      closed: 2,
      open: 4,
      // A may take until today; the last day is in time.
      overdue: 3,
      openMajor: 2,
      incidents: 2,
      // Not confirmed is nobody's fault yet.
      atFault: 1,
      severe: 1,
      injured: 3,
      dead: 1,
      // A village school reports through its central school, a closed one not at all; what went back has not come.
      reportsDue: 2,
      inTime: 1,
      late: 0,
      missing: 1,
      awaited: 0,
      pledging: 3,
      pledged: 1,
      pupils: 1250,
    })
    expect(countyFigure(summary, 'found').before.value).toBe(2)
    // By the end of September D and E were open, and neither was late.
    expect(countyFigure(summary, 'open').before.value).toBe(2)
    expect(countyFigure(summary, 'overdue').before.value).toBe(0)
    expect(countyFigure(summary, 'late').before.value).toBe(1)
    expect(summary.unplaced).toBe(1)
  })

  it('tells rates with what they came from, of schools whose pupils are known', async () => {
    const { summary } = await summariseCounty(book, WHOLE)
    expect(countyFigure(summary, 'closingRate').now).toEqual({ value: 25, part: 1, whole: 4 })
    // Three of the four found: one is nobody's. The secondary school found none, and its pupils are not known.
    expect(countyFigure(summary, 'hazardRate').now).toEqual({ value: 2.4, part: 3, whole: 1250 })
    expect(countyFigure(summary, 'incidentRate').now).toEqual({ value: 0.8, part: 1, whole: 1250 })
    expect(schoolFigure(summary, 'hazardRate', 2)).toEqual({ value: null, part: 0, whole: 0 })
    expect(countyFigure(summary, 'punctuality').now.value).toBe(50)
  })

  it('tells of one type, one central school with its villages, or one leader’s schools alone', async () => {
    const found = async (scope: object) => {
      const { summary } = await summariseCounty(book, { ...WHOLE, ...scope })
      return [countyFigure(summary, 'open').now.value, summary.watch.length, summary.unplaced]
    }
    const [centre, , secondary] = book.view('schools').ids()
    expect(await found({ type: '小学' })).toEqual([1, 1, 0])
    expect(await found({ central: centre })).toEqual([2, 1, 0])
    expect(await found({ leader: book.view('bureauStaff').ids()[0] })).toEqual([1, 1, 0])
    expect(secondary).toBeDefined()
  })

  it('P5-24 says of each major hazard how long it is open and what to chase', async () => {
    const { summary } = await summariseCounty(book, WHOLE)
    const ids = book.view('allHazards').ids()
    expect(
      summary.watch.map(({ hazard, daysOpen, daysOver, chase }) => [hazard, daysOpen, daysOver, chase]),
    ).toEqual([
      // The day the bureau has set goes before the school's.
      [ids[3], 58, 19, ['overdue', 'leader', 'interim']],
      [ids[2], 21, 14, ['overdue', 'list', 'check']],
    ])
  })

  it('leads from every number to as many rows, whatever is asked', async () => {
    const days = Array.from({ length: 120 }, (_, n) => addDays('2026-07-15', n))
    const day = fc.constantFrom(...days)
    const maybe = fc.option(day, { nil: null })
    const of = fc.constantFrom('中心校', '村小', '初中', '旧校', '外校', null)
    const hazards = fc.array(
      fc.record({
        school: of,
        no: fc.constant('X'),
        found_on: maybe,
        category: fc.constantFrom('消防', '用电', null),
        level: fc.constantFrom('一般', '重大', null),
        due: maybe,
        extension: maybe,
        closed_on: maybe,
        state: fc.constantFrom('已销号', '整改中', null),
      }),
      { maxLength: 30, size: 'max' },
    )
    const incidents = fc.array(
      fc.record({
        school: of,
        no: fc.constant('Y'),
        times: fc.option(
          day.map((each) => `${each} 08:00`),
          { nil: null },
        ),
        class6: fc.constantFrom('严重的安全责任事故', '不计入', null),
        scene: fc.constantFrom('课堂', '食堂', null),
        cas: fc.constantFrom(0, 1, null),
      }),
      { maxLength: 20, size: 'max' },
    )
    const receipts = fc.array(
      fc.record({
        school: of,
        month: fc.constantFrom('2026-08', '2026-9', '2026-10', '十月'),
        received: maybe.map((each) => each && `${each} 08:00`),
      }),
      { maxLength: 10, size: 'max' },
    )
    const asked = fc.record({
      kind: fc.constantFrom(...PERIOD_KINDS),
      day: fc.constantFrom('2026-08-01', '2026-10-01', '2026-12-01'),
      type: fc.constantFrom(null, '小学', '初中'),
    })
    await fc.assert(
      fc.asyncProperty(
        hazards,
        incidents,
        receipts,
        asked,
        async (allHazards, allIncidents, come, { kind, day, type }) => {
          const { book } = openBureau({ schools, allHazards, allIncidents, receipts: come }, NOW)
          const scope = { ...WHOLE, period: periodAround(kind, day), type }
          const { summary } = await summariseCounty(book, scope)
          for (const figure of COUNT_FIGURES) {
            if (figure === 'pupils') continue
            const all = countyFigure(summary, figure).now.value!
            const places = summary.schools.map((place) => schoolFigure(summary, figure, place).value!)
            const sum = places.reduce((total, value) => total + value, 0)
            if (type !== null) expect(sum).toBe(all)
            else expect(sum).toBeLessThanOrEqual(all)
            const { ids } = await rowsCounted(book, { figure, scope })
            expect(new Set(ids).size).toBe(ids.length)
            if (figure === 'injured' || figure === 'dead') expect(ids.length > 0).toBe(all > 0)
            else if (figure === 'reportsDue' || figure === 'missing' || figure === 'awaited')
              expect(ids.length).toBe(places.filter((value) => value > 0).length)
            else expect(ids.length).toBe(all)
          }
          const behind = async (counted: Omit<Counted, 'scope'>) =>
            (await rowsCounted(book, { ...counted, scope })).ids.length
          for (const [key, count] of summary.categories.open)
            expect(await behind({ figure: 'open', by: { breakdown: 'category', key } })).toBe(count)
          for (const breakdown of ['scene', 'class6', 'hour'] as const)
            for (const [key, count] of summary.incidents[breakdown])
              expect(await behind({ figure: 'incidents', by: { breakdown, key } })).toBe(count)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('lets the page go on in between, and stops when it is told to', async () => {
    const rows = 20_000
    const many = openBureau({ schools }, NOW).book
    many.apply({
      source: 'import',
      label: { code: 'edit' },
      edits: [],
      added: [
        {
          table: 'allHazards',
          ids: Array.from({ length: rows }, (_, n) => `#many-${n}`),
          columns: {
            school: Array.from({ length: rows }, (_, n) => `#schools-${n % 4}`),
            found_on: Array.from({ length: rows }, (_, n) => addDays('2026-10-01', n % 28)),
          },
        },
      ],
    })
    const steps = [...summarise(countyFactsOf(many), WHOLE)]
    expect(steps.length).toBe(rows / 1000)
    expect([...steps].sort((a, b) => a - b)).toEqual(steps)
    const { summary } = await summariseCounty(many, WHOLE)
    expect(countyFigure(summary, 'found').now.value).toBe(rows)
    const stop = new AbortController()
    stop.abort()
    const slow = summariseCounty(many, WHOLE, { signal: stop.signal, frame: 0 })
    await expect(slow).rejects.toBeInstanceOf(Stopped)
  })

  it('goes out as a spreadsheet whose rates and sums are formulas that come to the same', async () => {
    const county = await summariseCounty(book, WHOLE)
    const words = {
      title: 'T',
      sheets: { figures: 'F', schools: 'S' },
      figure: (figure: string) => figure,
      headings: { figure: 'f', now: 'n', before: 'b', change: 'c', school: 's', total: 't' },
    }
    for (const sheet of countySheets(county, words, [])) {
      const rows = [...sheet.rows, ...(sheet.footer ?? [])]
      const valueAt = (name: string): number => {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(name)!
        const column = rows[0]!.findIndex((_, at) => columnName(at) === letters)
        const cell = rows[+row! - 3]![column]!
        return Number(typeof cell === 'object' ? (cell as { value: unknown }).value : cell)
      }
      let formulas = 0
      for (const cell of rows.flat()) {
        if (cell === null || typeof cell !== 'object') continue
        formulas++
        expect(cell.value, cell.formula).toBe(worked(cell.formula, valueAt))
      }
      expect(formulas).toBeGreaterThan(RATIO_FIGURES.length)
    }
  })
})

/** What the three kinds of formulas in the file come to. */
function worked(formula: string, valueAt: (name: string) => number): number | '' {
  const round = (value: number) => Math.round(value * 10) / 10
  const rate = /^IF\((\w+)=0,"",ROUND\((\w+)\/\1\*(\d+),1\)\)$/.exec(formula)
  if (rate) return valueAt(rate[1]!) === 0 ? '' : round((valueAt(rate[2]!) / valueAt(rate[1]!)) * +rate[3]!)
  const change = /^ROUND\((\w+)-(\w+),1\)$/.exec(formula)
  if (change) return round(valueAt(change[1]!) - valueAt(change[2]!))
  const [, column, from, to] = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula)!
  let sum = 0
  for (let row = +from!; row <= +to!; row++) sum += valueAt(`${column}${row}`)
  return sum
}

describe('periods and ranks', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))

  it('every day is in one period of each kind, and periods follow each other without a gap', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...PERIOD_KINDS), (day, kind) => {
        const period = periodAround(kind, day)
        expect(period.months).toContain(day.slice(0, 7))
        for (const month of period.months) expect(periodAround(kind, `${month}-15`)).toEqual(period)
        expect(periodAfter(periodBefore(period))).toEqual(period)
        const [last] = periodBefore(period).months.slice(-1)
        expect(addDays(`${last!}-28`, 4).slice(0, 7)).toBe(period.months[0])
      }),
    )
    expect(periodAround('term', '2027-01-31').key).toBe('2026-2027-1')
    expect(periodAround('term', '2027-02-01').key).toBe('2026-2027-2')
    expect(periodAround('term', '2027-08-31').months).toHaveLength(7)
  })

  it('a rank is how many are better, plus one; equals share it, and what has no value has no rank', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }), {
      maxLength: 40,
      size: 'max',
    })
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('overdueShare' as const, 'closingRate' as const),
        (values, figure) => {
          const known = values.filter((value) => value !== null)
          const isBetter = (a: number, b: number) => (figure === 'overdueShare' ? a < b : a > b)
          expect(ranksOf(figure, values)).toEqual(
            values.map((value) =>
              value === null
                ? null
                : {
                    rank: known.filter((other) => isBetter(other, value)).length + 1,
                    sharing: known.filter((other) => other === value).length,
                    of: known.length,
                  },
            ),
          )
        },
      ),
    )
  })
})
