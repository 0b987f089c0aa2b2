import { isId } from '../shared/id.ts'
import type { Problem } from '../shared/result.ts'
import { halfWidth } from '../shared/typed-text.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column } from '../tables/column.ts'
import type { Cells, Columns, RowOf, Table } from '../tables/table.ts'
import type { Mapping } from './headings.ts'
import type { ImportOptions, ImportTarget } from './import-target.ts'
import type { SheetData, SheetValue } from './sheet-data.ts'

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

export interface PlannedRows {
  readonly added: readonly AddedRow[]
  readonly changed: readonly ChangedRow[]
  readonly same: number
  readonly rejected: readonly RejectedCell[]
  readonly unknownNames: readonly UnknownName[]
  readonly warnings: readonly Problem[]
}

const FOOTER =
  /^(合计|总计|小计|共计|填表人|填报人|制表人|审核人?|复核人?|负责人签|单位负责人|校长签|制表日期|填表日期|填报日期|说明[:：]|注[:：]|备注[:：])/
const TOTAL = /^(合计|总计|小计|共计)[:：]?$/
const ERROR = /^#(DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

/** A number this long has already lost digits in the program that wrote it. */
const EXACT = 1e15

/** Rows planned between two chances for the page to answer a key. */
const PIECE = 250

/** Plans in pieces, telling the share that is done: 0 … 1. */
export function planRows(
  sheet: SheetData,
  table: Table,
  mapping: Mapping,
  target: ImportTarget,
  options: ImportOptions,
): Generator<number, PlannedRows> {
  return new RowPlanner(sheet, table, mapping, target, options).plan()
}

/** A row of the file after its cells were read. */
interface ReadRow {
  readonly row: number
  readonly cells: Record<string, Cell>
  /** Which of the cells did not parse and are kept as typed. */
  readonly unresolved: ReadonlySet<string>
}

class RowPlanner {
  readonly #sheet: SheetData
  readonly #table: Table
  readonly #mapping: Mapping
  readonly #target: ImportTarget
  readonly #options: ImportOptions
  readonly #added: AddedRow[] = []
  readonly #changed: ChangedRow[] = []
  readonly #rejected: RejectedCell[] = []
  readonly #counts = new Map<string, { params: Record<string, string | number>; count: number }>()
  readonly #unknown = new Map<string, UnknownName>()
  readonly #blank: Readonly<Record<string, Cell>>
  /** Input columns that must be filled, always or as the row says. */
  readonly #sometimesRequired: readonly (readonly [string, Column])[]
  #same = 0

