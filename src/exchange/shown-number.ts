import { plainNumber, roundHalfUp } from '../shared/plain-number.ts'
import { serialText, type NumberFormat } from './number-format.ts'

/**
 * What a spreadsheet showed for a number: 00123 for 123 under `00000`, 2026年3月2日 for a day number, 1.10101E+17 for an
 * identity number that was typed as a number. People compare with what they saw, so what differs from it is told.
 * Null for formats we cannot draw.
 */
export function shownNumber(value: number, format: NumberFormat, since1904: boolean): string | null {
  if (format.pattern === null) return null
  if (format.kind === 'duration') return null
  if (format.kind !== 'number') return shownDate(value, format.pattern, since1904)
  const code = format.pattern.split(';')
  const negative = value < 0 && code.length > 1
  return negative ? shownDigits(-value, code[1]!) : shownDigits(value, code[0]!)
}

/** Text around the digits, the digits themselves, a percent sign. */
const DIGITS =
  /^((?:"[^"]*"|\\.|[¥￥$\s-])*)(General|G\/通用格式|[#0,]*0(?:\.(0+))?)(%?)((?:"[^"]*"|\\.|_.|\s)*)$/i

function shownDigits(value: number, code: string): string | null {
  const parts = DIGITS.exec(code.replace(/\[[^\]]*\]/g, ''))
  if (!parts) return null
  const [, before, digits, decimals = '', percent, after] = parts
  const body = /^G/i.test(digits!) ? general(value) : padded(percent ? value * 100 : value, digits!, decimals)
  return body === null ? null : literal(before!) + body + percent + literal(after!)
}

const literal = (code: string) => code.replace(/_./g, '').replace(/[\\"]/g, '')

function padded(value: number, digits: string, decimals: string): string | null {
  if (Math.abs(value) >= 1e15) return null
  const rounded = roundHalfUp(plainNumber(Math.abs(value)), decimals.length)
  const [whole = '0', fraction = ''] = plainNumber(rounded).split('.')
  const least = digits.split('.')[0]!.replace(/[^0]/g, '').length
  let shown = whole.padStart(least, '0')
  if (digits.includes(',')) shown = shown.replace(/\B(?=(\d{3})+$)/g, ',')
  const tail = decimals === '' ? '' : `.${fraction.padEnd(decimals.length, '0')}`
  return (value < 0 && rounded !== 0 ? '-' : '') + shown + tail
}

/** A cell without a format shows eleven digits; longer numbers become a power of ten. */
function general(value: number): string {
  if (Math.abs(value) < 1e11) return plainNumber(Number(value.toPrecision(10 + (value % 1 === 0 ? 1 : 0))))
  const [mantissa = '', exponent = ''] = value.toExponential(5).split('e')
  return `${mantissa.replace(/\.?0+$/, '')}E${exponent}`
}

const WEEKDAYS = '日一二三四五六'
const TOKEN =
  /"([^"]*)"|\\(.)|(上午\/下午|am\/pm|a\/p)|(y+|m+|d+|h+|s+|e+|a{3,4})|([-/.:,\s年月日时分秒点号()]|星期|周)/giy

function shownDate(serial: number, format: string, since1904: boolean): string | null {
  const code = format.split(';')[0]!.replace(/\[[^\]]*\]/g, '')
  const text = serialText(serial, 'datetime', since1904)?.text
  const moment = /^(?:(\d{4})-(\d\d)-(\d\d) )?(\d\d):(\d\d)$/.exec(text ?? '')
  if (!moment) return null
  const [, year = '1900', month = '01', day = '00', hour = '00', minute = '00'] = moment
  const second = String(Math.round(serial * 86_400) % 60).padStart(2, '0')
  const halves = /上午\/下午|am\/pm|a\/p/i.test(code)
  const sized = (digits: string, length: number) => (length > 1 ? digits : String(Number(digits)))
  let shown = ''
  let afterHour = false
  TOKEN.lastIndex = 0
  for (let at = 0; at < code.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(code)
    if (!token) return null
    const [, quoted, escaped, half, letters, plain] = token
    if (half)
      shown += /上/.test(half) ? (Number(hour) < 12 ? '上午' : '下午') : Number(hour) < 12 ? 'AM' : 'PM'
    else if (!letters) shown += quoted ?? escaped ?? plain ?? ''
    else {
      const { length } = letters
      const letter = letters[0]!.toLowerCase()
      // `m` is minutes after hours and before seconds.
      const minutes =
        letter === 'm' &&
        (afterHour || /^[^a-z]*s/i.test(code.slice(TOKEN.lastIndex).replace(/"[^"]*"/g, '')))
      if (letter === 'y' || letter === 'e') shown += length > 2 || letter === 'e' ? year : year.slice(2)
      else if (minutes) shown += sized(minute, length)
      else if (letter === 'm') {
        if (length > 2) return null
        shown += sized(month, length)
      } else if (letter === 'd') {
        if (length > 2) return null
        shown += sized(day, length)
      } else if (letter === 'h')
        shown += sized(halves ? String(Number(hour) % 12 || 12).padStart(2, '0') : hour, length)
      else if (letter === 's') shown += sized(second, length)
      else {
        const weekday = WEEKDAYS[new Date(Date.UTC(+year, +month - 1, +day)).getUTCDay()]!
        shown += length === 4 ? `星期${weekday}` : weekday
      }
      afterHour = letter === 'h'
    }
  }
  return shown
}
