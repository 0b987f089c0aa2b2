import type { Change, Source } from '../engine/change.ts'
import type { Dot } from './dots.ts'

/** Who made a change, when and how: shown beside values, and never what decides between them. */
export interface ChangeFacts {
  /** ISO instant, by the clock of the computer that made the change. */
  readonly at: string
  readonly by: string
  readonly source: Source
  /**
   * A print of the change and of all changes of its replica before it. Two files that name the same change but print
   * it differently come from a copied profile.
   */
  readonly print: number
}

export interface RegisteredChange extends Dot, ChangeFacts {}

/** What is known of every change a copy has seen, by its dot. Only ever grows. */
export class ChangeRegistry {
  private readonly byReplica = new Map<string, Map<number, ChangeFacts>>()
  private readonly lowest = new Map<string, number>()
  private readonly highest = new Map<string, number>()

  add({ replica, seq, at, by, source, print }: RegisteredChange): void {
    let changes = this.byReplica.get(replica)
    if (!changes) this.byReplica.set(replica, (changes = new Map()))
    if (changes.has(seq)) return
    changes.set(seq, { at, by, source, print })
    this.lowest.set(replica, Math.min(this.first(replica) || seq, seq))
    this.highest.set(replica, Math.max(this.last(replica), seq))
  }

  of({ replica, seq }: Dot): ChangeFacts | null {
    return this.byReplica.get(replica)?.get(seq) ?? null
  }

  /** The replica's lowest known number; 0 when none is known. */
  first(replica: string): number {
    return this.lowest.get(replica) ?? 0
  }

  last(replica: string): number {
    return this.highest.get(replica) ?? 0
  }

  replicas(): string[] {
    return [...this.byReplica.keys()]
  }

  /** Changes that are registered here and not there. */
  beyond(known: ChangeRegistry): RegisteredChange[] {
    const beyond: RegisteredChange[] = []
    for (const [replica, changes] of this.byReplica) {
      // A replica's changes are known without gaps, so two numbers say nearly always that there is nothing new.
      const from = known.first(replica)
      if (from > 0 && from <= this.first(replica) && this.last(replica) <= known.last(replica)) continue
      for (const [seq, facts] of changes)
        if (known.of({ replica, seq }) === null) beyond.push({ replica, seq, ...facts })
    }
    return beyond
  }

  *[Symbol.iterator](): IterableIterator<RegisteredChange> {
    for (const [replica, changes] of this.byReplica)
      for (const [seq, facts] of changes) yield { replica, seq, ...facts }
  }
}

/** The print of a change that follows one with the print `previous` (0 for a replica's first). */
export function printOf(
  previous: number,
  { at, by, change }: { readonly at: string; readonly by: string; readonly change: Change },
): number {
  const edits = change.edits.map(({ table, row, column, to }) => [table, row, column, to])
  return hash(JSON.stringify([previous, at, by, change.source, edits, change.added]))
}

/** 48 bits against accidents, not against forgers. */
function hash(text: string): number {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
    b ^= b >>> 13
  }
  return (a >>> 0) * 0x10000 + ((b >>> 8) & 0xffff)
}
