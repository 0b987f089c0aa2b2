import { addDays, dateOf, type LocalTime } from '../shared/local-date.ts'

/** A copy that was written into the folder and read back. */
export interface DatedCopy {
  readonly name: string
  readonly at: LocalTime
}

const KEPT_TODAY = 6
const KEPT_DAYS = 14
const KEPT_MONTHS = 12

/**
 * Which copies may go: kept are the last six of today, the last one of each of fourteen days and of each of twelve
 * months, and always the one written last. So a mistake found after an hour, a week or half a year can still be
 * undone, and a folder holds about thirty files for ever. Copies come in the order in which they were written; one dated
 * ahead of the clock is kept like one of its month.
 */
export function copiesToDelete<Copy extends DatedCopy>(copies: readonly Copy[], now: LocalTime): Copy[] {
  const today = dateOf(now)
  const firstDay = addDays(today, 1 - KEPT_DAYS)
  const firstMonth = monthsBefore(today, KEPT_MONTHS - 1)
  const kept = new Set<Copy>(copies.slice(-1))
  for (const copy of copies.filter(({ at }) => dateOf(at) === today).slice(-KEPT_TODAY)) kept.add(copy)
  for (const copy of lastOfEach(copies, ({ at }) => dateOf(at)))
    if (dateOf(copy.at) >= firstDay) kept.add(copy)
  for (const copy of lastOfEach(copies, ({ at }) => at.slice(0, 7)))
    if (copy.at.slice(0, 7) >= firstMonth) kept.add(copy)
  return copies.filter((copy) => !kept.has(copy))
}

function lastOfEach<Copy>(copies: readonly Copy[], groupOf: (copy: Copy) => string): Iterable<Copy> {
  return new Map(copies.map((copy) => [groupOf(copy), copy])).values()
}

function monthsBefore(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}
