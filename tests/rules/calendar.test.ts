import { describe, expect, it } from 'vitest'
import { calendarFrom } from '../../src/rules/calendar.ts'

const calendar = calendarFrom([
  { date: '2026-10-01', kind: '法定休' },
  { date: '2026-10-02', kind: '法定休' },
  { date: '2026-10-10', kind: '调休上班' },
  { date: '2027-04-15', kind: '校定假' },
  { date: null, kind: '法定休' },
])

describe('the school calendar', () => {
  it.each([
    ['2026-09-30', true, 'a Wednesday'],
    ['2026-10-01', false, 'a public holiday'],
    ['2026-10-03', false, 'a Saturday'],
    ['2026-10-10', true, 'a Saturday that is worked'],
    ['2027-04-15', false, 'a holiday of the school'],
  ])('%s worked: %s, %s', (date, worked) => {
    expect(calendar.isWorkday(date)).toBe(worked)
  })

  it('calls a holiday what the table names, not a weekend', () => {
    expect(calendar.isHoliday('2026-10-01')).toBe(true)
    expect(calendar.isHoliday('2026-10-03')).toBe(false)
    expect(calendar.isHoliday('2026-10-10')).toBe(false)
  })

  it('finds the next workday over holidays and weekends', () => {
    expect(calendar.nextWorkday('2026-09-30')).toBe('2026-10-05')
    expect(calendar.nextWorkday('2026-10-09')).toBe('2026-10-10')
  })

  it('says which years have no official days', () => {
    expect(calendar.hasData(2026)).toBe(true)
    expect(calendar.hasData(2027)).toBe(false)
    expect(calendar.yearsWithoutData('2025-09-01', '2027-07-01')).toEqual([2025, 2027])
  })

  it('does not hang on a table in which nothing is worked', () => {
    const never = calendarFrom(
      Array.from({ length: 800 }, (_, i) => ({
        date: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
        kind: '停课',
      })),
    )
    expect(never.nextWorkday('2026-01-01') > '2026-01-01').toBe(true)
  })
})
