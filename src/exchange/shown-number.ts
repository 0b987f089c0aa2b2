import { plainNumber, roundHalfUp } from '../shared/plain-number.ts'
import type { NumberFormat } from './number-format.ts'
import { dateDrawing } from './shown-date.ts'

type Draw = (value: number, since1904: boolean) => string | null

const NO_DRAWING: Draw = () => null
const drawings = new WeakMap<NumberFormat, Draw>()

/**
 * What a spreadsheet showed for a number: 00123 for 123 under `00000`, 2026年3月2日 for a day number, 1.10101E+17 for an
 * identity number that was typed as a number. People compare with what they saw, so what differs from it is told.
 * Null for formats we cannot draw.
 */
export function shownNumber(value: number, format: NumberFormat, since1904: boolean): string | null {
  let draw = drawings.get(format)
  if (!draw) drawings.set(format, (draw = drawingOf(format)))
  return draw(value, since1904)
}

/** A format is understood once and not for each of 20,000 cells under it. */
function drawingOf({ kind, pattern }: NumberFormat): Draw {
  if (pattern === null || kind === 'duration') return NO_DRAWING
  if (kind !== 'number') return dateDrawing(pattern) ?? NO_DRAWING
  const [first, second] = pattern.split(';')
  const draw = digitsDrawing(first!)
  const negative = second === undefined ? null : digitsDrawing(second)
  return (value) => (value < 0 && negative ? negative(-value) : draw(value))
}

/** Text around the digits, the digits themselves, a percent sign. */
const DIGITS =
  /^((?:"[^"]*"|\\.|[¥￥$\s-])*)(General|G\/通用格式|[#0,]*0(?:\.(0+))?)(%?)((?:"[^"]*"|\\.|_.|\s)*)$/i

function digitsDrawing(code: string): (value: number) => string | null {
  const parts = DIGITS.exec(code.replace(/\[[^\]]*\]/g, ''))
  if (!parts) return () => null
  const [, , digits = '', decimals = '', percent = ''] = parts
  const before = literal(parts[1]!)
  const after = percent + literal(parts[5]!)
  const least = digits.split('.')[0]!.replace(/[^0]/g, '').length
  const form = { least, decimals: decimals.length, grouped: digits.includes(',') }
  const body = /^G/i.test(digits) ? general : (value: number) => padded(percent ? value * 100 : value, form)
  return (value) => {
    const shown = body(value)
    return shown === null ? null : before + shown + after
  }
}

const literal = (code: string) => code.replace(/_./g, '').replace(/[\\"]/g, '')

function padded(
  value: number,
  { least, decimals, grouped }: { least: number; decimals: number; grouped: boolean },
): string | null {
  if (Math.abs(value) >= 1e15) return null
  const plain = plainNumber(Math.abs(value))
  const point = plain.indexOf('.')
  // Rounding goes digit by digit, and most numbers of a ledger have no more digits than are shown.
  const rounded =
    point >= 0 && plain.length - point - 1 > decimals ? plainNumber(roundHalfUp(plain, decimals)) : plain
  const [whole = '0', fraction = ''] = rounded.split('.')
  let shown = whole.padStart(least, '0')
  if (grouped && shown.length > 3) shown = shown.replace(/\B(?=(\d{3})+$)/g, ',')
  const tail = decimals === 0 ? '' : `.${fraction.padEnd(decimals, '0')}`
  return (value < 0 && Number(rounded) !== 0 ? '-' : '') + shown + tail
}

/** A cell without a format shows eleven digits; longer numbers become a power of ten. */
function general(value: number): string {
  if (Math.abs(value) < 1e11) return plainNumber(value % 1 === 0 ? value : Number(value.toPrecision(10)))
  const [mantissa = '', exponent = ''] = value.toExponential(5).split('e')
  return `${mantissa.replace(/\.?0+$/, '')}E${exponent}`
}
