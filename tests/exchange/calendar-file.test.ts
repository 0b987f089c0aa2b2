import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile, type CalendarEvent } from '../../src/exchange/calendar-file.ts'
import { addDays, addMinutes } from '../../src/shared/local-date.ts'

/** Reads a calendar as RFC 5545 says, by its own means: lines unfolded, then components, properties and texts. */
interface Component {
  readonly name: string
  readonly properties: { name: string; parameters: string; value: string }[]
  readonly parts: Component[]
}

function read(bytes: Uint8Array): Component {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const root: Component = { name: '', properties: [], parts: [] }
  const open = [root]
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z]+=[^:;]*)*):(.*)$/s.exec(line)!
    if (name === 'BEGIN') {
      const part: Component = { name: value!, properties: [], parts: [] }
      open.at(-1)!.parts.push(part)
      open.push(part)
    } else if (name === 'END') expect(open.pop()!.name).toBe(value)
    else open.at(-1)!.properties.push({ name: name!, parameters: parameters!, value: value! })
  }
  expect(open).toEqual([root])
  return root.parts[0]!
}

const one = (component: Component, name: string) => {
  const found = component.properties.filter((property) => property.name === name)
  expect(found.length).toBeLessThan(2)
  return found[0]
}
const textOf = (component: Component, name: string) =>
  one(component, name)?.value.replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))

const eventsOf = (calendar: Component) => calendar.parts.filter(({ name }) => name === 'VEVENT')

const NOW = '2026-09-01 07:05'
const words = fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' })
const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1992-01-01', days))
const moment = fc
  .integer({ min: 0, max: 40_000_000 })
  .map((minutes) => addMinutes('1992-01-01 00:00', minutes))
const event: fc.Arbitrary<CalendarEvent> = fc
  .record({ uid: fc.stringMatching(/^[a-z#0-9:-]{1,40}$/), title: words, place: words, text: words })
  .chain((facts) =>
    fc.oneof(
      fc
        .tuple(day, fc.integer({ min: 0, max: 40 }))
        .map(([from, days]) => ({ ...facts, from, to: addDays(from, days) })),
      fc
        .tuple(moment, fc.integer({ min: 1, max: 4000 }))
        .map(([from, minutes]) => ({ ...facts, from, to: addMinutes(from, minutes), remind: minutes })),
    ),
  )

/** What a text becomes: one kind of line end, and no control characters. */
const kept = (text: string) =>
  text
    .replaceAll(/\r\n|\r/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

describe('a calendar file', () => {
  it('gives back every entry it was given', () => {
    fc.assert(
      fc.property(words, fc.array(event, { maxLength: 8, size: 'max' }), (name, events) => {
        const calendar = read(calendarFile(name, events, NOW))
        expect(calendar.name).toBe('VCALENDAR')
        expect(textOf(calendar, 'NAME')).toBe(kept(name))
        const back = eventsOf(calendar)
        expect(back.length).toBe(events.length)
        for (const [at, { uid, title, place, text, from, to }] of events.entries()) {
          const entry = back[at]!
          expect(textOf(entry, 'UID')).toBe(`${uid}@dutybook`)
          expect(textOf(entry, 'SUMMARY')).toBe(kept(title))
          expect(textOf(entry, 'LOCATION') ?? '').toBe(kept(place!))
          expect(textOf(entry, 'DESCRIPTION') ?? '').toBe(kept(text!))
          const whole = from.length === 10
          const [start, end] = [one(entry, 'DTSTART')!, one(entry, 'DTEND')!]
          expect(start.parameters).toBe(whole ? ';VALUE=DATE' : ';TZID=Asia/Shanghai')
          expect(end.parameters).toBe(start.parameters)
          const written = (time: string) =>
            time.replaceAll(/[-:]/g, '').replace(' ', 'T') + (whole ? '' : '00')
          expect(start.value).toBe(written(from))
          expect(end.value).toBe(written(whole ? addDays(to!, 1) : to!))
        }
      }),
    )
  })

  it('has no line above 75 octets, and none that begins or ends inside a character', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 4, size: 'max' }), words, (events, name) => {
        const bytes = calendarFile(name, events, NOW)
        let from = 0
        for (let at = 0; at < bytes.length; at++) {
          if (bytes[at] === 10) expect(bytes[at - 1]).toBe(13)
          if (bytes[at] !== 13) continue
          expect(bytes[at + 1]).toBe(10)
          const line = bytes.subarray(from, at)
          expect(line.length).toBeLessThanOrEqual(75)
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow()
          from = at + 2
        }
        expect(from).toBe(bytes.length)
      }),
    )
  })

  it('writes what phones ask for: a zone, a stamp in UTC, whole days that end after the last', () => {
    const text = new TextDecoder().decode(
      calendarFile(
        '王伟，值周',
        [
          { uid: 'rota:#a:2026-09-01', title: '校门; 早', from: '2026-09-01', remind: -420 },
          {
            uid: 'holidayDuty:#b',
            title: '夜间',
            from: '2026-09-01 20:00',
            to: '2026-09-02 06:00',
            remind: 30,
          },
          { uid: 'todos:#c', title: 'a,b\\c\nd', from: '2026-12-31 23:00' },
        ],
        NOW,
      ),
    )
    expect(text).toContain('DTSTAMP:20260831T230500Z\r\n')
    expect(text).toContain('DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20260902\r\n')
    expect(text).toContain('SUMMARY:校门\\; 早\r\n')
    expect(text).toContain('TRIGGER:PT420M\r\n')
    expect(text).toContain(
      'DTSTART;TZID=Asia/Shanghai:20260901T200000\r\nDTEND;TZID=Asia/Shanghai:20260902T060000\r\n',
    )
    expect(text).toContain('TRIGGER:-PT30M\r\n')
    expect(text).toContain('SUMMARY:a\\,b\\\\c\\nd\r\nEND:VEVENT')
    expect(text.match(/^BEGIN:VTIMEZONE$/gm)).toHaveLength(1)
  })

  it('takes an instant for its stamp as well', () => {
    const bytes = calendarFile(
      'a',
      [{ uid: 'x', title: 'x', from: '2026-09-01' }],
      new Date(Date.UTC(2026, 8, 1)),
    )
    expect(new TextDecoder().decode(bytes)).toContain('DTSTAMP:20260901T000000Z')
  })
})
