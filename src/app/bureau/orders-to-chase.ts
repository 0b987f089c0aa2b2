import { DONE, OVERDUE } from '../../rules/bureau/orders-rules.ts'
import type { Workbook } from '../../engine/workbook.ts'

/** A task, and the schools that are still to do something about it. */
export interface OpenOrder {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly due: string | null
  readonly isOverdue: boolean
  /** Shown names. */
  readonly schools: readonly string[]
  readonly of: number
}

/** Tasks that went out and are not done everywhere, those that should have been first. */
export function openOrders(book: Workbook): OpenOrder[] {
  const waiting = new Map<string, { schools: string[]; of: number; overdue: boolean }>()
  for (const id of book.view('orderAnswers').ids()) {
    const order = String(book.stored('orderAnswers', id, 'order'))
    if (!book.has('orders', order)) continue
    const found = waiting.get(order) ?? { schools: [], of: 0, overdue: false }
    waiting.set(order, found)
    found.of++
    const state = book.value('orderAnswers', id, 'state')
    if (state === DONE) continue
    const school = String(book.stored('orderAnswers', id, 'school'))
    found.schools.push(book.shownName(school) ?? school)
    found.overdue ||= state === OVERDUE
  }
  return [...waiting]
    .filter(([, { schools }]) => schools.length > 0)
    .map(([id, { schools, of, overdue }]): OpenOrder => {
      const text = (column: string) => String(book.stored('orders', id, column) ?? '')
      const due = text('due') || null
      return { id, no: text('no'), title: text('title'), due, isOverdue: overdue, schools, of }
    })
    .sort((a, b) => compare(a.due ?? LAST, b.due ?? LAST) || compare(a.no, b.no))
}

const LAST = '9999-99-99'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
