import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'
import type { ScoreFacts } from './score-facts.ts'

/** How the final score comes from the sums. */
function stepsTo(score: ScoreFacts, ceiling: number): Step[] {
  const { base, direct, mgmt, other, raw, final, expected } = score
  const steps: Step[] = [{ code: 'score.raw', params: { base, direct, mgmt, other, raw } }]
  if (score.zeroed) steps.push({ code: 'score.zeroed' })
  else if (final === raw) steps.push({ code: 'score.as-raw', params: { final } })
  else steps.push({ code: 'score.bounded', params: { raw, final, ceiling } })
  if (expected) steps.push({ code: 'score.expected', params: { expected } })
  return steps
}

const { rule, all } = rulesOf<Tables['termScores']>()

/** One row for every assessed person and term; every number comes from that person's score. */
export const termScoresRules = all({
  person: rule({ score: true }, ({ score }) => score?.person ?? null),
  department: rule({ score: true }, ({ score }) => score?.department ?? null),
  posts: rule({ score: true }, ({ score }) => score?.posts ?? null),
  base: rule({ score: true }, ({ score }) => score?.base ?? null),
  direct: rule({ score: true }, ({ score }) => score?.direct ?? null),
  mgmt: rule({ score: true }, ({ score }) => score?.mgmt ?? null),
  other: rule({ score: true }, ({ score }) => score?.other ?? null),
  raw: rule({ score: true }, ({ score }) => score?.raw ?? null),
  zeroed: rule({ score: true }, ({ score }) => score?.zeroed ?? null),
  final: rule({ score: true }, ({ score }) => score?.final ?? null, {
    why: ({ score }, { policy }) => (score === null ? [] : stepsTo(score, policy['score.ceiling'])),
  }),
  expected: rule({ score: true }, ({ score }) => score?.expected ?? null),
  rank: rule({ score: true }, ({ score }) => score?.rank ?? null),
  veto: rule({ score: true }, ({ score }) => score?.veto ?? null),
  grade: rule({ score: true }, ({ score }) => score?.grade ?? null),
})
