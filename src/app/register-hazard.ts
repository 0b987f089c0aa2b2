import { newId } from '../shared/id.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import { rowCell } from '../tables/cell-types/row.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { Outcome, Session } from './session.ts'

/**
 * Rows in which a hazard may come to light, with the columns that say when, where, by whom and what. Of an incident only
 * its cause is taken: its narrative names pupils, and a hazard is about things.
 */
const TELLS: Readonly<
  Record<
    string,
    {
      on: string
      by: string
      content: string
      area?: string
      source: string
      category?: string
      link?: string
    }
  >
> = {
  incidents: {
    on: 'occurred_at',
    by: 'known_by',
    area: 'area',
    content: 'cause',
    source: '事故反查',
    link: 'links',
  },
  dutyLog: { on: 'date', by: 'leader', content: 'issues', source: '值周' },
  patrols: { on: 'at', by: 'by', area: 'area', content: 'text', source: '值周', category: '门卫安防' },
  canteenLog: { on: 'date', by: 'leader', content: 'issue', source: '专项', category: '食品饮水' },
}

export const canTellHazards = (table: string): boolean => Object.hasOwn(TELLS, table)

/** The hazards that were entered from a row. */
export const hazardsFrom = (book: Workbook, table: string, row: string): string[] => {
  const from = rowCell(table, row)
  return book
    .view('hazards')
    .ids()
    .filter((hazard) => book.stored('hazards', hazard, 'came_from') === from)
}

/** 登记为隐患: a hazard from a row of another table, as far as that row tells it; the rest is left to be filled in. */
export function registerHazard(
  session: Session,
  table: string,
  row: string,
): Result<Outcome & { readonly hazard: string }> {
  const { book } = session
  const told = TELLS[table]
  if (!told || !book.has(table, row)) return fail('row.unknown')
  const cell = (column: string | undefined): Cell =>
    column !== undefined && book.tables[table]!.columns[column] ? book.stored(table, row, column) : null
  const moment = cell(told.on)
  const hazard = newId()
  const cells: Record<string, Cell> = {
    found_on: typeof moment === 'string' ? moment.slice(0, 10) : null,
    found_by: cell(told.by),
    area: cell(told.area),
    content: cell(told.content),
    source: told.source,
    category: told.category ?? null,
    came_from: rowCell(table, row),
    ...(told.link === undefined ? {} : { [told.link]: row }),
  }
  const outcome = session.accept(
    { edits: [], rows: [{ table: 'hazards', id: hazard, cells }] },
    { source: 'user', label: { code: 'hazard.register' } },
  )
  return ok({ ...outcome, hazard })
}
