import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['swaps']>()

export const swapsRules = all({
  /** Whoever is named as replaced; else all who stood there. */
  from_person: rule(
    {
      own: ['absent', 'from_row'],
      rows: {
        staff: { columns: ['name'] },
        rota: { columns: ['teachers'] },
        holidayDuty: { columns: ['staff'] },
      },
    },
    ({ absent, from_row, rows }) => {
      const people =
        absent === null
          ? (rows.rota.named(from_row)?.teachers ?? rows.holidayDuty.named(from_row)?.staff ?? [])
          : [absent]
      const names = people.map((person) => rows.staff.named(person)?.name ?? person)
      return names.length ? names.join('、') : null
    },
  ),
})
