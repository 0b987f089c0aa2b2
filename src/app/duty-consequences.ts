import { DELETED, type CellEdit, type Change } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'

/**
 * The day's log says whether everybody who was absent has been found. It was written in the morning and the answers come
 * in later, in another table: who confirms the last of them has settled the line of the log as well. Pupils who are only
 * now entered leave the log as somebody wrote it; the roll of the school says itself that it has found more.
 */
export function dutyConsequences(book: Workbook, { edits }: Change): CellEdit[] {
  const days = new Set<unknown>()
  for (const { table, row, column } of edits)
    if (table === 'absences' && (column === 'confirmed_by' || column === DELETED))
      days.add(book.stored(table, row, 'date'))
  days.delete(null)
  if (days.size === 0) return []
  const open = new Set(
    book
      .view('absences')
      .ids()
      .filter((row) => book.stored('absences', row, 'confirmed_by') === null)
      .map((row) => book.stored('absences', row, 'date')),
  )
  return book
    .view('dutyLog')
    .ids()
    .flatMap((row): CellEdit[] => {
      const day = book.stored('dutyLog', row, 'date')
      if (!days.has(day)) return []
      const from = book.stored('dutyLog', row, 'absence_confirmed')
      const to = open.has(day) ? '未完' : '已全部确认'
      return from === to ? [] : [{ table: 'dutyLog', row, column: 'absence_confirmed', from, to }]
    })
}
