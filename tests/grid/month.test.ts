import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, monthSheet } from '../../src/grid/month.ts'
import { addDays, isLocalDate, weekdayOf } from '../../src/shared/local-date.ts'

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))

test('a sheet is six whole weeks from a Monday and holds its month', () => {
  fc.assert(
    fc.property(date, (day) => {
      const days = monthSheet(day).flat()
      expect(days).toHaveLength(42)
      expect(weekdayOf(days[0]!.date)).toBe(1)
      days.slice(1).forEach((next, i) => expect(next.date).toBe(addDays(days[i]!.date, 1)))
      const inMonth = days.filter((entry) => entry.inMonth).map((entry) => entry.date)
      expect(inMonth[0]).toBe(`${day.slice(0, 7)}-01`)
      expect(inMonth).toContain(day)
      expect(inMonth.every((entry) => entry.slice(0, 7) === day.slice(0, 7))).toBe(true)
      expect(addDays(inMonth.at(-1)!, 1).slice(8)).toBe('01')
    }),
  )
})

test('months on keep the day as far as there is one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  expect(addMonths('2026-11-15', 14)).toBe('2028-01-15')
  fc.assert(fc.property(date, fc.integer({ min: -50, max: 50 }), (day, n) => isLocalDate(addMonths(day, n))))
})
