import { newId } from '../shared/id.ts'
import type { Cell } from '../tables/cell.ts'
import { rowCell } from '../tables/cell-types/row.ts'
import type { CellEdit, Change } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { NewRow } from './completed-rows.ts'

/** What a kind of inspection is called as a source of hazards. */
const SOURCE: Readonly<Record<string, string>> = {
  每周必查: '每周检查',
  节前必查: '节前检查',
  分包督查: '分包督查',
}

const CLOSED = '已销号'

/**
 * What follows in the hazard ledger from what somebody entered: an item that failed becomes a hazard, or joins the one that
 * the same item has open in the same place; what a check sends back is counted.
 */
export function hazardConsequences(
  book: Workbook,
  change: Change,
): { readonly rows: NewRow[]; readonly edits: CellEdit[] } {
  const ledger = new Ledger(book)
  for (const { table, ids } of change.added)
    if (table === 'inspectionItems') for (const row of ids) ledger.failed(row)
  for (const { table, row, column, from, to } of change.edits) {
    if (table === 'inspectionItems' && column === 'result') ledger.failed(row)
    else if (table === 'inspectionItems' && column === 'issue') ledger.reworded(row, from)
    else if (table === 'hazards' && column === 'review' && to === '不合格退回') ledger.sentBack(row)
  }
  return ledger
}

class Ledger {
  readonly rows: NewRow[] = []
  readonly edits: CellEdit[] = []
  /** Hazards of this same change, by item and place: two rows of one list may fail for the same thing. */
  private readonly made = new Map<string, string>()

  constructor(private readonly book: Workbook) {}

  private cell(table: string, row: Cell, column: string): Cell {
    return typeof row === 'string' && this.book.has(table, row) ? this.book.stored(table, row, column) : null
  }

  private edit(table: string, row: string, column: string, to: Cell): void {
    this.edits.push({ table, row, column, from: this.book.stored(table, row, column), to })
  }

  failed(row: string): void {
    const { book } = this
    if (!book.has('inspectionItems', row)) return
    const of = (column: string) => book.stored('inspectionItems', row, column)
    if (of('result') !== '不合格' || of('joined') !== null) return
    const area = of('area') ?? listed(this.cell('inspections', of('insp'), 'areas'))[0] ?? null
    const key = JSON.stringify([of('item'), area])
    const hazard = this.made.get(key) ?? this.openHazard(of('item'), area) ?? this.make(row, area)
    this.made.set(key, hazard)
    this.edit('inspectionItems', row, 'joined', hazard)
  }

  /** A hazard that is open since the same item failed in the same place before: found again, not anew. */
  private openHazard(item: Cell, area: Cell): string | null {
    const { book } = this
    if (typeof item !== 'string') return null
    for (const { table, ids } of book.children('checklists', item)) {
      if (table !== 'inspectionItems') continue
      for (const row of ids) {
        const hazard = book.stored('inspectionItems', row, 'joined')
        if (typeof hazard !== 'string' || !book.has('hazards', hazard)) continue
        if (
          book.stored('hazards', hazard, 'area') === area &&
          book.value('hazards', hazard, 'state') !== CLOSED
        )
          return hazard
      }
    }
    return null
  }

  private make(row: string, area: Cell): string {
    const { book } = this
    const of = (column: string) => book.stored('inspectionItems', row, column)
    const insp = of('insp')
    const listedAs = (column: string) => this.cell('checklists', of('item'), column)
    const foundOn = this.cell('inspections', insp, 'date')
    const kind = this.cell('inspections', insp, 'kind')
    const fixed = of('fixed_now') === true
    const fixedText = fixed ? book.tables.inspectionItems!.columns.fixed_now!.zh : null
    const id = newId()
    const cells: Record<string, Cell> = {
      found_on: foundOn,
      source: typeof kind === 'string' ? (SOURCE[kind] ?? '专项') : null,
      found_by:
        this.cell('inspections', insp, 'leader') ??
        listed(this.cell('inspections', insp, 'inspectors'))[0] ??
        null,
      area,
      category: listedAs('hazard_cat'),
      content: contentOf(listedAs('item'), of('issue')),
      level: listedAs('major_rule') === true ? '重大' : listedAs('hazard_level'),
      major_basis: listedAs('major_rule') === true ? listedAs('standard') : null,
      photo_before: of('photo'),
      inspection: insp,
      came_from: rowCell('inspectionItems', row),
      measure: fixedText,
      done_text: fixedText,
      done_on: fixed ? foundOn : null,
    }
    this.rows.push({
      table: 'hazards',
      id,
      cells: Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null)),
    })
    return id
  }

  /** The item's words are often written after its tick; the hazard follows, until somebody words it himself. */
  reworded(row: string, before: Cell): void {
    const { book } = this
    if (!book.has('inspectionItems', row)) return
    const hazard = book.stored('inspectionItems', row, 'joined')
    if (typeof hazard !== 'string' || !book.has('hazards', hazard)) return
    if (book.stored('hazards', hazard, 'came_from') !== rowCell('inspectionItems', row)) return
    const item = this.cell('checklists', book.stored('inspectionItems', row, 'item'), 'item')
    if (book.stored('hazards', hazard, 'content') !== contentOf(item, before)) return
    this.edit('hazards', hazard, 'content', contentOf(item, book.stored('inspectionItems', row, 'issue')))
  }

  sentBack(row: string): void {
    if (!this.book.has('hazards', row)) return
    const times = this.book.stored('hazards', row, 'returns')
    this.edit('hazards', row, 'returns', (typeof times === 'number' ? times : 0) + 1)
  }
}

const listed = (cell: Cell): readonly string[] => (Array.isArray(cell) ? (cell as readonly string[]) : [])

const contentOf = (item: Cell, issue: Cell): string | null =>
  [item, issue].filter((part) => typeof part === 'string' && part !== '').join('：') || null
