import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import type { Policy } from './policy.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['classAttendance']>()

const DEADLINES = {
  晨检: 'attendance.morning',
  午检: 'attendance.noon',
  晚检: 'attendance.evening',
} as const satisfies Readonly<Record<string, keyof Policy>>

const counted = ['due', 'present'] as const

/** Nobody can be absent a negative number of times: more present than due is a slip, and marked as one. */
const absentOf = ({ due, present }: { readonly due: number | null; readonly present: number | null }) =>
  due === null || present === null || present > due ? null : due - present

export const classAttendanceRules = all({
  due: rule({ via: { class: ['students'] } }, ({ via }) => via.class?.students ?? null),
  absent: rule({ own: counted }, absentOf),
  unknown: rule({ own: [...counted, 'sick', 'leave'] }, (row) => {
    const absent = absentOf(row)
    const known = (row.sick ?? 0) + (row.leave ?? 0)
    return absent === null || known > absent ? null : absent - known
  }),
  /** Up to the minute of the setting is in time; the next day never is. */
  late: rule({ own: ['date', 'session', 'reported_at'] }, ({ date, session, reported_at }, { policy }) => {
    if (date === null || reported_at === null) return null
    if (dateOf(reported_at) !== date) return dateOf(reported_at) > date
    return reported_at.slice(11) > policy[DEADLINES[session ?? '晨检']]
  }),
})
