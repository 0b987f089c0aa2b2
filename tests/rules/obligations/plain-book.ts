import { calendarFrom } from '../../../src/rules/calendar.ts'
import type { ObligationBook, ObligationFacts } from '../../../src/rules/obligations/declaration.ts'
import { defaultPolicy, type Policy } from '../../../src/rules/policy.ts'
import type { TermSpan } from '../../../src/rules/terms.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import { holidayData } from '../../../src/tables/school/holiday-data.ts'

type Cells = Readonly<Record<string, Cell>>

/** Rows as they are, with computed cells given; counts how many cells were read. */
export class PlainBook implements ObligationBook {
  readonly tables = new Map<string, Map<string, Cells>>()
  reads = 0
  #next = 0

  constructor(names: readonly string[]) {
    for (const name of names) this.tables.set(name, new Map())
  }

  add(table: string, cells: Cells, id = `#${table}-${this.#next++}`): string {
    this.tables.get(table)!.set(id, cells)
    return id
  }

  set(table: string, row: string, cells: Cells): void {
    this.tables.get(table)!.set(row, { ...this.tables.get(table)!.get(row), ...cells })
  }

  has = (table: string) => this.tables.has(table)
  rows = (table: string) => [...this.tables.get(table)!.keys()]
  cell = (table: string, row: string, column: string): Cell => {
    this.reads++
    return this.tables.get(table)?.get(row)?.[column] ?? null
  }
  idOf = (table: string, reference: Cell) =>
    typeof reference === 'string' && this.tables.get(table)?.has(reference) ? reference : null
}

const term = (id: string, schoolYear: string, name: string, from: string, to: string): TermSpan => ({
  id,
  name: `${schoolYear} ${name}`,
  schoolYear,
  from,
  to,
  startDate: from,
  endDate: to,
  sealed: false,
  closedOn: null,
})

export const spring = term('#spring', '2025-2026', '第二学期', '2026-03-02', '2026-07-03')
export const autumn = term('#autumn', '2026-2027', '第一学期', '2026-09-01', '2027-01-22')

const { off, work } = holidayData['2026']!
const daysOf = (named: Readonly<Record<string, string>>) =>
  Object.values(named)
    .flatMap((days) => days.split(' '))
    .map((day) => `2026-${day}`)
const free = [...daysOf(off), '2027-01-01'].sort()

const calendar = calendarFrom([
  ...free.map((date) => ({ date, kind: '法定休' })),
  ...daysOf(work).map((date) => ({ date, kind: '调休上班' })),
])

export const factsOn = (
  today: string,
  change: Partial<ObligationFacts> & { readonly rules?: Partial<Policy> } = {},
): ObligationFacts => ({
  today,
  calendar,
  policy: { ...defaultPolicy, ...change.rules },
  terms: [spring, autumn],
  majorDays: free,
  profile: (column) => ({ principal: '#head', safety_vp: '#vp', canteen: true })[column] ?? null,
  leaderOn: () => '#leader',
  ...change,
})
