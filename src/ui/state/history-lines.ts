import type { HistoryEdit, HistoryEntry } from '../../app/history.ts'
import { changed, labelOf, t } from '../../i18n/translate.ts'
import { localTime } from '../../shared/local-date.ts'
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
  for (const edit of entry.edits) {
    if (edit.row !== row) continue
    const line = lineOf(edit, rows)
    if (line !== null) lines.push(withAuthor(line, edit))
  }
  return lines
}

function lineOf({ column, from, to, putAside }: HistoryEdit, rows: TableRows): string | null {
  if (column === DELETED) return t(to === true ? 'ui.history.removed' : 'ui.history.restored')
  const definition = rows.table.columns[column]
  if (!definition) return null
  const label = labelOf(definition)
  if (rows.isCovered(column)) return t('ui.history.covered', { column: label })
  const said = (cell: Cell) =>
    cellTypeOf(definition).format(cell, definition, rows.context) || t('ui.form.empty')
  const line = t('ui.history.edit', { column: label, from: said(from), to: said(to) })
  return putAside ? t('ui.history.put-aside', { line, values: putAside.map(said).join('、') }) : line
}

/** What a merge has brought was made by somebody else. */
const withAuthor = (line: string, { author }: HistoryEdit): string =>
  author
    ? t('ui.history.author', {
        line,
        by: author.by || t('ui.history.unnamed'),
        at: localTime(new Date(author.at)),
      })
    : line
