/** A chart as data: counts of something by one or two things. `drawChart` draws it, and its numbers can be read without. */
export interface Chart {
  readonly id: string
  readonly title: string
  /** One sentence that says what the whole comes to. */
  readonly summary: string
  /** `columns` stand, for what has an order in time; `rows` lie, for long names; `squares` are a table of shades. */
  readonly is: 'columns' | 'rows' | 'squares'
  /** What the categories are: 月份, 部位. */
  readonly by: string
  readonly categories: readonly string[]
  /** Stacked on each other. For `squares` each is a line of them. */
  readonly series: readonly Series[]
  /** The table whose rows are counted, and the column whose shown text is the category: a bar leads there. */
  readonly opens?: {
    readonly table: string
    readonly column: string
    /** Other columns by which the counted rows are told from the rest. */
    readonly also: Readonly<Record<string, string>>
    /** By category, in which a bar may lead nowhere (null). */
    readonly texts: readonly (string | null)[]
  }
}

export interface Series {
  readonly name: string
  /** By category. */
  readonly values: readonly number[]
  readonly look: ChartLook
}

/** Never a colour without its pattern: on paper, and to many eyes, two colours are one. */
export const CHART_LOOKS = ['plain', 'striped', 'dotted', 'crossed', 'outlined'] as const
export type ChartLook = (typeof CHART_LOOKS)[number]

export const totalOf = ({ series }: Pick<Chart, 'series'>): number =>
  series.reduce((sum, { values }) => sum + values.reduce((all, value) => all + value, 0), 0)

/** What all series of a category come to. */
export const sumAt = ({ series }: Pick<Chart, 'series'>, category: number): number =>
  series.reduce((sum, { values }) => sum + values[category]!, 0)

/** How often each key comes, by a list of keys in their order; others have no place and are not counted. */
export function counted<Key>(keys: readonly Key[], found: Iterable<Key>): number[] {
  const places = new Map(keys.map((key, at) => [key, at]))
  const counts = keys.map(() => 0)
  for (const key of found) {
    const at = places.get(key)
    if (at !== undefined) counts[at]!++
  }
  return counts
}
