import type { memorySession } from './memory-session.ts'

/** What the sample school tells of duty is taken out, so that these tests count what they have put there themselves. */
export function withoutDuty(opened: ReturnType<typeof memorySession>): ReturnType<typeof memorySession> {
  const { session, changes } = opened
  for (const table of ['swaps', 'rota', 'holidayDuty', 'rotaPosts', 'staffAttendance'])
    session.remove(table, session.book.view(table).ids(), { source: 'user', label: { code: 'test' } })
  changes.length = 0
  return opened
}
