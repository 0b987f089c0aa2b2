import type { Book } from './session-types.ts'

/**
 * Years the school works in whose days off nobody has announced or entered: deadlines then go by weekends only.
 * Vacations are left out: a term that ends in January does not need next October.
 */
export function yearsWithoutHolidays(book: Book): number[] {
  const { terms, calendar, now } = book.environment()
  const missing = new Set(calendar.yearsWithoutData(now, now))
  for (const { startDate, endDate, from, to } of terms)
    for (const year of calendar.yearsWithoutData(startDate ?? from, endDate ?? to)) missing.add(year)
  return [...missing].sort((a, b) => a - b)
}
