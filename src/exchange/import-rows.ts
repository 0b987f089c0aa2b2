import type { Problem } from '../shared/result.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column } from '../tables/column.ts'
import type { Cells, Columns, RowOf, Table } from '../tables/table.ts'
import type { MappedTable, SheetChoice } from './choose-table.ts'
import type { ImportOptions, ImportTarget } from './import-target.ts'
import type { LeftOutReason, LeftOutRow } from './left-out-rows.ts'
import { RowMatcher } from './row-matcher.ts'
import { placeOf, type SheetData, type SheetValue } from './sheet-data.ts'
import { isFilled, type SheetGrid } from './sheet-grid.ts'
import { differenceOf, isRounded, shownText, type LedgerEntry } from './value-ledger.ts'

/** A row of the file that becomes a new row. `row` is its number in the sheet, as people count. */
export interface AddedRow {
  readonly row: number
  readonly cells: Cells
}

export interface ChangedRow {
  readonly row: number
  readonly id: string
  readonly edits: readonly { readonly column: string; readonly from: Cell; readonly to: Cell }[]
}

export interface RejectedCell {
  readonly row: number
  /** The heading of the column as our table calls it; empty when the whole row is meant. */
  readonly column: string
  readonly problem: Problem
}

export interface UnknownName {
  readonly name: string
  readonly tables: readonly string[]
  readonly count: number
  readonly row: number
  readonly column: string
}

/** Rows of the file that mean one row: A001, a001, Ａ００１. */
export interface DuplicateGroup {
  /** The key, for `SheetChoice.duplicates`. */
  readonly id: string
  readonly label: string
  readonly rows: readonly { readonly row: number; readonly shown: string }[]
  /** The row that somebody has chosen to take. */
  readonly taken: number | null
}

export interface PlannedRows {
  readonly added: readonly AddedRow[]
  readonly changed: readonly ChangedRow[]
  readonly same: number
  readonly rejected: readonly RejectedCell[]
  /** Rows of the sheet that are no rows of the table, or that the strategy passes over. */
  readonly leftOut: readonly LeftOutRow[]
  readonly duplicates: readonly DuplicateGroup[]
  /** The sets of columns by which the rows of the file can be told apart; the first is the one in use. */
  readonly keys: readonly (readonly string[])[]
  /** Every accepted value that is not what the source showed. */
  readonly ledger: readonly LedgerEntry[]
  readonly unknownNames: readonly UnknownName[]
  readonly warnings: readonly Problem[]
}

const ERROR = /^#(DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

/** Types whose values are numbers of something. */
const NUMERIC = new Set<Column['type']>(['integer', 'number', 'money', 'date', 'time', 'yesno'])

/** Rows planned between two chances for the page to answer a key. */
const PIECE = 250

/** What one sheet brings: its cells, its table, and what somebody has decided about it. */
export interface SheetInHand {
  readonly sheet: SheetData
  readonly grid: SheetGrid
  readonly mapped: MappedTable
  readonly choice: SheetChoice
}

/** Plans in pieces, telling the share that is done: 0 … 1. */
export function planRows(
  inHand: SheetInHand,
  target: ImportTarget,
  options: ImportOptions,
): Generator<number, PlannedRows> {
  return new RowPlanner(inHand, target, options).plan()
}

/** A row of the file after its cells were read. */
interface ReadRow {
  readonly row: number
  readonly cells: Record<string, Cell>
  /** Which of the cells did not parse and are kept as typed. */
  readonly unresolved: ReadonlySet<string>
}

class RowPlanner {
  readonly #inHand: SheetInHand
  readonly #table: Table
  readonly #target: ImportTarget
  readonly #options: ImportOptions
  /** Column keys by position, and the other way round. */
  readonly #keys: readonly (string | null)[]
  readonly #places: ReadonlyMap<string, number>
  readonly #added: AddedRow[] = []
  readonly #changed: ChangedRow[] = []
  readonly #rejected: RejectedCell[] = []
  readonly #leftOut: LeftOutRow[]
  readonly #duplicates: DuplicateGroup[] = []
  readonly #ledger: LedgerEntry[] = []
  readonly #counts = new Map<string, { params: Record<string, string | number>; count: number }>()
  readonly #unknown = new Map<string, UnknownName>()
  readonly #blank: Readonly<Record<string, Cell>>
  /** Input columns that must be filled, always or as the row says. */
  readonly #sometimesRequired: readonly (readonly [string, Column])[]
  #same = 0

