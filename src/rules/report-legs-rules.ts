import type { LocalTime } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'
import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import {
  clockOf,
  enteredTooLate,
  limitOf,
  minutesLate,
  reportingSeverity,
  resultOf,
  startOf,
  suspicionOf,
  type LegClock,
  type LegLimit,
  type LegState,
} from './deadlines.ts'
import type { Policy } from './policy.ts'
import { rulesOf, type Environment } from './rule.ts'

const { rule, all } = rulesOf<Tables['reportLegs']>()

const reads = {
  own: ['leg', 'severity_then', 'accountable', 'follows'],
  via: {
    incident: [
      'occurred_at',
      'known_at',
      'severity',
      'food_poisoning',
      'responsible',
      'head_told_at',
      'vp_told_at',
      'principal_told_at',
    ],
    follows: ['done_at'],
  },
} as const

type Leg = Row<Tables['reportLegs']>
type Incident = Row<Tables['incidents']>

interface LegRow extends Pick<Leg, 'leg' | 'severity_then' | 'accountable' | 'follows'> {
  readonly via: {
    readonly incident: Pick<Incident, (typeof reads)['via']['incident'][number]> | null
    readonly follows: Pick<Leg, 'done_at'> | null
  }
}

function limitFor({ leg, severity_then, via }: LegRow, policy: Policy): LegLimit | null {
  const { incident } = via
  if (leg === null || incident === null) return null
  const severity = severity_then ?? reportingSeverity(incident.severity, incident.food_poisoning)
  // A leg of an incident that need not be reported was written by somebody all the same; the lightest limits show it.
  return limitOf(leg, severity ?? '一般', policy)
}

function clockFor(row: LegRow, policy: Policy): LegClock {
  const { incident, follows } = row.via
  if (incident === null) return { base: null, due: null }
  return clockOf(
    limitFor(row, policy),
    {
      occurredAt: incident.occurred_at,
      knownAt: incident.known_at,
      followed: follows === null ? undefined : follows.done_at,
      headToldAt: incident.head_told_at,
      vpToldAt: incident.vp_told_at,
      principalToldAt: incident.principal_told_at,
      knewFromStart: row.accountable !== null && (incident.responsible ?? []).includes(row.accountable),
    },
    policy,
  )
}

const stateReads = { own: ['leg', 'base_at', 'due_at', 'done_at', 'binding', 'accepted', 'verdict'] } as const

const stateOf = (
  row: Pick<Leg, 'base_at' | 'due_at' | 'done_at' | 'binding' | 'accepted' | 'verdict'>,
): LegState & Pick<Leg, 'verdict'> => ({
  base: row.base_at,
  due: row.due_at,
  done: row.done_at,
  binding: row.binding ?? false,
  accepted: row.accepted,
  verdict: row.verdict,
})

const suspicionReads = {
  own: stateReads.own,
  via: { incident: ['known_at', 'entered_at', 'backfilled'] },
} as const

const entryOf = (incident: Pick<Incident, 'known_at' | 'entered_at' | 'backfilled'> | null) => ({
  knownAt: incident?.known_at ?? null,
  enteredAt: incident?.entered_at ?? null,
  backfilled: incident?.backfilled ?? null,
})

export const reportLegsRules = all({
  base_at: rule(reads, (row, { policy }) => clockFor(row, policy).base, {
    why: (row, { policy }) => baseSteps(row, policy),
  }),

  limit: rule(reads, (row, { policy }) => limitFor(row, policy)?.text ?? null, {
    why: (row, { policy }) => limitSteps(row, policy),
  }),

  due_at: rule(reads, (row, { policy }) => clockFor(row, policy).due, {
    why: (row, { policy }) => [...baseSteps(row, policy), ...limitSteps(row, policy)],
  }),

  binding: rule(reads, (row, { policy }) => limitFor(row, policy)?.binding ?? false),

  result: rule(stateReads, (row, { policy, now }) => resultOf(stateOf(row), now, policy), {
    why: (row, { policy, now }) => resultSteps(stateOf(row), now, policy),
  }),

  suspicion: rule(
    suspicionReads,
    (row, { policy, now }) => suspicionOf(row.leg, stateOf(row), entryOf(row.via.incident), now, policy),
    {
      why: (row, { policy, now }) => {
        const entry = entryOf(row.via.incident)
        const suspicion = suspicionOf(row.leg, stateOf(row), entry, now, policy)
        if (suspicion === null) return []
        const entered = suspicion === '疑似漏报' && enteredTooLate(entry, policy)
        return [
          ...(entered
            ? [{ code: 'leg.entered-too-late', params: { hours: policy['conceal.missAfterHours'] } }]
            : resultSteps(stateOf(row), now, policy)),
          { code: `leg.suspicion-${policy['conceal.auto']}`, params: { suspicion } },
        ]
      },
    },
  ),
})

function baseSteps(row: LegRow, policy: Policy): Step[] {
  const limit = limitFor(row, policy)
  const { base } = clockFor(row, policy)
  if (limit === null) return [{ code: 'leg.no-limit' }]
  if (base === null) return [{ code: 'leg.waits' }]
  const { incident } = row.via
  const start = incident && startOf({ occurredAt: incident.occurred_at, knownAt: incident.known_at }, policy)
  const fromStart = limit.from === 'start' || base === start
  return [
    { code: fromStart ? `leg.starts-${policy['report.base']}` : 'leg.starts-when-told', params: { base } },
  ]
}

function limitSteps(row: LegRow, policy: Policy): Step[] {
  const limit = limitFor(row, policy)
  if (limit === null) return []
  const { due } = clockFor(row, policy)
  const severity =
    row.severity_then ??
    reportingSeverity(row.via.incident?.severity ?? null, row.via.incident?.food_poisoning ?? null) ??
    '一般'
  return [
    { code: 'leg.limit', params: { severity, limit: limit.text } },
    ...(limit.binding ? [] : [{ code: 'leg.advice-only' }]),
    ...(due === null ? [] : [{ code: 'leg.due', params: { due } }]),
  ]
}

function resultSteps(state: LegState, now: LocalTime, policy: Policy): Step[] {
  const grace = policy['report.graceMinutes']
  const graceStep = grace ? [{ code: 'leg.grace', params: { grace } }] : []
  if (state.due === null)
    return state.done === null
      ? [{ code: 'leg.waits' }]
      : [{ code: 'leg.done', params: { done: state.done } }]
  if (state.done === null)
    return [
      resultOf(state, now, policy) === '未报'
        ? { code: 'leg.missing', params: { due: state.due } }
        : { code: 'leg.running', params: { due: state.due } },
      ...graceStep,
    ]
  const minutes = minutesLate(state, policy) ?? 0
  const params = { due: state.due, done: state.done, minutes }
  const code = minutes === 0 ? 'leg.in-time' : state.binding ? 'leg.late' : 'leg.later-than-advised'
  return [{ code, params }, ...graceStep, ...(state.accepted ? [{ code: 'leg.reason-accepted' }] : [])]
}

/**
 * Minutes a leg was done after a binding limit, 0 within limit and grace or with a reason accepted; null while it cannot
 * be said. For scoring, which reads a leg column by column.
 */
export function lateMinutes(read: (column: string) => unknown, { policy }: Environment): number | null {
  if (read('binding') !== true) return null
  if (read('accepted') === true) return 0
  return minutesLate(
    { due: read('due_at') as LocalTime | null, done: read('done_at') as LocalTime | null },
    policy,
  )
}
