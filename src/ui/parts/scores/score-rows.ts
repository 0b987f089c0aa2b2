import type { TextMatch } from '../../../grid/pinyin.ts'
import type { LocalDate } from '../../../shared/local-date.ts'
import type { Book } from '../../state/session-types.ts'

/** One colleague in one term, as the list shows it. */
export interface ScoreRow {
  /** The row of the term scores, which holds the state. */
  readonly id: string
  readonly person: string
  readonly name: string
  readonly department: string
  readonly base: number
  readonly direct: number
  readonly mgmt: number
  readonly other: number
  readonly expected: number
  readonly raw: number
  readonly final: number
  readonly zeroed: boolean
  readonly rank: number
  readonly veto: boolean
  readonly grade: string
  readonly amount: number
  readonly state: string
}

export type SortKey = keyof Omit<ScoreRow, 'id' | 'person' | 'zeroed'>

export interface Sorting {
  readonly key: SortKey
  readonly down: boolean
}

/** Everybody assessed in a term, in the order of the staff list. */
export function scoreRows(book: Book, term: string): ScoreRow[] {
  const rows: ScoreRow[] = []
  for (const person of book.assessed(term)) {
    const score = book.score(term, person)
    if (!score) continue
    const id = `#score:${term}|${person}`
    const { base, direct, mgmt, other, expected, raw, final, zeroed, rank, veto, grade, amount } = score
    rows.push({
      id,
      person,
      // Somebody who has left is still in the sealed term.
      name: book.shownName(person) ?? String(book.stored('staff', person, 'name') ?? ''),
      department: score.department === null ? '' : (book.shownName(score.department) ?? score.department),
      ...{ base, direct, mgmt, other, expected, raw, final, zeroed, rank, veto, grade, amount },
      state: String(book.stored('termScores', id, 'state') ?? ''),
    })
  }
  return rows
}

/** The rows, each of those that read as before being the same object: only what moved is drawn anew. */
export function keptWhereSame(before: readonly ScoreRow[], now: readonly ScoreRow[]): ScoreRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  return now.map((row) => {
    const old = known.get(row.id)
    return old && (Object.keys(row) as (keyof ScoreRow)[]).every((key) => old[key] === row[key]) ? old : row
  })
}

/** The list as wanted; equal rows keep the order of the staff list. */
export function arranged(
  rows: readonly ScoreRow[],
  { sorting, department, query }: { sorting: Sorting | null; department: string; query: string },
  matches: TextMatch,
): ScoreRow[] {
  const wanted = query.trim()
  const shown = rows.filter(
    (row) =>
      (department === '' || row.department === department) && (wanted === '' || matches(row.name, wanted)),
  )
  if (!sorting) return shown
  const { key, down } = sorting
  const order = down ? -1 : 1
  return shown
    .map((row, at) => ({ row, at }))
    .sort((a, b) => order * compared(a.row[key], b.row[key]) || a.at - b.at)
    .map(({ row }) => row)
}

const byReading = new Intl.Collator('zh-CN')

function compared(a: string | number | boolean, b: string | number | boolean): number {
  return typeof a === 'string' ? byReading.compare(a, String(b)) : Number(a) - Number(b)
}

export interface ScoreSummary {
  readonly count: number
  readonly average: number
  /** Below the school's pass mark. */
  readonly failing: number
  readonly vetoed: number
  readonly allowance: number
}

export function summarised(rows: readonly ScoreRow[]): ScoreSummary {
  const hundredths = rows.reduce((sum, { final }) => sum + Math.round(final * 100), 0)
  const cents = rows.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
  return {
    count: rows.length,
    average: rows.length ? Math.round(hundredths / rows.length) / 100 : 0,
    failing: rows.filter(({ grade }) => grade === '不合格').length,
    vetoed: rows.filter(({ veto }) => veto).length,
    allowance: cents / 100,
  }
}

/** The term today falls in; before the first term that one, and in a gap the one that has just ended. */
export function runningTerm(
  terms: readonly { readonly id: string; readonly from: LocalDate }[],
  today: LocalDate,
): string | null {
  let running = terms[0]?.id ?? null
  for (const { id, from } of terms) if (from <= today) running = id
  return running
}