  constructor(inHand: SheetInHand, target: ImportTarget, options: ImportOptions) {
    this.#inHand = inHand
    this.#table = inHand.mapped.index.table
    this.#target = target
    this.#options = options
    this.#keys = inHand.mapped.columns.map(({ key }) => key)
    this.#places = new Map(this.#keys.flatMap((key, at) => (key === null ? [] : [[key, at] as const])))
    this.#leftOut = [...inHand.mapped.found.leftOut]
    this.#blank = Object.fromEntries(Object.keys(this.#table.columns).map((key) => [key, null]))
    this.#sometimesRequired = Object.entries(this.#table.columns).filter(
      ([key, column]) => !column.computed && (column.required || this.#table.requiredWhen?.[key]),
    )
  }

  *plan(): Generator<number, PlannedRows> {
    this.#tellIgnored()
    const { found } = this.#inHand.mapped
    const rows: ReadRow[] = []
    for (const [done, at] of found.rows.entries()) {
      if (done % PIECE === 0 && done > 0) yield done / found.rows.length / 2
      if (!this.#hasMapped(at)) {
        this.#leave(at + 1, 'outside')
        continue
      }
      const read = this.#readRow(at)
      if (read) rows.push(read)
    }
    const matcher = new RowMatcher(this.#table, this.#keys, this.#target, this.#inHand.choice.key)
    const wanted = this.#partDuplicates(rows, matcher)
    for (const [at, row] of wanted.entries()) {
      if (at % PIECE === 0) yield 0.5 + at / wanted.length / 2
      this.#place(row, matcher)
    }
    return {
      added: this.#added,
      changed: this.#changed,
      same: this.#same,
      rejected: this.#rejected.sort((a, b) => a.row - b.row),
      leftOut: this.#leftOut.sort((a, b) => a.row - b.row),
      duplicates: this.#duplicates,
      keys: this.#possibleKeys(rows),
      ledger: this.#ledger.sort((a, b) => a.row - b.row || a.column - b.column),
      unknownNames: [...this.#unknown.values()],
      warnings: [...this.#counts].map(([, { params, count }]) => ({
        code: String(params['code']),
        params: { ...without(params, 'code'), count },
      })),
    }
  }

