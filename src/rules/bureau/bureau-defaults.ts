import { quarterOf } from '../../tables/school/report-periods.ts'
import type { Cell } from '../../tables/cell.ts'
import type { DefaultFacts } from '../default-facts.ts'
import { byProgram, SCHOOL_ITEMS } from './assessment-figures.ts'
import { nextNumber } from '../next-number.ts'
import { quarterOfDay, quarterSpan } from './spans.ts'

type Cells = Readonly<Record<string, Cell>>

const text = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell !== '' ? cell : null
const compact = (moment: string): string => moment.slice(0, 10).replace(/-/g, '')
const today = (_: Cells, { now }: DefaultFacts) => ({ date: now.slice(0, 10) })

/** A hundred points over the items of a school's assessment; a bureau may weigh them otherwise. */
export const assessmentPoints: Readonly<Record<string, number>> = Object.fromEntries(
  SCHOOL_ITEMS.map((item) => [item, byProgram[item]]),
)

/** What the program fills in by itself in new rows of a bureau. */
export const bureauDefaults: Readonly<
  Record<string, (cells: Cells, facts: DefaultFacts) => Record<string, Cell>>
> = {
  visits: ({ date }, { now, used }) => ({
    no: nextNumber(`DC-${compact(text(date) ?? now)}-`, 2, used('visits', 'no')),
    date: now.slice(0, 10),
  }),
  orders: ({ date }, { now, used }) => ({
    no: nextNumber(`RW-${compact(text(date) ?? now)}-`, 2, used('orders', 'no')),
    date: now.slice(0, 10),
  }),
  sectionReports: ({ quarter }, { now }) => {
    const named = quarterOf(text(quarter) ?? '') ?? quarterOfDay(now.slice(0, 10))
    return { quarter: named, due_sent: quarterSpan(named).to }
  },
  bureauMeetings: today,
  bureauPlans: today,
  bureauDuty: today,
  bureauTraining: today,
  receipts: (_, { now }) => ({ month: now.slice(0, 7) }),
  bulletins: (_, { now }) => ({ period: now.slice(0, 7) }),
  schoolPledges: (_, { now }) => ({ year: now.slice(0, 4) }),
  schoolAssessment: ({ item }, { now }) => ({
    year: now.slice(0, 4),
    points: assessmentPoints[text(item) ?? ''] ?? null,
  }),
  sectionAssessment: (_, { now }) => ({ year: now.slice(0, 4) }),
  awards: (_, { now }) => ({ year: now.slice(0, 4) }),
  urgentReports: (_, { now }) => ({ at: now }),
  bureauOpinions: (_, { now }) => ({ found_at: now }),
  bureauPetitions: ({ at, received_by }, { now, used }) => ({
    no: nextNumber(`XF-${compact(text(at) ?? now)}-`, 2, used('bureauPetitions', 'no')),
    at: now,
    owner: received_by ?? null,
  }),
  bureauArchive: ({ year, date }, { now, used }) => {
    const of = text(year) ?? (text(date) ?? now).slice(0, 4)
    return {
      no: nextNumber(`DA-${of}-`, 2, used('bureauArchive', 'no')),
      year: of,
      date: now.slice(0, 10),
      keep: '10年',
    }
  },
}
