import { labelKey } from '../shared/typed-text.ts'
import type { Table } from '../tables/table.ts'
import { ideasOf, isMadeOfIdeas, likeness, type Ideas } from './heading-words.ts'

/**
 * A heading as it stands over a column, outermost first: 受伤学生 / 姓名 where one cell was merged over two. Empty where
 * the column has none.
 */
export type HeadingPath = readonly string[]

export type HeadingMatch = 'label' | 'synonym' | 'similar'

/** A column of ours that a heading may mean. */
export interface Meaning {
  readonly key: string
  /** 0 … 1. */
  readonly weight: number
  readonly by: HeadingMatch
}

const WEIGHT = { label: 1, key: 0.95, synonym: 0.9, bare: 0.85, similar: 0.8 }
/** Likeness from which two headings may be the same. */
const ALIKE = 0.5

interface Name {
  readonly key: string
  readonly ideas: Ideas
}

/** Everything a heading of this table may be called. */
export class HeadingIndex {
  readonly table: Table
  readonly #exact = new Map<string, Meaning[]>()
  readonly #names: Name[] = []
  readonly #known = new Map<string, readonly Meaning[]>()

  constructor(table: Table) {
    this.table = table
    for (const [key, column] of Object.entries(table.columns)) {
      this.#learn(column.zh, key, WEIGHT.label, 'label')
      this.#learn(column.en, key, WEIGHT.label, 'label')
      this.#learn(key, key, WEIGHT.key, 'label')
      for (const synonym of column.synonyms ?? []) this.#learn(synonym, key, WEIGHT.synonym, 'synonym')
      this.#learn(withoutNotes(column.zh), key, WEIGHT.bare, 'synonym')
    }
  }

  #learn(name: string, key: string, weight: number, by: HeadingMatch) {
    const known = headingKey(name)
    if (known === '') return
    const meanings = this.#exact.get(known) ?? []
    if (!meanings.some((meaning) => meaning.key === key)) meanings.push({ key, weight, by })
    this.#exact.set(known, meanings)
    this.#names.push({ key, ideas: ideasOf(known) })
  }

  /** Every name, normalised. */
  names(): Iterable<string> {
    return this.#exact.keys()
  }

  /** What a heading may mean, the likeliest first. */
  meanings(path: HeadingPath): readonly Meaning[] {
    const id = path.join('\u0000')
    const known = this.#known.get(id)
    if (known) return known
    const best = new Map<string, Meaning>()
    for (const reading of readingsOf(path))
      for (const meaning of this.#read(reading))
        if (meaning.weight > (best.get(meaning.key)?.weight ?? 0)) best.set(meaning.key, meaning)
    const meanings = [...best.values()].sort((a, b) => b.weight - a.weight)
    this.#known.set(id, meanings)
    return meanings
  }

  #read({ text, weight }: Reading): Meaning[] {
    const exact = this.#exact.get(text)
    const found = (exact ?? []).map((meaning) => ({ ...meaning, weight: meaning.weight * weight }))
    const ideas = ideasOf(text)
    const similar = new Map<string, number>()
    for (const name of this.#names) {
      const alike = likeness(ideas, name.ideas)
      if (alike >= ALIKE && alike > (similar.get(name.key) ?? 0)) similar.set(name.key, alike)
    }
    for (const [key, alike] of similar)
      found.push({ key, weight: WEIGHT.similar * alike * weight, by: 'similar' })
    return found
  }
}

interface Reading {
  readonly text: string
  readonly weight: number
}

/**
 * The ways to read a heading: all of its path as one, then the innermost alone; with and without what stands in
 * parentheses (units, examples). What is said over several columns helps to tell them apart, but the innermost decides.
 */
function readingsOf(path: HeadingPath): Reading[] {
  if (path.length === 0) return []
  const leaf = path.at(-1)!
  const readings: Reading[] = []
  const add = (text: string, weight: number) => {
    const key = headingKey(text)
    if (key !== '' && !readings.some((reading) => reading.text === key)) readings.push({ text: key, weight })
  }
  add(path.join(''), 1)
  add(path.map(withoutNotes).join(''), 0.98)
  if (path.length > 1) {
    add(leaf, 0.9)
    add(withoutNotes(leaf), 0.88)
  }
  // 治疗与费用, 受伤部位/程度: a heading of two halves may mean either.
  const halves = withoutNotes(leaf).split(/[/／与和及、]/)
  if (halves.length > 1) for (const half of halves) add(half, 0.75)
  return readings
}

/** A heading without width, spaces, marks, and the number or letter it was given in a form. */
export function headingKey(name: string): string {
  const named = labelKey(name.normalize('NFKC'))
    .replace(/^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[、.．)）])/, '')
    .replace(/必填|选填|可不填/g, '')
  // 金额 单位：元 is 金额, but a column may also be called 单位 and nothing else.
  return withoutMarks(named.replace(/单位[:：]?/g, '')) || withoutMarks(named)
}

const withoutMarks = (name: string): string =>
  name.replace(/[*＊★☆※#:：()[\]{}<>《》\-_·.,，。;；?？!！/\\|"'+]/g, '')

/** 财产损失(元) is 财产损失. */
export const withoutNotes = (name: string): string =>
  name.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')

/** A text that stands over columns in somebody's ledger, ours or not. */
export function isHeadingLike(text: string): boolean {
  const key = headingKey(withoutNotes(text))
  return key !== '' && key.length <= 14 && isMadeOfIdeas(ideasOf(key))
}
