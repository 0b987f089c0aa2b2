import type { Cell } from '../tables/cell.ts'
import type { DeductionEntry, ScoreFacts, VetoEntry } from '../rules/score-facts.ts'
import type { Receipts } from './receipts.ts'
import type { Scores } from './scores.ts'
import type { ScoreSources } from './score-sources.ts'

/** A row the program makes: its id, and the input cells it starts with. */
export interface GeneratedRow {
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}

interface Generated {
  readonly rows: readonly GeneratedRow[]
  readonly positions: ReadonlyMap<string, number>
}

export const scoreRowId = (term: string, person: string): string => `#score:${term}|${person}`
export const allowanceRowId = (term: string, person: string): string => `#allowance:${term}|${person}`

/**
 * The tables that the program fills: scores and allowances (a row for each assessed person and term), deductions and
 * vetoes (a row for each line of a receipt). They are made when somebody looks and kept until a score moves. What people
 * add to such a row (a signature, a meeting) is stored under the row's id, which says what the row stands for.
 */
export class GeneratedTables {
  private made = new Map<string, { version: number; generated: Generated }>()
  private deductionEntries = new Map<string, DeductionEntry>()
  private vetoEntries = new Map<string, VetoEntry>()

  constructor(
    private readonly scores: Scores,
    private readonly receipts: Receipts,
    private readonly sources: ScoreSources,
  ) {}

  of(table: string): Generated {
    const known = this.made.get(table)
    if (known?.version === this.scores.version) return known.generated
    const rows = this.make(table)
    const generated = { rows, positions: new Map(rows.map((row, position) => [row.id, position])) }
    this.made.set(table, { version: this.scores.version, generated })
    return generated
  }

  score(id: string): ScoreFacts | null {
    const parts = /^#(?:score|allowance):([^|]+)\|(.+)$/.exec(id)
    if (!parts) return null
    const term = this.scores.termIndex(parts[1]!)
    const person = this.sources.data('staff').positions.get(parts[2]!)
    return term < 0 || person === undefined ? null : this.scores.of(person, term)
  }

  entry(id: string): DeductionEntry | VetoEntry | null {
    if (id.startsWith('#deduction:')) {
      this.of('deductions')
      return this.deductionEntries.get(id) ?? null
    }
    if (!id.startsWith('#veto:')) return null
    this.of('vetoes')
    return this.vetoEntries.get(id) ?? null
  }

  private make(table: string): GeneratedRow[] {
    if (table === 'deductions') return this.makeDeductions()
    if (table === 'vetoes') return this.makeVetoes()
    return this.makeScoreRows(table === 'termScores' ? scoreRowId : allowanceRowId)
  }

  private makeScoreRows(idOf: (term: string, person: string) => string): GeneratedRow[] {
    const rows: GeneratedRow[] = []
    const staff = this.sources.data('staff')
    for (const [index, term] of this.sources.environment().terms.entries())
      for (let person = 0; person < staff.ids.length; person++)
        if (this.scores.isAssessed(person, index))
          rows.push({ id: idOf(term.id, staff.ids[person]!), cells: { term: term.id } })
    return rows
  }

  private makeDeductions(): GeneratedRow[] {
    const entries = this.receipts.all()
    this.deductionEntries = new Map(entries.map((entry) => [entry.id, entry]))
    return entries.map((entry) => ({
      id: entry.id,
      cells: {
        term: entry.term,
        person: entry.person,
        source: entry.source,
        incident: entry.incident,
        state: entry.state,
      },
    }))
  }

  private makeVetoes(): GeneratedRow[] {
    const entries = this.receipts.vetoes()
    this.vetoEntries = new Map(entries.map((entry) => [entry.id, entry]))
    return entries.map((entry) => ({
      id: entry.id,
      cells: {
        year: entry.year,
        kind: entry.kind,
        who: entry.who,
        reason: entry.reason,
        incident: entry.incident,
      },
    }))
  }
}
