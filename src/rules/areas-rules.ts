import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['areas']>()

export const areasRules = all({
  // The contracts of areas and their risk points are registers of their own; without them nobody is in charge yet.
  owner: rule({}, () => null),
  risk: rule({}, () => null),
  /** Printed on the patrol label: short, and the same on every computer that holds the row. */
  qr: rule({ own: ['area'] }, ({ id, area }) =>
    area === null
      ? null
      : `BW-${id
          .replace(/[^0-9a-z]/gi, '')
          .slice(-8)
          .toUpperCase()}`,
  ),
})
