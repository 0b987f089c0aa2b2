import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['training']>()

export const trainingRules = all({
  /** Of those at work now, so that the share of an old training falls as colleagues join. Retired guests do not lift it. */
  coverage: rule({ own: ['who'] }, ({ who }, { staffAtWork }) =>
    who === null || staffAtWork === 0
      ? null
      : Math.min(100, Math.round((new Set(who).size / staffAtWork) * 1000) / 10),
  ),
})
