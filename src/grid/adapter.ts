import { createGrid, type Column, type GridApi } from 'ag-grid-community'
import { headerCellOf, keepOutOfTabOrder, ROW_NUMBERS, rowAreaOf, viewportOf } from './ag-grid-dom.ts'
import { registerAgModules } from './ag-modules.ts'
import { columnDefinitions, type Handle } from './column-definitions.ts'
import { Geometry, HEADER_HEIGHT, ROW_HEIGHT, type PlacedColumn } from './geometry.ts'
import type { HeadingActions } from './heading.ts'
import type { MovedRows, RowSource } from './row-source.ts'
import { compareRanks, rankRows } from './sort-order.ts'
import { ValueFilter } from './value-filter.ts'
import { nextDirection, type ColumnView, type SortDirection, type ViewState } from './view-state.ts'

export interface AdapterEvents {
  /** Rows or columns stand elsewhere, or there are others: positions must be read again. */
  readonly onlayout: () => void
  readonly onview: (view: ViewState) => void
  readonly title: HeadingActions['title']
  readonly menuLabel: HeadingActions['menuLabel']
  readonly openMenu: (column: string) => void
}

/** Enough rows for a tall screen: the grid paints these before it is given the rest. */
const FIRST_PAGE = 60

/** AG Grid behind the few words that the rest of the grid speaks. */
export class GridAdapter {
  readonly viewport: HTMLElement
  readonly rowArea: HTMLElement
  readonly #root: HTMLElement
  readonly #api: GridApi<Handle>
  readonly #source: RowSource
  readonly #events: AdapterEvents
  readonly #filter = new ValueFilter()
  readonly #ranks = new Map<string, ReadonlyMap<string, number>>()
  #geometry: Geometry | null = null
  #viewQueued = false
  #waiting = false
  #cancelFill: () => void = () => {}

