import type { Row } from '../tables/table.ts'
import type { Tables } from '../tables/index.ts'
import type { Policy } from './policy.ts'

export type Capacity = NonNullable<Row<Tables['findings']>['capacity']>

/** What is known about who might answer for an incident; persons are ids of staff rows, null where nobody is known. */
export interface ResponsibleFacts {
  readonly scene: string | null
  readonly type: string | null
  /** Teacher of the lesson. */
  readonly lesson: string | null
  /** Homeroom teachers of the injured pupils and of those who caused it. */
  readonly victimHomerooms: readonly string[]
  readonly offenderHomerooms: readonly string[]
  /** Who was on post at that place and time by the rota. */
  readonly onPost: readonly string[]
  readonly areaOwner: string | null
  readonly logisticsWorker: string | null
  readonly logisticsDirector: string | null
}

export interface SuggestedPerson {
  readonly person: string
  readonly capacity: Capacity
}

/** Who is examined for an incident (A14–A16): proposals in order, from which the recorder picks. */
export function suggestResponsible(facts: ResponsibleFacts, policy: Policy): readonly SuggestedPerson[] {
  const row = facts.scene === null ? undefined : policy['classify.scenes'][facts.scene]
  if (row === '当堂科任教师') return suggestions('当堂科任教师', [facts.lesson])
  if (row === '后勤人员') return suggestions('后勤人员', [logisticsPerson(facts, policy)])
  if (row !== '班主任') return []
  const inSchool = policy['responsible.inSchool']
  const onPost = suggestions('值周人员', facts.onPost)
  // The person on post answers alone only where there is one.
  if (inSchool === 'onPost' && onPost.length) return onPost
  const homerooms = suggestions('班主任', homeroomsOf(facts, policy))
  return inSchool === 'suggestBoth' ? [...homerooms, ...onPost] : homerooms
}

function homeroomsOf(facts: ResponsibleFacts, policy: Policy): readonly string[] {
  if (facts.type !== '打架' || policy['responsible.fight'] === 'victim') return facts.victimHomerooms
  if (policy['responsible.fight'] === 'offender') return facts.offenderHomerooms
  return [...facts.victimHomerooms, ...facts.offenderHomerooms]
}

/** A16: the person named by the setting, else the next one up. */
function logisticsPerson(facts: ResponsibleFacts, policy: Policy): string | null {
  const { areaOwner, logisticsWorker, logisticsDirector } = facts
  if (policy['responsible.logistics'] === 'director') return logisticsDirector
  if (policy['responsible.logistics'] === 'worker') return logisticsWorker ?? logisticsDirector
  return areaOwner ?? logisticsWorker ?? logisticsDirector
}

const suggestions = (capacity: Capacity, persons: readonly (string | null)[]): readonly SuggestedPerson[] =>
  [...new Set(persons)].flatMap((person) => (person === null ? [] : [{ person, capacity }]))
