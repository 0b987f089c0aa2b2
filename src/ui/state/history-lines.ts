import type { HistoryEntry } from '../../app/history.ts'
import { changed, labelOf, t } from '../../i18n/translate.ts'
import type { Cell } from '../../tables/cell.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { TableRows } from './row-source.ts'
import { DELETED } from './session-types.ts'

/** What was done, as the history names the change. */
export function whatWasDone({ source, label }: HistoryEntry): string {
  if (source === 'undo') return t('ui.history.undo', { what: changed(label) })
  if (source === 'redo') return t('ui.history.redo', { what: changed(label) })
  return changed(label)
}

/** What a change did to one row, a sentence a cell. A covered column says only that it changed. */
export function historyLines(entry: HistoryEntry, rows: TableRows, row: string): string[] {
  const lines: string[] = []
  if (entry.added.some(({ ids }) => ids.includes(row))) lines.push(t('ui.history.added'))
  for (const { column, from, to } of entry.edits) {
    if (column === DELETED) {
      lines.push(t(to === true ? 'ui.history.removed' : 'ui.history.restored'))
      continue
    }
    const definition = rows.table.columns[column]
    if (!definition) continue
    const label = labelOf(definition)
    const said = (cell: Cell) =>
      cellTypeOf(definition).format(cell, definition, rows.context) || t('ui.form.empty')
    lines.push(
      rows.isCovered(column)
        ? t('ui.history.covered', { column: label })
        : t('ui.history.edit', { column: label, from: said(from), to: said(to) }),
    )
  }
  return lines
}