  constructor(root: HTMLElement, source: RowSource, view: ViewState | null, events: AdapterEvents) {
    registerAgModules()
    this.#root = root
    this.#source = source
    this.#events = events
    for (const [column, texts] of Object.entries(view?.filters ?? {}))
      if (column in source.table.columns) this.#filter.keep(column, texts)
    const actions: HeadingActions = {
      title: events.title,
      menuLabel: events.menuLabel,
      openMenu: events.openMenu,
      isFiltered: (column) => this.#filter.kept(column) !== null,
      toggleSort: (column) => this.sort(column, nextDirection(this.sortOf(column))),
    }
    // Which rows come first under a sort or filter is known only from all rows.
    const whole = this.#filter.active || view?.sort != null || source.size <= FIRST_PAGE
    this.#api = createGrid<Handle>(root, {
      theme: 'legacy',
      columnDefs: columnDefinitions(source, view, this.#compare, actions),
      rowData: this.#handles(0, whole ? source.size : FIRST_PAGE),
      getRowId: ({ data }) => data.id,
      rowHeight: ROW_HEIGHT,
      headerHeight: HEADER_HEIGHT,
      animateRows: false,
      suppressColumnMoveAnimation: true,
      suppressDragLeaveHidesColumns: true,
      suppressMultiSort: true,
      // Focus and keys are the editor's: AG Grid must never start an edit or move the focus by itself.
      suppressCellFocus: true,
      suppressHeaderFocus: true,
      suppressScrollOnNewData: true,
      tabIndex: -1,
      suppressNoRowsOverlay: true,
      suppressContextMenu: true,
      defaultColDef: { cellDataType: false, sortable: true, resizable: true, minWidth: 36 },
      isExternalFilterPresent: () => this.#filter.active,
      doesExternalFilterPass: ({ data }) =>
        !data || this.#filter.passes(data.id, (column) => source.text(data.id, column)),
      onSortChanged: () => this.#changed(),
      onFilterChanged: () => this.#changed(),
      onColumnResized: ({ finished }) => (finished ? this.#changed() : this.#moved()),
      onColumnMoved: ({ finished }) => (finished ? this.#changed() : this.#moved()),
      onColumnVisible: () => this.#changed(),
      onColumnPinned: () => this.#changed(),
      onDisplayedColumnsChanged: () => this.#moved(),
      onModelUpdated: () => this.#renumber(),
    })
    this.viewport = viewportOf(root)
    this.rowArea = rowAreaOf(root)
    keepOutOfTabOrder(root)
    if (!whole) this.#fillAfterPaint()
  }

  destroy(): void {
    this.#cancelFill()
    this.#api.destroy()
  }

  get geometry(): Geometry {
    this.#geometry ??= this.#measure()
    return this.#geometry
  }

  get rowCount(): number {
    return this.#api.getDisplayedRowCount()
  }

  rowAt(index: number): string | null {
    return this.#api.getDisplayedRowAtIndex(index)?.data?.id ?? null
  }

  /** Every row on show, top to bottom. */
  rows(): string[] {
    this.#fill()
    const rows: string[] = []
    for (let index = 0; index < this.rowCount; index++) {
      const row = this.rowAt(index)
      if (row !== null) rows.push(row)
    }
    return rows
  }

  /** -1 when the row is gone or filtered away. */
  indexOf(row: string): number {
    return this.#api.getRowNode(row)?.rowIndex ?? -1
  }

  /** Scrolls as little as needed to show a cell. */
  reveal(index: number, column: string): void {
    if (index < this.rowCount) this.#api.ensureIndexVisible(index)
    this.#api.ensureColumnVisible(column)
  }

  /** Whole rows that fit below the headings: what Page Down moves by. */
  get pageRows(): number {
    return Math.max(1, Math.floor((this.viewport.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1)
  }

  /** Shows what a change moved. Cells are compared with what they show, so only the moved ones are touched. */
  refresh(moved: MovedRows | null): void {
    if (!moved) this.#replaceRows()
    else if (moved.added || moved.deleted) this.#follow(moved.rows.get(this.#source.table.name) ?? new Set())
    this.#api.refreshCells({ suppressFlash: true })
  }

  sort(column: string, direction: SortDirection | null): void {
    this.#fill()
    this.#ranks.clear()
    this.#api.applyColumnState({
      state: [{ colId: column, sort: direction }],
      defaultState: { sort: null },
    })
    // Places hold for one sort only; kept, they would weigh as much as the rows.
    this.#ranks.clear()
  }

  sortOf(column: string): SortDirection | null {
    return this.#column(column)?.getSort() ?? null
  }

  /** The texts kept in a column, null when it is not filtered. */
  kept(column: string): ReadonlySet<string> | null {
    return this.#filter.kept(column)
  }

  filter(column: string, texts: Iterable<string> | null): void {
    this.#fill()
    this.#filter.keep(column, texts)
    this.#api.onFilterChanged()
    this.#api.refreshHeader()
  }

  /** What a column's filter chooses from: the texts of the rows that the other filters leave. */
  *textsFor(column: string): Iterable<string> {
    for (let position = 0; position < this.#source.size; position++) {
      const row = this.#source.idAt(position)
      if (this.#filter.passes(row, (other) => this.#source.text(row, other), column))
        yield this.#source.text(row, column)
    }
  }

  freezeUpTo(column: string): void {
    const shown = this.geometry.columns
    const last = this.geometry.indexOf(column)
    this.#pin(shown.slice(0, last + 1).map(({ key }) => key))
  }

  unfreeze(): void {
    this.#pin([])
  }

  get frozen(): boolean {
    return this.geometry.columns.some((column) => column.frozen)
  }

  hide(column: string, hidden: boolean): void {
    this.#api.setColumnsVisible([column], !hidden)
  }

  /** Every column of the table in the view's order, hidden ones included. */
  columns(): ColumnView[] {
    return this.#api
      .getColumnState()
      .filter(({ colId }) => colId !== ROW_NUMBERS)
      .map(({ colId, width, hide, pinned }) => ({
        key: colId,
        width: width ?? 0,
        hidden: hide === true,
        frozen: pinned === 'left',
      }))
  }

  /** Wide enough for the heading and the rows in sight. */
  autosize(column: string): void {
    this.#api.autoSizeColumns([column])
  }

  /** Moves a column one place along; the keyboard's way to drag a heading. */
  move(column: string, by: 1 | -1): void {
    const shown = this.#api.getAllDisplayedColumns()
    const to = shown.findIndex((other) => other.getColId() === column) + by
    const other = shown[to]
    if (!other || other.getColId() === ROW_NUMBERS) return
    const order = this.#api.getColumnState().map(({ colId }) => colId)
    this.#api.moveColumns([column], order.indexOf(other.getColId()))
    this.#changed()
  }

  resize(column: string, by: number): void {
    const width = this.#column(column)?.getActualWidth()
    if (width !== undefined) this.#api.setColumnWidths([{ key: column, newWidth: Math.max(36, width + by) }])
  }

  headingOf(column: string): HTMLElement | null {
    return headerCellOf(this.#root, column)
  }

  /** Labels changed language. */
  relabel(): void {
    this.#api.refreshHeader()
    this.#api.refreshCells({ force: true, suppressFlash: true })
  }

  view(): ViewState {
    const sorted = this.#api.getColumnState().find(({ sort }) => sort != null)
    return {
      columns: this.columns(),
      sort: sorted?.sort ? { column: sorted.colId, direction: sorted.sort } : null,
      filters: this.#filter.state(),
    }
  }

  readonly #compare = (column: string, a: string, b: string, descending: boolean): number => {
    let ranks = this.#ranks.get(column)
    if (!ranks) this.#ranks.set(column, (ranks = rankRows(this.#source, column)))
    return compareRanks(ranks.get(a), ranks.get(b), descending)
  }

  #handles(from: number, to: number): Handle[] {
    return Array.from({ length: to - from }, (_, offset) => ({ id: this.#source.idAt(from + offset) }))
  }

  #fillAfterPaint(): void {
    const frame = requestAnimationFrame(() => {
      const timer = setTimeout(() => this.#fill())
      this.#cancelFill = () => clearTimeout(timer)
    })
    this.#waiting = true
    this.#cancelFill = () => cancelAnimationFrame(frame)
  }

  /** Gives the grid the rows after the first page, once that has been painted or as soon as they are needed. */
  #fill(): void {
    if (!this.#waiting) return
    this.#cancelFill()
    this.#waiting = false
    this.#api.applyTransaction({ add: this.#handles(FIRST_PAGE, this.#source.size) })
  }

  #replaceRows(): void {
    this.#cancelFill()
    this.#waiting = false
    this.#ranks.clear()
    this.#api.setGridOption('rowData', this.#handles(0, this.#source.size))
  }

  /** Takes rows in and out. New rows nearly always come last; anything else sets the order anew. */
  #follow(touched: ReadonlySet<string>): void {
    if (this.#waiting) return this.#replaceRows()
    this.#ranks.clear()
    const add: { handle: Handle; position: number }[] = []
    const remove: Handle[] = []
    for (const id of touched) {
      const position = this.#source.positionOf(id)
      const shown = this.#api.getRowNode(id)?.data
      if (position >= 0 && !shown) add.push({ handle: { id }, position })
      else if (position < 0 && shown) remove.push(shown)
    }
    for (const { handle } of add) this.#filter.added(handle.id)
    add.sort((a, b) => a.position - b.position)
    const atEnd = add.every(({ position }, i) => position === this.#source.size - add.length + i)
    if (atEnd) this.#api.applyTransaction({ add: add.map(({ handle }) => handle), remove })
    else this.#replaceRows()
  }

  #pin(columns: readonly string[]): void {
    this.#api.applyColumnState({
      state: columns.map((colId) => ({ colId, pinned: 'left' as const })),
      defaultState: { pinned: null },
    })
    this.#api.applyColumnState({ state: [{ colId: ROW_NUMBERS, pinned: 'left' }] })
  }

  #column(key: string): Column | null {
    return this.#api.getColumn(key)
  }

  #measure(): Geometry {
    const columns: PlacedColumn[] = []
    let left = 0
    let frozenWidth = 0
    for (const column of this.#api.getAllDisplayedColumns()) {
      const width = column.getActualWidth()
      const frozen = column.getPinned() === 'left'
      if (column.getColId() !== ROW_NUMBERS) columns.push({ key: column.getColId(), left, width, frozen })
      left += width
      if (frozen) frozenWidth = left
    }
    return new Geometry(columns, frozenWidth)
  }

  #renumber(): void {
    // A row's number is its place, which AG Grid does not see change.
    this.#api.refreshCells({ columns: [ROW_NUMBERS], force: true, suppressFlash: true })
    this.#moved()
  }

  #moved(): void {
    this.#geometry = null
    this.#events.onlayout()
  }

  #changed(): void {
    this.#moved()
    if (this.#viewQueued) return
    this.#viewQueued = true
    queueMicrotask(() => {
      this.#viewQueued = false
      if (!this.#api.isDestroyed()) this.#events.onview(this.view())
    })
  }
}
