import { orderedHazardId, orderOfDirective } from '../../rules/orders/rows-of-order.ts'
import { fixedId } from '../../shared/id.ts'
import { isLocalDate } from '../../shared/local-date.ts'
import type { Cell } from '../../tables/cell.ts'
import { hazards } from '../../tables/school/hazards.ts'
import { versionOf } from '../../tables/sent-order.ts'
import { standingRows, type StandingRow } from '../../sync/standing-reports.ts'
import type { OpenedReport, WantedRow } from './opened-report.ts'

/** Of a task at a school; the same on every computer of the bureau. */
export const answerId = (order: string, school: string): string => fixedId('orderAnswers', order, school)

/** What a report says of a task, as long as it has it. */
const UNTOLD = {
  received: null,
  received_version: null,
  answer: null,
  done_on: null,
  hazard_state: null,
  as_of: null,
} as const satisfies Readonly<Record<string, Cell>>

/** A task that a school's reports do not tell of, or no longer. */
export const unanswered = (id: string): WantedRow => ({ table: 'orderAnswers', id, cells: UNTOLD })

/**
 * What became of the bureau's tasks at one school: like the ledgers it depends on which reports stand, and on nothing else.
 *
 * @param reports the standing ones of the school, the one to show first
 */
export function answersOf(school: string, reports: readonly OpenedReport[]): WantedRow[] {
  const rowsIn = (table: string) =>
    standingRows(
      reports.flatMap(({ facts, tables }) => {
        const found = tables.get(table)
        return found ? [{ hash: facts.hash, table: found }] : []
      }),
    )
  const directives = rowsIn('directives').filter(({ id }) => orderOfDirective(id) !== null)
  if (directives.length === 0) return []
  const state = hazardStates(rowsIn('hazards'))
  return directives.map(({ id, cells, hash }) => {
    const order = orderOfDirective(id)!
    const { made } = reports.find(({ facts }) => facts.hash === hash)!.facts
    const done_on = cells['done_on'] ?? null
    const told: Record<keyof typeof UNTOLD, Cell> = {
      received: true,
      received_version: versionOf(cells['sent'] ?? null),
      answer: textIn(cells['done']),
      done_on: typeof done_on === 'string' && isLocalDate(done_on) ? done_on : null,
      hazard_state: state(textIn(cells['hazard']), orderedHazardId(order)),
      as_of: made || null,
    }
    return { table: 'orderAnswers', id: answerId(order, school), cells: { order, school, ...told } }
  })
}

const textIn = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell.trim() !== '' ? cell : null

/** A report names a hazard by its number; one that a task has entered is known by its id as well. */
function hazardStates(rows: readonly StandingRow[]): (no: string | null, id: string) => string | null {
  const states = new Map<string, string>()
  for (const { id, cells } of rows) {
    const state = hazards.columns.state.options!.find(({ zh }) => zh === cells['state'])?.zh
    if (state === undefined) continue
    states.set(id, state)
    if (typeof cells['no'] === 'string') states.set(cells['no'], state)
  }
  return (no, id) => (no === null ? undefined : states.get(no)) ?? states.get(id) ?? null
}
