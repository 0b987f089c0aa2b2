import type { Workbook } from '../engine/workbook.ts'
import type { Problem } from '../shared/result.ts'
import type { MadeSheet } from '../sync/package.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import { isEmpty, isUntouched } from './returned-cell.ts'
import { isAboutSheet } from './masking/about-sheet.ts'
import { isScoreSheet } from './scores/columns.ts'
import type { RowIds, SheetData, SheetValue } from './sheet-data.ts'

/** A cell that says something else than it did when the file was made. */
export interface ReturnedCell {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly found: SheetValue
  /** What stood there when the file was made. */
  readonly exported: Cell
}

/** A row that was not there when the file was made. */
export interface ReturnedRow {
  readonly table: string
  /** Its number in the sheet, as people count. */
  readonly at: number
  readonly cells: Readonly<Record<string, SheetValue>>
}

/** What people have done in a spreadsheet program to a file of ours. */
export interface Returned {
  readonly edits: readonly ReturnedCell[]
  readonly added: readonly ReturnedRow[]
  readonly deleted: readonly { readonly table: string; readonly row: string }[]
  /** What is not taken, and why. */
  readonly notes: readonly Problem[]
}

/** Rows compared between two tellings of how far it has come. */
const PIECE = 500

/**
 * Compares the sheets of a file with what the workbook in the same file would have written there, row by row whatever
 * their order, telling the share that is done: 0 … 1.
 */
export function* comparing(
  sheets: readonly SheetData[],
  made: readonly MadeSheet[],
  book: Workbook,
  context: CellContext,
): Generator<number, Returned> {
  const found = new Findings()
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 1)
  let done = 0
  // A table of a newer version has nothing here to be compared with; its sheet is named below.
  const pairs = paired(
    sheets,
    made.filter(({ table }) => Object.hasOwn(book.tables, table)),
  )
  for (const [each, sheet] of pairs) {
    if (sheet === null) {
      const named = sheets.some(({ name }) => name === each.name)
      found.note(named ? 'returned.no-row-ids' : 'returned.sheet-missing', { sheet: each.name })
      continue
    }
    const work = new SheetComparison(sheet, sheet.rowIds, each, book, context, found).compare()
    for (const rows of work) yield (done + rows) / total
    done += sheet.rows.length
  }
  const compared = new Set<SheetData | null>([...pairs.values()])
  const others = sheets.filter((sheet) => !sheet.hidden && !compared.has(sheet))
  found.notes.push(...notCompared(others))
  return found
}

/** Sheets that nobody looks into are named: whoever has typed there must know that it is not taken. */
export function notCompared(sheets: readonly SheetData[]): Problem[] {
  const named = (code: string, those: readonly SheetData[]): Problem[] =>
    those.length === 0 ? [] : [{ code, params: { sheets: those.map(({ name }) => name).join('、') } }]
  const isComputed = (sheet: SheetData) => isScoreSheet(sheet.name) || isAboutSheet(sheet)
  return [
    ...named('returned.sheets-computed', sheets.filter(isComputed)),
    ...named(
      'returned.sheets-not-compared',
      sheets.filter((sheet) => !isComputed(sheet)),
    ),
  ]
}

type IdentifiedSheet = SheetData & { readonly rowIds: RowIds }

/**
 * Which sheet is which: the one of the name, else the one that has the most of the headings, for people rename sheets,
 * and of two tables with one name the file has renamed one itself.
 */
function paired(
  sheets: readonly SheetData[],
  made: readonly MadeSheet[],
): Map<MadeSheet, IdentifiedSheet | null> {
  const free = new Set(sheets.filter((sheet): sheet is IdentifiedSheet => sheet.rowIds !== undefined))
  const pairs = new Map<MadeSheet, IdentifiedSheet | null>(made.map((each) => [each, null]))
  const take = (each: MadeSheet, sheet: IdentifiedSheet | undefined) => {
    if (!sheet) return
    pairs.set(each, sheet)
    free.delete(sheet)
  }
  for (const each of made)
    take(
      each,
      [...free].find(({ name }) => name === each.name),
    )
  for (const each of made)
    if (pairs.get(each) === null) {
      const alike = [...free].map((sheet) => ({ sheet, share: shareOfHeadings(sheet, each) }))
      take(each, alike.filter(({ share }) => share > 0.6).sort((a, b) => b.share - a.share)[0]?.sheet)
    }
  return pairs
}

function shareOfHeadings({ rows, rowIds }: IdentifiedSheet, { columns }: MadeSheet): number {
  const headings = new Set(rows[rowIds.header])
  return columns.filter(({ heading }) => headings.has(heading)).length / Math.max(1, columns.length)
}

class Findings implements Returned {
  readonly edits: ReturnedCell[] = []
  readonly added: ReturnedRow[] = []
  readonly deleted: { readonly table: string; readonly row: string }[] = []
  readonly notes: Problem[] = []

  note(code: string, params: Problem['params']): void {
    this.notes.push({ code, params })
  }
}

interface PlacedColumn {
  readonly key: string
  /** Where it stands in the sheet. */
  readonly at: number
  readonly column: Column
}

