import type { Conflict, ConflictValue, Decision } from './conflicts.ts'

/** By which rule many disputed cells are decided at once. */
export type ChoiceRule =
  | { readonly kind: 'shown' | 'mine' | 'theirs' | 'latest' }
  /** The values of one person, by name. */
  | { readonly kind: 'person'; readonly by: string }

/** What a rule says about many cells, before anybody agrees. */
export interface ManyChosen {
  readonly decisions: readonly Decision[]
  /** Of these, how many show another value afterwards. */
  readonly moved: number
  /** Cells the rule says nothing about: they stay to be decided, each by itself. */
  readonly left: Readonly<Record<WhyLeft, number>>
}

/** `none`: no such value. `several`: more than one. `clock`: a time in question cannot be right. */
export type WhyLeft = 'none' | 'several' | 'clock'

export function chooseMany(conflicts: readonly Conflict[], rule: ChoiceRule): ManyChosen {
  const decisions: Decision[] = []
  const left = { none: 0, several: 0, clock: 0 }
  let moved = 0
  for (const { id, values } of conflicts) {
    const chosen = choose(values, rule)
    if (typeof chosen === 'string') left[chosen]++
    else {
      decisions.push({ id, value: chosen.value })
      if (chosen !== values[0]) moved++
    }
  }
  return { decisions, moved, left }
}

function choose(values: readonly ConflictValue[], rule: ChoiceRule): ConflictValue | WhyLeft {
  switch (rule.kind) {
    case 'shown':
      return values[0] ?? 'none'
    case 'mine':
      return only(values.filter(({ writers }) => writers.some(({ mine }) => mine)))
    case 'theirs':
      return only(values.filter(({ writers }) => writers.every(({ mine }) => !mine)))
    case 'person':
      return only(values.filter(({ writers }) => writers.some(({ by }) => by === rule.by)))
    case 'latest':
      return latest(values)
  }
}

const only = (values: readonly ConflictValue[]): ConflictValue | WhyLeft =>
  values.length > 1 ? 'several' : (values[0] ?? 'none')

/** By the clocks of the computers, where people ask for it and none of them is plainly wrong. */
function latest(values: readonly ConflictValue[]): ConflictValue | WhyLeft {
  if (values.some(({ writers }) => writers.some(({ clock, at }) => clock !== null || at === '')))
    return 'clock'
  const times = values.map(({ writers }) => writers[0].at)
  const newest = times.reduce((a, b) => (a > b ? a : b), '')
  return only(values.filter((_, i) => times[i] === newest))
}

/** Everybody who has written one of the values, by name. */
export const peopleIn = (conflicts: readonly Conflict[]): string[] =>
  [
    ...new Set(
      conflicts.flatMap(({ values }) => values.flatMap(({ writers }) => writers.map(({ by }) => by))),
    ),
  ].filter((by) => by !== '')
