import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['leadership']>()

export const leadershipRules = all({
  title: rule({ via: { person: ['posts'] } }, ({ via }) => via.person?.posts?.join('、') ?? null),
})
