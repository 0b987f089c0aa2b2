import { addDays, type LocalDate } from '../../shared/local-date.ts'
import { t } from '../../i18n/translate.ts'
import type { Cell } from '../../tables/cell.ts'
import { isPerRow, type ObligationBook, type ObligationFacts } from '../../rules/obligations/declaration.ts'
import { Filed } from '../../rules/obligations/filed-evidence.ts'
import { inspectionObligations } from '../../rules/obligations/inspections.ts'
import type { Chart } from './chart.ts'
import type { ChartFacts } from './chart-facts.ts'

export type Outcome = 'done' | 'missed' | 'running'

/** An inspection that was due: every week, and before every holiday. */
export interface DueInspection {
  readonly due: LocalDate
  readonly is: Outcome
}

/** Without a term, so many days back: what a school missed years ago, before it used the program, tells nothing. */
const BACK = 365

export function dueInspections(facts: ChartFacts): DueInspection[] {
  const { today, term, book } = facts
  const { calendar, policy, terms } = book.environment()
  const [from, to] = [term?.from ?? addDays(today, -BACK), term?.to ?? today]
  const world: ObligationFacts = {
    today,
    calendar,
    policy,
    terms: term ? terms.filter(({ id }) => id === term.id) : terms,
    majorDays: facts
      .rows('holidays')
      .filter((row) => facts.cell('holidays', row, 'major') === true)
      .flatMap((row) => facts.day('holidays', row, 'date') ?? [])
      .sort(),
    profile: () => null,
    leaderOn: () => null,
  }
  return inspectionObligations.flatMap((declaration) => {
    if (isPerRow(declaration)) return []
    const filed = new Filed(filedIn(facts), declaration.evidence)
    return [...declaration.periods(world, from, to)]
      .filter(({ opens, due }) => opens <= today && due >= from && due <= to)
      .map(({ from, to, due, match }): DueInspection => {
        const done = filed.settles(null, from, to, match) !== null
        return { due, is: done ? 'done' : due < today ? 'missed' : 'running' }
      })
  })
}

const filedIn = (facts: ChartFacts): ObligationBook => ({
  has: () => true,
  rows: (table) => facts.rows(table),
  cell: (table, row, column) => facts.cell(table, row, column) as Cell,
  idOf: () => null,
})

export function inspectionCharts(facts: ChartFacts): Chart[] {
  const due = dueInspections(facts)
  if (due.length === 0) return []
  const months = [...new Set(due.map(({ due }) => due.slice(0, 7)))].sort()
  const of = (is: Outcome) =>
    months.map((month) => due.filter((each) => each.is === is && each.due.startsWith(month)).length)
  const count = (is: Outcome) => due.filter((each) => each.is === is).length
  return [
    {
      id: 'inspections',
      title: t('chart.inspections'),
      summary: t('chart.inspections-count', {
        count: due.length,
        done: count('done'),
        missed: count('missed'),
      }),
      is: 'columns',
      by: t('chart.month'),
      categories: months,
      series: [
        { name: t('chart.done'), values: of('done'), look: 'plain' },
        { name: t('chart.missed'), values: of('missed'), look: 'striped' },
        { name: t('chart.running'), values: of('running'), look: 'outlined' },
      ],
    },
  ]
}
