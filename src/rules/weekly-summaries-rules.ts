import { addDays, dateOf, type LocalDate } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import { closedOn } from '../tables/school/hazard-steps.ts'
import { dutyChecks } from '../tables/school/duty-checks.ts'
import { rulesOf } from './rule.ts'
import { mondayOf, weeksOf } from './weeks.ts'

const { rule, all } = rulesOf<Tables['weeklySummaries']>()

interface Week {
  readonly week: number | null
  readonly via: {
    readonly term: { readonly start_date: string | null; readonly end_date: string | null } | null
  }
}

/** The days of the week, Monday to Sunday; none when the term does not have it. */
function daysOf({ week, via }: Week): readonly LocalDate[] {
  const { start_date: start, end_date: end } = via.term ?? {}
  if (!start || !end || week === null || week < 1 || week > weeksOf(start, end)) return []
  const monday = addDays(mondayOf(start), (week - 1) * 7)
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day))
}

const weekReads = { own: ['week'], via: { term: ['start_date', 'end_date'] } } as const

interface Found<R> {
  readonly where: (value: string) => { readonly fold: <A>(start: A, step: (sum: A, row: R) => A) => A }
}
const countOn = <R>(days: readonly LocalDate[], rows: Found<R>, weight: (row: R) => number): number =>
  days.reduce((sum, day) => sum + rows.where(day).fold(0, (part, row) => part + weight(row)), 0)

/** A sentence for what there was; what there was not is not mentioned. */
const said = (code: string, count: number): Step[] => (count > 0 ? [{ code, params: { count } }] : [])

export const weeklySummariesRules = all({
  leader: rule(
    {
      own: ['term', 'week'],
      rows: {
        terms: { columns: [] },
        staff: { columns: ['name'] },
        rota: { by: 'week', columns: ['term', 'leader'] },
      },
    },
    ({ term, week, rows }) => {
      const termOf = (cell: string | null) => rows.terms.named(cell)?.id ?? cell
      const own = termOf(term)
      const leaders = rows.rota.where(week).fold(new Set<string>(), (found, row) => {
        if (row.leader !== null && termOf(row.term) === own)
          found.add(rows.staff.named(row.leader)?.name ?? row.leader)
        return found
      })
      return leaders.size ? [...leaders].join('、') : null
    },
  ),

  stats: rule(
    {
      ...weekReads,
      rows: {
        dutyLog: { by: 'date', columns: dutyChecks },
        classAttendance: { by: 'date', columns: ['absent', 'late'] },
        staffAttendance: { by: 'date', columns: ['kind'] },
        incidents: { by: 'occurred_at', columns: [] },
        patrols: { by: 'at', columns: ['kind'] },
        hazards: { by: 'found_on', columns: [] },
      },
    },
    (row): readonly Step[] => {
      const days = daysOf(row)
      const { dutyLog, classAttendance, staffAttendance, incidents, patrols, hazards } = row.rows
      const steps = [
        ...said(
          'week.abnormal',
          countOn(days, dutyLog, (log) => dutyChecks.filter((key) => log[key] === '异常').length),
        ),
        ...said(
          'week.outsiders',
          countOn(days, patrols, ({ kind }) =>
            kind === '外来人员' || kind === '可疑人员' || kind === '违规入校' ? 1 : 0,
          ),
        ),
        ...said(
          'week.absent',
          countOn(days, classAttendance, ({ absent }) => absent ?? 0),
        ),
        ...said(
          'week.late-reports',
          countOn(days, classAttendance, ({ late }) => (late === true ? 1 : 0)),
        ),
        ...said(
          'week.staff',
          countOn(days, staffAttendance, () => 1),
        ),
        ...said(
          'week.incidents',
          countOn(days, incidents, () => 1),
        ),
        ...said(
          'week.hazards',
          countOn(days, hazards, () => 1),
        ),
      ]
      return steps.length || !days.length ? steps : [{ code: 'week.quiet' }]
    },
  ),

  /** What the next leader takes over: of this week and before, as it stands now. */
  open_items: rule(
    {
      ...weekReads,
      rows: {
        absences: { columns: ['date', 'confirmed_by'] },
        incidents: { columns: ['occurred_at', 'closed_on'] },
        hazards: {
          columns: [
            'found_on',
            'owner',
            'done_on',
            'reviewer',
            'reviewed_on',
            'review',
            'closed_on',
            'taken_over',
          ],
        },
      },
    },
    (row): readonly Step[] => {
      const last = daysOf(row).at(-1)
      if (last === undefined) return []
      const { absences, incidents, hazards } = row.rows
      return [
        ...said(
          'week.open-absences',
          absences.all.fold(
            0,
            (sum, { date, confirmed_by }) =>
              sum + (date !== null && date <= last && confirmed_by === null ? 1 : 0),
          ),
        ),
        ...said(
          'week.open-incidents',
          incidents.all.fold(
            0,
            (sum, { occurred_at, closed_on }) =>
              sum + (occurred_at !== null && dateOf(occurred_at) <= last && closed_on === null ? 1 : 0),
          ),
        ),
        ...said(
          'week.open-hazards',
          hazards.all.fold(
            0,
            (sum, hazard) =>
              sum +
              (hazard.found_on !== null && hazard.found_on <= last && closedOn(hazard) === null ? 1 : 0),
          ),
        ),
      ]
    },
  ),
})
