import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import type { KnownTables } from '../../tables/known-tables.ts'
import { rulesOf, type Children } from '../rule.ts'
import { settingColumns, settingsOf } from './bureau-settings.ts'
import { count, daysOverdue, isAtFault, isOpen, listed, percent } from './county-figures.ts'
import {
  cameInTime,
  dueIn,
  hasCome,
  isOfMonth,
  reportingSchools,
  type ReceiptFacts,
  type ReportingSchool,
} from './reporting-schools.ts'
import { isIn, monthsBefore, monthsIn, spanOf, type Span } from './spans.ts'

const { rule, all } = rulesOf<KnownTables['bulletins']>()

const sending = {
  own: ['period'],
  rows: {
    schools: { columns: ['name', 'state', 'parent', 'town'] },
    receipts: { by: 'school', columns: ['month', 'received', 'returned'] },
    bureauProfile: settingColumns,
  },
} as const

interface Sent {
  readonly due: number
  readonly come: number
  readonly inTime: number
  /** Schools whose file of some month is missing. */
  readonly silent: readonly ReportingSchool[]
}

/** Files due and come, one a school and month. */
function sentBy(
  schools: readonly ReportingSchool[],
  receiptsOf: (school: string) => Children<ReceiptFacts>,
  months: readonly string[],
  day: number,
): Sent {
  let [come, inTime] = [0, 0]
  const silent: ReportingSchool[] = []
  for (const school of schools) {
    const receipts = receiptsOf(school.id)
    const came = months.filter((month) => count(receipts, (row) => isOfMonth(row, month) && hasCome(row)) > 0)
    come += came.length
    inTime += came.filter(
      (month) => count(receipts, (row) => isOfMonth(row, month) && cameInTime(row, dueIn(month, day))) > 0,
    ).length
    if (came.length < months.length) silent.push(school)
  }
  return { due: schools.length * months.length, come, inTime, silent }
}

interface Tally {
  readonly found: number
  readonly major: number
  readonly closed: number
}

type HazardRow = {
  readonly found_on: LocalDate | null
  readonly level: string | null
  readonly state: string | null
  readonly closed_on: LocalDate | null
}

const tally = (hazards: Children<HazardRow>, span: Span): Tally =>
  hazards.fold<Tally>({ found: 0, major: 0, closed: 0 }, (so, hazard) => {
    const isNew = isIn(hazard.found_on, span)
    return {
      found: so.found + (isNew ? 1 : 0),
      major: so.major + (isNew && hazard.level === '重大' ? 1 : 0),
      closed: so.closed + (isIn(hazard.closed_on, span) ? 1 : 0),
    }
  })

/** The commonest first: 消防5、用电3 */
function ranked(counts: ReadonlyMap<string, number>, most: number): string {
  const inOrder = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most)
  return inOrder.map(([what, n]) => `${what}${n}`).join('、')
}

const add = (counts: Map<string, number>, what: string | null): void => {
  if (what !== null) counts.set(what, (counts.get(what) ?? 0) + 1)
}

/** A bulletin names this many schools, no more: the rest stand in the tables. */
const NAMED = 10

