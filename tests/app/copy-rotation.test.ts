import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyAge } from '../../src/app/copy-age.ts'
import { isCopyDue } from '../../src/app/copy-due.ts'
import { copiesToDelete } from '../../src/app/copy-rotation.ts'
import { addDays, addMinutes, dateOf, daysBetween } from '../../src/shared/local-date.ts'

const NOW = '2027-03-10 09:00'
const minutes = fc.integer({ min: -60 * 24 * 900, max: 60 * 24 * 30 })
/** Copies as clocks of all kinds date them, also ahead. */
const copies = fc
  .array(minutes, { size: 'max', maxLength: 120 })
  .map((list) => list.map((minute, n) => ({ name: `copy ${n}`, at: addMinutes(NOW, minute) })))

describe('the rotation of copies', () => {
  test('never takes the one written last, and nothing that is not given', () => {
    fc.assert(
      fc.property(copies, (list) => {
        const gone = copiesToDelete(list, NOW)
        expect(gone).not.toContain(list.at(-1))
        expect(gone.every((copy) => list.includes(copy))).toBe(true)
      }),
    )
  })

  test('keeps the last of every one of fourteen days and of twelve months, and six of today', () => {
    fc.assert(
      fc.property(copies, (list) => {
        const kept = new Set(list)
        for (const copy of copiesToDelete(list, NOW)) kept.delete(copy)
        const last = (matches: (at: string) => boolean) => list.filter(({ at }) => matches(at)).at(-1)
        for (let day = 0; day < 14; day++) {
          const date = addDays(dateOf(NOW), -day)
          const wanted = last((at) => dateOf(at) === date)
          if (wanted) expect(kept.has(wanted), date).toBe(true)
        }
        for (const month of new Set(list.map(({ at }) => at.slice(0, 7)))) {
          const wanted = last((at) => at.startsWith(month))
          if (month >= '2026-04') expect(kept.has(wanted!), month).toBe(true)
        }
        const today = list.filter(({ at }) => dateOf(at) === dateOf(NOW))
        for (const copy of today.slice(-6)) expect(kept.has(copy)).toBe(true)
      }),
    )
  })

  test('leaves so few that a folder never fills, and a second time takes nothing more', () => {
    fc.assert(
      fc.property(copies, (list) => {
        const gone = new Set(copiesToDelete(list, NOW))
        const left = list.filter((copy) => !gone.has(copy))
        // Six of today, thirteen other days, eleven other months, the last one, and what is dated ahead of the clock.
        const ahead = left.filter(({ at }) => dateOf(at) > dateOf(NOW)).length
        expect(left.length - ahead).toBeLessThanOrEqual(6 + 13 + 11 + 1)
        expect(copiesToDelete(left, NOW)).toEqual([])
      }),
    )
  })

  test('after two years of daily work still has a copy near any day one could want back', () => {
    let list: { name: string; at: string }[] = []
    let now = '2025-01-01 08:00'
    for (let day = 0; day < 730; day++) {
      for (let hour = 0; hour < 3; hour++) {
        const at = addMinutes(now, hour * 60)
        list.push({ name: at, at })
        const gone = new Set(copiesToDelete(list, at))
        list = list.filter((copy) => !gone.has(copy))
      }
      now = addMinutes(now, 24 * 60)
    }
    const today = dateOf(addMinutes(now, -24 * 60))
    const nearest = (days: number) =>
      Math.min(...list.map(({ at }) => Math.abs(daysBetween(at, addDays(today, -days)))))
    for (let days = 0; days < 14; days++) expect(nearest(days)).toBe(0)
    for (let days = 14; days < 330; days++) expect(nearest(days)).toBeLessThanOrEqual(17)
    expect(list.length).toBeLessThanOrEqual(30)
  })
})

describe('a copy is due', () => {
  const base = { tried: '2027-03-10 08:55', changed: true, hidden: false, size: 0, now: NOW }
  test.each([
    ['when there was never one', { ...base, tried: null, changed: false }, true],
    ['once a day, though nothing has changed', { ...base, tried: '2027-03-09 23:59', changed: false }, true],
    ['not again within ten minutes', base, false],
    ['ten minutes after the last one', { ...base, tried: '2027-03-10 08:50' }, true],
    ['sooner when the page goes out of sight', { ...base, hidden: true }, true],
    ['not when nothing has changed', { ...base, tried: '2027-03-10 01:00', changed: false }, false],
    ['later when copies have grown large', { ...base, tried: '2027-03-10 08:40', size: 400 << 20 }, false],
    ['also then, after a time', { ...base, tried: '2027-03-10 08:30', size: 400 << 20 }, true],
    ['also when the clock was set back', { ...base, tried: '2027-03-10 12:00' }, true],
  ])('%s', (_title, given, expected) => {
    expect(isCopyDue(given)).toBe(expected)
  })
})

describe('the age of the last copy', () => {
  const last = (days: number, saved = 1) => ({ at: `${addDays('2027-03-10', -days)} 08:00`, saved })
  const age = (given: object) =>
    copyAge({ last: null, created: '2027-03-10 07:00', saved: 5, now: NOW, ...given })

  test.each([
    [6, 'calm'],
    [7, 'notice'],
    [14, 'warning'],
    [30, 'alarm'],
  ])('of %i days is %s', (days, urgency) => {
    expect(age({ last: last(days) })).toMatchObject({ days, urgency, changes: 4 })
  })

  test('matters sooner when there is none', () => {
    expect(age({}).urgency).toBe('notice')
    expect(age({ created: '2027-03-07 07:00' }).urgency).toBe('warning')
    expect(age({ created: '2027-02-20 07:00' }).urgency).toBe('alarm')
  })

  test('does not matter when it holds everything, and is never less than nothing', () => {
    expect(age({ last: last(400, 5) })).toMatchObject({ urgency: 'calm', days: 400, changes: 0 })
    expect(age({ last: last(-400) })).toMatchObject({ days: 0, urgency: 'calm' })
  })
})
