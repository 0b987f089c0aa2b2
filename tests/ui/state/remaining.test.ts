import { expect, test } from 'vitest'
import { instantOf, remaining } from '../../../src/ui/state/remaining.ts'

const at = (time: string, seconds = 0) => instantOf(time) + seconds * 1000

test('counts down to the minute it names', () => {
  expect(remaining('2027-03-10 09:10', at('2027-03-10 09:00'), '2027-03-10 09:00')).toEqual({
    state: 'running',
    seconds: 600,
    text: '10:00',
  })
  expect(remaining('2027-03-10 09:10', at('2027-03-10 09:00', 1)).text).toBe('09:59')
  expect(remaining('2027-03-10 12:00', at('2027-03-10 09:58', 30)).text).toBe('2:01:30')
})

test('the last third is soon', () => {
  const state = (seconds: number) =>
    remaining('2027-03-10 09:09', at('2027-03-10 09:00', seconds), '2027-03-10 09:00').state
  expect(state(359)).toBe('running')
  expect(state(360)).toBe('soon')
  expect(state(539)).toBe('soon')
})

test('a report in the minute that is named is in time: over only when that minute is', () => {
  const due = '2027-03-10 09:10'
  expect(remaining(due, at(due), '2027-03-10 09:00')).toEqual({ state: 'soon', seconds: 0, text: '00:00' })
  expect(remaining(due, at(due, 59), '2027-03-10 09:00')).toMatchObject({ state: 'soon', seconds: 0 })
  expect(remaining(due, at(due, 60), '2027-03-10 09:00')).toEqual({
    state: 'over',
    seconds: 60,
    text: '01:00',
  })
  expect(remaining(due, at('2027-03-10 11:10', 5)).text).toBe('2:00:05')
})

test('counts over midnight and the end of a month', () => {
  expect(remaining('2027-03-01 00:05', at('2027-02-28 23:59')).text).toBe('06:00')
})
