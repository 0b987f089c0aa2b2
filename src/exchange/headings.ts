import { labelKey } from '../shared/typed-text.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { columnName, type SheetData, type SheetValue } from './sheet-data.ts'

/**
 * Which row of a sheet holds the headings and which column of ours each of them means. A sheet from a school begins
 * with a title and a line of notes, so the first row that speaks our words is taken. (Headings over several rows and
 * mappings remembered from last time come in here, before the columns are matched.)
 */
export interface Mapping {
  /** Index of the row of headings. */
  readonly header: number
  /** The column keys by position in the sheet; null where a heading is not ours. */
  readonly columns: readonly (string | null)[]
  readonly unmatched: readonly string[]
  /** Headings that mean a column which an earlier heading already gave. */
  readonly repeated: readonly string[]
  /** How sure the match is: exact headings weigh more than synonyms. */
  readonly weight: number
}

const SEARCHED = 30

const WEIGHT = { label: 1, key: 0.9, synonym: 0.6, bare: 0.5 }

interface Meaning {
  readonly key: string
  readonly weight: number
}

/** Everything a heading of this table may be called. */
export class HeadingIndex {
  readonly table: Table
  readonly #meanings = new Map<string, Meaning[]>()

  constructor(table: Table) {
    this.table = table
    for (const [key, column] of Object.entries(table.columns)) {
      this.#learn(column.zh, key, WEIGHT.label)
      this.#learn(column.en, key, WEIGHT.label)
      this.#learn(key, key, WEIGHT.key)
      for (const synonym of column.synonyms ?? []) this.#learn(synonym, key, WEIGHT.synonym)
      this.#learn(withoutParentheses(column.zh), key, WEIGHT.bare)
    }
    for (const meanings of this.#meanings.values()) meanings.sort((a, b) => b.weight - a.weight)
  }

  #learn(name: string, key: string, weight: number) {
    const known = headingKey(name)
    if (known === '') return
    const meanings = this.#meanings.get(known) ?? []
    if (!meanings.some((meaning) => meaning.key === key)) meanings.push({ key, weight })
    this.#meanings.set(known, meanings)
  }

  meanings(heading: SheetValue): readonly Meaning[] {
    if (typeof heading !== 'string') return []
    return (
      this.#meanings.get(headingKey(heading)) ??
      this.#meanings.get(headingKey(withoutParentheses(heading))) ??
      []
    )
  }

  /** The mapping of the sheet onto this table, or null when fewer than two headings are ours. */
  map(sheet: SheetData, least = 2): Mapping | null {
    for (let at = 0; at < Math.min(sheet.rows.length, SEARCHED); at++) {
      const mapping = this.#mapRow(sheet.rows[at]!, at)
      if (mapping.columns.filter((key) => key !== null).length >= least) return mapping
    }
    return null
  }

  #mapRow(row: readonly SheetValue[], header: number): Mapping {
    const columns: (string | null)[] = row.map(() => null)
    const taken = new Set<string>()
    let weight = 0
    // The surest headings choose first: `姓名` may be a synonym of a column that also stands under its own name.
    const wishes = row
      .flatMap((heading, at) => this.meanings(heading).map((meaning) => ({ at, ...meaning })))
      .sort((a, b) => b.weight - a.weight || a.at - b.at)
    for (const wish of wishes) {
      if (columns[wish.at] !== null || taken.has(wish.key)) continue
      columns[wish.at] = wish.key
      taken.add(wish.key)
      weight += wish.weight
    }
    const unmatched: string[] = []
    const repeated: string[] = []
    row.forEach((heading, at) => {
      if (columns[at] !== null || heading === null || heading === '') return
      const name = typeof heading === 'string' ? heading.trim() || columnName(at) : String(heading)
      if (this.meanings(heading).length > 0) repeated.push(name)
      else unmatched.push(name)
    })
    return { header, columns, unmatched, repeated, weight }
  }
}

/** The table whose headings fit the sheet best, or null when none does. */
export function detectTable(
  sheet: SheetData,
  indexes: readonly HeadingIndex[],
): { index: HeadingIndex; mapping: Mapping } | null {
  let best: { index: HeadingIndex; mapping: Mapping; score: number } | null = null
  for (const index of indexes) {
    if (index.table.record) continue
    const mapping = index.map(sheet)
    if (!mapping) continue
    const { table } = index
    const named = [table.zh, table.en, table.name].some((name) => headingKey(name) === headingKey(sheet.name))
    // What the program makes itself is rarely what somebody wants to import.
    if (table.generated && !named) continue
    const inputs = Object.values(table.columns).filter((column: Column) => !column.computed).length
    // Of two tables that know the same headings, the smaller one is meant.
    const score = mapping.weight + (named ? 5 : 0) - mapping.unmatched.length * 0.1 + 1 / (1 + inputs)
    if (!best || score > best.score) best = { index, mapping, score }
  }
  return best
}

const headingKey = (name: string) => labelKey(name.normalize('NFKC')).replace(/[*:：()[\]\-_·.,/]/g, '')

const withoutParentheses = (name: string) => name.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]/g, '')
