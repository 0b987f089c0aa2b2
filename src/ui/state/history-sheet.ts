import type { WordTable } from '../../app/export-history.ts'
import type { HistoryEntry } from '../../app/history.ts'
import { labelOf, t } from '../../i18n/translate.ts'
import { localTime } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Desk } from './desk.svelte.ts'
import { whatWasDone } from './history-lines.ts'
import { filterOf, nameOf, type Asked } from './history-list.svelte.ts'
import { DELETED } from './session-types.ts'

const COLUMNS = ['at', 'by', 'source', 'what', 'table', 'row', 'column', 'before', 'after'] as const
const WIDTHS = [17, 12, 10, 30, 16, 24, 16, 24, 24]

/** The filtered history with a line for every cell. Covered cells stay covered. */
export async function historySheet(desk: Desk, asked: Asked, signal: AbortSignal): Promise<WordTable | null> {
  const rows: string[][] = []
  for await (const { entries } of desk.session.historyPieces(filterOf(desk, asked))) {
    if (signal.aborted) return null
    for (const entry of entries) rows.push(...linesOf(desk, entry))
  }
  return {
    title: `${desk.session.info.name} ${t('ui.history.file')}`,
    headings: COLUMNS.map((column) => t(`ui.history.column.${column}`)),
    widths: WIDTHS,
    rows,
  }
}

function linesOf(desk: Desk, entry: HistoryEntry): string[][] {
  const { tables } = desk.session.book
  const head = (author?: { readonly by: string; readonly at: string }) => {
    const { by, at } = author ?? entry
    return [
      localTime(new Date(at)),
      by || t('ui.history.unnamed'),
      t(`ui.history.source.${entry.source}`),
      whatWasDone(entry),
    ]
  }
  const lines: string[][] = []
  for (const { table, ids } of entry.added)
    if (Object.hasOwn(tables, table))
      for (const row of ids)
        lines.push([
          ...head(),
          labelOf(tables[table]!),
          nameOf(desk, { table, row }),
          '',
          '',
          t('ui.history.added'),
        ])
  for (const { table, row, column, from, to, author } of entry.edits) {
    if (!Object.hasOwn(tables, table)) continue
    const where = [...head(author), labelOf(tables[table]!), nameOf(desk, { table, row })]
    const definition = tables[table]!.columns[column]
    if (column === DELETED)
      lines.push([...where, '', '', t(to === true ? 'ui.history.removed' : 'ui.history.restored')])
    else if (definition) {
      const rows = desk.rows(table)
      const said = (cell: Cell) =>
        rows.isCovered(column)
          ? t('ui.history.covered-cell')
          : cellTypeOf(definition).format(cell, definition, rows.context)
      lines.push([...where, labelOf(definition), said(from), said(to)])
    }
  }
  return lines
}