  constructor(
    sheet: SheetData,
    table: Table,
    mapping: Mapping,
    target: ImportTarget,
    options: ImportOptions,
  ) {
    this.#sheet = sheet
    this.#table = table
    this.#mapping = mapping
    this.#target = target
    this.#options = options
    this.#blank = Object.fromEntries(Object.keys(table.columns).map((key) => [key, null]))
    this.#sometimesRequired = Object.entries(table.columns).filter(
      ([key, column]) => !column.computed && (column.required || table.requiredWhen?.[key]),
    )
  }

  *plan(): Generator<number, PlannedRows> {
    this.#tellIgnored()
    const rows: ReadRow[] = []
    const end = this.#sheet.rows.length
    for (let at = this.#mapping.header + 1; at < end; at++) {
      if (at % PIECE === 0) yield at / end / 2
      const values = this.#sheet.rows[at]!
      if (this.#isPassedOver(values, at + 1)) continue
      const read = this.#readRow(values, at + 1)
      if (read) rows.push(read)
    }
    const matcher = new RowMatcher(this.#table, this.#mapping, this.#target)
    const wanted = this.#refuseDuplicates(rows, matcher)
    for (const [at, row] of wanted.entries()) {
      if (at % PIECE === 0) yield 0.5 + at / wanted.length / 2
      this.#place(row, matcher)
    }
    return {
      added: this.#added,
      changed: this.#changed,
      same: this.#same,
      rejected: this.#rejected.sort((a, b) => a.row - b.row),
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
        params: { code, sheet: this.#sheet.name, row, ...(column === '' ? {} : { column }) },
        count: 1,
      })
  }

  #reject(row: number, column: string, problem: Problem) {
    this.#rejected.push({ row, column, problem })
  }

  #tellIgnored() {
    for (const key of this.#mapping.columns)
      if (key !== null && this.#column(key).computed && !this.#table.key.includes(key))
        this.#note('import.computed-column', this.#mapping.header + 1, this.#column(key).zh)
  }

  #isPassedOver(values: readonly SheetValue[], row: number): boolean {
    const texts = values.filter(isFilled)
    if (texts.length === 0) return true
    const mapped = values.filter(
      (value, at) => isFilled(value) && (this.#mapping.columns[at] ?? null) !== null,
    )
    if (mapped.length === 0) {
      this.#note('import.row-outside-table', row)
      return true
    }
    const first = String(texts[0]).trim()
    // A sum may stand in every number column; a signature line has a name or two beside it.
    if (TOTAL.test(first) || (FOOTER.test(first) && mapped.length <= 4)) {
      this.#note('import.footer-skipped', row)
      return true
    }
    const header = this.#sheet.rows[this.#mapping.header]!
    const repeated = values.filter((value, at) => isFilled(value) && value === header[at]).length
    if (repeated >= 2 && repeated === texts.length) {
      this.#note('import.repeated-header', row)
      return true
    }
    return false
  }

  #readRow(values: readonly SheetValue[], row: number): ReadRow | null {
    const cells: Record<string, Cell> = {}
    const unresolved = new Set<string>()
    let fits = true
    this.#mapping.columns.forEach((key, at) => {
      if (key === null) return
      const column = this.#column(key)
      // Computed cells are the program's own; those of the key are still read, to find the row.
      if (column.computed && !this.#table.key.includes(key)) return
      const value = values[at] ?? null
      if (value === null || value === '') {
        cells[key] = null
        return
      }
      const read = this.#readCell(value, column, row)
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

  #readCell(
    value: string | number | boolean,
    column: Column,
    row: number,
  ): { cell: Cell; problem?: Problem; unresolved?: boolean } {
    if (typeof value === 'string' && ERROR.test(value.trim()))
      return { cell: value, problem: { code: 'import.error-value', params: { value: value.trim() } } }
    if (
      typeof value === 'number' &&
      Math.abs(value) >= EXACT &&
      (column.type === 'text' || column.type === 'long')
    )
      this.#note('import.long-number', row, column.zh)
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

  /** Two rows of the file that mean one row here: nobody can say which is right, so neither is taken. */
  #refuseDuplicates(rows: readonly ReadRow[], matcher: RowMatcher): ReadRow[] {
    const groups = new Map<string, ReadRow[]>()
    for (const row of rows) {
      const key = matcher.keyOf(row.cells)
      if (key === null) continue
      const group = groups.get(key.id)
      if (group) group.push(row)
      else groups.set(key.id, [row])
    }
    const refused = new Set<ReadRow>()
    for (const group of groups.values()) {
      if (group.length === 1) continue
      const numbers = group.map((row) => row.row).join('、')
      for (const row of group) {
        const { label, shown } = matcher.describe(row.cells)
        this.#reject(row.row, label, {
          code: 'import.duplicate-key',
          params: { rows: numbers, value: shown },
        })
        refused.add(row)
      }
    }
    return rows.filter((row) => !refused.has(row))
  }

  #place(row: ReadRow, matcher: RowMatcher) {
    const found = matcher.find(row.cells)
    if (found === 'many') {
      const { label, shown } = matcher.describe(row.cells)
      this.#reject(row.row, label, { code: 'import.many-rows', params: { value: shown } })
    } else if (found === null) this.#add(row, matcher)
    else this.#change(row, found, matcher.keyOf(row.cells)?.columns ?? [])
  }

  #add(row: ReadRow, matcher: RowMatcher) {
    const computedKey = this.#table.key.find((key) => this.#column(key).computed)
    if (computedKey !== undefined) {
      this.#reject(row.row, this.#column(computedKey).zh, { code: 'import.made-by-program' })
      return
    }
    const cells: Record<string, Cell> = {}
    for (const [key, cell] of Object.entries(row.cells)) if (cell !== null) cells[key] = cell
    const typed = this.#validRow(cells)
    if (!this.#passesChecks(row, typed)) return
    this.#tellMissing(row, cells, typed, true)
    if (matcher.resembles(cells))
      this.#note('import.same-name', row.row, this.#column(this.#table.alternateKey![0]!).zh)
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
    const cells: Record<string, Cell> = {}
    for (const key of Object.keys(this.#table.columns))
      cells[key] = this.#target.cell(this.#table.name, id, key)
    for (const { column, to } of edits) cells[column] = to
    const typed = this.#validRow(cells)
    if (!this.#passesChecks(row, typed)) return
    this.#tellMissing(row, cells, typed, false)
    this.#changed.push({ row: row.row, id, edits })
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

/** Finds the row here that a row of the file means. */
class RowMatcher {
  readonly #table: Table
  readonly #target: ImportTarget
  readonly #mapped: readonly string[]
  readonly #byKey = new Map<string, Map<string, string | 'many'>>()
  #byContent: Map<string, string[]> | null = null

  constructor(table: Table, mapping: Mapping, target: ImportTarget) {
    this.#table = table
    this.#target = target
    this.#mapped = mapping.columns.filter((key): key is string => key !== null)
  }

  /** The key this row goes by: the table's own, the other one where that is empty, or none. */
  keyOf(cells: Readonly<Record<string, Cell>>): { columns: readonly string[]; id: string } | null {
    for (const columns of [this.#table.key, this.#table.alternateKey ?? []]) {
      if (columns.length === 0 || columns.every((key) => (cells[key] ?? null) === null)) continue
      if (!columns.some((key) => cells[key] !== undefined && cells[key] !== null)) continue
      // A key of several columns may have empty parts, but not be told by one that the file does not have.
      if (columns.some((key) => !this.#mapped.includes(key))) continue
      return {
        columns,
        id: `${columns.join(',')}\u0000${this.#text(columns, (key) => cells[key])}`,
      }
    }
    return null
  }

  describe(cells: Readonly<Record<string, Cell>>): { label: string; shown: string } {
    const columns = this.keyOf(cells)?.columns ?? []
    const context = this.#target.context
    return {
      label: columns.map((key) => this.#table.columns[key]!.zh).join('、'),
      shown: columns
        .map((key) => {
          const column = this.#table.columns[key]!
          return cellTypeOf(column).format(cells[key] ?? null, column, context)
        })
        .join(' '),
    }
  }

  find(cells: Readonly<Record<string, Cell>>): string | 'many' | null {
    const key = this.keyOf(cells)
    if (key === null) return this.#findByContent(cells)
    return this.#index(key.columns).get(key.id) ?? null
  }

  /** A row here that bears the other key of a row about to be added: perhaps the same person under a new number. */
  resembles(cells: Readonly<Record<string, Cell>>): boolean {
    const columns = this.#table.alternateKey ?? []
    if (columns.length === 0 || columns.some((key) => (cells[key] ?? null) === null)) return false
    return this.#index(columns).has(`${columns.join(',')}\u0000${this.#text(columns, (key) => cells[key])}`)
  }

  /** References go by name: a row may hold the name somebody typed where the file has found the row itself. */
  #text(columns: readonly string[], cell: (key: string) => Cell | undefined): string {
    return columns
      .map((key) => {
        const column = this.#table.columns[key]!
        const value = cell(key)
        return column.type === 'reference' && isId(value)
          ? keyText(this.#target.context.nameOf(value) ?? value)
          : keyText(value)
      })
      .join('\u0000')
  }

  #index(columns: readonly string[]): Map<string, string | 'many'> {
    const name = columns.join(',')
    const known = this.#byKey.get(name)
    if (known) return known
    const index = new Map<string, string | 'many'>()
    for (const id of this.#target.ids(this.#table.name)) {
      const cellOf = (key: string) => this.#target.cell(this.#table.name, id, key)
      if (columns.every((key) => cellOf(key) === null)) continue
      const key = `${name}\u0000${this.#text(columns, cellOf)}`
      index.set(key, index.has(key) ? 'many' : id)
    }
    this.#byKey.set(name, index)
    return index
  }

  /** Rows without a key are the same when every cell the file gives is: importing a file twice adds nothing. */
  #findByContent(cells: Readonly<Record<string, Cell>>): string | null {
    const columns = this.#mapped.filter((key) => !this.#table.columns[key]!.computed)
    const content = (cell: (key: string) => Cell | undefined) => this.#text(columns, cell)
    if (this.#byContent === null) {
      this.#byContent = new Map()
      for (const id of this.#target.ids(this.#table.name)) {
        const key = content((column) => this.#target.cell(this.#table.name, id, column))
        const ids = this.#byContent.get(key)
        if (ids) ids.push(id)
        else this.#byContent.set(key, [id])
      }
    }
    return this.#byContent.get(content((column) => cells[column] ?? null))?.pop() ?? null
  }
}

const isFilled = (value: SheetValue | undefined): value is string | number | boolean =>
  value !== null && value !== undefined && value !== ''

/** A001, a001 and Ａ００１ are one number to whoever reads them aloud. */
const keyText = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? halfWidth(cell).trim().toLowerCase() : JSON.stringify(cell ?? null)

function without<T extends object>(object: T, key: string): T {
  const rest = { ...object } as Record<string, unknown>
  delete rest[key]
  return rest as T
}
