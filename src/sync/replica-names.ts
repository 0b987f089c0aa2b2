import type { Dot } from './dots.ts'

const SEQUENCES = 2 ** 32

/**
 * The replicas of one copy by index, so that a dot is one number: 20,000 rows have their dots in one array, and two
 * equal dots are found equal without looking at a text. 0 is no dot.
 */
export class ReplicaNames {
  readonly names: string[] = []
  private readonly indexes = new Map<string, number>()

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.index(name)
  }

  index(name: string): number {
    const known = this.indexes.get(name)
    if (known !== undefined) return known
    const index = this.names.push(name) - 1
    this.indexes.set(name, index)
    return index
  }

  code({ replica, seq }: Dot): number {
    return this.index(replica) * SEQUENCES + seq
  }

  dot(code: number): Dot {
    const index = Math.floor(code / SEQUENCES)
    // Not `code % SEQUENCES`: the remainder of numbers this large is worked out bit by bit.
    return { replica: this.names[index]!, seq: code - index * SEQUENCES }
  }
}
