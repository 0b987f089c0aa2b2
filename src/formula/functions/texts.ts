import { format } from 'numfmt'
import { plainNumber } from '../../shared/plain-number.ts'
import { any, contentsIn, define, defineMany, either, logical, number, optional, text } from '../function.ts'
import { wildcards } from '../criterion.ts'
import { toText, valueOf, WRONG_VALUE, toNumber, numberIn, type Value } from '../value.ts'
import { round } from './numbers.ts'

function from(start: number): number {
  const at = Math.trunc(start)
  if (at < 1) throw WRONG_VALUE
  return at - 1
}

function count(length: number): number {
  if (length < 0) throw WRONG_VALUE
  return Math.trunc(length)
}

function found(at: number): number {
  if (at < 0) throw WRONG_VALUE
  return at + 1
}

/** The place of the first text that fits a pattern with wildcards. */
function search(pattern: string, within: string, start: number): number {
  if (!/[*?~]/.test(pattern)) return within.toLowerCase().indexOf(pattern.toLowerCase(), start)
  const beginning = new RegExp(wildcards(pattern).source.replace(/\$$/, ''), 'i')
  for (let at = start; at <= within.length; at++) if (beginning.test(within.slice(at))) return at
  return -1
}

function substitute(whole: string, old: string, by: string, occurrence: number | null): string {
  if (old === '') return whole
  if (occurrence === null) return whole.split(old).join(by)
  if (occurrence < 1) throw WRONG_VALUE
  let at = -1
  for (let n = 0; n < Math.trunc(occurrence); n++) {
    at = whole.indexOf(old, at + 1)
    if (at < 0) return whole
  }
  return whole.slice(0, at) + by + whole.slice(at + old.length)
}

function shown(value: Value, pattern: string): string {
  if (pattern === '') return ''
  const number = typeof value === 'string' ? numberIn(value) : toNumber(value)
  if (typeof value === 'boolean' || number === null) return toText(value)
  try {
    // Cut to what people read before it is laid out: 1.005 in two places is 1.01.
    const places = /^[#0,]*\.?([0#]*)$/.exec(pattern)
    return format(pattern, places ? round(number, places[1]!.length) : number, { locale: 'zh-CN' })
  } catch {
    throw WRONG_VALUE
  }
}

const joined = (groups: Parameters<typeof contentsIn>[0]): string[] =>
  [...contentsIn(groups)].map((cell) => toText(valueOf(cell)))

export const texts = {
  LEFT: define([text, optional(number, 1)], (whole, length) => whole.slice(0, count(length))),
  RIGHT: define([text, optional(number, 1)], (whole, length) =>
    whole.slice(Math.max(0, whole.length - count(length))),
  ),
  MID: define([text, number, number], (whole, start, length) =>
    whole.slice(from(start), from(start) + count(length)),
  ),
  LEN: define([text], (whole) => whole.length),
  FIND: define([text, text, optional(number, 1)], (wanted, within, start) =>
    found(within.indexOf(wanted, from(start))),
  ),
  SEARCH: define([text, text, optional(number, 1)], (wanted, within, start) =>
    found(search(wanted, within, from(start))),
  ),
  SUBSTITUTE: define([text, text, text, optional(number, null)], substitute),
  REPLACE: define([text, number, number, text], (whole, start, length, by) => {
    const at = from(start)
    return whole.slice(0, at) + by + whole.slice(at + count(length))
  }),
  TRIM: define([text], (whole) => whole.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  UPPER: define([text], (whole) => whole.toUpperCase()),
  LOWER: define([text], (whole) => whole.toLowerCase()),
  REPT: define([text, number], (whole, times) => {
    if (whole.length * times > 32_767) throw WRONG_VALUE
    return whole.repeat(count(times))
  }),
  EXACT: define([text, text], (a, b) => a === b),
  CONCATENATE: defineMany([], [text], (groups) => groups.map(([each]) => each).join('')),
  CONCAT: defineMany([], [either], (groups) => joined(groups).join('')),
  TEXTJOIN: defineMany([text, logical], [either], (between, skipEmpty, groups) =>
    joined(groups)
      .filter((each) => !skipEmpty || each !== '')
      .join(between),
  ),
  TEXT: define([any, text], shown),
  VALUE: define([text], (whole) => {
    const number = numberIn(whole)
    if (number === null) throw WRONG_VALUE
    return number
  }),
  FIXED: define([number, optional(number, 2), optional(logical, false)], (value, digits, plain) => {
    const rounded = plainNumber(round(value, digits))
    const [whole = '', fraction = ''] = rounded.split('.')
    const grouped = plain ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
    return digits > 0 ? `${grouped}.${fraction.padEnd(Math.trunc(digits), '0')}` : grouped
  }),
}
