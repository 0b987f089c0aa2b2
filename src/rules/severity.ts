import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import { lossGrade, type LossBounds } from './loss.ts'
import { gradeOfInjury, injuryOf, NO_INJURY, UNKNOWN_INJURY, type Injury } from './injury.ts'
import type { Policy } from './policy.ts'
import { preparedFrom } from './prepared.ts'
import type { SeverityGrade } from './score-facts.ts'

export type Severity = NonNullable<Row<Tables['incidents']>['severity']>
export type Class6 = NonNullable<Row<Tables['incidents']>['class6']>

/** What an incident's severity is read from. */
export type Harm = Pick<
  Row<Tables['incidents']>,
  'scene' | 'injury_counted' | 'injured' | 'loss_yuan' | 'loss_owner' | 'food_poisoning'
>

/** A harm that cannot be graded yet; less than any grade, more than nothing. */
export const UNKNOWN = 0.5
export type HarmGrade = SeverityGrade | typeof UNKNOWN

interface Reading {
  readonly unscored: ReadonlySet<string>
  readonly bounds: LossBounds
  readonly combine: Policy['classify.combine']
  readonly noHarm: 0 | 1
  readonly privateLoss: boolean
  readonly suspectedFood: boolean
  readonly minCases: number
  readonly linkedAsOne: boolean
  readonly worse: (grade: number, linked: Harm & { readonly same_event: boolean | null }) => number
}

const readingOf = preparedFrom((policy: Policy): Reading => {
  const reading: Reading = {
    unscored: new Set(
      Object.entries(policy['classify.scenes'])
        .filter(([, row]) => row === '不计分')
        .map(([scene]) => scene),
    ),
    bounds: {
      bounds: policy['classify.loss.bounds'],
      upperInclusive: policy['classify.loss.inclusive'] === 'upper',
    },
    combine: policy['classify.combine'],
    noHarm: policy['classify.noHarm'] === '一般' ? 1 : 0,
    privateLoss: policy['classify.privateLoss'] === 'on',
    suspectedFood: policy['classify.food'] === 'suspectedToo',
    minCases: policy['classify.food.minCases'],
    linkedAsOne: policy['classify.linkedAsOne'],
    worse: (grade, linked) =>
      reading.linkedAsOne && linked.same_event === true
        ? Math.max(grade, gradeOfHarm(linked, reading))
        : grade,
  }
  return reading
})

/** The plan's food rule (P4-22, A19). A confirmed poisoning is at least one case, also before persons are recorded. */
function isFoodPoisoning(harm: Pick<Harm, 'food_poisoning' | 'injured'>, reading: Reading): boolean {
  const { food_poisoning } = harm
  if (food_poisoning !== '确认' && !(reading.suspectedFood && food_poisoning === '疑似')) return false
  return Math.max(1, harm.injured ?? 0) >= reading.minCases
}

export const countsAsFoodPoisoning = (
  harm: Pick<Harm, 'food_poisoning' | 'injured'>,
  policy: Policy,
): boolean => isFoodPoisoning(harm, readingOf(policy))

function gradeOfHarm(harm: Harm, reading: Reading): HarmGrade {
  if (harm.scene !== null && reading.unscored.has(harm.scene)) return 0
  if (isFoodPoisoning(harm, reading)) return 3
  const injury = injuryOf(harm.injury_counted)
  const scored = harm.loss_owner === '学校' || (reading.privateLoss && harm.loss_owner === '个人')
  const grade = combined(
    gradeOfInjury(injury),
    scored ? lossGrade(harm.loss_yuan, reading.bounds) : 0,
    harm.scene,
    reading.combine,
  )
  if (grade > 0) return grade
  if (injury === UNKNOWN_INJURY) return UNKNOWN
  return isHarmless(harm, injury) ? reading.noHarm : 0
}

const isHarmless = (harm: Harm, injury: Injury) =>
  injury === NO_INJURY && (harm.loss_yuan ?? 0) <= 0 && harm.food_poisoning !== '确认'

/**
 * Injury and loss in one incident (A6, A7). Apart means: a property incident is graded by its loss and any other by its
 * injury, and whoever wants the other harm judged enters it as an incident of its own.
 */
function combined(
  injury: SeverityGrade,
  loss: SeverityGrade,
  scene: string | null,
  combine: Policy['classify.combine'],
): SeverityGrade {
  if (injury === 0) return loss
  if (loss === 0) return injury
  if (combine === 'max') return injury > loss ? injury : loss
  return combine === 'separate' && scene === '财产' ? loss : injury
}

/** The grade of an incident by its own harm alone. */
export const ownGrade = (harm: Harm, policy: Policy): HarmGrade => gradeOfHarm(harm, readingOf(policy))

/** One fold step: the harm of incidents marked 同一起 with this one counts with it (A9). */
export const worseOfLinked = (policy: Policy) => readingOf(policy).worse

/** Part of another incident, and counted there. */
export const isMerged = (sameEvent: boolean | null, linkedExists: boolean, policy: Policy): boolean =>
  sameEvent === true && linkedExists && readingOf(policy).linkedAsOne

export const isScoredScene = (scene: string | null, policy: Policy): boolean =>
  scene === null || !readingOf(policy).unscored.has(scene)

export function severityLabel(grade: HarmGrade): Severity {
  if (grade === 3) return '严重'
  if (grade === 2) return '较严重'
  if (grade === 1) return '一般'
  return grade === 0 ? '不计入' : '待定'
}

const SEVERITY_OF: Readonly<Record<Class6, Severity>> = {
  一般安全事故: '一般',
  一般安全责任事故: '一般',
  较严重的安全事故: '较严重',
  较严重的安全责任事故: '较严重',
  严重的安全事故: '严重',
  严重的安全责任事故: '严重',
  不计入: '不计入',
}

/** The severity somebody set by hand together with the class. */
export const severityOfClass = (class6: Class6): Severity => SEVERITY_OF[class6]
