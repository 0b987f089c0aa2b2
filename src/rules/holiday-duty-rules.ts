import type { Tables } from '../tables/index.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['holidayDuty']>()

export const holidayDutyRules = all({
  /** Of the leader first, then of those on duty; who has none is left out. */
  phones: rule({ own: ['leader', 'staff'], rows: { staff: { columns: ['phone'] } } }, (row) => {
    const phones = [row.leader, ...(row.staff ?? [])].flatMap(
      (person) => row.rows.staff.named(person)?.phone ?? [],
    )
    return phones.length ? [...new Set(phones)].join('、') : null
  }),
})
