import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['areas']>()

/** Worst first. */
const RANK = { '重大(红)': 0, '较大(橙)': 1, '一般(黄)': 2, '低(蓝)': 3 } as const
type RiskLevel = keyof typeof RANK

export const areasRules = all({
  // The contracts of areas are a register of their own; without it nobody is in charge yet.
  owner: rule({}, () => null),
  /** The worst of the risk points there. */
  risk: rule({ from: { riskPoints: { by: 'area', columns: ['level'] } } }, ({ from }) =>
    from.riskPoints.fold<RiskLevel | null>(null, (worst, { level }) => {
      if (level === null) return worst
      return worst === null || RANK[level] < RANK[worst] ? level : worst
    }),
  ),
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
