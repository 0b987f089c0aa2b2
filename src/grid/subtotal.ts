/** One group of rows that show the same in a column. */
export interface Group {
  readonly text: string
  readonly count: number
  /** For each summed column. */
  readonly sums: readonly number[]
}

export interface Subtotals {
  readonly groups: readonly Group[]
  readonly total: Group
}

/** Counts and sums by the text of a column, in the order of `compare`; rows without a text come last. */
export function subtotals(
  rows: Iterable<{ readonly text: string; readonly numbers: readonly (number | null)[] }>,
  columns: number,
  compare: (a: string, b: string) => number,
): Subtotals {
  const groups = new Map<string, { count: number; sums: number[] }>()
  const total = { count: 0, sums: new Array<number>(columns).fill(0) }
  for (const { text, numbers } of rows) {
    let group = groups.get(text)
    if (!group) groups.set(text, (group = { count: 0, sums: new Array<number>(columns).fill(0) }))
    for (const into of [group, total]) {
      into.count++
      numbers.forEach((number, i) => (into.sums[i]! += number ?? 0))
    }
  }
  // More digits would only show how computers count.
  const rounded = (text: string, { count, sums }: { count: number; sums: number[] }): Group => ({
    text,
    count,
    sums: sums.map((sum) => Number(sum.toPrecision(15))),
  })
  return {
    groups: [...groups]
      .map(([text, group]) => rounded(text, group))
      .sort((a, b) => Number(a.text === '') - Number(b.text === '') || compare(a.text, b.text)),
    total: rounded('', total),
  }
}
