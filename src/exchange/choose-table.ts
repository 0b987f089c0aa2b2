import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { profileOf } from './column-profile.ts'
import { findTables, tableUnder, type FoundTable } from './find-table.ts'
import { HeadingIndex, headingKey } from './headings.ts'
import { ideasOf, likeness } from './heading-words.ts'
import { mapColumns, type MappedColumn } from './map-columns.ts'
import type { SheetData } from './sheet-data.ts'
import { isFilled, type SheetGrid } from './sheet-grid.ts'

/** What somebody has decided about a sheet; what is left open is found. */
export interface SheetChoice {
  readonly table?: string
  /** The rows of the headings, from 0, both included. */
  readonly header?: readonly [first: number, last: number]
  /** By column of the sheet; null leaves it out. */
  readonly columns?: ReadonlyMap<number, string | null>
  /** The columns that tell which row is meant, instead of the table's own. */
  readonly key?: readonly string[]
  /** Of rows with one key, the one to take, by the key. */
  readonly duplicates?: ReadonlyMap<string, number>
  /** The choices are those of the last file of this shape. */
  readonly remembered?: boolean
}

/** A table of a sheet and what each of its columns is here. */
export interface MappedTable {
  readonly found: FoundTable
  readonly index: HeadingIndex
  readonly columns: readonly MappedColumn[]
  /** The other tables of the sheet. */
  readonly others: readonly FoundTable[]
}

/** Tables looked at closely, of those whose headings fit best. */
const CLOSELY = 5
/** Rows whose values are looked at. */
const SAMPLED = 60

/** What headings may be called, worked out for the tables that are asked for. */
export class HeadingIndexes {
  readonly #made = new Map<string, HeadingIndex>()
  #all: readonly HeadingIndex[] | null = null
  readonly #knowing = new Map<string, Set<string>>()

  constructor(private readonly tables: Readonly<Record<string, Table>>) {}

  of(table: string): HeadingIndex {
    const definition = this.tables[table]
    if (!definition) throw new RangeError(`no table ${table}`)
    const index = this.#made.get(table) ?? new HeadingIndex(definition)
    this.#made.set(table, index)
    return index
  }

  all(): readonly HeadingIndex[] {
    return (this.#all ??= Object.keys(this.tables).map((table) => this.of(table)))
  }

  /** The tables that have this heading. */
  knowing = (key: string): ReadonlySet<string> => {
    if (this.#knowing.size === 0)
      for (const index of this.all())
        for (const name of index.names())
          this.#knowing.set(name, (this.#knowing.get(name) ?? new Set()).add(index.table.name))
    return this.#knowing.get(key) ?? NONE
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The table of a sheet that fits one of ours best, or the one somebody chose; null when none does. */
export function chooseTable(
  sheet: SheetData,
  grid: SheetGrid,
  indexes: HeadingIndexes,
  choice: SheetChoice,
  context: CellContext,
): MappedTable | null {
  const founds = choice.header
    ? [tableUnder(grid, ...choice.header, indexes.knowing), ...findTables(grid, indexes.knowing)]
    : findTables(grid, indexes.knowing)
  let best: { mapped: MappedTable; score: number } | null = null
  for (const found of choice.header ? founds.slice(0, 1) : founds) {
    const profiles = sampleOf(grid, found).map((values) => profileOf(values, context))
    const wanted = choice.table === undefined ? likeliest(found, indexes.all()) : [indexes.of(choice.table)]
    for (const index of wanted) {
      const columns = mapColumns(
        found.headings,
        profiles,
        index,
        choice.columns,
        choice.remembered ? 'remembered' : 'chosen',
      )
      if (!isEnough(columns, choice)) continue
      const score = scoreOf(sheet, grid, found, index, columns)
      if (!best || score > best.score) {
        const others = founds.filter((other) => other !== found && other.first !== found.first)
        best = { mapped: { found, index, columns, others }, score }
      }
    }
  }
  return best?.mapped ?? null
}

/** Two headings of ours at least; one where somebody has said which table it is. */
function isEnough(columns: readonly MappedColumn[], choice: SheetChoice): boolean {
  const mapped = columns.filter(({ key }) => key !== null)
  const sum = mapped.reduce((total, { confidence }) => total + confidence, 0)
  if (choice.table !== undefined) return mapped.length > 0
  return mapped.filter(({ reason }) => reason !== 'values').length >= 2 && sum >= 1.1
}

function likeliest(found: FoundTable, indexes: readonly HeadingIndex[]): readonly HeadingIndex[] {
  // What the program records of itself is written by it alone.
  const ranked = indexes
    .filter(({ table }) => !table.record)
    .map((index) => ({
      index,
      weight: found.headings.reduce((sum, path) => sum + (index.meanings(path)[0]?.weight ?? 0), 0),
    }))
  return ranked
    .sort((a, b) => b.weight - a.weight)
    .slice(0, CLOSELY)
    .map(({ index }) => index)
}

function scoreOf(
  sheet: SheetData,
  grid: SheetGrid,
  found: FoundTable,
  index: HeadingIndex,
  columns: readonly MappedColumn[],
): number {
  const { table } = index
  const named = [table.zh, table.en, table.name].some((name) => headingKey(name) === headingKey(sheet.name))
  const titles = [sheet.name, ...titlesOf(grid, found)]
  // 教职工情况一览表 over a list says which list it is, when its headings might be those of two.
  const told = Math.max(
    ...titles.map((title) => likeness(ideasOf(headingKey(title)), ideasOf(headingKey(table.zh)))),
  )
  // What the program makes itself is rarely what somebody wants to import.
  if (table.generated && !named) return -1
  let score = found.confidence + (named ? 5 : 0) + told * 1.5
  // A list of codes and names is rarely that of the schools below a central school, which few schools have.
  if (table.when?.schoolsBelow && !named) score -= 0.5
  for (const { key, confidence } of columns) if (key !== null) score += confidence
  score -= columns.filter(({ key }, at) => key === null && found.headings[at]!.length > 0).length * 0.1
  const has = (keys: readonly string[] | undefined) =>
    keys !== undefined && keys.length > 0 && keys.every((key) => columns.some((column) => column.key === key))
  if (has(table.key) || has(table.alternateKey)) score += 0.5
  // Of two tables that know the same headings, the smaller one is meant.
  const inputs = Object.values(table.columns).filter((column: Column) => !column.computed).length
  return score + 1 / (1 + inputs)
}

function titlesOf(grid: SheetGrid, found: FoundTable): string[] {
  const titles: string[] = []
  for (let row = Math.max(0, found.first - 5); row < found.first; row++)
    for (const value of grid.rows[row]!)
      if (isFilled(value) && String(value).length <= 40) titles.push(String(value))
  return titles.slice(0, 12)
}

/** The values of each column in some rows of the table: the first, and some spread over the rest. */
function sampleOf(grid: SheetGrid, found: FoundTable): ReturnType<SheetGrid['value']>[][] {
  const { rows } = found
  const half = SAMPLED / 2
  const step = Math.max(1, Math.floor((rows.length - half) / half))
  const sampled = rows.filter((_, at) => at < half || (at - half) % step === 0).slice(0, SAMPLED)
  return found.headings.map((_, column) => sampled.map((row) => grid.value(row, column)))
}
