import type { LocalDate } from '../shared/local-date.ts'
import { sha256Text } from '../shared/sha-256.ts'
import { calendarFile, type CalendarEvent } from '../exchange/calendar-file.ts'
import type { Obligation } from '../rules/obligations.ts'
import { logExport } from './export-log.ts'
import type { Session } from './session.ts'

/** Minutes before midnight of the day: seven in the morning. */
const AT_SEVEN = -7 * 60

export interface DueWords {
  readonly title: string
  readonly text: string
}

/**
 * What is due as entries of a calendar: each on the day on which it is due, what was missed on today. An entry is called
 * the same in every file, so that a phone that reads a newer one moves it.
 */
export const dueEvents = (
  list: readonly Obligation[],
  today: LocalDate,
  say: (one: Obligation) => DueWords,
): CalendarEvent[] =>
  list.map((one) => ({
    uid: `due ${one.id}`,
    ...say(one),
    from: one.due < today ? today : one.due,
    remind: AT_SEVEN,
  }))

/** The file `<name>.ics`, entered in the log of exports like every other that leaves. */
export async function dueCalendar(
  session: Session,
  name: string,
  list: readonly Obligation[],
  say: (one: Obligation) => DueWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const { now } = session
  const bytes = calendarFile(name, dueEvents(list, now.slice(0, 10), say), now)
  const summary = {
    audience: 'school',
    madeAt: now,
    term: null,
    tables: [{ table: 'todos', rows: list.length }],
    staffNamed: new Set(list.flatMap(({ who }) => who ?? [])).size,
    pupilsNamed: 0,
    pupilsBySurname: 0,
  } as const
  logExport(session, {
    summary,
    file: `${name}.ics`,
    sha256: await sha256Text(bytes),
    reason: '',
    locked: false,
  })
  return bytes
}
