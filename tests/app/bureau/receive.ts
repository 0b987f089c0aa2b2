import { readReports, takeReports, type Received } from '../../../src/app/bureau/receive-reports.ts'
import type { Session } from '../../../src/app/session.ts'
import { value } from '../value.ts'
import { planBeside } from './plain-files.ts'
import { readBeside } from './school-files.ts'

/** What the screen does, without one: files are read beside the page, and everything in them is agreed to. */
export const read = (session: Session, files: readonly File[]) =>
  readReports(session, files, {}, readBeside, planBeside)

export const take = async (session: Session, received: readonly Received[], corrected = false) =>
  value(
    await takeReports(
      session,
      received.flatMap((each) => (each.is === 'report' ? [{ ...each, corrected }] : [])),
      { problemsOf: () => '' },
    ),
  )

export const receive = async (session: Session, files: readonly File[]) =>
  take(session, await read(session, files))

export const rows = (session: Session, table: string, ...columns: string[]) =>
  session.book
    .view(table)
    .ids()
    .map((id) => columns.map((column) => session.book.value(table, id, column)))
