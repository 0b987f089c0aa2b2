import { completed } from '../../src/app/completed-rows.ts'
import { readInput, type Input } from '../../src/app/read-input.ts'
import { DELETED, type CellEdit, type Change } from '../../src/engine/change.ts'
import { Workbook } from '../../src/engine/workbook.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { tables } from '../../src/tables/index.ts'
import type { Book, PlainCell, PlainRow, Score } from '../oracle/naive-school.ts'
import type { BookEdit } from '../oracle/random-edits.ts'
import { storedBook } from '../oracle/stored-cells.ts'

export const NOW = '2027-12-31 12:00'

/** A plain book in the engine, with rows found by their position in the book. */
export class EngineBook {
  workbook = new Workbook({ tables, now: () => NOW })
  private readonly ids = new Map<string, string[]>()

  constructor(book: Book) {
    this.workbook.start()
    for (const [table, rows] of Object.entries(book)) for (const row of rows) this.add(table, row)
  }

  /** The same rows all at once, as the store hands them over at the start. */
  static loaded(book: Book): EngineBook {
    const engine = new EngineBook({})
    const fresh = new Workbook({ tables, now: () => NOW })
    for (const [table, content] of Object.entries(storedBook(book))) {
      fresh.load(table, content)
      engine.ids.set(table, content.ids)
    }
    fresh.start()
    engine.workbook = fresh
    return engine
  }

  idOf(table: string, index: number): string {
    return this.ids.get(table)![index]!
  }

  private cells(table: string, row: PlainRow): Record<string, Cell> {
    const cells: Record<string, Cell> = {}
    for (const [key, value] of Object.entries(row)) {
      if (key.startsWith('$')) continue
      cells[key] = this.read(table, key, value)
    }
    return cells
  }

  private read(table: string, column: string, value: PlainCell): Cell {
    const definition = this.workbook.tables[table]!.columns[column]!
    return readInput((value ?? null) as Input, definition, this.workbook.context())
  }

  private add(table: string, row: PlainRow): void {
    const rows = this.ids.get(table) ?? []
    this.ids.set(table, rows)
    const id = typeof row['$id'] === 'string' ? row['$id'] : `#${table}-${rows.length}`
    rows.push(id)
    // Defaults fill what a book leaves out; the judge reads the plain rows, so what it reads must stay as given.
    const cells = this.cells(table, row)
    const [filled] = completed(this.workbook, [{ table, id, cells }], NOW)
    const given = Object.fromEntries(Object.keys(cells).map((key) => [key, cells[key] ?? null]))
    const all = Object.entries({ ...filled!.cells, ...given })
    const columns = Object.fromEntries(all.map(([key, cell]) => [key, [cell]]))
    this.apply({ edits: [], added: [{ table, ids: [id], columns }] })
  }

  apply(change: Pick<Change, 'edits' | 'added'>): void {
    this.workbook.apply({ source: 'user', label: { code: 'edit' }, ...change })
  }

  edit(edit: BookEdit): void {
    if (edit.kind === 'add') return this.add(edit.table, edit.cells)
    if (edit.kind === 'policy') return this.setPolicy(edit.key, edit.value)
    const row = this.idOf(edit.table, edit.row)
    if (edit.kind === 'set')
      this.set(edit.table, row, edit.column, this.read(edit.table, edit.column, edit.value))
    else this.set(edit.table, row, DELETED, edit.kind === 'delete' ? true : null)
  }

  set(table: string, row: string, column: string, to: Cell): void {
    const edit: CellEdit = { table, row, column, from: this.workbook.stored(table, row, column), to }
    this.apply({ edits: [edit], added: [] })
  }

  setPolicy(key: string, value: string): void {
    const row = `#policy:${key}`
    if (this.workbook.positionOf('policy', row) >= 0) return this.set('policy', row, 'value', value)
    this.apply({
      edits: [],
      added: [{ table: 'policy', ids: [row], columns: { key: [key], value: [value] } }],
    })
  }

  classOf(incident: string): Cell {
    return this.workbook.value('incidents', incident, 'class6') as Cell
  }

  /** What the judge calls a score, by term id and person id. */
  score(term: string, person: string): Score | null {
    const facts = this.workbook.score(term, person)
    return (
      facts && {
        direct: facts.direct,
        mgmt: facts.mgmt,
        raw: facts.raw,
        zeroed: facts.zeroed,
        final: facts.final,
        veto: facts.veto,
        amount: facts.amount.toFixed(2),
      }
    )
  }
}
