import type { Beside } from '../engine/row-place.ts'
import type { Cell } from '../tables/cell.ts'
import type { PasteChoice, PastePreview } from './pasting.ts'
import type { EditRequest, Write } from './row-source.ts'
import type { Summary } from './summary.ts'
import type { ViewState } from './view-state.ts'

/** What the grid asks of the screen around it. Every write of cells goes through `onedit` alone. */
export interface GridCallbacks {
  readonly onedit: (requests: readonly EditRequest[], how: Write) => void
  /** Do rows past the end of a paste become new ones? */
  readonly canAdd: boolean
  /** A paste that some columns refuse; null gives it up. */
  readonly onpaste: (preview: PastePreview) => Promise<PasteChoice | null>
  /** A paste with a choice of how: the screen asks, and answers with `paste`. */
  readonly onpastespecial: () => void
  /**
   * New rows, beside another or at the end, with what they hold from the start; their ids, so that the first of them can
   * be selected.
   */
  readonly onadd: (
    count: number,
    beside?: Beside,
    cells?: Readonly<Record<string, Cell>>,
  ) => readonly string[]
  /** Copies of rows, below the last of them; their ids. */
  readonly onduplicate: (rows: readonly string[]) => readonly string[]
  readonly onmove: (rows: readonly string[], beside: Beside) => void
  readonly ondelete: (rows: readonly string[]) => void
  readonly onselect: (row: string | null, column: string) => void
  /** The selection or what it holds has changed. */
  readonly onrange: (selected: Selected) => void
  readonly onview: (view: ViewState) => void
  /** The conditional formats of the table, for somebody who looks at this column. */
  readonly onformats: (column: string) => void
  /** The history of a cell. */
  readonly oncontext: (row: string, column: string) => void
}

/** The selection as the status line counts it. */
export interface Selected {
  /** More than one only after Ctrl; rows and columns are those of the last one then. */
  readonly ranges: number
  readonly cells: number
  readonly rows: number
  readonly columns: number
  readonly summary: () => Generator<void, Summary>
}

export type Anchor = () => DOMRect

/** A menu or dialog of the grid; one at a time. */
export type GridMenu =
  | {
      readonly kind: 'column' | 'filter' | 'sort' | 'subtotal'
      readonly column: string
      readonly anchor: Anchor
    }
  | { readonly kind: 'columns' | 'context'; readonly anchor: Anchor }
