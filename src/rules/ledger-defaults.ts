import type { Cell } from '../tables/cell.ts'
import type { DefaultFacts } from './default-facts.ts'
import { totalOf } from './department-reviews-rules.ts'
import { nextNumber } from './next-number.ts'
import { defaultPolicy } from './policy.ts'

type Cells = Readonly<Record<string, Cell>>
type Defaults = Record<string, Cell>

const text = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell !== '' ? cell : null
const points = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null)

/** How long a kind of box is kept when nobody says: what proves who answered for what, longest. */
const KEPT: Readonly<Record<string, string>> = {
  事故: '永久',
  责任状: '10年',
  安全制度: '30年',
  考核奖惩: '30年',
}

/** What the program fills in by itself in new rows of the ledgers. */
export const ledgerDefaults: Readonly<Record<string, (cells: Cells, facts: DefaultFacts) => Defaults>> = {
  petitions: ({ at, received_by }, { now, used }) => ({
    no: nextNumber(`XF-${(text(at) ?? now).slice(0, 10).replace(/-/g, '')}-`, 2, used('petitions', 'no')),
    at: now,
    owner: received_by ?? null,
  }),
  archives: ({ year, kind, date }, { now, used }) => {
    const of = text(year) ?? (text(date) ?? now).slice(0, 4)
    return {
      no: nextNumber(`DA-${of}-`, 2, used('archives', 'no')),
      year: of,
      date: now.slice(0, 10),
      keep: KEPT[text(kind) ?? ''] ?? '10年',
    }
  },
  directives: (_, { now }) => ({ date: now.slice(0, 10) }),
  opinions: (_, { now }) => ({ found_at: now }),
  disputes: (_, { now }) => ({ date: now.slice(0, 10) }),
  feedback: (_, { now }) => ({ date: now.slice(0, 10) }),
  programmes: (_, { now }) => ({ date: now.slice(0, 10) }),
  todos: (_, { now }) => ({ due: now.slice(0, 10) }),
  safetyLessons: ({ target }, { now, cellOf }) => {
    const first = Array.isArray(target) ? (target as readonly Cell[])[0] : null
    return {
      date: now.slice(0, 10),
      by: typeof first === 'string' ? cellOf('classes', first, 'homeroom') : null,
    }
  },
  departmentReviews: ({ rules, records, taught, rectified, duty }, { policy }) => {
    const total = totalOf({
      rules: points(rules),
      records: points(records),
      taught: points(taught),
      rectified: points(rectified),
      duty: points(duty),
    })
    const bounds = (policy ?? defaultPolicy)['score.grades']
    return {
      grade:
        total === null
          ? null
          : (['优', '良', '合格'][bounds.findIndex((least) => total >= least)] ?? '不合格'),
    }
  },
}
