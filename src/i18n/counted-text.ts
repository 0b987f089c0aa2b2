/** A way of counting in words: texts of one kind differ only in their place. */
export type Counting =
  /** A list that begins again after its end. */
  | { readonly is: 'list'; readonly list: readonly string[]; readonly before: string; readonly after: string }
  /** A number between other words, written in digits (at least so many) or in Chinese. */
  | { readonly is: 'digits'; readonly before: string; readonly after: string; readonly width: number }
  | { readonly is: 'chinese'; readonly before: string; readonly after: string }

/** Lists that schools count by. A longer name comes first, so that 星期一 is not read as 一. */
const LISTS: readonly (readonly string[])[] = [
  ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'],
  ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  ['第一季度', '第二季度', '第三季度', '第四季度'],
  ['一季度', '二季度', '三季度', '四季度'],
  ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'],
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
]

/** How the texts count, and where each stands; null when they do not count, or not all in the same way. */
export function countingIn(texts: readonly string[]): { kind: Counting; places: number[] } | null {
  for (const kind of waysToRead(texts[0]!)) {
    const places = texts.map((text) => placeOf(kind, text))
    if (places.every((place) => place !== null)) return { kind, places }
  }
  return null
}

/** The text at a place. Numbers do not go below zero: they stay there. */
export function counted(kind: Counting, place: number): string {
  if (kind.is === 'list') {
    const { list } = kind
    return kind.before + list[((place % list.length) + list.length) % list.length]! + kind.after
  }
  const number = Math.max(0, place)
  if (kind.is === 'chinese') return kind.before + toChinese(number) + kind.after
  return kind.before + String(number).padStart(kind.width, '0') + kind.after
}

/** The last number of a text is the one that counts: in 2026-SG-007 the year stays. */
const LAST_DIGITS = /^(.*?)(\d{1,9})(\D*)$/s
const CHINESE = /^(.*第)([零一二三四五六七八九十百]+)(.*)$/s

function* waysToRead(text: string): Generator<Counting> {
  for (const list of LISTS) if (list.includes(text)) yield { is: 'list', list, before: '', after: '' }
  const chinese = CHINESE.exec(text)
  if (chinese && fromChinese(chinese[2]!) !== null)
    yield { is: 'chinese', before: chinese[1]!, after: chinese[3]! }
  const digits = lastDigits(text)
  // Only digits and nothing else: a number, or an identity number, which nobody counts up.
  if (digits && digits.before + digits.after !== '')
    yield { is: 'digits', before: digits.before, after: digits.after, width: digits.number.length }
}

function lastDigits(text: string): { before: string; number: string; after: string } | null {
  const found = LAST_DIGITS.exec(text)
  if (!found) return null
  // The digits taken are the whole run: `12` of `SG-12`, never the `2` of it.
  const before = found[1]!.replace(/\d+$/, '')
  const number = found[1]!.slice(before.length) + found[2]!
  return number.length <= 9 ? { before, number, after: found[3]! } : null
}

function placeOf(kind: Counting, text: string): number | null {
  if (!text.startsWith(kind.before) || !text.endsWith(kind.after)) return null
  const middle = text.slice(kind.before.length, text.length - kind.after.length)
  if (kind.is === 'list') {
    const place = kind.list.indexOf(middle)
    return place < 0 ? null : place
  }
  if (kind.is === 'chinese') return fromChinese(middle)
  return /^\d{1,9}$/.test(middle) ? Number(middle) : null
}

const DIGITS = '零一二三四五六七八九'

/** 一 … 九百九十九, as weeks and lessons are numbered. */
export function toChinese(number: number): string {
  if (number > 999) return String(number)
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  if (number < 10) return DIGITS[number]!
  const high = hundreds > 0 ? `${DIGITS[hundreds]}百` : ''
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : ''
  return high + middle + (ones > 0 ? DIGITS[ones] : '')
}

export function fromChinese(text: string): number | null {
  const found =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/.exec(text)
  if (!found || text === '') return null
  const digit = (character: string | undefined) => (character === undefined ? 0 : DIGITS.indexOf(character))
  const tens = found[3] === undefined ? 0 : found[2] === undefined ? 1 : digit(found[2])
  const number = digit(found[1]) * 100 + tens * 10 + digit(found[4])
  return toChinese(number) === text ? number : null
}
