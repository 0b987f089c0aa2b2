import { halfWidth } from '../shared/typed-text.ts'
import type { SheetData } from './sheet-data.ts'

/** Rows at the top of a sheet in which people write whose it is and of when. */
const SEARCHED = 5

/** What is written at a file, the likeliest to be right first: its name, then titles, then the names of its sheets. */
export function wordsAt(name: string, sheets: readonly SheetData[]): string[][] {
  const seen = sheets.filter(({ hidden }) => !hidden)
  const titles = seen.flatMap(({ rows }) =>
    rows
      .slice(0, SEARCHED)
      // A row of many cells is headings or data.
      .filter((row) => row.filter((cell) => cell !== null && cell !== '').length <= 4)
      .flatMap((row) => row.filter((cell): cell is string => typeof cell === 'string')),
  )
  return [[name], titles, seen.map((sheet) => sheet.name)]
}

/** Month and year, as 2026年9月, 2026-09, 2026.9 or 202609, with a day behind it or without. */
const DATED =
  /(?<!\d)(20\d\d)(?:\s*[年.\-_/]\s*(0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))(?:(?<=\d{6})[0-3]\d)?(?!\d)/g
const MONTH = /(?<![\d年])(0?[1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?)\s*月/g
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/**
 * The month a file is of, where what is written at it leaves no doubt: `YYYY-MM`, else null. A month without its year is
 * the last one of that name.
 *
 * @param today `YYYY-MM-DD`
 */
export function monthTold(words: readonly (readonly string[])[], today: string): string | null {
  for (const texts of words) {
    const found = new Set(texts.flatMap((text) => monthsIn(halfWidth(text), today)))
    if (found.size === 1) return [...found][0]!
    // Of two months nobody can tell which is meant, and what is written further in is no more certain.
    if (found.size > 1) return null
  }
  return null
}

function monthsIn(text: string, today: string): string[] {
  const dated = [...text.matchAll(DATED)].map(([, year, month, joined]) =>
    monthOf(Number(year), month ?? joined!),
  )
  if (dated.length > 0) return dated
  return [...text.matchAll(MONTH)].map(([, month]) => {
    const number = NUMERALS.includes(month!) ? NUMERALS.indexOf(month!) + 1 : Number(month)
    const year = Number(today.slice(0, 4))
    const written = monthOf(year, String(number))
    return written <= today.slice(0, 7) ? written : monthOf(year - 1, String(number))
  })
}

const monthOf = (year: number, month: string): string => `${year}-${month.padStart(2, '0')}`

/** A school as the bureau's directory has it. */
export interface ListedSchool {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** Shorter codes stand in dates and numbers of all kinds. */
const LEAST_CODE = 3

/** The one school that is named by its code or its name in what is written at a file; null when none is, or several. */
export function schoolTold(
  words: readonly (readonly string[])[],
  schools: readonly ListedSchool[],
): string | null {
  for (const texts of words) {
    const coded = new Set<string>()
    const runs = new Set(texts.flatMap((text) => halfWidth(text).match(/[0-9A-Za-z]+/g) ?? []))
    for (const { id, code } of schools) if (code.length >= LEAST_CODE && runs.has(code)) coded.add(id)
    if (coded.size === 1) return [...coded][0]!
    const named = schools.filter(({ name }) => name !== '' && texts.some((text) => text.includes(name)))
    // 城关第一小学 names 第一小学 as well, and means itself.
    const meant = named.filter(
      ({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)),
    )
    if (meant.length === 1) return meant[0]!.id
    if (meant.length > 1 || coded.size > 1) return null
  }
  return null
}