  #column(key: string): Column {
    return this.#table.columns[key]!
  }

  /** Counts a note once per kind and column, with the first row it was met in. */
  #note(code: string, row: number, column = '') {
    const id = `${code}\u0000${column}`
    const known = this.#counts.get(id)
    if (known) known.count++
    else
      this.#counts.set(id, {
        params: { code, sheet: this.#inHand.sheet.name, row, ...(column === '' ? {} : { column }) },
        count: 1,
      })
  }

  #reject(row: number, column: string, problem: Problem) {
    this.#rejected.push({ row, column, problem })
  }

  #leave(row: number, reason: LeftOutReason) {
    const text = this.#inHand.grid.rows[row - 1]!.filter(isFilled).map(String).join(' ').slice(0, 60)
    this.#leftOut.push({ row, reason, text })
  }

  #tellIgnored() {
    const { first, last } = this.#inHand.mapped.found
    for (const key of this.#places.keys())
      if (this.#column(key).computed && !this.#table.key.includes(key))
        this.#note('import.computed-column', last + 1, this.#column(key).zh)
    const { hiddenRows = [], hiddenColumns = [] } = this.#inHand.sheet
    const hidden = new Set(hiddenRows)
    for (const row of this.#inHand.mapped.found.rows)
      if (hidden.has(row)) this.#note('import.hidden-rows', row + 1)
    for (const at of hiddenColumns) {
      const key = this.#keys[at]
      if (key) this.#note('import.hidden-column', first + 1, this.#column(key).zh)
    }
  }

  #hasMapped(at: number): boolean {
    const values = this.#inHand.grid.rows[at]!
    return this.#keys.some((key, column) => key !== null && isFilled(values[column]))
  }

  /** The value of a cell; of a merged one what stands in its first row, for people merge what all the rows share. */
  #valueAt(at: number, column: number): { value: SheetValue; from: number; merged: boolean } {
    const { grid } = this.#inHand
    const own = grid.value(at, column)
    if (isFilled(own)) return { value: own, from: at, merged: false }
    const range = grid.range(at, column)
    const covered = range !== undefined && range.left === column && range.top > this.#inHand.mapped.found.last
    return covered
      ? { value: grid.value(range.top, column), from: range.top, merged: true }
      : { value: null, from: at, merged: false }
  }

  #readRow(at: number): ReadRow | null {
    const row = at + 1
    const cells: Record<string, Cell> = {}
    const unresolved = new Set<string>()
    let fits = true
    this.#keys.forEach((key, place) => {
      if (key === null) return
      const column = this.#column(key)
      // Computed cells are the program's own; those of the key are still read, to find the row.
      if (column.computed && !this.#table.key.includes(key)) return
      const { value, from } = this.#valueAt(at, place)
      if (!isFilled(value)) {
        cells[key] = null
        return
      }
      const failed = this.#hasFailed(value, from, place)
      const read = this.#readCell(this.#asShown(value, column, from, place), column, row, failed)
      if (read.problem && !this.#options.keepInvalid) {
        this.#reject(row, column.zh, read.problem)
        fits = false
        return
      }
      cells[key] = read.cell
      if (read.unresolved || read.problem) unresolved.add(key)
    })
    return fits ? { row, cells, unresolved } : null
  }

  /** A number shown with its leading zeros is a number somebody gave a person or a thing. */
  #asShown(value: string | number | boolean, column: Column, at: number, place: number) {
    if (typeof value !== 'number' || NUMERIC.has(column.type)) return value
    const shown = shownText(this.#inHand.sheet, at, place, value)
    return /^0\d*$/.test(shown) && Number(shown) === value ? shown : value
  }

  /** Did a formula fail here? Somebody may have typed the same words. */
  #hasFailed(value: string | number | boolean, at: number, place: number): boolean {
    const { errors } = this.#inHand.sheet
    return typeof value === 'string' && ERROR.test(value.trim()) && (errors?.has(placeOf(at, place)) ?? true)
  }

  #readCell(
    value: string | number | boolean,
    column: Column,
    row: number,
    failed: boolean,
  ): { cell: Cell; problem?: Problem; unresolved?: boolean } {
    if (failed)
      return { cell: value, problem: { code: 'import.error-value', params: { value: String(value).trim() } } }
    if (isRounded(value, column)) this.#note('import.long-number', row, column.zh)
    const parsed = cellTypeOf(column).parse(value, column, this.#target.context)
    if (parsed.ok) return { cell: parsed.value }
    const typed = String(value).trim()
    if (parsed.problem.code === 'reference.unknown' || parsed.problem.code === 'reference.many') {
      this.#tellUnknown(parsed.problem, typed, column, row)
      return { cell: typed, unresolved: true }
    }
    return { cell: typed, problem: parsed.problem }
  }

  #tellUnknown(problem: Problem, typed: string, column: Column, row: number) {
    const name = String(problem.params?.['name'] ?? typed)
    if (problem.code === 'reference.many') return this.#note('import.ambiguous-name', row, column.zh)
    const id = `${column.zh}\u0000${name}`
    const known = this.#unknown.get(id)
    this.#unknown.set(
      id,
      known
        ? { ...known, count: known.count + 1 }
        : { name, tables: column.to ?? [], count: 1, row, column: column.zh },
    )
  }

  /** Rows of the file that mean one row here: nobody but a person can say which is right. */
  #partDuplicates(rows: readonly ReadRow[], matcher: RowMatcher): ReadRow[] {
    const groups = new Map<string, ReadRow[]>()
    for (const row of rows) {
      const key = matcher.keyOf(row.cells)
      if (key === null) continue
      const group = groups.get(key.id)
      if (group) group.push(row)
      else groups.set(key.id, [row])
    }
    const refused = new Set<ReadRow>()
    for (const [id, group] of groups) {
      if (group.length === 1) continue
      const numbers = group.map(({ row }) => row).join('、')
      const wanted = this.#inHand.choice.duplicates?.get(id)
      const taken = group.find(({ row }) => row === wanted)?.row ?? null
      const described = group.map(({ row, cells }) => ({ row, ...matcher.describe(cells) }))
      const { label } = described[0]!
      this.#duplicates.push({ id, label, rows: described.map(({ row, shown }) => ({ row, shown })), taken })
      for (const [at, row] of group.entries()) {
        if (row.row === taken) continue
        refused.add(row)
        if (taken !== null) this.#leave(row.row, 'duplicate')
        else
          this.#reject(row.row, label, {
            code: 'import.duplicate-key',
            params: { rows: numbers, value: described[at]!.shown },
          })
      }
    }
    return rows.filter((row) => !refused.has(row))
  }

  /** Beside the table's own keys, any column that is filled and different in every row. */
  #possibleKeys(rows: readonly ReadRow[]): (readonly string[])[] {
    const { key: chosen } = this.#inHand.choice
    const mapped = (keys: readonly string[]) => keys.length > 0 && keys.every((key) => this.#places.has(key))
    const own = [this.#table.key, this.#table.alternateKey ?? []].filter(mapped)
    const single = [...this.#places.keys()].filter((key) => {
      const { type, computed } = this.#column(key)
      if (computed || type === 'long' || type === 'yesno' || own.some((keys) => keys.join() === key))
        return false
      const values = new Set(rows.map(({ cells }) => JSON.stringify(cells[key] ?? null)))
      return rows.length > 1 && values.size === rows.length && !values.has('null')
    })
    const all = [...own, ...single.map((key) => [key])]
    return chosen ? [chosen, ...all.filter((keys) => keys.join() !== chosen.join())] : all
  }

  #place(row: ReadRow, matcher: RowMatcher) {
    const found = matcher.find(row.cells)
    if (found === 'many') {
      const { label, shown } = matcher.describe(row.cells)
      this.#reject(row.row, label, { code: 'import.many-rows', params: { value: shown } })
    } else if (found === null) {
      if (this.#options.strategy === 'update-only') this.#leave(row.row, 'not-here')
      else this.#add(row, matcher)
    } else this.#change(row, found, matcher.keyOf(row.cells)?.columns ?? [])
  }

  #add(row: ReadRow, matcher: RowMatcher) {
    const computedKey = this.#table.key.find((key) => this.#column(key).computed)
    if (computedKey !== undefined) {
      this.#reject(row.row, this.#column(computedKey).zh, { code: 'import.made-by-program' })
      return
    }
    const cells: Record<string, Cell> = {}
    for (const [key, cell] of Object.entries(row.cells)) if (cell !== null) cells[key] = cell
    const imported = this.#table.imported?.(cells)
    if (imported) Object.assign(cells, imported.cells)
    const typed = this.#validRow(cells)
    if (!this.#passesChecks(row, typed)) return
    if (imported) this.#note(imported.note, row.row, this.#column(imported.column).zh)
    this.#tellMissing(row, cells, typed, true)
    if (matcher.resembles(cells))
      this.#note('import.same-name', row.row, this.#column(this.#table.alternateKey![0]!).zh)
    for (const [key, cell] of Object.entries(cells)) this.#account(row, key, cell)
    this.#added.push({ row: row.row, cells })
  }

  #change(row: ReadRow, id: string, key: readonly string[]) {
    const edits: { column: string; from: Cell; to: Cell }[] = []
    for (const [column, to] of Object.entries(row.cells)) {
      // What the row was found by is right as it stands here: Ａ００１ in the file does not rewrite A001.
      if (this.#column(column).computed || key.includes(column)) continue
      const from = this.#target.cell(this.#table.name, id, column)
      if (this.#means(this.#column(column), from, to)) continue
      if (to === null && !this.#options.clearEmpty) {
        this.#note('import.empty-left-alone', row.row, this.#column(column).zh)
        continue
      }
      edits.push({ column, from, to })
    }
    if (edits.length === 0) {
      this.#same++
      return
    }
    if (this.#options.strategy === 'add-only') return this.#leave(row.row, 'already-here')
    const cells: Record<string, Cell> = {}
    for (const key of Object.keys(this.#table.columns))
      cells[key] = this.#target.cell(this.#table.name, id, key)
    for (const { column, to } of edits) cells[column] = to
    const typed = this.#validRow(cells)
    if (!this.#passesChecks(row, typed)) return
    this.#tellMissing(row, cells, typed, false)
    for (const { column, to } of edits) if (to !== null) this.#account(row, column, to)
    for (const column of key)
      this.#account(row, column, this.#target.cell(this.#table.name, id, column), true)
    this.#changed.push({ row: row.row, id, edits })
  }

  /** Writes down a value that is taken otherwise than it was shown. */
  #account(row: ReadRow, key: string, cell: Cell, kept = false) {
    const place = this.#places.get(key)
    if (place === undefined || cell === null) return
    const { value, from, merged } = this.#valueAt(row.row - 1, place)
    if (!isFilled(value)) return
    const shown = shownText(this.#inHand.sheet, from, place, value)
    const column = this.#column(key)
    const different = differenceOf({ shown, value, cell, merged, kept }, column, this.#target.context)
    if (different) this.#ledger.push({ row: row.row, column: place, key, shown, ...different })
  }

  /** A name kept as typed and the row that bears it are the same reference. */
  #means(column: Column, from: Cell, to: Cell): boolean {
    if (sameCell(from, to)) return true
    if (from === null || to === null) return false
    if (column.type !== 'reference' && column.type !== 'references') return false
    const shown = (cell: Cell) => cellTypeOf(column).format(cell, column, this.#target.context)
    return shown(from) === shown(to)
  }

  #passesChecks(row: ReadRow, typed: RowOf<Columns>): boolean {
    let fits = true
    for (const check of this.#table.checks ?? []) {
      const code = check.problem(typed, this.#target.context.now)
      if (code === null) continue
      this.#reject(row.row, this.#column(check.column).zh, { code })
      fits = false
    }
    if (fits || !this.#options.keepInvalid) return fits
    // Taken all the same: the marks in the table say it from now on.
    for (let i = this.#rejected.length - 1; i >= 0 && this.#rejected[i]!.row === row.row; i--) {
      const [{ column }] = this.#rejected.splice(i, 1) as [RejectedCell]
      this.#note('import.kept-invalid', row.row, column)
    }
    return true
  }

  #tellMissing(row: ReadRow, cells: Readonly<Record<string, Cell>>, typed: RowOf<Columns>, isNew: boolean) {
    for (const [key, column] of this.#sometimesRequired) {
      if ((cells[key] ?? null) !== null) continue
      const filledByItself = isNew && column.initial !== undefined
      const required = column.required || this.#table.requiredWhen?.[key]?.(typed)
      if (required && !filledByItself) this.#note('import.required-empty', row.row, column.zh)
    }
  }

  #validRow(cells: Readonly<Record<string, Cell>>): RowOf<Columns> {
    const row: Record<string, Cell> = { ...this.#blank }
    for (const [key, cell] of Object.entries(cells)) {
      const column = this.#column(key)
      if (cell !== null && cellTypeOf(column).valid(cell, column)) row[key] = cell
    }
    return row as RowOf<Columns>
  }
}

function without<T extends object>(object: T, key: string): T {
  const rest = { ...object } as Record<string, unknown>
  delete rest[key]
  return rest as T
}
