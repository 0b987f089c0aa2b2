import { dateOf } from '../../shared/local-date.ts'
import type { KnownTables } from '../../tables/known-tables.ts'
import { rulesOf } from '../rule.ts'

const order = rulesOf<KnownTables['orders']>()
const answer = rulesOf<KnownTables['orderAnswers']>()

const CLOSED = '已销号'
/** States of a task at a school: nothing more to do about it, and too late for it. */
export const DONE = '已办结'
export const OVERDUE = '逾期'

export const orderAnswersRules = answer.all({
  due: answer.rule({ own: [], via: { order: ['due'] } }, ({ via }) => via.order?.due ?? null),
  /**
   * What only has to be taken in is done when it has been; anything else when the school says so, and the hazard it is
   * about is closed. The day itself is still in time. What was sent anew has first to arrive anew.
   */
  state: answer.rule(
    {
      own: ['version', 'received', 'received_version', 'answer', 'done_on', 'hazard_state'],
      via: { order: ['kind', 'due'] },
    },
    ({ version, received, received_version, answer, done_on, hazard_state, via }, { now }) => {
      const { kind = null, due = null } = via.order ?? {}
      const arrived = received === true && (received_version ?? 0) >= (version ?? 0)
      const asksAnswer = kind === '整改通知' || (kind === '通知' && due !== null)
      const done = asksAnswer
        ? done_on !== null && (hazard_state === null || hazard_state === CLOSED)
        : arrived
      if (done) return DONE
      if (due !== null && due < dateOf(now)) return OVERDUE
      if (received === true && (answer !== null || done_on !== null)) return '已答复'
      return arrived ? '已接收' : '已下达'
    },
  ),
})

const answers = { rows: { orderAnswers: { by: 'order', columns: ['received', 'state'] } } } as const

export const ordersRules = order.all({
  schools: order.rule(answers, ({ id, rows }) => rows.orderAnswers.where(id).fold(0, (count) => count + 1)),
  received: order.rule(answers, ({ id, rows }) =>
    rows.orderAnswers.where(id).fold(0, (count, each) => count + (each.received === true ? 1 : 0)),
  ),
  closed: order.rule(answers, ({ id, rows }) =>
    rows.orderAnswers.where(id).fold(0, (count, each) => count + (each.state === DONE ? 1 : 0)),
  ),
  overdue: order.rule(answers, ({ id, rows }) =>
    rows.orderAnswers.where(id).fold(0, (count, each) => count + (each.state === OVERDUE ? 1 : 0)),
  ),
  state: order.rule({ own: ['schools', 'closed', 'overdue'] }, ({ schools, closed, overdue }) => {
    if (!schools) return '草拟'
    if (overdue) return '有逾期'
    return closed === schools ? '全部办结' : '办理中'
  }),
})
