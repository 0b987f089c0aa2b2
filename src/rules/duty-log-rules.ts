import { addDays, dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { dutyChecks } from '../tables/school/duty-checks.ts'
import { weekAt } from './on-duty.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['dutyLog']>()

/** What keeps somebody away for the day; coming late does not. */
const AT_SCHOOL: ReadonlySet<string | null> = new Set(['迟到', '早退', '值周脱岗'])

const staffReads = {
  own: ['date'],
  rows: {
    staff: { columns: ['status', 'valid', 'valid_to'] },
    staffAttendance: { by: 'date', columns: ['person', 'kind', 'period'] },
  },
} as const
const pupilReads = {
  own: ['date'],
  rows: { classAttendance: { by: 'date', columns: ['session', 'due', 'present'] } },
} as const

interface Reported {
  readonly session: string | null
  readonly due: number | null
  readonly present: number | null
}
type PupilRows = {
  readonly where: (date: string | null) => {
    readonly fold: <A>(start: A, step: (sum: A, row: Reported) => A) => A
  }
}

/** Counts of the classes that have reported: of the morning, or of the first session there is a report of. */
function pupilsOn(date: string | null, rows: PupilRows): { due: number; present: number } | null {
  const sums = new Map<string | null, { due: number; present: number }>()
  rows.where(date).fold(null, (_, { session, due, present }) => {
    if (due === null || present === null) return null
    const sum = sums.get(session) ?? { due: 0, present: 0 }
    sums.set(session, { due: sum.due + due, present: sum.present + present })
    return null
  })
  return sums.get('晨检') ?? sums.get('午检') ?? sums.get('晚检') ?? null
}

export const dutyLogRules = all({
  week: rule({ own: ['date'] }, ({ date }, { terms }) =>
    date === null ? null : (weekAt(date, terms)?.week ?? null),
  ),
  staff_due: rule(staffReads, ({ date, rows }) =>
    date === null ? null : rows.staff.all.fold(0, (sum, person) => sum + (isDue(person, date) ? 1 : 0)),
  ),
  staff_present: rule(staffReads, ({ date, rows }) => {
    if (date === null) return null
    const due = new Set<string>()
    rows.staff.all.fold(null, (_, person) => {
      if (isDue(person, date)) due.add(person.id)
      return null
    })
    rows.staffAttendance.where(date).fold(null, (_, { person, kind, period }) => {
      const id = rows.staff.named(person)?.id
      if (id !== undefined && period === '全天' && kind !== null && !AT_SCHOOL.has(kind)) due.delete(id)
      return null
    })
    return due.size
  }),
  students_due: rule(pupilReads, ({ date, rows }) => pupilsOn(date, rows.classAttendance)?.due ?? null),
  students_present: rule(
    pupilReads,
    ({ date, rows }) => pupilsOn(date, rows.classAttendance)?.present ?? null,
  ),
  students_absent: rule(pupilReads, ({ date, rows }) => {
    const sum = pupilsOn(date, rows.classAttendance)
    return sum && sum.due - sum.present
  }),
  /** A log in which nothing has been looked at yet is an empty form, whoever opened it. */
  status: rule({ own: ['date', 'filled_at', ...dutyChecks] }, (row, { policy }) => {
    if (dutyChecks.every((key) => row[key] === null || row[key] === '未查')) return '未填'
    if (row.date === null || row.filled_at === null) return '已填'
    return dateOf(row.filled_at) > addDays(row.date, policy['duty.backfillDays']) ? '补填' : '已填'
  }),
})

const isDue = (
  { status, valid, valid_to }: { status: string | null; valid: string | null; valid_to: string | null },
  date: string,
): boolean =>
  (status === null || status === '在岗') &&
  (valid === null || valid <= date) &&
  (valid_to === null || valid_to >= date)
