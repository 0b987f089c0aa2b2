import { sealedFrom, type SealedNumbers } from '../rules/sealed-score.ts'
import type { ScoreBook } from './score-book.ts'
import type { ScoreSources } from './score-sources.ts'

const CENT = 100

/**
 * The scores that were written down when their term was sealed. They stand beside the rows that the program makes, under
 * the id that says of whom and of which term they are, and nothing that becomes of the ledger afterwards moves them.
 */
export class Seals {
  private terms = new Map<string, number>()
  private book!: ScoreBook
  private readonly bySlot = new Map<number, SealedNumbers>()
  private readonly slotOfRow = new Map<number, number>()
  /** How many scores of a term are sealed. */
  private readonly inTerm = new Map<number, number>()

  constructor(private readonly sources: Pick<ScoreSources, 'data'>) {}

  rebuild(terms: Map<string, number>, book: ScoreBook): void {
    this.terms = terms
    this.book = book
    for (const map of [this.bySlot, this.slotOfRow, this.inTerm]) map.clear()
    const rows = this.sources.data('termScores').ids
    for (let row = 0; row < rows.length; row++) this.rowMoved(row, () => {})
  }

  /** The row of somebody's term score moved: by a seal, or by what people write beside it. */
  rowMoved(row: number, moved: (slot: number) => void): void {
    const known = this.slotOfRow.get(row)
    const before = known === undefined ? null : (this.bySlot.get(known) ?? null)
    const slot = known ?? this.slotOf(row)
    const after = slot < 0 ? null : this.read(row)
    if (slot < 0 || (before === null && after === null)) return
    if (after === null) {
      this.bySlot.delete(slot)
      this.slotOfRow.delete(row)
    } else {
      this.bySlot.set(slot, after)
      this.slotOfRow.set(row, slot)
    }
    const term = slot % this.book.terms
    const by = (after === null ? 0 : 1) - (before === null ? 0 : 1)
    this.inTerm.set(term, (this.inTerm.get(term) ?? 0) + by)
    moved(slot)
  }

  private read(row: number): SealedNumbers | null {
    const data = this.sources.data('termScores')
    return data.isLive(row) ? sealedFrom(data.cell('sealed', row)) : null
  }

  private slotOf(row: number): number {
    const parts = /^#score:([^|]+)\|(.+)$/.exec(this.sources.data('termScores').ids[row]!)
    const term = parts === null ? undefined : this.terms.get(parts[1]!)
    const person = parts === null ? undefined : this.sources.data('staff').positions.get(parts[2]!)
    return term === undefined || person === undefined ? -1 : this.book.slotOf(person, term)
  }

  of(slot: number): SealedNumbers | null {
    return this.bySlot.get(slot) ?? null
  }

  /** Whoever has no sealed score in such a term came later, and is not assessed in it. */
  isSealed(term: number): boolean {
    return (this.inTerm.get(term) ?? 0) > 0
  }

  totalOf(term: number): number {
    let cents = 0
    for (const [slot, { amount }] of this.bySlot)
      if (slot % this.book.terms === term) cents += Math.round(amount * CENT)
    return cents / CENT
  }
}
