import { expect, it } from 'vitest'
import { dueCalendar, dueEvents } from '../../src/app/due-calendar.ts'
import { DueWork } from '../../src/app/due-work.ts'
import { memorySession } from './memory-session.ts'

const NOW = '2026-11-25 09:00'

it('puts what is due into a calendar by its day, what was missed on today, and logs the file', async () => {
  const { session } = memorySession({ now: () => NOW })
  const list = new DueWork(session.book).open()
  expect(list.some(({ state }) => state === 'overdue')).toBe(true)
  const say = ({ obligation }: { obligation: string }) => ({ title: obligation, text: '' })
  const events = dueEvents(list, '2026-11-25', say)
  expect(events.map(({ from }) => from)).toEqual(
    list.map(({ due }) => (due < '2026-11-25' ? '2026-11-25' : due)),
  )
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(list.length)
  // The same names another day: the phone moves the entry instead of adding it once more.
  expect(dueEvents(list, '2026-11-26', say).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
  const file = new TextDecoder().decode(await dueCalendar(session, '到期', list, say))
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(list.length)
  const [logged] = session.book.view('exports').ids()
  expect(session.book.stored('exports', logged!, 'file')).toBe('到期.ics')
  expect(session.book.stored('exports', logged!, 'rows')).toBe(list.length)
})
