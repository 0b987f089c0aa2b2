import { newId } from '../shared/id.ts'
import type { Problem } from '../shared/result.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column } from '../tables/column.ts'
import { DELETED, type CellEdit } from '../engine/change.ts'
import type { Returned, ReturnedCell, ReturnedRow } from '../exchange/returned-sheets.ts'
import type { SheetValue } from '../exchange/sheet-data.ts'
import type { NewRow } from './completed-rows.ts'
import type { Outcome, Session } from './session.ts'

/** A cell that somebody has edited in a spreadsheet program, as an edit to agree to or not. */
export interface ProposedCell {
  readonly is: 'cell'
  readonly id: string
  readonly table: string
  readonly row: string
  readonly column: string
  /** What stands here now. */
  readonly from: Cell
  readonly to: Cell
  /** The cell has been edited here as well since the file was made. */
  readonly movedHere: boolean
  /** It does not fit the column: accepted, it is kept as typed and marked. */
  readonly problem: Problem | null
}

export interface ProposedRow {
  readonly is: 'row'
  readonly id: string
  readonly table: string
  /** Its number in the sheet. */
  readonly at: number
  readonly cells: Readonly<Record<string, Cell>>
  readonly problems: readonly { readonly column: string; readonly problem: Problem }[]
}

export interface ProposedDeletion {
  readonly is: 'deletion'
  readonly id: string
  readonly table: string
  readonly row: string
}

export type Proposal = ProposedCell | ProposedRow | ProposedDeletion

/** What is proposed beside the workbook as it is now: after the file's state has been merged. */
export function proposalsOf(session: Session, returned: Returned): Proposal[] {
  const { book } = session
  const isHere = ({ table, row }: { readonly table: string; readonly row: string }) => book.has(table, row)
  const reader = new Reader(session)
  return [
    ...returned.edits.filter(isHere).flatMap((edit) => reader.cell(edit) ?? []),
    ...returned.added.map((row) => reader.row(row)),
    ...returned.deleted
      .filter(isHere)
      .map(({ table, row }): ProposedDeletion => ({ is: 'deletion', id: `${table} ${row}`, table, row })),
  ]
}

/** Edits and deletions that come too late: their rows have been deleted here. */
export const rowsGone = ({ book }: Session, returned: Returned): number =>
  new Set(returned.edits.filter(({ table, row }) => !book.has(table, row)).map(({ row }) => row)).size

class Reader {
  private readonly context

  constructor(private readonly session: Session) {
    this.context = session.book.context()
  }

  /** Null when the cell holds that already. */
  cell({ table, row, column, found, exported }: ReturnedCell): ProposedCell | null {
    const { book } = this.session
    const from = book.stored(table, row, column)
    const { cell: to, problem } = this.read(found, book.tables[table]!.columns[column]!)
    if (this.means(book.tables[table]!.columns[column]!, from, to)) return null
    const movedHere = !sameCell(from, exported)
    return { is: 'cell', id: `${table} ${row} ${column}`, table, row, column, from, to, movedHere, problem }
  }

  row({ table, at, cells }: ReturnedRow): ProposedRow {
    const { columns } = this.session.book.tables[table]!
    const read = Object.entries(cells).map(([key, found]) => ({ key, ...this.read(found, columns[key]!) }))
    return {
      is: 'row',
      id: `${table} +${at}`,
      table,
      at,
      cells: Object.fromEntries(read.map(({ key, cell }) => [key, cell])),
      problems: read.flatMap(({ key, problem }) => (problem ? [{ column: key, problem }] : [])),
    }
  }

  private read(found: SheetValue, column: Column): { cell: Cell; problem: Problem | null } {
    if (found === null || found === '') return { cell: null, problem: null }
    const read = cellTypeOf(column).parse(found, column, this.context)
    return read.ok
      ? { cell: read.value, problem: null }
      : { cell: String(found).trim(), problem: read.problem }
  }

  /** A name kept as typed and the row that bears it are the same reference. */
  private means(column: Column, from: Cell, to: Cell): boolean {
    if (sameCell(from, to)) return true
    if (column.type !== 'reference' && column.type !== 'references') return false
    const shown = (cell: Cell) => cellTypeOf(column).format(cell, column, this.context)
    return shown(from) === shown(to)
  }
}

/** Does what was agreed to, as one change by "Excel" that one undo takes back. */
export function acceptProposals(session: Session, accepted: readonly Proposal[], file: string): Outcome {
  const rows: NewRow[] = []
  const edits: CellEdit[] = []
  for (const proposal of accepted)
    switch (proposal.is) {
      case 'cell': {
        const { table, row, column, from, to } = proposal
        edits.push({ table, row, column, from, to })
        break
      }
      case 'row':
        rows.push({ table: proposal.table, id: newId(), cells: proposal.cells })
        break
      case 'deletion':
        edits.push({ table: proposal.table, row: proposal.row, column: DELETED, from: null, to: true })
    }
  const count = (is: Proposal['is']) => accepted.filter((proposal) => proposal.is === is).length
  const params = { file, cells: count('cell'), rows: count('row'), deleted: count('deletion') }
  return session.accept({ edits, rows }, { source: 'excel', label: { code: 'excel.accepted', params } })
}
