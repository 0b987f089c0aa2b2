import { serialText } from './number-format.ts'

/** The text of a day number under one format, or null for one that is no day. */
export type DrawDate = (serial: number, since1904: boolean) => string | null

const WEEKDAYS = '日一二三四五六'
const TOKEN =
  /"([^"]*)"|\\(.)|(上午\/下午|am\/pm|a\/p)|(y+|m+|d+|h+|s+|e+|a{3,4})|([-/.:,\s年月日时分秒点号()]|星期|周)/giy

/** A moment in the digits that `serialText` gives. */
interface Moment {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly serial: number
}

type Part = (moment: Moment) => string

/** A format is taken apart once and not for each of 20,000 cells under it. Null for one we cannot draw. */
export function dateDrawing(pattern: string): DrawDate | null {
  const parts = partsOf(pattern.split(';')[0]!.replace(/\[[^\]]*\]/g, ''))
  if (parts === null) return null
  return (serial, since1904) => {
    const moment = momentOf(serial, since1904)
    if (moment === null) return null
    let shown = ''
    for (const part of parts) shown += part(moment)
    return shown
  }
}

const CLOCK = 'hh:mm'.length
const DAY_AND_CLOCK = 'yyyy-mm-dd hh:mm'.length

/** `2026-03-02 10:20`, or `10:20` of no day. A year of five digits, past the calendar of any spreadsheet, is no moment. */
function momentOf(serial: number, since1904: boolean): Moment | null {
  const text = serialText(serial, 'datetime', since1904)?.text
  if (text?.length !== CLOCK && text?.length !== DAY_AND_CLOCK) return null
  const clock = text.length - CLOCK
  return {
    year: clock > 0 ? text.slice(0, 4) : '1900',
    month: clock > 0 ? text.slice(5, 7) : '01',
    day: clock > 0 ? text.slice(8, 10) : '00',
    hour: text.slice(clock, clock + 2),
    minute: text.slice(clock + 3),
    serial,
  }
}

function partsOf(code: string): Part[] | null {
  const halves = /上午\/下午|am\/pm|a\/p/i.test(code)
  const parts: Part[] = []
  let afterHour = false
  TOKEN.lastIndex = 0
  for (let at = 0; at < code.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(code)
    if (!token) return null
    const [, quoted, escaped, half, letters, plain] = token
    if (half) parts.push(halfOf(half))
    else if (!letters) {
      const text = quoted ?? escaped ?? plain ?? ''
      parts.push(() => text)
    } else {
      const letter = letters[0]!.toLowerCase()
      // `m` is minutes after hours and before seconds.
      const minutes =
        letter === 'm' &&
        (afterHour || /^[^a-z]*s/i.test(code.slice(TOKEN.lastIndex).replace(/"[^"]*"/g, '')))
      const part = partOf(minutes ? 'minutes' : letter, letters.length, halves)
      if (part === null) return null
      parts.push(part)
      afterHour = letter === 'h'
    }
  }
  return parts
}

const halfOf = (half: string): Part => {
  const [morning, evening] = half.includes('上') ? ['上午', '下午'] : ['AM', 'PM']
  return ({ hour }) => (Number(hour) < 12 ? morning! : evening!)
}

function partOf(letter: string, length: number, halves: boolean): Part | null {
  const sized = (digits: string) => (length > 1 ? digits : String(Number(digits)))
  switch (letter) {
    case 'y':
      return length > 2 ? ({ year }) => year : ({ year }) => year.slice(2)
    case 'e':
      return ({ year }) => year
    case 'minutes':
      return ({ minute }) => sized(minute)
    case 'm':
      // Names of months look different in every country.
      return length > 2 ? null : ({ month }) => sized(month)
    case 'd':
      return length > 2 ? null : ({ day }) => sized(day)
    case 'h':
      return ({ hour }) => sized(halves ? String(Number(hour) % 12 || 12).padStart(2, '0') : hour)
    case 's':
      return ({ serial }) => sized(String(Math.round(serial * 86_400) % 60).padStart(2, '0'))
    default:
      return ({ year, month, day }) => {
        const weekday = WEEKDAYS[new Date(Date.UTC(+year, +month - 1, +day)).getUTCDay()]!
        return length === 4 ? `星期${weekday}` : weekday
      }
  }
}
