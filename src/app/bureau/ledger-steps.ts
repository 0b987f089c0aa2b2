import type { Session } from '../session.ts'
import { keepsLedgers } from './directory.ts'
import { REPORTS, type KnownReport } from './known-reports.ts'
import {
  LEDGERS,
  type Difference,
  type RejectedRow,
  type SchoolLedgers,
  type WantedRow,
} from './ledgers-of.ts'
import { differing } from './write-ledgers.ts'

/** What has come of it. */
export interface Written {
  /** In how many steps of the history they were written. */
  readonly steps: number
  /** Rows of the ledgers that are new, and cells that are others than before. */
  readonly rows: number
  readonly cells: number
  readonly differences: readonly Difference[]
  readonly rejected: readonly RejectedRow[]
}

/** The ledgers of some schools on their way into the workbook. */
export class LedgerSteps {
  /** Rows that are not written yet. */
  waiting = 0
  readonly taken = {
    steps: 0,
    rows: 0,
    cells: 0,
    differences: [] as Difference[],
    rejected: [] as RejectedRow[],
  }
  private schools: string[] = []
  private ledgers: WantedRow[][] = []

  constructor(
    private readonly session: Session,
    private readonly whole: {
      readonly bySchool: ReadonlyMap<string, readonly KnownReport[]>
      /** By school, what is to be entered of it and its reports. */
      readonly coming: ReadonlyMap<string, readonly WantedRow[]>
    },
  ) {}

  add(school: string, { rows, differences, rejected }: SchoolLedgers): void {
    this.schools.push(school)
    this.ledgers.push([...rows])
    this.waiting += rows.length
    this.taken.differences.push(...differences)
    this.taken.rejected.push(...rejected)
  }

  /** Resolves once the step is durable: the next one would be made while this one is still held for saving. */
  async write(): Promise<void> {
    const { session, schools, ledgers, taken } = this
    const { bySchool, coming } = this.whole
    if (schools.length === 0) return
    const entered = schools.flatMap((school) => coming.get(school) ?? [])
    const change = differing(session.book, {
      schools: keepsLedgers(session.book) ? schools : [],
      ledgers: ledgers.flat(),
      reports: schools.flatMap((school) => bySchool.get(school) ?? []),
      coming: [...new Map(entered.map((row) => [row.id, row])).values()],
    })
    const count = entered.filter(({ table }) => table === REPORTS).length
    const label = { code: 'reception.taken', params: { count } }
    session.write({ source: 'program', label, ...change })
    taken.steps++
    taken.rows += change.added.filter(isOfLedger).reduce((sum, { ids }) => sum + ids.length, 0)
    taken.cells += change.edits.filter(isOfLedger).length
    this.schools = []
    this.ledgers = []
    this.waiting = 0
    await session.settled()
  }
}

const isOfLedger = ({ table }: { readonly table: string }): boolean =>
  (LEDGERS as readonly string[]).includes(table)
