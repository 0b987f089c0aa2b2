import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['vetoes']>()

export const vetoesRules = all({
  origin: rule({ entry: 'veto' }, ({ entry }) => (entry ? '自动' : '人工')),
})
