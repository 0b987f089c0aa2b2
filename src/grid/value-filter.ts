/** A value of a column as people see it, and how many rows show it. */
export interface CountedValue {
  readonly text: string
  readonly count: number
}

/** The distinct shown texts, in the order of `compare`; the empty text last. */
export function countValues(
  texts: Iterable<string>,
  compare: (a: string, b: string) => number,
): CountedValue[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => Number(a.text === '') - Number(b.text === '') || compare(a.text, b.text))
}

/** Which rows stay: those whose shown text is among the kept ones, in every filtered column. */
export class ValueFilter {
  readonly #kept = new Map<string, ReadonlySet<string>>()
  /** Rows added after the filter was set stay in sight until it is set again, or typing a new row would hide it. */
  readonly #fresh = new Set<string>()

  get active(): boolean {
    return this.#kept.size > 0
  }

  kept(column: string): ReadonlySet<string> | null {
    return this.#kept.get(column) ?? null
  }

  /** `null` shows every row again. */
  keep(column: string, texts: Iterable<string> | null): void {
    this.#fresh.clear()
    if (texts === null) this.#kept.delete(column)
    else this.#kept.set(column, new Set(texts))
  }

  clear(): void {
    this.#fresh.clear()
    this.#kept.clear()
  }

  added(row: string): void {
    if (this.active) this.#fresh.add(row)
  }

  passes(row: string, text: (column: string) => string, except?: string): boolean {
    if (this.#fresh.has(row)) return true
    for (const [column, kept] of this.#kept) if (column !== except && !kept.has(text(column))) return false
    return true
  }

  state(): Record<string, string[]> {
    return Object.fromEntries([...this.#kept].map(([column, texts]) => [column, [...texts]]))
  }
}
