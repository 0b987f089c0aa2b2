import { addDays, addMinutes, dateOf, minutesBetween, type LocalTime } from '../shared/local-date.ts'
import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import type { Policy } from './policy.ts'
import type { Severity } from './severity.ts'

export type LegName = NonNullable<Row<Tables['reportLegs']>['leg']>
export type LegSeverity = NonNullable<Row<Tables['reportLegs']>['severity_then']>

/** How long a leg may take, and from when. */
export interface LegLimit {
  /** 知悉 (or 发生), or the moment the leg before it was done. */
  readonly from: 'start' | 'headTold' | 'vpTold' | 'principalTold'
  readonly minutes: number | 'sameDay'
  /** As the report form writes it: 10分钟, 当天, 24小时. */
  readonly text: string
  /** The plan or the law names a limit. Otherwise (“立即”, R5) it is advice, and nobody is late by it. */
  readonly binding: boolean
}

const within = (from: LegLimit['from'], minutes: number): LegLimit => ({
  from,
  minutes,
  text: minutes % 60 === 0 ? `${minutes / 60}小时` : `${minutes}分钟`,
  binding: true,
})
const atOnce = (from: LegLimit['from'], minutes: number): LegLimit => ({
  from,
  minutes,
  text: `立即(建议${minutes}分钟)`,
  binding: false,
})
const sameDay = (from: LegLimit['from'], binding: boolean): LegLimit => ({
  from,
  minutes: 'sameDay',
  text: binding ? '当天' : '当天(建议)',
  binding,
})

/** The limit of a leg (P4-23 … P4-28) for an incident of this severity; null where neither plan nor law names one. */
export function limitOf(leg: LegName, severity: LegSeverity, policy: Policy): LegLimit | null {
  const internal = policy['report.immediate.internal']
  switch (leg) {
    case '救治':
    case '责任人→副校长或校长':
      return atOnce('start', internal)
    case '责任人→处室负责人':
      return firstReport(severity, policy)
    case '通知家长':
      return policy['report.parent'] === 'sameAsFirst'
        ? firstReport(severity, policy)
        : atOnce('start', internal)
    case '主任→分管副校长':
      if (severity === '一般') return sameDay('start', true)
      return severity === '较严重'
        ? within('headTold', policy['report.afterReceiving'])
        : atOnce('headTold', internal)
    case '主任到场':
      return atOnce('headTold', internal)
    case '副校长记录在案':
      return sameDay('vpTold', false)
    case '副校长→校长':
      return atOnce('vpTold', internal)
    case '校长到场':
      return atOnce('principalTold', internal)
    case '报教育局':
      return within(
        'start',
        60 * policy[severity === '严重' ? 'report.legal.severeHours' : 'report.legal.hours'],
      )
    case '报当地政府':
    case '报公安':
    case '报卫生':
      return atOnce('start', policy['report.immediate.external'])
    case '书面报告':
    case '处理结果报告':
      return null
  }
}

function firstReport(severity: LegSeverity, policy: Policy): LegLimit {
  if (severity === '一般') return within('start', policy['report.general'])
  if (severity === '较严重') return within('start', policy['report.serious'])
  return atOnce('start', policy['report.immediate.internal'])
}

/**
 * The severity whose deadlines run: a suspected food poisoning runs those of the severest class before anybody knows
 * (A19); an incident nobody has graded yet, those of the lightest. Null when nothing need be reported.
 */
export function reportingSeverity(severity: Severity | null, food: string | null): LegSeverity | null {
  if (food === '疑似' || food === '确认') return '严重'
  if (severity === '不计入') return null
  return severity === null || severity === '待定' ? '一般' : severity
}

/** The moments a leg's clock can start from. */
export interface LegTimes {
  readonly occurredAt: LocalTime | null
  readonly knownAt: LocalTime | null
  /** When the leg before this one was done, where the row names it; undefined when it names none. */
  readonly followed?: LocalTime | null
  readonly headToldAt: LocalTime | null
  readonly vpToldAt: LocalTime | null
  readonly principalToldAt: LocalTime | null
  /** The accountable person is himself responsible: nobody had to tell him, he knew from the start (R8). */
  readonly knewFromStart: boolean
}

export interface LegClock {
  readonly base: LocalTime | null
  readonly due: LocalTime | null
}

/** When a leg's clock started and when it runs out; both null while the leg before it has not been done. */
export function clockOf(limit: LegLimit | null, times: LegTimes, policy: Policy): LegClock {
  if (limit === null) return { base: null, due: null }
  const base = baseOf(limit, times, policy)
  if (base === null) return { base, due: null }
  return { base, due: limit.minutes === 'sameDay' ? endOfDay(base, policy) : addMinutes(base, limit.minutes) }
}

