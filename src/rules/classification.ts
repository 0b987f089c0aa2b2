import type { Step } from '../tables/column.ts'
import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import { gradeOfInjury, injuryOf } from './injury.ts'
import { classOf, liabilityOf, type Liability } from './liability.ts'
import { isOnBound, lossGrade } from './loss.ts'
import type { Policy } from './policy.ts'
import {
  countsAsFoodPoisoning,
  isMerged,
  isScoredScene,
  ownGrade,
  severityLabel,
  type Class6,
  type Harm,
  type Severity,
} from './severity.ts'

/** An incident with everything its class is worked out from; what the rules have folded from its child rows included. */
export interface Classified extends Harm {
  readonly injury_level: Row<Tables['incidents']>['injury_level']
  readonly same_event: boolean | null
  readonly override: Class6 | null
  readonly severity: Severity | null
  readonly liability: Liability | null
  readonly class6: Class6 | null
  /** The number of the incident this one is marked as part of; null when there is none. */
  readonly linkedNo: string | null
  /** People of the role 受伤者, whoever they are. */
  readonly injuredRows: number
  /** Incidents marked as part of this one. */
  readonly linkedRows: number
  /** The incident's findings gathered by `gatherFinding`. */
  readonly findings: number
  readonly meetingKind: string | null
}

/** Why an incident has its class: a sentence a step, with the other reading wherever the text has two. */
export function classSteps(row: Classified, policy: Policy): readonly Step[] {
  const steps: Step[] = severitySteps(row, policy)
  if (row.override !== null) {
    steps.push({ code: 'class.by-hand', params: { class: row.override } })
    return steps
  }
  if (row.severity === '不计入') return steps
  steps.push({ code: liabilityCode(row) })
  if (row.class6 === null) steps.push({ code: 'class.pending' })
  else steps.push({ code: 'class.result', params: { class: row.class6 } })
  const body = bodySteps(row, policy)
  if (body) steps.push(...body)
  return steps
}

function liabilityCode(row: Classified): string {
  if (row.findings === 0) return 'liability.nobody-examined'
  if (row.liability === '是') return 'liability.at-fault'
  return row.liability === '否' ? 'liability.all-diligent' : 'liability.pending'
}

/** Why an incident has its severity, or is not scored at all. */
export function severitySteps(row: Classified, policy: Policy): Step[] {
  if (isMerged(row.same_event, row.linkedNo !== null, policy))
    return [{ code: 'severity.merged', params: { no: row.linkedNo ?? '' } }]
  const steps: Step[] = []
  if (row.linkedRows > 0 && policy['classify.linkedAsOne'])
    steps.push({ code: 'severity.linked', params: { count: row.linkedRows } })
  if (!isScoredScene(row.scene, policy)) {
    steps.push({ code: 'severity.scene-not-scored', params: { scene: row.scene ?? '' } })
    return steps
  }
  steps.push(...foodSteps(row, policy))
  if (!countsAsFoodPoisoning(row, policy))
    steps.push(...injurySteps(row), ...lossSteps(row, policy), ...combineSteps(row, policy))
  steps.push({ code: 'severity.result', params: { severity: row.severity ?? '待定' } })
  if (policy['classify.countBy'] === 'injured' && (row.injured ?? 0) > 1 && row.severity !== '不计入')
    steps.push({ code: 'severity.cases', params: { count: row.injured ?? 1 } })
  return steps
}

function foodSteps(row: Classified, policy: Policy): Step[] {
  if (row.food_poisoning === null || row.food_poisoning === '否') return []
  const cases = Math.max(1, row.injured ?? 0)
  if (countsAsFoodPoisoning(row, policy))
    return [
      { code: row.food_poisoning === '确认' ? 'severity.food-confirmed' : 'severity.food-suspected-counted' },
    ]
  if (row.food_poisoning === '疑似' && policy['classify.food'] === 'confirmedOnly')
    return [{ code: 'severity.food-suspected' }]
  return [{ code: 'severity.food-too-few', params: { cases, minimum: policy['classify.food.minCases'] } }]
}

