import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['allowances']>()

export const allowancesRules = all({
  person: rule({ score: true }, ({ score }) => score?.person ?? null),
  standard: rule({ score: true }, ({ score }) => score?.standard ?? null),
  months: rule({ score: true }, ({ score }) => score?.months ?? null),
  prorata: rule({ score: true }, ({ score }) => score?.prorata ?? null),
  score: rule({ score: true }, ({ score }) => score?.final ?? null),
  amount: rule({ score: true }, ({ score }) => score?.amount ?? null, {
    why: ({ score }) =>
      score === null
        ? []
        : [
            {
              code: 'allowance.amount',
              params: {
                standard: score.standard,
                months: score.months,
                prorata: Math.round(score.prorata * 10000) / 10000,
                final: score.final,
                amount: score.amount.toFixed(2),
              },
            },
          ],
  }),
  /** Money paid to everybody in the term, the same in each of its rows. */
  total: rule({ score: true }, ({ score }) => score?.termTotal ?? null),
})