/** R1: from knowing or from occurrence; each stands in for the other while only one is filled in. */
export function startOf(times: Pick<LegTimes, 'occurredAt' | 'knownAt'>, policy: Policy): LocalTime | null {
  return policy['report.base'] === 'occurred'
    ? (times.occurredAt ?? times.knownAt)
    : (times.knownAt ?? times.occurredAt)
}

function baseOf(limit: LegLimit, times: LegTimes, policy: Policy): LocalTime | null {
  if (limit.from === 'start' || times.knewFromStart) return startOf(times, policy)
  if (times.followed !== undefined) return times.followed
  if (limit.from === 'headTold') return times.headToldAt
  // A director who is himself the vice principal has no leg to himself, so the next one starts where he was told.
  if (limit.from === 'vpTold') return times.vpToldAt ?? times.headToldAt
  return times.principalToldAt
}

/** R4: midnight, the end of work, or for what happens in the evening the next morning. */
function endOfDay(base: LocalTime, policy: Policy): LocalTime {
  const day = dateOf(base)
  const clock = base.slice(11)
  const nextMorning = `${addDays(day, 1)} ${policy['report.morning']}`
  switch (policy['report.sameDay']) {
    case 'endOfWork':
      return clock <= policy['report.endOfWork'] ? `${day} ${policy['report.endOfWork']}` : nextMorning
    case 'nextMorning':
      return clock > policy['report.eveningFrom'] ? nextMorning : `${day} 23:59`
    case '24:00':
      return `${day} 23:59`
  }
}

/** One leg as it stands. */
export interface LegState {
  readonly due: LocalTime | null
  readonly base: LocalTime | null
  readonly done: LocalTime | null
  readonly binding: boolean
  readonly accepted: boolean | null
}

/** Minutes beyond the limit, 0 within limit and grace (R2, R3); null while it cannot be said. */
export function minutesLate(state: Pick<LegState, 'due' | 'done'>, policy: Policy): number | null {
  if (state.due === null || state.done === null) return null
  const late = minutesBetween(state.due, state.done)
  return late > policy['report.graceMinutes'] ? late : 0
}

/** 按时, 超时n分钟, 未报 or 进行中; against advice alone a leg is never 超时. */
export function resultOf(state: LegState, now: LocalTime, policy: Policy): string {
  if (state.done !== null) {
    const late = minutesLate(state, policy) ?? 0
    if (late === 0) return '按时'
    return state.binding ? `超时${late}分钟` : `超建议时限${late}分钟`
  }
  return isOverdue(state, now, policy) ? '未报' : '进行中'
}

/** A binding limit has run out, or advice was left for as long as makes a report a missed one. */
function isOverdue(state: LegState, now: LocalTime, policy: Policy): boolean {
  if (state.due === null || state.base === null) return false
  return state.binding
    ? minutesBetween(state.due, now) > policy['report.graceMinutes']
    : minutesBetween(state.base, now) > 60 * policy['conceal.missAfterHours']
}

/** The first report of an incident: the one that a late entry of the whole incident throws doubt on. */
const isFirstReport = (leg: LegName | null) => leg === '责任人→处室负责人' || leg === '责任人→副校长或校长'

export interface EntryFacts {
  readonly knownAt: LocalTime | null
  readonly enteredAt: LocalTime | null
  readonly backfilled: boolean | null
}

/** The incident was entered so long after knowing that it may have been missed (R11), and not as a late note (R17). */
export function enteredTooLate(facts: EntryFacts, policy: Policy): boolean {
  if (facts.knownAt === null || facts.enteredAt === null) return false
  if (policy['report.backfillMark'] && facts.backfilled === true) return false
  return minutesBetween(facts.knownAt, facts.enteredAt) > 60 * policy['conceal.missAfterHours']
}

export type Suspicion = NonNullable<Row<Tables['reportLegs']>['suspicion']>

/** What the clock alone suggests (R11). It never decides: a verdict, or a reason that was accepted, ends it. */
export function suspicionOf(
  leg: LegName | null,
  state: LegState & { readonly verdict: string | null },
  entry: EntryFacts,
  now: LocalTime,
  policy: Policy,
): Suspicion | null {
  if (state.verdict !== null || state.accepted === true) return null
  if (isFirstReport(leg) && enteredTooLate(entry, policy)) return '疑似漏报'
  if (!state.binding || state.due === null || state.base === null) return null
  if (state.done !== null) return (minutesLate(state, policy) ?? 0) > 0 ? '疑似迟报' : null
  if (!isOverdue(state, now, policy)) return null
  return minutesBetween(state.base, now) > 60 * policy['conceal.missAfterHours'] ? '疑似漏报' : '疑似迟报'
}
