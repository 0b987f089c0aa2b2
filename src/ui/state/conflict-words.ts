import type { Conflict, Writer } from '../../app/conflicts.ts'
import { labelOf, t } from '../../i18n/translate.ts'
import { localTime } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import { cellTypeOf } from '../../tables/cell-types/of.ts'
import type { Desk } from './desk.svelte.ts'
import { covered } from './privacy.ts'
import { DELETED } from './session-types.ts'

/** The column as people know it; one of a newer version by its key. */
export function columnName(desk: Desk, { table, column }: Conflict): string {
  if (column === DELETED) return t('ui.conflicts.row')
  const definition = desk.rows(table).table.columns[column]
  return definition ? labelOf(definition) : column
}

export const rowName = (desk: Desk, { table, row }: Pick<Conflict, 'table' | 'row'>): string =>
  desk.book.shownName(row) || t('ui.problems.row', { row: desk.session.book.view(table).positionOf(row) + 1 })

/** One of the values, as the cell would show it. */
export function valueText(desk: Desk, { table, column }: Conflict, value: Cell): string {
  if (column === DELETED) return t(value === true ? 'ui.conflicts.delete' : 'ui.conflicts.keep')
  const rows = desk.rows(table)
  const definition = rows.table.columns[column]
  const text = definition
    ? cellTypeOf(definition).format(value, definition, rows.context)
    : String(value ?? '')
  return (rows.isCovered(column) ? covered(column, text) : text) || t('ui.form.empty')
}

export const writerName = ({ by, mine }: Writer): string =>
  mine ? `${by || t('ui.history.unnamed')} · ${t('ui.conflicts.here')}` : by || t('ui.history.unnamed')

export const writerTime = ({ at }: Writer): string =>
  at === '' ? t('ui.conflicts.no-time') : localTime(new Date(at))
