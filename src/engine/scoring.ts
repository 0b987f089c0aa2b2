import type { DeductionEntry, ScoreFacts } from '../rules/score-facts.ts'
import { Concealment } from './concealment.ts'
import { GeneratedTables } from './generated.ts'
import { Receipts } from './receipts.ts'
import type { ScoreSources } from './score-sources.ts'
import { Scores } from './scores.ts'

/** What scoring asks of the workbook it is part of. */
export type ScoringWorld = Omit<ScoreSources, 'concealment'>

/**
 * Everybody's scores with their receipts, and the tables the program fills from them: one part of a school's workbook. A
 * bureau's has no staff of its own to score, and goes without.
 */
export class Scoring {
  readonly generated: GeneratedTables
  private readonly scores: Scores
  private readonly receipts: Receipts

  constructor(private readonly world: ScoringWorld) {
    const sources: ScoreSources = {
      ...world,
      // Scores and concealment read each other's sums; each asks when it needs them, after both exist.
      get concealment() {
        return concealment
      },
    }
    const concealment = new Concealment(sources)
    this.scores = new Scores(sources)
    this.receipts = new Receipts(this.scores, sources, concealment)
    this.generated = new GeneratedTables(this.scores, this.receipts, sources)
  }

  /** Another number whenever a score has moved. */
  get version(): number {
    return this.scores.version
  }

  rebuild(): void {
    this.scores.rebuild()
  }

  settle(): void {
    this.scores.settle()
  }

  inputMoved(table: string, position: number): void {
    if (table === 'findings') this.scores.findingMoved(position)
    else if (table === 'incidents') this.scores.incidentMoved(position)
    else if (table === 'incidentPeople') this.scores.personMoved(position)
    else if (table === 'reportLegs') this.scores.legMoved(position)
    else if (table === 'deductions') this.scores.deductionMoved(position)
    else if (table === 'termScores') this.scores.scoreRowMoved(position)
  }

  /** The score of a colleague in a term, both by id; null when either is not there. */
  score(term: string, person: string): ScoreFacts | null {
    const at = this.at(term, person)
    return at && this.scores.of(at.position, at.term)
  }

  /** What the rows come to now, also where the term is sealed. */
  liveScore(term: string, person: string): ScoreFacts | null {
    const at = this.at(term, person)
    return at && this.scores.live(at.position, at.term)
  }

  isSealed(term: string): boolean {
    const index = this.scores.termIndex(term)
    return index >= 0 && this.scores.isSealed(index)
  }

  /** Everybody with a score in the term, in the order of the staff list; of a sealed one also those who are gone. */
  assessed(term: string): string[] {
    const index = this.scores.termIndex(term)
    if (index < 0) return []
    return this.world.data('staff').ids.filter((_, position) => this.scores.isAssessed(position, index))
  }

  /** Every line of it. */
  receipt(term: string, person: string): readonly DeductionEntry[] {
    const at = this.at(term, person)
    return at ? this.receipts.of(at.position, at.term) : []
  }

  private at(termId: string, person: string): { position: number; term: number } | null {
    const term = this.scores.termIndex(termId)
    const position = this.world.data('staff').positions.get(person)
    return term < 0 || position === undefined ? null : { position, term }
  }
}
