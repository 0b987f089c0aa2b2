import type { Moved } from '../engine/table-view.ts'
import type { Workbook } from '../engine/workbook.ts'

/** Rows looked at between two chances for the page to answer a key. */
const ROWS_A_PIECE = 200

/** States of an incident that a meeting or a vice principal still has to decide. */
const UNDECIDED = new Set<unknown>(['初判', '申诉中', '复核', null])

/**
 * What of the incidents is still to be done: those waiting for a decision, findings still open, reports still to be made
 * and reports somebody has to judge. The ledger is gone through once, in pieces; after that a change costs what it
 * moved, so that 100,000 old incidents cost nothing.
 */
export class OpenWork {
  readonly undecided = new Set<string>()
  readonly openFindings = new Set<string>()
  /** Reports of running incidents that have not been made. */
  readonly runningLegs = new Set<string>()
  /** Reports that were made late, as the clock says, and on which nobody has decided. */
  readonly suspectedLegs = new Set<string>()

  constructor(private readonly book: Workbook) {}

  *look(): Generator<void> {
    for (const known of [this.undecided, this.openFindings, this.runningLegs, this.suspectedLegs])
      known.clear()
    for (const table of ['incidents', 'findings', 'reportLegs'] as const)
      for (const [at, row] of this.book.view(table).ids().entries()) {
        this.place(table, row)
        if (at % ROWS_A_PIECE === ROWS_A_PIECE - 1) yield
      }
  }

  /** After a change; not for one that moved everything: then look again. */
  follow({ rows }: Moved): void {
    for (const table of ['incidents', 'findings', 'reportLegs'] as const)
      for (const row of rows.get(table) ?? []) this.place(table, row)
    // Closing or deleting an incident ends its reports, which themselves do not move.
    for (const incident of rows.get('incidents') ?? [])
      for (const { table, by, ids } of this.book.children('incidents', incident))
        if (by === 'incident' && (table === 'reportLegs' || table === 'findings'))
          for (const row of ids) this.place(table, row)
  }

  private place(table: 'incidents' | 'findings' | 'reportLegs', row: string): void {
    const { book } = this
    const there = book.has(table, row)
    if (table === 'incidents')
      return put(this.undecided, row, there && UNDECIDED.has(book.stored('incidents', row, 'state')))
    const incident = there ? incidentOf(book, table, row) : null
    if (table === 'findings')
      return put(
        this.openFindings,
        row,
        incident !== null && book.value('findings', row, 'finding') === '待认定',
      )
    const open = incident !== null && book.stored(table, row, 'verdict') === null
    const made = book.stored(table, row, 'done_at') !== null
    put(this.runningLegs, row, open && !made && isRunning(book, incident))
    put(this.suspectedLegs, row, open && made && book.value('reportLegs', row, 'suspicion') !== null)
  }

  /** Incidents of a term that are not decided, in the order of the ledger. */
  undecidedIn(term: string): string[] {
    return [...this.undecided].filter((incident) => this.book.value('incidents', incident, 'term') === term)
  }
}

/** The live incident a row belongs to; imported rows may hold its number instead of its id. */
export function incidentOf(book: Workbook, table: 'findings' | 'reportLegs', row: string): string | null {
  const cell = book.stored(table, row, 'incident')
  if (typeof cell !== 'string') return null
  if (book.has('incidents', cell)) return cell
  const found = book.find(['incidents'], cell)
  return found === 'many' ? null : found
}

/** Nobody runs after the reports of an incident that is closed, or was entered after the event. */
const isRunning = (book: Workbook, incident: string): boolean =>
  book.stored('incidents', incident, 'closed_on') === null &&
  book.stored('incidents', incident, 'backfilled') !== true

function put(set: Set<string>, row: string, belongs: boolean): void {
  if (belongs) set.add(row)
  else set.delete(row)
}
