import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, addMinutes } from '../../src/shared/local-date.ts'
import {
  dateOfSerial,
  isSerial,
  serialOfDate,
  serialOfTime,
  timeOfSerial,
} from '../../src/shared/serial-date.ts'

it('numbers days as spreadsheets do', () => {
  expect(serialOfDate('2026-03-02')).toBe(46083)
  expect(dateOfSerial(46083)).toBe('2026-03-02')
  expect(serialOfTime('2026-03-02 12:00')).toBe(46083.5)
  expect(serialOfDate('1920-01-01')).toBe(7306)
})

it('has no number for days a small number could be mistaken for', () => {
  expect(serialOfDate('1919-12-31')).toBeNull()
  expect(isSerial(2026)).toBe(false)
  expect(serialOfDate('2026-02-30')).toBeNull()
})

it('carries every minute there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
      const date = addDays('1920-01-01', days)
      const time = addMinutes(`${date} 00:00`, minutes)
      expect(dateOfSerial(serialOfDate(date)!)).toBe(date)
      expect(timeOfSerial(serialOfTime(time)!)).toBe(time)
    }),
    { numRuns: 2000 },
  )
})
