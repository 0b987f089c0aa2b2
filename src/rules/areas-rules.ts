import { dateOf } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['areas']>()

/** Worst first. */
const RANK = { '重大(红)': 0, '较大(橙)': 1, '一般(黄)': 2, '低(蓝)': 3 } as const
type RiskLevel = keyof typeof RANK

export const areasRules = all({
  /** Whoever has contracted it today. */
  owner: rule(
    {
      from: { contracts: { by: 'target', columns: ['owner', 'valid', 'valid_to'] } },
      rows: { staff: { columns: ['name'] } },
    },
    ({ from, rows }, { now }) => {
      const today = dateOf(now)
      const owners = from.contracts.fold(new Set<string>(), (names, { owner, valid, valid_to }) => {
        const holds = (valid === null || valid <= today) && (valid_to === null || valid_to >= today)
        return holds && owner !== null ? names.add(rows.staff.named(owner)?.name ?? owner) : names
      })
      return owners.size ? [...owners].join('、') : null
    },
  ),
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
