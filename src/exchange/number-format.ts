/**
 * What a number in a spreadsheet means. A date there is only a number with a date format, so the format decides;
 * the Chinese built-in formats (27–36, 50–58) that WPS and Excel write stand in no file and are known here by number.
 */
export type NumberKind = 'number' | 'date' | 'time' | 'datetime' | 'duration'

const BUILT_IN: Readonly<Record<number, NumberKind>> = (() => {
  const kinds: Record<number, NumberKind> = { 22: 'datetime', 46: 'duration' }
  for (const id of [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) kinds[id] = 'date'
  for (const id of [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]) kinds[id] = 'time'
  return kinds
})()

/** A number format: what its numbers mean, and its pattern where we know it. */
export interface NumberFormat {
  readonly kind: NumberKind
  /** Null for the formats that stand in no file and look different in every country. */
  readonly pattern: string | null
}

const BUILT_IN_PATTERNS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

export const GENERAL: NumberFormat = { kind: 'number', pattern: 'General' }

export function builtInFormat(id: number): NumberFormat {
  if (id === 0 || id === 49) return GENERAL
  return { kind: BUILT_IN[id] ?? 'number', pattern: BUILT_IN_PATTERNS[id] ?? null }
}

export const formatOf = (pattern: string): NumberFormat => ({ kind: kindOfFormat(pattern), pattern })

/** Reads a format string such as `yyyy"年"m"月"d"日"` or `[$-804]h:mm`. */
export function kindOfFormat(format: string): NumberKind {
  const section = format.split(';')[0] ?? ''
  const bare = section
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .toLowerCase()
  if (/\[(h+|m+|s+)\]/.test(bare)) return 'duration'
  const letters = bare
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/g, '')
    .replace(/am\/pm|a\/p|上午\/下午/g, 'h')
  if (/[#0?]/.test(letters.replace(/s\.?0+/g, 's'))) return 'number'
  const time = /[hs]/.test(letters)
  // `m` is minutes beside hours or seconds and months otherwise.
  const date = /[yde]/.test(letters) || (!time && /m/.test(letters)) || /b{2,4}/.test(letters)
  if (date) return time ? 'datetime' : 'date'
  return time ? 'time' : 'number'
}

export interface SerialText {
  readonly text: string
  /** A time of day without a date. */
  readonly clock?: true
}

const pad = (n: number, width = 2) => (width === 2 && n > 9 ? String(n) : String(n).padStart(width, '0'))
const LAST_DAY = 2_958_465

/** The text of a serial number under a date or time format, or null when no calendar has that day. */
export function serialText(serial: number, kind: NumberKind, since1904: boolean): SerialText | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_DAY + 1) return null
  // Serial numbers are binary fractions: 07:59:59.9999 is 08:00.
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const rest = seconds - days * 86_400
  const clock = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}`
  if (kind === 'duration') {
    // Hours that pass 24 are no time of day; seconds are kept where there are any.
    const whole = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`
    return { text: seconds % 60 === 0 ? whole : `${whole}:${pad(seconds % 60)}` }
  }
  if (days === 0 && (!since1904 || kind === 'time')) return { text: clock, clock: true }
  const day = dayText(days, since1904)
  return { text: rest > 0 || kind === 'datetime' ? `${day} ${clock}` : day }
}

/** A ledger has a few hundred days and names each of them many times. */
const DAY_TEXTS = new Map<number, string>()
const MOST_DAY_TEXTS = 4096

function dayText(days: number, since1904: boolean): string {
  const key = since1904 ? -1 - days : days
  let text = DAY_TEXTS.get(key)
  if (text !== undefined) return text
  if (DAY_TEXTS.size >= MOST_DAY_TEXTS) DAY_TEXTS.clear()
  DAY_TEXTS.set(key, (text = newDayText(days, since1904)))
  return text
}

function newDayText(days: number, since1904: boolean): string {
  // Excel believes in 29 February 1900, so its first sixty days count from a day later. The text is what it shows.
  if (!since1904 && days === 60) return '1900-02-29'
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(first + days * 86_400_000)
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`
}
