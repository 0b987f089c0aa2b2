import type { FoldState } from './folds.ts'

/** How somebody arranged a table: plain data, kept with the workbook and given back when the table opens again. */
export interface ViewState {
  /** Columns in their order. A column that the table has and the view does not know comes last, shown. */
  readonly columns: readonly ColumnView[]
  readonly sort: Sort | null
  /** Further sorts, for rows that are equal by the first. */
  readonly then?: readonly Sort[]
  /** Chinese texts by their strokes instead of by pinyin. */
  readonly byStroke?: boolean
  /** Per filtered column, the shown texts whose rows stay. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Rows that show the same stand together, under a heading. */
  readonly groups?: GroupView
  /** Long texts are shown whole, on several lines. */
  readonly wrap?: boolean
  /** Heights in pixels of the rows that somebody has pulled. */
  readonly heights?: Readonly<Record<string, number>>
}

export interface ColumnView {
  readonly key: string
  readonly width: number
  readonly hidden: boolean
  readonly frozen: boolean
}

export interface GroupView {
  /** What rows are grouped by, from the outermost groups in. */
  readonly columns: readonly string[]
  /** Columns whose sums the headings tell. */
  readonly totals?: readonly string[]
  readonly folds?: FoldState
}

export interface Sort {
  readonly column: string
  readonly direction: SortDirection
}

export type SortDirection = 'asc' | 'desc'

/** A click on a heading goes up, down, and back to the order the rows were entered in. */
export const nextDirection = (direction: SortDirection | null): SortDirection | null =>
  direction === null ? 'asc' : direction === 'asc' ? 'desc' : null

/** The same arrangement without grouping by one column, or with other folds. */
export function withGroups(view: ViewState, groups: GroupView | undefined): ViewState {
  const { groups: _, ...others } = view
  return groups && groups.columns.length > 0 ? { ...others, groups } : others
}

/** All sorts of a view, the first first. */
export const sortsOf = (view: Pick<ViewState, 'sort' | 'then'> | null): readonly Sort[] =>
  view?.sort ? [view.sort, ...(view.then ?? [])] : []