class SheetComparison {
  private readonly table: Table
  private readonly columns: readonly PlacedColumn[]
  /** Edited cells that the program computes, by column: how many, and the row of the first. */
  private readonly computed = new Map<string, { count: number; row: number }>()

  constructor(
    private readonly sheet: SheetData,
    private readonly rowIds: RowIds,
    made: MadeSheet,
    private readonly book: Workbook,
    private readonly context: CellContext,
    private readonly found: Findings,
  ) {
    this.table = book.tables[made.table]!
    this.columns = this.place(made)
  }

  private place(made: MadeSheet): PlacedColumn[] {
    const headings = this.sheet.rows[this.rowIds.header]!.map((heading) => String(heading ?? '').trim())
    const columns = made.columns.flatMap(({ key, heading }) => {
      const column = this.table.columns[key]
      return column ? [{ key, heading, column, at: headings.indexOf(heading) }] : []
    })
    const missing = columns.filter(({ at }) => at < 0).map(({ heading }) => heading)
    const unknown = headings.filter(
      (heading, at) => heading !== '' && !columns.some((column) => column.at === at),
    )
    const sheet = this.sheet.name
    if (missing.length > 0)
      this.found.note('returned.columns-missing', { sheet, columns: missing.join('、') })
    if (unknown.length > 0)
      this.found.note('returned.columns-unknown', { sheet, columns: unknown.join('、') })
    return columns.filter(({ at }) => at >= 0)
  }

  /** Tells how many rows are done. */
  *compare(): Generator<number> {
    const { known, strangers } = this.sort()
    let done = 0
    for (const id of this.book.view(this.table.name).ids()) {
      const rows = known.get(id)
      if (rows) strangers.push(...this.compareRow(id, rows))
      else this.found.deleted.push({ table: this.table.name, row: id })
      if (++done % PIECE === 0) yield done
    }
    this.add(strangers.sort((a, b) => a - b))
    for (const [column, { count, row }] of this.computed)
      this.found.note('returned.computed', { sheet: this.sheet.name, column, count, row })
  }

  /** The rows of the sheet below its headings: by the row here that they name, and those that name none. */
  private sort(): { known: Map<string, number[]>; strangers: number[] } {
    const live = new Set(this.book.view(this.table.name).ids())
    const known = new Map<string, number[]>()
    const strangers: number[] = []
    for (let at = this.rowIds.header + 1; at < this.sheet.rows.length; at++) {
      const id = this.rowIds.ids[at] ?? null
      const rows = id === null ? undefined : known.get(id)
      if (rows) rows.push(at)
      else if (id !== null && live.has(id)) known.set(id, [at])
      else if (!this.isBlank(at)) strangers.push(at)
    }
    return { known, strangers }
  }

  /** A row that somebody has copied stands there twice: the one that differs least is it, the others are new. */
  private compareRow(id: string, rows: readonly number[]): number[] {
    const edited = rows.map((at) => ({
      at,
      columns: this.columns.filter((column) => this.differs(id, at, column)),
    }))
    const [closest, ...copies] = edited.sort((a, b) => a.columns.length - b.columns.length)
    const { at, columns } = closest!
    const { name: table } = this.table
    // Emptying a row is how many people delete it.
    if (columns.length > 0 && this.isBlank(at)) this.found.deleted.push({ table, row: id })
    else
      for (const { key, column, at: place } of columns) {
        // A live formula has followed what somebody has edited, as it should.
        if (column.formula !== undefined) continue
        if (column.computed) this.countComputed(column.zh, at)
        else {
          const exported = this.book.stored(table, id, key)
          this.found.edits.push({ table, row: id, column: key, found: this.valueAt(at, place), exported })
        }
      }
    return copies.map((copy) => copy.at)
  }

  private add(rows: readonly number[]): void {
    const { name: table, single, generated } = this.table
    const inputs = this.columns.filter(({ column }) => !column.computed)
    for (const at of rows) {
      const cells = inputs.flatMap(({ key, at: place }): [string, SheetValue][] => {
        const value = this.valueAt(at, place)
        return isEmpty(value) ? [] : [[key, value]]
      })
      if (cells.length === 0) continue
      if (single || generated)
        this.found.note('returned.row-not-taken', { sheet: this.sheet.name, row: at + 1 })
      else this.found.added.push({ table, at: at + 1, cells: Object.fromEntries(cells) })
    }
  }

  private differs(id: string, at: number, { key, at: place, column }: PlacedColumn): boolean {
    const exported = this.book.value(this.table.name, id, key)
    return !isUntouched(this.valueAt(at, place), exported, column, this.context)
  }

  private countComputed(column: string, at: number): void {
    const known = this.computed.get(column)
    this.computed.set(column, { count: (known?.count ?? 0) + 1, row: known?.row ?? at + 1 })
  }

  private isBlank(at: number): boolean {
    return this.columns.every(({ at: place }) => isEmpty(this.valueAt(at, place)))
  }

  private valueAt(at: number, place: number): SheetValue {
    return this.sheet.rows[at]![place] ?? null
  }
}
