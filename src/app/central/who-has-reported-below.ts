import type { Workbook } from '../../engine/workbook.ts'
import { lastOfMonth } from '../../rules/periods.ts'
import { monthlyDue } from '../../rules/report-due.ts'
import { dateOf } from '../../shared/local-date.ts'
import { knownReports } from '../bureau/known-reports.ts'
import { bySchoolOf } from '../bureau/write-ledgers.ts'
import type { SchoolInMonth, SchoolsMonth } from '../bureau/who-has-reported.ts'
import { isOpenBelow } from './reports-below.ts'

/** Who of the schools below a central school has sent the month's file, by the day its own is due. */
export function whoHasReportedBelow(book: Workbook, month: string): SchoolsMonth {
  const environment = book.environment()
  const asked = monthlyDue(month, environment)
  // In a month for which nothing is asked nobody is late.
  const due = asked ?? lastOfMonth(`${month}-01`)
  const today = dateOf(environment.now)
  const bySchool = bySchoolOf(knownReports(book).filter(({ period }) => period === month))
  const found = { in: [] as SchoolInMonth[], late: [] as SchoolInMonth[], missing: [] as SchoolInMonth[] }
  for (const id of book.view('villageSchools').ids()) {
    const [received = ''] = (bySchool.get(id) ?? []).map((report) => report.received).sort()
    if (received === '' && !isOpenBelow(book, id)) continue
    const one = { id, name: book.shownName(id) ?? '', received }
    if (received === '') found.missing.push(one)
    else if (asked !== null && dateOf(received) > due) found.late.push(one)
    else found.in.push(one)
  }
  return { ...found, returned: [], below: [], due, isOver: asked !== null && today > due }
}
