/** What a cell is among the others of its column: a number, or a text in small letters; null for none. */
export type Key = string | number | null

/** What a condition may ask about a whole column: gone through once, when first asked, and not again until it is forgotten. */
export class ColumnStatistics {
  private repeated: ReadonlySet<Key> | null = null
  private sorted: Float64Array | null = null

  constructor(private readonly keys: () => Iterable<Key>) {}

  isRepeated(key: Key): boolean {
    this.repeated ??= repeatedOf(this.keys())
    return this.repeated.has(key)
  }

  /** The least number that is among so many largest, or the largest among so many smallest; null without any numbers. */
  limit(end: 'largest' | 'smallest', count: number): number | null {
    this.sorted ??= Float64Array.from([...this.keys()].filter((key) => typeof key === 'number')).sort()
    const { length } = this.sorted
    if (length === 0) return null
    const places = Math.min(count, length)
    return this.sorted[end === 'largest' ? length - places : places - 1]!
  }
}

function repeatedOf(keys: Iterable<Key>): Set<Key> {
  const seen = new Set<Key>()
  const repeated = new Set<Key>()
  for (const key of keys) {
    if (key === null) continue
    if (seen.has(key)) repeated.add(key)
    else seen.add(key)
  }
  return repeated
}
