import type { Workbook } from '../../engine/workbook.ts'
import { dateOf, type LocalDate } from '../../shared/local-date.ts'
import { isOpenSchool } from '../../rules/bureau/contracts-in-force.ts'
import { dueIn } from '../../rules/bureau/reporting-schools.ts'

export interface SchoolsMonth {
  readonly due: LocalDate
  readonly in: readonly SchoolInMonth[]
  readonly late: readonly SchoolInMonth[]
  readonly missing: readonly SchoolInMonth[]
  readonly returned: readonly SchoolInMonth[]
  /** Schools below a central one of which nothing has come along: their central school asks them, nobody is late. */
  readonly below: readonly SchoolInMonth[]
  /** Nobody is late who may still send. */
  readonly isOver: boolean
}

export interface SchoolInMonth {
  readonly id: string
  readonly name: string
  /** Local time; empty where nothing came. */
  readonly received: string
}

/** Who of the schools that report has sent the month's file, and who has not. A central school reports for its own. */
export function whoHasReported(book: Workbook, month: string): SchoolsMonth {
  const [profile] = book.view('bureauProfile').ids()
  const day = profile === undefined ? null : book.stored('bureauProfile', profile, 'deadlines')
  const due = dueIn(month, typeof day === 'number' ? day : 28)
  const receipts = new Map<string, string>()
  for (const id of book.view('receipts').ids())
    if (book.stored('receipts', id, 'month') === month)
      receipts.set(String(book.stored('receipts', id, 'school')), id)
  const found = { in: [], late: [], missing: [], returned: [], below: [] } as {
    [state in 'in' | 'late' | 'missing' | 'returned' | 'below']: SchoolInMonth[]
  }
  for (const id of book.view('schools').ids()) {
    const state = book.stored('schools', id, 'state') as string | null
    if (!isOpenSchool({ state })) continue
    const receipt = receipts.get(id)
    const cell = receipt === undefined ? null : book.stored('receipts', receipt, 'received')
    const received = typeof cell === 'string' ? cell : ''
    const one = { id, name: book.shownName(id) ?? '', received }
    if (book.stored('schools', id, 'parent') !== null) {
      if (received === '') found.below.push(one)
    } else if (received === '') found.missing.push(one)
    else if (book.stored('receipts', receipt!, 'returned') === true) found.returned.push(one)
    else if (dateOf(received) > due) found.late.push(one)
    else found.in.push(one)
  }
  return { ...found, due, isOver: dateOf(book.environment().now) > due }
}
