import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { GridAdapter } from './adapter.ts'
import { EVEN_ROWS, HEADER_HEIGHT, ROW_HEIGHT } from './geometry.ts'
import type { RowSource } from './row-source.ts'
import type { Look } from '../tables/own/formats.ts'

/** What a grid shows from its first row on, in pixels of the page: enough to draw it without the grid. */
export interface GridPicture {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly headerHeight: number
  readonly rowHeight: number
  readonly columns: readonly {
    readonly label: string
    readonly left: number
    readonly width: number
    readonly align: 'start' | 'center' | 'end'
    readonly computed: boolean
  }[]
  /** As many rows as there is room for, each with a cell for every column. */
  readonly rows: readonly { readonly look: Look | null; readonly cells: readonly PicturedCell[] }[]
}

interface PicturedCell {
  /** With its sign. */
  readonly text: string
  readonly look: Look | null
}

/** Null of rows of uneven heights, and of groups. Not from the elements on the page: whoever has scrolled down still starts at the top next time. */
export function pictureOf(
  adapter: GridAdapter,
  source: RowSource,
  labelOf: (column: string) => string,
): GridPicture | null {
  if (adapter.geometry.rows !== EVEN_ROWS || adapter.groups.active) return null
  const { left, top, right, bottom } = adapter.viewport.getBoundingClientRect()
  const columns = adapter.geometry.columns.filter((column) => left + column.left < right)
  const count = Math.ceil((bottom - top - HEADER_HEIGHT) / ROW_HEIGHT)
  return {
    left,
    top,
    right,
    bottom,
    headerHeight: HEADER_HEIGHT,
    rowHeight: ROW_HEIGHT,
    columns: columns.map(({ key, left: at, width }) => ({
      label: labelOf(key),
      left: left + at,
      width,
      align: cellTypeOf(source.table.columns[key]!).align,
      computed: source.table.columns[key]!.computed,
    })),
    rows: Array.from({ length: Math.max(0, Math.min(count, adapter.rowCount)) }, (_, index) => {
      const row = adapter.rowAt(index)
      return {
        look: (row !== null && source.rowLook?.(row)) || null,
        cells: columns.map(({ key }) => cellOf(source, row, key)),
      }
    }),
  }
}

function cellOf(source: RowSource, row: string | null, column: string): PicturedCell {
  if (row === null) return { text: '', look: null }
  const found = source.look?.(row, column) ?? null
  const sign = found?.signed ? `${found.look.sign} ` : ''
  return { text: sign + source.text(row, column), look: found?.look ?? null }
}
