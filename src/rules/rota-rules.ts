import { addDays, type LocalDate } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import { weekdayName } from './on-duty.ts'
import { countsAsLoad, isAway } from './rota/load.ts'
import { rulesOf } from './rule.ts'
import { mondayOf, weeksOf } from './weeks.ts'

const { rule, all } = rulesOf<Tables['rota']>()

interface TermDays {
  readonly start_date: string | null
  readonly end_date: string | null
}

/** First and last day of a term's week, within the term; null for a week the term does not have. */
function daysOfWeek(week: number | null, term: TermDays | null): readonly [LocalDate, LocalDate] | null {
  const { start_date: start, end_date: end } = term ?? {}
  if (!start || !end || week === null || week < 1 || week > weeksOf(start, end)) return null
  const monday = addDays(mondayOf(start), (week - 1) * 7)
  const sunday = addDays(monday, 6)
  return [monday < start ? start : monday, sunday > end ? end : sunday]
}

const week = { own: ['week'], via: { term: ['start_date', 'end_date'] } } as const

/** Days on which two rows meet: a row that names none means every school day. */
const meet = (a: readonly string[] | null, b: readonly string[] | null) =>
  !a?.length || !b?.length || a.some((day) => b.includes(day))

export const rotaRules = all({
  range: rule(week, (row) => daysOfWeek(row.week, row.via.term)?.[0] ?? null),
  range_to: rule(week, (row) => daysOfWeek(row.week, row.via.term)?.[1] ?? null),

  conflict: rule(
    {
      own: ['term', 'week', 'weekday', 'post', 'duty_class', 'teachers', 'range', 'range_to'],
      rows: {
        terms: { columns: [] },
        staff: { columns: ['name', 'status', 'on_roster', 'roster_cap', 'valid_to'] },
        rota: { by: 'teachers', columns: ['term', 'week', 'weekday', 'post', 'range', 'origin'] },
        staffAttendance: { by: 'person', columns: ['date', 'kind', 'period'] },
        classes: { by: 'homeroom', columns: ['class_name', 'homeroom', 'deputy'] },
        rotaPosts: { by: 'post', columns: ['with_class'] },
      },
    },
    (row, { policy }): readonly Step[] => {
      const { rows, range, range_to } = row
      const termOf = (cell: string | null) => rows.terms.named(cell)?.id ?? cell
      const term = termOf(row.term)
      const onDuty = policy['rota.ownClass'] ? rows.classes.named(row.duty_class) : null
      const dutyClass = onDuty?.class_name ?? ''
      const withDutyClass = [onDuty?.homeroom, onDuty?.deputy].flatMap(
        (person) => rows.staff.named(person ?? null)?.id ?? [],
      )
      const withClass = rows.rotaPosts
        .where(row.post)
        .fold(false, (any, { with_class }) => any || with_class === true)
      return (row.teachers ?? []).flatMap((teacher): Step[] => {
        const found = rows.staff.named(teacher)
        if (!found) return []
        const { id, name: known, status, on_roster, roster_cap, valid_to } = found
        const name = known ?? teacher
        const steps: Step[] = []
        if (
          (status !== null && status !== '在岗') ||
          (valid_to !== null && range !== null && valid_to < range)
        )
          steps.push({ code: 'rota.not-at-work', params: { name } })
        if (on_roster === false) steps.push({ code: 'rota.exempt', params: { name } })
        if (withDutyClass.includes(id))
          steps.push({ code: 'rota.own-class', params: { name, class: dutyClass } })
        if (withClass && rows.classes.where(id).fold(false, () => true))
          steps.push({ code: 'rota.with-class', params: { name, post: row.post! } })
        if (range !== null && range_to !== null)
          rows.staffAttendance.where(id).fold(null, (_, { date, kind, period }) => {
            if (date === null || date < range || date > range_to) return null
            if (isAway(kind, period) && meet(row.weekday, [weekdayName(date)]))
              steps.push({ code: 'rota.away', params: { name, date, kind: kind! } })
            return null
          })
        const weeks = new Set<number>()
        rows.rota.where(id).fold(null, (_, other) => {
          if (termOf(other.term) === term && countsAsLoad(other.origin) && other.week !== null)
            weeks.add(other.week)
          if (
            other.id !== row.id &&
            range !== null &&
            other.range === range &&
            meet(row.weekday, other.weekday)
          )
            steps.push({ code: 'rota.double', params: { name, post: other.post ?? '' } })
          return null
        })
        if (roster_cap !== null && weeks.size > roster_cap)
          steps.push({ code: 'rota.above-cap', params: { name, count: weeks.size, cap: roster_cap } })
        return steps
      })
    },
  ),

  /** How often each teacher of the row is on the rota of this term. */
  load: rule(
    {
      own: ['term', 'teachers'],
      rows: {
        terms: { columns: [] },
        staff: { columns: ['name'] },
        rota: { by: 'teachers', columns: ['term', 'origin'] },
      },
    },
    ({ term, teachers, rows }) => {
      if (!teachers?.length) return null
      const termOf = (cell: string | null) => rows.terms.named(cell)?.id ?? cell
      const own = termOf(term)
      return teachers
        .map((teacher) => {
          const count = rows.rota
            .where(teacher)
            .fold(0, (sum, other) => sum + (termOf(other.term) === own && countsAsLoad(other.origin) ? 1 : 0))
          return `${rows.staff.named(teacher)?.name ?? teacher} ${count}`
        })
        .join('、')
    },
  ),
})
