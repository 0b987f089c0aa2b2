import type { LocalDate } from '../../shared/local-date.ts'
import type { Step } from '../../tables/column.ts'
import { quarterOf } from '../../tables/school/report-periods.ts'
import type { Children, RowsOf } from '../rule.ts'
import type { FigureItem, Figures } from './assessment-figures.ts'
import { settingColumns, settingsOf, type BureauSettings } from './bureau-settings.ts'
import { schoolsOf, type ContractedSchool } from './contracts-in-force.ts'
import { isAtFault, isOpen, isSpecialVisit, percent, yearSpan, type IncidentFacts } from './county-figures.ts'
import { isIn, quartersOver, quarterSpan } from './spans.ts'
import { tenth } from './tenth.ts'

/** What the parts of a section's assessment read. */
export const sectionEvidence = {
  schoolContracts: { by: 'dept', columns: ['school', 'valid', 'valid_to'] },
  schools: { columns: ['name', 'state'] },
  visits: { by: 'school', columns: ['date', 'form'] },
  bureauMeetings: { by: 'dept', columns: ['date', 'kind'] },
  sectionReports: { by: 'dept', columns: ['quarter', 'due_sent', 'sent'] },
  allHazards: { by: 'school', columns: ['found_on', 'state', 'closed_on'] },
  allIncidents: { by: 'school', columns: ['times', 'class6', 'confirmed'] },
  bureauProfile: settingColumns,
} as const

type Where<R> = Pick<RowsOf<R>, 'where'>
type Day = LocalDate | null

export interface SectionEvidence {
  readonly schoolContracts: Where<{
    readonly school: string | null
    readonly valid: Day
    readonly valid_to: Day
  }>
  readonly schools: Pick<RowsOf<{ readonly name: string | null; readonly state: string | null }>, 'named'>
  readonly visits: Where<{ readonly date: Day; readonly form: string | null }>
  readonly bureauMeetings: Where<{ readonly date: Day; readonly kind: string | null }>
  readonly sectionReports: Where<{
    readonly quarter: string | null
    readonly due_sent: Day
    readonly sent: Day
  }>
  readonly allHazards: Where<{
    readonly found_on: Day
    readonly state: string | null
    readonly closed_on: Day
  }>
  readonly allIncidents: Where<IncidentFacts>
  readonly bureauProfile: Parameters<typeof settingsOf>[0]
}

/** The parts by their columns, and what their weights are called. */
export const SECTION_PARTS = {
  visits: '督查完成率',
  studies: '专题研究完成率',
  reports: '季度报告按时率',
  fix: '分包学校隐患整改率',
  inc: '分包学校责任事故',
} as const satisfies Readonly<Record<string, FigureItem>>

export type SectionPart = keyof typeof SECTION_PARTS

interface SectionRows {
  readonly table: 'visits' | 'bureauMeetings' | 'sectionReports' | 'allHazards' | 'allIncidents'
  readonly rows: readonly string[]
}

/** What a part stands on: per cent, or incidents; null while there is nothing to judge by. */
export interface PartBehind {
  readonly value: number | null
  readonly steps: readonly Step[]
  readonly earned: SectionRows | null
  readonly lost: SectionRows | null
}

interface Asked {
  readonly year: string
  readonly dept: string | null
  readonly rows: SectionEvidence
  readonly today: LocalDate
}

/** The day of the year a section's schools are reckoned by: its last, or today while it runs. */
const reckoned = ({ year, today }: Asked): LocalDate => (today < `${year}-12-31` ? today : `${year}-12-31`)

const own = (asked: Asked, day = reckoned(asked)): readonly ContractedSchool[] =>
  schoolsOf(asked.rows.schoolContracts.where(asked.dept), asked.rows.schools, day)

const idsOf = <R extends { readonly id: string }>(rows: Children<R>, holds: (row: R) => boolean): string[] =>
  rows.fold<string[]>([], (found, row) => {
    if (holds(row)) found.push(row.id)
    return found
  })

const settings = ({ rows }: Asked): BureauSettings => settingsOf(rows.bureauProfile)

