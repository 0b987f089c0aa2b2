import { allowanceOf, finalScore, gradeOf, roundHalfUp } from '../rules/final-score.ts'
import type { InPost } from '../rules/months-in-post.ts'
import type { Policy } from '../rules/policy.ts'
import type { ScoreFacts } from '../rules/score-facts.ts'

/** What the sums and the staff table say about one person in one term. */
export interface PersonTerm {
  /** Where the person stands in the staff table, and the term among the terms. */
  readonly position: number
  readonly termIndex: number
  readonly person: string
  readonly term: string
  readonly department: string | null
  readonly posts: string | null
  readonly direct: number
  readonly mgmt: number
  readonly other: number
  readonly expected: number
  readonly zeroed: boolean
  readonly veto: boolean
  readonly post: InPost
}

/** What needs everybody's score of a term; an edit moves only a few, so it is worked out when somebody looks. */
export interface Everybody {
  /** Place of the person at a position of the staff table. */
  rankOf(position: number, term: number): number
  /** Of what low scores leave over, the part that falls to somebody who has earned this much himself. */
  leftOverFor(own: number, term: number): number
  totalOf(term: number): number
}

/** One person's result in one term (P4-33 … P4-37), from his points to his allowance. */
export class PersonScore implements ScoreFacts {
  readonly person: string
  readonly term: string
  readonly department: string | null
  readonly posts: string | null
  readonly base: number
  readonly direct: number
  readonly mgmt: number
  readonly other: number
  readonly expected: number
  readonly raw: number
  readonly zeroed: boolean
  readonly final: number
  readonly veto: boolean
  readonly grade: ScoreFacts['grade']
  readonly standard: number
  readonly months: number
  readonly prorata: number
  readonly #everybody: Everybody
  readonly #position: number
  readonly #termIndex: number
  readonly #own: number
  readonly #step: number

  constructor(facts: PersonTerm, policy: Policy, everybody: Everybody) {
    this.person = facts.person
    this.term = facts.term
    this.department = facts.department
    this.posts = facts.posts
    this.base = policy['score.base']
    this.direct = facts.direct
    this.mgmt = facts.mgmt
    this.other = facts.other
    this.expected = facts.expected
    this.raw = roundHalfUp(this.base - facts.direct - facts.mgmt + facts.other, 0.01)
    this.zeroed = facts.zeroed
    this.final = finalScore(this.raw, facts.zeroed, policy)
    this.veto = facts.veto
    this.grade = gradeOf(this.final, policy)
    this.standard = policy['allow.amount']
    this.months = facts.post.counted
    this.prorata = facts.post.share
    this.#everybody = everybody
    this.#position = facts.position
    this.#termIndex = facts.termIndex
    this.#own = allowanceOf(this.final, facts.post.share, policy)
    this.#step = policy['allow.round']
  }

  /** Allowance earned by one's own score, before what others leave over. */
  get own(): number {
    return this.#own
  }

  get rank(): number {
    return this.#everybody.rankOf(this.#position, this.#termIndex)
  }

  get amount(): number {
    return roundHalfUp(this.#own + this.#everybody.leftOverFor(this.#own, this.#termIndex), this.#step)
  }

  get termTotal(): number {
    return this.#everybody.totalOf(this.#termIndex)
  }
}
