import { addDays, addMinutes, type LocalDate, type LocalTime } from '../shared/local-date.ts'

/** One entry of a calendar. Times are the school's own clock. */
export interface CalendarEvent {
  /**
   * The same for the same thing in every file: a phone that reads a newer file then moves the entry instead of adding
   * it once more. Made of the table, the id of the row and what tells its entries apart, never of words.
   */
  readonly uid: string
  readonly title: string
  /** A day (`YYYY-MM-DD`) makes an entry of whole days, a moment (`YYYY-MM-DD HH:mm`) one with a clock. */
  readonly from: LocalDate | LocalTime
  /** Of the same kind as `from`: the last day, itself included, or the moment it ends. Left out: that day, that moment. */
  readonly to?: LocalDate | LocalTime
  readonly place?: string
  readonly text?: string
  /** Minutes before the beginning at which the calendar speaks; of whole days before midnight, so −420 is 7:00 of the day. */
  readonly remind?: number
}

const LINE = '\r\n'
/** RFC 5545 §3.1: octets of a line, without its end. */
const LONGEST = 75
/** China's clock, the one the workbook's times are written by; it has stood still since 1991. */
const ZONE = 'Asia/Shanghai'
const AHEAD_OF_UTC = 8 * 60

const ZONE_LINES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/**
 * An iCalendar file (RFC 5545) for the calendars of phones and of Outlook, as UTF-8. `name` is what the calendar is
 * called there; `now` is the moment of writing, by which a calendar knows the newer of two files: an instant, or a time
 * of the workbook.
 */
export function calendarFile(
  name: string,
  events: readonly CalendarEvent[],
  now: Date | LocalTime,
): Uint8Array<ArrayBuffer> {
  const stamp = stampOf(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dutybook//Dutybook//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The name of RFC 7986, and the one that calendars have read for twenty years.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    ...ZONE_LINES,
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(lines.map((line) => folded(line) + LINE).join(''))
}

function linesOf({ uid, title, from, to, place, text, remind }: CalendarEvent, stamp: string): string[] {
  const lines = ['BEGIN:VEVENT', `UID:${escaped(uid)}@dutybook`, `DTSTAMP:${stamp}`]
  if (from.length === 10) {
    lines.push(
      `DTSTART;VALUE=DATE:${plain(from)}`,
      // The end of whole days is the first day after them.
      `DTEND;VALUE=DATE:${plain(addDays(to ?? from, 1))}`,
      // A day of duty is no day on which its owner can take part in nothing else.
      'TRANSP:TRANSPARENT',
    )
  } else {
    lines.push(`DTSTART;TZID=${ZONE}:${plain(from)}`)
    if (to !== undefined && to > from) lines.push(`DTEND;TZID=${ZONE}:${plain(to)}`)
  }
  lines.push(`SUMMARY:${escaped(title)}`)
  if (place) lines.push(`LOCATION:${escaped(place)}`)
  if (text) lines.push(`DESCRIPTION:${escaped(text)}`)
  if (remind !== undefined)
    lines.push(
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:${remind > 0 ? '-' : ''}PT${Math.abs(remind)}M`,
      'END:VALARM',
    )
  lines.push('END:VEVENT')
  return lines
}

/** `2026-09-01 07:40` as `20260901T074000`, `2026-09-01` as `20260901`. */
const plain = (time: LocalDate | LocalTime): string =>
  time.length === 10
    ? time.replaceAll('-', '')
    : `${time.slice(0, 10).replaceAll('-', '')}T${time.slice(11).replace(':', '')}00`

const stampOf = (now: Date | LocalTime): string =>
  typeof now === 'string'
    ? `${plain(addMinutes(now, -AHEAD_OF_UTC))}Z`
    : `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** §3.3.11. Other control characters have no place in such a file, and some phones refuse it for one of them. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\r\n]/g, '\\n')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/**
 * A long line goes on in the next one, which begins with a blank. It is cut between characters: the standard would allow
 * half a Chinese one, but then the two halves are no UTF-8, and that is how many readers take each line.
 */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      text += `${LINE} `
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

/** Of UTF-8; a lone half of a pair is written as U+FFFD, which takes three like its own place would. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