function injurySteps(row: Classified): Step[] {
  const injury = injuryOf(row.injury_counted)
  const severity = severityLabel(gradeOfInjury(injury))
  switch (row.injury_counted) {
    case '不计':
      return [{ code: 'severity.injured-not-scored' }]
    case '待定':
      return [{ code: 'severity.injury-level-missing' }]
    case '无':
    case null:
      return [{ code: 'severity.no-injury' }]
    default: {
      const code = row.injuredRows > 0 ? 'severity.injury' : 'severity.injury-of-ledger'
      return [{ code, params: { level: row.injury_counted, severity } }]
    }
  }
}

function lossSteps(row: Classified, policy: Policy): Step[] {
  const loss = row.loss_yuan ?? 0
  if (loss <= 0) return []
  if (row.loss_owner === null) return [{ code: 'severity.loss-owner-missing', params: { loss } }]
  if (row.loss_owner === '个人' && policy['classify.privateLoss'] === 'off')
    return [{ code: 'severity.loss-private', params: { loss } }]
  const bounds = policy['classify.loss.bounds']
  const upperInclusive = policy['classify.loss.inclusive'] === 'upper'
  const severity = severityLabel(lossGrade(loss, { bounds, upperInclusive }))
  const steps: Step[] = [
    { code: 'severity.loss', params: { loss, severity } },
    { code: `severity.loss-basis-${policy['classify.lossBasis']}` },
  ]
  if (isOnBound(loss, bounds)) {
    const other = severityLabel(lossGrade(loss, { bounds, upperInclusive: !upperInclusive }))
    steps.push({ code: 'severity.loss-on-bound', params: { loss, severity, other } })
  }
  return steps
}

/** What became of injury and loss together, and of neither. */
function combineSteps(row: Classified, policy: Policy): Step[] {
  const combine = policy['classify.combine']
  const scored =
    row.loss_owner === '学校' || (policy['classify.privateLoss'] === 'on' && row.loss_owner === '个人')
  const both = gradeOfInjury(injuryOf(row.injury_counted)) > 0 && scored && (row.loss_yuan ?? 0) > 0
  if (both && combine === 'separate')
    return [{ code: row.scene === '财产' ? 'severity.separate-injury' : 'severity.separate-loss' }]
  if (both) return [{ code: combine === 'max' ? 'severity.higher-of-both' : 'severity.injury-first' }]
  const harmless = (row.injury_counted ?? '无') === '无' && (row.loss_yuan ?? 0) <= 0
  if (!harmless || row.food_poisoning === '确认') return []
  return [{ code: ownGrade(row, policy) === 1 ? 'severity.no-harm-ordinary' : 'severity.no-harm' }]
}

const MEETING_OF = { administrative: '行政会', principal: '校长办公会' } as const

/** Who confirms this class (A3): the plan names the body for responsibility incidents. */
function bodySteps(row: Classified, policy: Policy): Step[] | null {
  if (row.class6 === null || row.severity === null) return null
  if (row.severity !== '一般' && row.severity !== '较严重' && row.severity !== '严重') return null
  const body = row.liability === '是' ? policy[`classify.confirmBy.${row.severity}`] : 'vp'
  if (body === 'vp') return [{ code: 'confirm.by-vp' }]
  const meeting = MEETING_OF[body]
  return row.meetingKind === meeting
    ? [{ code: 'confirm.done', params: { meeting } }]
    : [{ code: 'confirm.by-meeting', params: { meeting } }]
}

/** An incident's class from plain facts, all at once: for tests, a quick preview, and the audit of a term. */
export function classify(
  harm: Harm,
  findings: number,
  policy: Policy,
): { readonly severity: Severity; readonly liability: Liability; readonly class6: Class6 | null } {
  const severity = severityLabel(ownGrade(harm, policy))
  const liability = severity === '不计入' ? '否' : liabilityOf(findings)
  const class6 = classOf(severity, liability === '待认定' ? null : liability === '是')
  return { severity, liability, class6 }
}
