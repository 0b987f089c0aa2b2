import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import type { Policy } from './policy.ts'
import { preparedFrom } from './prepared.ts'

export type InjuryLabel = NonNullable<Row<Tables['incidents']>['injury_counted']>

/**
 * How bad an incident's injury is, as numbers that fold by `Math.max`: no one hurt, only people the plan does not score,
 * a hurt pupil whose level nobody has filled in, and the three levels.
 */
export type Injury = 0 | 1 | 2 | 3 | 4 | 5
export const NO_INJURY: Injury = 0
const NOT_SCORED: Injury = 1
export const UNKNOWN_INJURY: Injury = 2
const LIGHT: Injury = 3
const MEDIUM: Injury = 4
const SEVERE: Injury = 5

const LABELS: readonly InjuryLabel[] = ['无', '不计', '待定', '轻微', '中度', '严重']

export const injuryLabel = (injury: Injury): InjuryLabel => LABELS[injury]!

export function injuryOf(label: string | null): Injury {
  if (label === '轻微') return LIGHT
  if (label === '中度') return MEDIUM
  if (label === '严重' || label === '死亡') return SEVERE
  if (label === '待定') return UNKNOWN_INJURY
  return label === '不计' ? NOT_SCORED : NO_INJURY
}

/** 轻微 1, 中度 2, 严重 3; everything else takes no part in the severity. */
export const gradeOfInjury = (injury: Injury): 0 | 1 | 2 | 3 =>
  injury < LIGHT ? 0 : ((injury - UNKNOWN_INJURY) as 1 | 2 | 3)

export type InjuredPerson = Pick<
  Row<Tables['incidentPeople']>,
  'role' | 'who' | 'level' | 'first_level' | 'injury'
>

interface Reading {
  readonly everybody: boolean
  readonly firstLevel: boolean
  readonly words: readonly (readonly [word: string, injury: Injury])[]
  readonly worst: (worst: Injury, person: InjuredPerson) => Injury
  readonly count: (count: number, person: InjuredPerson) => number
}

const readingOf = preparedFrom((policy: Policy): Reading => {
  const reading: Reading = {
    everybody: policy['classify.staffInjury'] === 'sameTable',
    firstLevel: policy['classify.regrade'] === 'first',
    words: Object.entries(policy['classify.injuryMap']).map(
      ([word, label]) => [word, injuryOf(label)] as const,
    ),
    worst: (worst, person) => Math.max(worst, gradeOf(person, reading)) as Injury,
    count: (count, person) =>
      count + (person.role === '受伤者' && isScored(person, reading.everybody) ? 1 : 0),
  }
  return reading
})

const isScored = (person: InjuredPerson, everybody: boolean) =>
  person.who === '学生' || (everybody && person.who !== null)

/** The level somebody chose; where the cell is empty, the worst level the school's dictionary knows for the wording. */
function gradeOf(person: InjuredPerson, reading: Reading): Injury {
  if (person.role !== '受伤者') return NO_INJURY
  if (!isScored(person, reading.everybody)) return NOT_SCORED
  const level = reading.firstLevel ? (person.first_level ?? person.level) : person.level
  return level === null ? wordedInjury(person.injury, reading.words) : injuryOf(level)
}

function wordedInjury(wording: string | null, words: Reading['words']): Injury {
  let worst: Injury = UNKNOWN_INJURY
  if (wording === null) return worst
  for (let i = 0; i < words.length; i++)
    if (words[i]![1] > worst && wording.includes(words[i]![0])) worst = words[i]![1]
  return worst
}

/** One fold step towards the worst injury among the people of an incident (A8, A10, A11, A20). */
export const worstInjury = (policy: Policy) => readingOf(policy).worst

/** One fold step towards the number of people whose injury counts. */
export const injuredCount = (policy: Policy) => readingOf(policy).count

/**
 * The injury an incident is classed by. A ledger that names no injured person still says how bad it was; as soon as
 * persons are recorded, they decide.
 */
export const injuryOfIncident = (ofPeople: Injury, inLedger: string | null): Injury =>
  ofPeople === NO_INJURY ? injuryOf(inLedger) : ofPeople