const parts: { readonly [Part in SectionPart]: (asked: Asked) => PartBehind } = {
  /** More visits than due do not make up for a school that had too few. */
  visits(asked): PartBehind {
    const each = settings(asked).visits
    let [due, done] = [0, 0]
    const made: string[] = []
    const lacking = new Map<string, number>()
    for (const quarter of quartersOver(asked.year, asked.today))
      for (const { id, name } of own(asked, quarter.to)) {
        const visits = idsOf(
          asked.rows.visits.where(id),
          ({ date, form }) => isSpecialVisit(form) && isIn(date, quarter),
        )
        const counted = Math.min(each, visits.length)
        due += each
        done += counted
        made.push(...visits)
        if (counted < each) lacking.set(name, (lacking.get(name) ?? 0) + each - counted)
      }
    const names = [...lacking].map(([name, n]) => `${name}×${n}`).join('、')
    return {
      value: percent(done, due),
      steps: [
        { code: 'assessment.section-visits', params: { due, done } },
        ...(names === '' ? [] : [{ code: 'assessment.section-visits-lacking', params: { names } }]),
      ],
      earned: { table: 'visits', rows: made },
      lost: null,
    }
  },
  studies(asked) {
    const each = settings(asked).studies
    const quarters = quartersOver(asked.year, asked.today)
    let done = 0
    const held: string[] = []
    for (const quarter of quarters) {
      const studies = idsOf(
        asked.rows.bureauMeetings.where(asked.dept),
        ({ date, kind }) => kind === '科室专题研究' && isIn(date, quarter),
      )
      done += Math.min(each, studies.length)
      held.push(...studies)
    }
    const due = each * quarters.length
    return {
      value: percent(done, due),
      steps: [{ code: 'assessment.section-studies', params: { due, done } }],
      earned: { table: 'bureauMeetings', rows: held },
      lost: null,
    }
  },
  reports(asked) {
    const quarters = quartersOver(asked.year, asked.today)
    const [inTime, late]: [string[], string[]] = [[], []]
    let done = 0
    for (const quarter of quarters) {
      const of = idsOf(asked.rows.sectionReports.where(asked.dept), (row) => {
        const named = row.quarter === null ? null : quarterOf(row.quarter)
        return named !== null && quarterSpan(named).from === quarter.from
      })
      const mine = new Set(of)
      const good = idsOf(
        asked.rows.sectionReports.where(asked.dept),
        (row) => mine.has(row.id) && row.sent !== null && row.sent <= (row.due_sent ?? quarter.to),
      )
      if (good.length > 0) done++
      inTime.push(...good)
      late.push(...of.filter((id) => !good.includes(id)))
    }
    return {
      value: percent(done, quarters.length),
      steps: [{ code: 'assessment.section-reports', params: { due: quarters.length, done } }],
      earned: { table: 'sectionReports', rows: inTime },
      lost: { table: 'sectionReports', rows: late },
    }
  },
  fix(asked) {
    const [closed, open]: [string[], string[]] = [[], []]
    for (const { id } of own(asked))
      asked.rows.allHazards.where(id).fold(null, (nothing, hazard) => {
        if (isIn(hazard.found_on, yearSpan(asked.year))) (isOpen(hazard) ? open : closed).push(hazard.id)
        return nothing
      })
    const found = open.length + closed.length
    return {
      value: percent(closed.length, found),
      steps: [{ code: 'assessment.hazards', params: { found, closed: closed.length } }],
      earned: { table: 'allHazards', rows: closed },
      lost: { table: 'allHazards', rows: open },
    }
  },
  inc(asked) {
    const rows = own(asked).flatMap(({ id }) =>
      idsOf(
        asked.rows.allIncidents.where(id),
        (incident) => isIn(incident.times, yearSpan(asked.year)) && isAtFault(incident),
      ),
    )
    return {
      value: rows.length,
      steps: [{ code: 'assessment.section-incidents', params: { count: rows.length } }],
      earned: null,
      lost: { table: 'allIncidents', rows },
    }
  },
}

export const partBehind = (part: SectionPart, asked: Asked): PartBehind => parts[part](asked)

type Rates = Readonly<Record<SectionPart, number | null>>

/** The most a part can give, and what it gives; both null where it takes no part, for want of data. */
export function partPoints(
  part: SectionPart,
  value: number | null,
  figures: Figures,
): { readonly most: number; readonly got: number } | null {
  const most = figures[SECTION_PARTS[part]]
  if (part === 'inc') return { most, got: Math.max(0, most - figures['每起责任事故扣分'] * (value ?? 0)) }
  return value === null ? null : { most, got: (most * value) / 100 }
}

/** Of what there is data for, as a hundred: a section without schools is judged by its studies and reports. */
export function sectionScore(rates: Rates, figures: Figures): number | null {
  const counted = (Object.keys(SECTION_PARTS) as SectionPart[]).map((part) =>
    partPoints(part, rates[part], figures),
  )
  // Incidents alone say nothing of a year in which nothing is over yet.
  if (counted.filter((each) => each !== null).length < 2) return null
  const sum = (of: 'most' | 'got') => counted.reduce((total, each) => total + (each?.[of] ?? 0), 0)
  const most = sum('most')
  return most === 0 ? null : tenth((sum('got') / most) * 100)
}
