import type { LocalDate } from '../../shared/local-date.ts'
import { isAway } from '../../rules/rota/load.ts'
import type { Barred } from '../../rules/rota/rota-problem.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { rowNamed } from '../duty-book.ts'
import type { RotaRow } from './standing-duties.ts'

/** Why a person cannot be on duty on some days; null when they can. */
export function barring(book: Workbook, ownClass: boolean, rows: readonly RotaRow[]) {
  const leave = leaveOf(book)
  const classOf = (id: string, column: string) => rowNamed(book, 'staff', book.stored('classes', id, column))
  const homeroom = new Set(
    book
      .view('classes')
      .ids()
      .map((id) => classOf(id, 'homeroom')),
  )
  /** Of each week: the teachers of the class that is on duty. */
  const withDutyClass = new Map<number, Set<string | null>>()
  if (ownClass)
    for (const { week, dutyClass } of rows) {
      const id = rowNamed(book, 'classes', dutyClass)
      if (id === null) continue
      const known = withDutyClass.get(week) ?? new Set()
      withDutyClass.set(week, known.add(classOf(id, 'homeroom')).add(classOf(id, 'deputy')))
    }
  return (
    id: string,
    days: readonly LocalDate[],
    post: { readonly week: number; readonly withClass: boolean } | null,
  ): Barred | null => {
    const [joined, left] = ['valid', 'valid_to'].map((column) => book.stored('staff', id, column))
    if (
      days.some(
        (day) => (typeof joined === 'string' && day < joined) || (typeof left === 'string' && day > left),
      )
    )
      return 'not-here'
    if (days.some((day) => leave.get(id)?.has(day))) return 'away'
    if (post && withDutyClass.get(post.week)?.has(id)) return 'own-class'
    return post?.withClass && homeroom.has(id) ? 'with-class' : null
  }
}

/** Leave for which one cannot be on duty, whole days of it: the days by person. */
function leaveOf(book: Workbook): Map<string, Set<LocalDate>> {
  const leave = new Map<string, Set<LocalDate>>()
  for (const id of book.view('staffAttendance').ids()) {
    const cell = (column: string) => book.stored('staffAttendance', id, column)
    const [person, day] = [rowNamed(book, 'staff', cell('person')), cell('date')]
    if (person === null || typeof day !== 'string') continue
    if (!isAway(cell('kind'), cell('period'))) continue
    leave.set(person, (leave.get(person) ?? new Set()).add(day))
  }
  return leave
}