export const bulletinsRules = all({
  sub: rule(sending, ({ period, rows }) => {
    const months = monthsIn(period)
    if (months === null) return null
    const day = settingsOf(rows.bureauProfile).monthlyDay
    const { due, come, inTime, silent } = sentBy(
      reportingSchools(rows.schools),
      rows.receipts.where,
      months,
      day,
    )
    const missing = silent.length === 0 ? '' : `；未报齐：${listed(silent.map(({ name }) => name))}`
    return `应报${due}份，已报${come}份，按时${inTime}份${missing}`
  }),
  due_files: rule(sending, ({ period, rows }) => {
    const months = monthsIn(period)
    return months === null ? null : reportingSchools(rows.schools).length * months.length
  }),
  on_time_files: rule(sending, ({ period, rows }) => {
    const months = monthsIn(period)
    if (months === null) return null
    const day = settingsOf(rows.bureauProfile).monthlyDay
    return sentBy(reportingSchools(rows.schools), rows.receipts.where, months, day).inTime
  }),
  /** New ones beside those of the period before, what was closed, what is open now; by category and by town. */
  haz: rule(
    {
      own: ['period'],
      rows: {
        allHazards: { columns: ['school', 'found_on', 'category', 'level', 'state', 'closed_on'] },
        schools: { columns: ['town'] },
      },
    },
    ({ period, rows }) => {
      const months = monthsIn(period)
      if (months === null) return null
      const span = spanOf(months)
      const hazards = rows.allHazards.all
      const now = tally(hazards, span)
      const before = tally(hazards, spanOf(monthsBefore(months)))
      const [byCategory, byTown] = [new Map<string, number>(), new Map<string, number>()]
      const open = count(
        hazards,
        (hazard) => isOpen(hazard) && hazard.found_on !== null && hazard.found_on <= span.to,
      )
      hazards.fold(null, (nothing, { found_on, category, school }) => {
        if (!isIn(found_on, span)) return nothing
        add(byCategory, category)
        add(byTown, rows.schools.named(school)?.town ?? null)
        return nothing
      })
      const figures = `新增${now.found}条(上期${before.found}条)，其中重大${now.major}条；销号${now.closed}条；未销号${open}条`
      if (now.found === 0) return figures
      return [
        figures,
        byCategory.size > 0 ? `类别：${ranked(byCategory, 6)}` : '',
        byTown.size > 0 ? `学区：${ranked(byTown, 6)}` : '',
      ]
        .filter(Boolean)
        .join('。')
    },
  ),
  inc: rule(
    {
      own: ['period'],
      rows: {
        allIncidents: {
          columns: ['times', 'type', 'class6', 'confirmed', 'cas', 'cas_medium', 'cas_severe', 'cas_dead'],
        },
      },
    },
    ({ period, rows }) => {
      const months = monthsIn(period)
      if (months === null) return null
      const [span, earlier] = [spanOf(months), spanOf(monthsBefore(months))]
      const types = new Map<string, number>()
      const incidents = rows.allIncidents.all
      const before = count(incidents, ({ times }) => isIn(times, earlier))
      const sums = incidents.fold({ all: 0, fault: 0, hurt: 0, dead: 0 }, (so, incident) => {
        if (!isIn(incident.times, span)) return so
        add(types, incident.type)
        return {
          all: so.all + 1,
          fault: so.fault + (isAtFault(incident) ? 1 : 0),
          hurt: so.hurt + (incident.cas ?? 0) + (incident.cas_medium ?? 0) + (incident.cas_severe ?? 0),
          dead: so.dead + (incident.cas_dead ?? 0),
        }
      })
      const figures = `${sums.all}起(上期${before}起)，其中责任事故${sums.fault}起；伤${sums.hurt}人，亡${sums.dead}人`
      return sums.all === 0 ? figures : `${figures}。类型：${ranked(types, 6)}`
    },
  ),
  /** Who closed most of what was found, and who must hear about it: files that did not come, hazards past their day. */
  rank: rule(
    {
      own: ['period'],
      rows: {
        ...sending.rows,
        allHazards: { by: 'school', columns: ['found_on', 'state', 'closed_on', 'due', 'extension'] },
      },
    },
    ({ period, rows }, { now }) => {
      const months = monthsIn(period)
      if (months === null) return null
      const span = spanOf(months)
      const today = dateOf(now) < span.to ? dateOf(now) : span.to
      const schools = reportingSchools(rows.schools)
      const { silent } = sentBy(
        schools,
        rows.receipts.where,
        months,
        settingsOf(rows.bureauProfile).monthlyDay,
      )
      const missing = new Set(silent.map(({ id }) => id))
      const standing = schools.map(({ id, name }) => {
        const hazards = rows.allHazards.where(id)
        const found = count(hazards, ({ found_on }) => isIn(found_on, span))
        const closed = count(hazards, (hazard) => isIn(hazard.found_on, span) && !isOpen(hazard))
        const overdue = count(hazards, (hazard) => daysOverdue(hazard, today) > 0)
        return { id, name, rate: percent(closed, found), overdue }
      })
      const best = standing
        .filter(({ rate, id }) => rate !== null && !missing.has(id))
        .sort((a, b) => b.rate! - a.rate! || (a.name < b.name ? -1 : 1))
        .slice(0, NAMED)
        .map(({ name, rate }, place) => `${place + 1}.${name} ${rate!}%`)
      const late = standing
        .filter(({ overdue, id }) => overdue > 0 || missing.has(id))
        .sort((a, b) => b.overdue - a.overdue || (a.name < b.name ? -1 : 1))
        .map(({ name, overdue, id }) => {
          const why = [overdue > 0 ? `逾期${overdue}条` : '', missing.has(id) ? '未报齐' : ''].filter(Boolean)
          return `${name}(${why.join('、')})`
        })
      return [
        best.length > 0 ? `整改率：${best.join('；')}` : '',
        late.length > 0 ? `点名：${listed(late, NAMED)}` : '点名：无',
      ]
        .filter(Boolean)
        .join('。')
    },
  ),
})
