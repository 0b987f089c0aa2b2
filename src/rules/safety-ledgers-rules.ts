import { addDays, dateOf, type LocalDate } from '../shared/local-date.ts'
import type { Tables } from '../tables/index.ts'
import type { Row } from '../tables/table.ts'
import { rulesOf, type Environment, type RowsOf } from './rule.ts'
import { termIndexOf } from './terms.ts'

const building = rulesOf<Tables['buildings']>()
const gear = rulesOf<Tables['equipment']>()
const chemical = rulesOf<Tables['chemicals']>()
const risk = rulesOf<Tables['riskPoints']>()

/** Valid on its last day still. */
export function expiryState(expires: LocalDate, { policy, now }: Pick<Environment, 'policy' | 'now'>) {
  const today = dateOf(now)
  if (expires < today) return '过期'
  return expires <= addDays(today, policy['expiry.days']) ? '临期' : '正常'
}

/** The same day a year later; of 29 February, the 28th. */
function yearAfter(day: LocalDate): LocalDate {
  const next = `${+day.slice(0, 4) + 1}${day.slice(4)}`
  return next.endsWith('-02-29') ? `${next.slice(0, 4)}-02-28` : next
}

/** The last day on which each place was looked at: named in an inspection, or in one of its items. */
function lastInspected({
  inspections,
  inspectionItems,
}: {
  readonly inspections: RowsOf<Pick<Row<Tables['inspections']>, 'date' | 'areas'>>
  readonly inspectionItems: RowsOf<Pick<Row<Tables['inspectionItems']>, 'insp' | 'area' | 'result'>>
}): Map<string, LocalDate> {
  const last = new Map<string, LocalDate>()
  const seen = (area: string | null, day: LocalDate | null) => {
    if (area !== null && day !== null && day > (last.get(area) ?? '')) last.set(area, day)
  }
  inspections.all.fold(null, (_, { date, areas }) => {
    for (const area of areas ?? []) seen(area, date)
    return null
  })
  inspectionItems.all.fold(null, (_, { insp, area, result }) => {
    if (area !== null && (result === '合格' || result === '不合格'))
      seen(area, inspections.named(insp)?.date ?? null)
    return null
  })
  return last
}

const inspected = {
  own: ['area'],
  rows: {
    inspections: { columns: ['date', 'areas'] },
    inspectionItems: { columns: ['insp', 'area', 'result'] },
  },
} as const

export const riskPointsRules = risk.all({
  last: risk.rule(inspected, ({ area, gather }) =>
    area === null ? null : (gather(lastInspected).get(area) ?? null),
  ),
  /** Once a term: in the term after the one it was last done in, by its first day. */
  review_next: risk.rule({ own: ['review'] }, ({ review }, { terms, policy }) => {
    if (review === null) return null
    const term = termIndexOf(review, terms, policy)
    const next = term < 0 ? undefined : terms[term + 1]
    return next?.startDate ?? next?.from ?? addDays(review, 182)
  }),
})

export const buildingsRules = building.all({
  annual_due: building.rule({ own: ['annual'] }, ({ annual }) =>
    annual === null ? null : yearAfter(annual),
  ),
  annual_state: building.rule({ own: ['annual'] }, ({ annual }, environment) =>
    annual === null ? null : expiryState(yearAfter(annual), environment),
  ),
})

export const equipmentRules = gear.all({
  state: gear.rule({ own: ['damaged', 'expires'] }, ({ damaged, expires }, environment) => {
    if (damaged === true) return '损坏'
    return expires === null ? null : expiryState(expires, environment)
  }),
  last: gear.rule(inspected, ({ area, gather }) =>
    area === null ? null : (gather(lastInspected).get(area) ?? null),
  ),
})

interface Movement {
  readonly id: string
  readonly day: LocalDate
  readonly key: string
  readonly act: string
  readonly qty: number
}

const SIGN: Readonly<Record<string, number>> = { 入库: 1, 归还: 1, 领用: -1, 销毁: -1 }

/** What is in stock after each movement, day by day and within a day in the order of the book; counting sets it. */
function balances({
  chemicals,
}: {
  readonly chemicals: RowsOf<Pick<Row<Tables['chemicals']>, 'date' | 'name' | 'unit' | 'act' | 'qty'>>
}): Map<string, number> {
  const movements = chemicals.all.fold<Movement[]>([], (found, { id, date, name, unit, act, qty }) => {
    if (date !== null && name !== null && act !== null && qty !== null)
      found.push({ id, day: date, key: `${name.trim()} ${unit?.trim() ?? ''}`, act, qty })
    return found
  })
  movements.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const stock = new Map<string, number>()
  return new Map(
    movements.map(({ id, key, act, qty }) => {
      const after = act === '盘点' ? qty : (stock.get(key) ?? 0) + (SIGN[act] ?? 0) * qty
      // Thousandths of a gram: sums of tenths must not end in 0.30000000000000004.
      const rounded = Math.round(after * 1e6) / 1e6
      stock.set(key, rounded)
      return [id, rounded]
    }),
  )
}

export const chemicalsRules = chemical.all({
  stock: chemical.rule(
    { rows: { chemicals: { columns: ['date', 'name', 'unit', 'act', 'qty'] } } },
    ({ id, gather }) => gather(balances).get(id) ?? null,
  ),
  expiry: chemical.rule({ own: ['expires'] }, ({ expires }, environment) =>
    expires === null ? null : expiryState(expires, environment),
  ),
})
