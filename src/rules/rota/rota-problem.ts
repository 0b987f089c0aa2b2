/**
 * A rota as numbers: who, where and when are places in lists, so that it goes to a worker and back as it is, and the
 * solver knows nothing of schools.
 */
export interface RotaProblem {
  readonly people: readonly RotaPerson[]
  readonly places: readonly RotaPlace[]
  /** Weeks or days, in their order. Nobody has two duties in one. */
  readonly periods: number
  /** Duties that stand as they are, `[person, period]`: whoever has one is not free. */
  readonly standing: readonly (readonly [person: number, period: number])[]
}

export interface RotaPerson {
  /** Duties that may still be given; null for as many as it takes. */
  readonly most: number | null
  /** Duties of this term that stand already and count. */
  readonly had: number
  /** Duties of earlier terms: whoever had more comes later where this term's counts are the same. */
  readonly before: number
}

/** A post in a period. */
export interface RotaPlace {
  readonly period: number
  /** Posts of one kind share a number, by which everybody's duties are spread over them. */
  readonly post: number
  /** 1 Monday … 7 Sunday; 0 where a duty takes the whole week. */
  readonly weekday: number
  /** How many people it takes. */
  readonly seats: number
  /** Who cannot be there, and why. */
  readonly barred: readonly (readonly [person: number, why: Barred])[]
}

/** Why a person cannot have a place, besides a duty in the same period and a cap. */
export type Barred = 'away' | 'not-here' | 'own-class' | 'with-class'

export interface RotaSolution {
  /** Of each place, in the order of the problem: the people, as many as could be found. */
  readonly holders: readonly (readonly number[])[]
  /** Of each person: duties of this term, those that stood already included. */
  readonly counts: readonly number[]
  readonly shortages: readonly Shortage[]
  readonly gaps: readonly Gap[]
}

export type Why = Barred | 'standing' | 'cap' | 'elsewhere'

/** A place that could not be filled by anybody, however the others are moved around. */
export interface Shortage {
  readonly place: number
  readonly missing: number
  /** Everybody who is not there, by what keeps them away. */
  readonly why: readonly { readonly why: Why; readonly people: readonly number[] }[]
}

/** Somebody with at least two duties less than somebody else, and what keeps more from being moved over. */
export type Gap = { readonly person: number; readonly count: number; readonly most: number } & (
  | { readonly why: 'cap'; readonly cap: number }
  /** There are only so many periods in which this person can be anywhere. */
  | { readonly why: 'few-periods'; readonly periods: number; readonly because: Why | null }
  /** The others have theirs from duties that stand. */
  | { readonly why: 'standing'; readonly others: readonly number[] }
  /** Nobody else who is free then may do what the others have: so many seats, so many people. */
  | { readonly why: 'only-they'; readonly others: readonly number[]; readonly seats: number }
)
