import type { GridApi } from 'ag-grid-community'
import { ROW_NUMBERS } from './ag-grid-dom.ts'
import type { Handle } from './column-definitions.ts'
import type { Geometry } from './geometry.ts'
import type { ColumnView } from './view-state.ts'

/** Which columns are shown, where, how wide, and which of them stay when one scrolls sideways. */
export class ColumnLayout {
  constructor(
    private readonly api: GridApi<Handle>,
    private readonly geometry: () => Geometry,
    private readonly changed: () => void,
  ) {}

  /** Every column of the table in the view's order, hidden ones included. */
  columns(): ColumnView[] {
    return this.api
      .getColumnState()
      .filter(({ colId }) => colId !== ROW_NUMBERS)
      .map(({ colId, width, hide, pinned }) => ({
        key: colId,
        width: width ?? 0,
        hidden: hide === true,
        frozen: pinned === 'left',
      }))
  }

  freezeUpTo(column: string): void {
    const geometry = this.geometry()
    this.#pin(geometry.columns.slice(0, geometry.indexOf(column) + 1).map(({ key }) => key))
  }

  unfreeze(): void {
    this.#pin([])
  }

  get frozen(): boolean {
    return this.geometry().columns.some((column) => column.frozen)
  }

  hide(columns: readonly string[], hidden: boolean): void {
    this.api.setColumnsVisible([...columns], !hidden)
  }

  /** Wide enough for the headings and the rows in sight. */
  autosize(columns: readonly string[]): void {
    this.api.autoSizeColumns([...columns])
  }

  /** Moves a column one place along; the keyboard's way to drag a heading. */
  move(column: string, by: 1 | -1): void {
    const shown = this.api.getAllDisplayedColumns()
    const to = shown.findIndex((other) => other.getColId() === column) + by
    const other = shown[to]
    if (!other || other.getColId() === ROW_NUMBERS) return
    const order = this.api.getColumnState().map(({ colId }) => colId)
    this.api.moveColumns([column], order.indexOf(other.getColId()))
    this.changed()
  }

  resize(column: string, by: number): void {
    const width = this.api.getColumn(column)?.getActualWidth()
    if (width !== undefined) this.api.setColumnWidths([{ key: column, newWidth: Math.max(36, width + by) }])
  }

  #pin(columns: readonly string[]): void {
    this.api.applyColumnState({
      state: columns.map((colId) => ({ colId, pinned: 'left' as const })),
      defaultState: { pinned: null },
    })
    this.api.applyColumnState({ state: [{ colId: ROW_NUMBERS, pinned: 'left' }] })
  }
}
