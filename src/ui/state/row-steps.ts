import { hasOriginal } from '../../app/bureau/original-of.ts'
import { canDraftOrder, draftOrder, ordersAbout } from '../../app/bureau/draft-order.ts'
import type { DraftInto } from '../../app/bureau/draft-bulletin.ts'
import { closeHazard } from '../../app/close-hazard.ts'
import { draftQuarterlySummary } from '../../app/draft-quarterly-summary.ts'
import { listInspectionItems } from '../../app/list-inspection-items.ts'
import { planInspections } from '../../app/plan-inspections.ts'
import { recheckHazard } from '../../app/recheck-hazard.ts'
import { rectifyHazard } from '../../app/rectify-hazard.ts'
import { canTellHazards, hazardsFrom, registerHazard } from '../../app/register-hazard.ts'
import { registerSwap } from '../../app/rota/register-swap.ts'
import { sendMonthlyReport } from '../../app/send-monthly-report.ts'
import { draftWeeklySummary } from '../../app/weekly-summary.ts'
import { t, tell, type MessageKey } from '../../i18n/translate.ts'
import type { Result } from '../../shared/result.ts'
import type { Desk } from './desk.svelte.ts'
import type { Session } from '../../app/session.ts'

/** What can be done with a row besides editing it, as buttons beside its form. */
export interface RowSteps {
  /** What has to be said with it, by the column that takes it. */
  readonly asks: { readonly column: string; readonly is: 'text' | 'person' } | null
  readonly steps: readonly RowStep[]
}

export interface RowStep {
  readonly label: string
  readonly primary: boolean
  /** `said` is what was typed or picked. */
  readonly run: (said: string) => Result<{ readonly change: unknown }> | void
}

/** A step that makes one change of the row, and says what has become of it. */
const step = (label: MessageKey & `ui.${string}`, run: RowStep['run'], primary = true): RowStep => ({
  label: t(label as 'ui.hazard.close'),
  primary,
  run,
})

const only = (...steps: RowStep[]): RowSteps => ({ asks: null, steps })

function hazardSteps(session: Session, row: string): RowSteps | null {
  switch (session.book.value('hazards', row, 'state')) {
    case '待复查':
      return {
        asks: { column: 'reviewer', is: 'person' },
        steps: [
          step('ui.hazard.pass', (reviewer) => recheckHazard(session, row, { reviewer, passed: true })),
          step(
            'ui.hazard.return',
            (reviewer) => recheckHazard(session, row, { reviewer, passed: false }),
            false,
          ),
        ],
      }
    case '待销号':
      return {
        asks: { column: 'closed_by', is: 'person' },
        steps: [step('ui.hazard.close', (by) => closeHazard(session, row, by))],
      }
    case '已销号':
      return null
    default:
      return {
        asks: { column: 'done_text', is: 'text' },
        steps: [step('ui.hazard.rectify', (text) => rectifyHazard(session, row, { text }))],
      }
  }
}

/** What is written is never drafted over, unless somebody presses just that. */
function bulletinSteps(desk: Desk, row: string): RowSteps {
  const draft =
    (into: DraftInto): RowStep['run'] =>
    () =>
      void import('../../app/bureau/draft-bulletin.ts').then(({ draftBulletin }) => {
        const drafted = draftBulletin(desk.session, row, into)
        if (!drafted.ok) desk.say(tell(drafted.problem), 'attention')
      })
  return desk.session.book.stored('bulletins', row, 'body') === null
    ? only(step('ui.bulletin.draft', draft('empty')))
    : only(
        step('ui.bulletin.append', draft('after'), false),
        step('ui.bulletin.replace', draft('instead'), false),
      )
}

/** A duty is given to somebody else, or kept as it is when the rota is planned again. */
function dutySteps(desk: Desk, table: 'rota' | 'holidayDuty', row: string): RowSteps {
  const { session } = desk
  const swap = step(
    'ui.rota.swap',
    () => {
      const made = registerSwap(session, table, row)
      if (made.ok) desk.inspect('swaps', made.value.swap)
      return made
    },
    false,
  )
  if (table === 'holidayDuty') return only(swap)
  const confirmed = session.book.stored(table, row, 'ack') === true
  const confirm = step(
    confirmed ? 'ui.rota.unlock' : 'ui.rota.lock',
    () => {
      const label = { code: confirmed ? 'duty.unlock' : 'duty.lock' }
      session.edit([{ table, row, column: 'ack', input: !confirmed }], { source: 'user', label })
    },
    false,
  )
  return only(confirm, swap)
}

/** What a bureau has found is ordered to be put right, once or again. */
function orderSteps(
  desk: Desk,
  table: Parameters<typeof draftOrder>[1],
  row: string,
  others: readonly RowStep[],
): RowSteps {
  const { session } = desk
  const open = ordersAbout(session.book, table, row).map((order): RowStep => ({
    label: t('ui.order.open', { no: String(session.book.stored('orders', order, 'no') ?? '') }),
    primary: false,
    run: () => desk.inspect('orders', order),
  }))
  const draft = step('ui.order.draft', () => {
    const made = draftOrder(session, table, row)
    if (made.ok) desk.inspect('orders', made.value.order)
    return made
  })
  return only(...open, draft, ...others)
}

/** The next steps of a row; null where there is nothing to do but to write in it. */
export function stepsOf(desk: Desk, table: string, row: string): RowSteps | null {
  const { session } = desk
  if (table === 'hazards') return hazardSteps(session, row)
  if (table === 'rota' || table === 'holidayDuty') return dutySteps(desk, table, row)
  if (table === 'inspections')
    return only(step('ui.inspection.items', () => listInspectionItems(session, row)))
  if (table === 'inspectionPlan')
    return only(step('ui.inspection.plan', () => planInspections(session), false))
  if (table === 'quarterlySummaries')
    return only(step('ui.report.draft', () => draftQuarterlySummary(session, row)))
  if (table === 'bulletins') return bulletinSteps(desk, row)
  if (table === 'weeklySummaries')
    return only(step('ui.report.draft', () => draftWeeklySummary(session, row)))
  if (table === 'monthlyReports')
    return session.book.stored(table, row, 'snapshot') === null
      ? only(step('ui.report.send', () => sendMonthlyReport(session, row)))
      : null
  const original = hasOriginal(session, table, row)
    ? [step('ui.county.received', () => void (desk.original = { table, row }), false)]
    : []
  if (canDraftOrder(table)) return orderSteps(desk, table, row, original)
  if (original.length > 0) return only(...original)
  if (table === 'orders') return only(step('ui.order.send', () => desk.openSending([row])))
  if (!canTellHazards(table)) return null
  const open = hazardsFrom(session.book, table, row).map((hazard): RowStep => ({
    label: t('ui.hazard.open', { no: session.book.shownName(hazard) ?? '' }),
    primary: false,
    run: () => desk.inspect('hazards', hazard),
  }))
  const register = step(
    'ui.hazard.register',
    () => {
      const made = registerHazard(session, table, row)
      if (made.ok) desk.inspect('hazards', made.value.hazard)
      return made
    },
    false,
  )
  return only(...open, register)
}
