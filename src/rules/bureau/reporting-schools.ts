import type { LocalDate } from '../../shared/local-date.ts'
import { monthOf } from '../../tables/school/report-periods.ts'
import { lastOfMonth } from '../periods.ts'
import type { RowsOf } from '../rule.ts'
import { isOpenSchool } from './contracts-in-force.ts'

/** The day a month's report is due by: the bureau's, or the month's last where it has no such day. */
export function dueIn(month: string, day: number): LocalDate {
  const named = `${month}-${String(day).padStart(2, '0')}`
  const last = lastOfMonth(`${month}-01`)
  return named < last ? named : last
}

export interface ReportingSchool {
  readonly id: string
  readonly name: string
}

interface SchoolRow {
  readonly name: string | null
  readonly state: string | null
  readonly parent: string | null
}

/** The units that report: open schools, but not those whose central school reports for them (P5-28). */
export const reportingSchools = (schools: Pick<RowsOf<SchoolRow>, 'all'>): ReportingSchool[] =>
  schools.all.fold<ReportingSchool[]>([], (found, school) => {
    if (school.parent === null && isOpenSchool(school)) found.push({ id: school.id, name: school.name ?? '' })
    return found
  })

/** A receipt as it stands. */
export interface ReceiptFacts {
  readonly month: string | null
  readonly received: string | null
  readonly returned: boolean | null
}

/** What was sent back has not come. */
export const hasCome = ({ received, returned }: Omit<ReceiptFacts, 'month'>): boolean =>
  received !== null && returned !== true

export const cameInTime = (receipt: Omit<ReceiptFacts, 'month'>, due: LocalDate): boolean =>
  hasCome(receipt) && receipt.received!.slice(0, 10) <= due

export const isOfMonth = (receipt: Pick<ReceiptFacts, 'month'>, month: string): boolean =>
  receipt.month !== null && monthOf(receipt.month) === month
