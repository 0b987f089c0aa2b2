import { createGrid, type GridApi, type GridOptions } from 'ag-grid-community'
import { headerCellOf, keepOutOfTabOrder, ROW_NUMBERS, rowAreaOf, viewportOf } from './ag-grid-dom.ts'
import { registerAgModules } from './ag-modules.ts'
import { arrange, filterOf, orderOf } from './arranged-rows.ts'
import { ColumnLayout } from './column-layout.ts'
import { columnDefinitions, type Handle } from './column-definitions.ts'
import { Geometry, HEADER_HEIGHT, ROW_HEIGHT, type PlacedColumn } from './geometry.ts'
import { GroupHeading } from './group-heading.ts'
import { isGroupId } from './grouped-rows.ts'
import { Grouping } from './grouping.ts'
import { Groups, type GroupEvents } from './groups.ts'
import type { HeadingActions } from './heading.ts'
import { RowHeights } from './row-heights.ts'
import { rowModelOver } from './row-model.ts'
import type { MovedRows, RowSource } from './row-source.ts'
import { ShownLines } from './shown-lines.ts'
import { Sorting } from './sorting.ts'
import type { ValueFilter } from './value-filter.ts'
import type { ViewState } from './view-state.ts'

export interface AdapterEvents {
  /** Rows or columns stand elsewhere, or there are others: positions must be read again. */
  readonly onlayout: () => void
  readonly onview: (view: ViewState) => void
  readonly title: HeadingActions['title']
  readonly menuLabel: HeadingActions['menuLabel']
  readonly openMenu: (column: string) => void
  readonly sortLabel: HeadingActions['sortLabel']
  readonly select: HeadingActions['select']
  readonly groupWords: GroupEvents['words']
}

/** AG Grid behind the few words that the rest of the grid speaks. */
export class GridAdapter {
  readonly viewport: HTMLElement
  readonly rowArea: HTMLElement
  readonly sorting: Sorting
  readonly layout: ColumnLayout
  readonly groups: Groups
  readonly #root: HTMLElement
  readonly #api: GridApi<Handle>
  readonly #source: RowSource
  readonly #events: AdapterEvents
  readonly #filter: ValueFilter
  readonly #lines: ShownLines
  readonly #heights: RowHeights
  #widths: ReadonlyMap<string, number> = new Map()
  #geometry: Geometry | null = null
  #viewQueued = false

  constructor(root: HTMLElement, source: RowSource, view: ViewState | null, events: AdapterEvents) {
    registerAgModules()
    this.#root = root
    this.#source = source
    this.#events = events
    this.#filter = filterOf(source, view)
    const order = orderOf(source, view)
    const grouping = new Grouping(source, view?.groups)
    if (grouping.active) grouping.arrange(arrange(source, this.#filter, order), order)
    this.sorting = new Sorting(
      order,
      () => this.#api,
      () => this.groups.anew(),
    )
    this.#heights = new RowHeights(source, () => this.#widths, view)
    this.#lines = new ShownLines(source, this.#filter, grouping, this.#heights, () => this.sorting.order)
    this.groups = new Groups(source, grouping, this.#filter, this.#lines, this.sorting, {
      words: events.groupWords,
      onchange: () => this.#changed(),
    })
    const actions: HeadingActions = {
      title: events.title,
      menuLabel: events.menuLabel,
      openMenu: events.openMenu,
      sortLabel: events.sortLabel,
      select: events.select,
      isFiltered: (column) => this.#filter.kept(column) !== null,
      sortPlace: (column) => this.sorting.placeOf(column),
      toggleSort: (column, add) => this.sorting.toggle(column, add),
    }
    const options: GridOptions<Handle> = {
      theme: 'legacy',
      rowModelType: 'infinite',
      columnDefs: columnDefinitions(source, view, actions, (index) => this.groups.rowNumber(index)),
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
      isFullWidthRow: ({ rowNode }) => rowNode.data?.isGroup === true,
      fullWidthCellRenderer: GroupHeading,
      fullWidthCellRendererParams: { headings: this.groups.headings },
      onSortChanged: () => this.#changed(),
      onColumnResized: ({ finished }) => {
        if (finished && this.#heights.wrap) this.#layOutRows()
        else if (finished) this.#changed()
        else this.#moved()
      },
      onColumnMoved: ({ finished }) => (finished ? this.#changed() : this.#moved()),
      onColumnVisible: () => this.#changed(),
      onColumnPinned: () => this.#changed(),
      onDisplayedColumnsChanged: () => this.#moved(),
      onModelUpdated: () => this.#renumber(),
    }
    this.#api = createGrid<Handle>(root, options, { modules: [rowModelOver(this.#lines)] })
    this.sorting.began()
    this.layout = new ColumnLayout(
      this.#api,
      () => this.geometry,
      () => this.#changed(),
    )
    this.viewport = viewportOf(root)
    this.rowArea = rowAreaOf(root)
    keepOutOfTabOrder(root)
    if (!this.#heights.even) this.#layOutRows()
    // Told while rows are being drawn, where nothing else may be.
    this.#lines.onheights = () => queueMicrotask(() => !this.#api.isDestroyed() && this.#moved())
  }

  destroy(): void {
    this.#api.destroy()
  }

  get geometry(): Geometry {
    if (this.#geometry?.rows !== this.#lines.places) this.#geometry = this.#measure()
    return this.#geometry!
  }

  get rowCount(): number {
    return this.#lines.size
  }

  /** The id of a row; null for the heading of a group. */
  rowAt(index: number): string | null {
    const line = this.#lines.idAt(index)
    return line === null || isGroupId(line) ? null : line
  }

  /** The id of a row or of a group. */
  lineAt(index: number): string | null {
    return this.#lines.idAt(index)
  }

  /** Every row that filters leave, top to bottom; those in folded groups too. */
  rows(): string[] {
    return this.groups.active ? this.groups.rows() : [...this.#lines.ids]
  }

  /** Where a row or a group stands; -1 when it is gone, filtered away or folded. */
  indexOf(line: string): number {
    return this.#lines.indexOf(line)
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
    if (this.groups.active) this.groups.follow(moved)
    else if (!moved) this.#lines.replace()
    else if (moved.added || moved.deleted)
      this.#lines.follow(moved.rows.get(this.#source.table.name) ?? new Set())
    this.#api.refreshCells({ suppressFlash: true })
    if (this.#heights.wrap) this.#lines.fit(moved?.rows.get(this.#source.table.name) ?? new Set())
  }

  /** The texts kept in a column, null when it is not filtered. */
  kept(column: string): ReadonlySet<string> | null {
    return this.#filter.kept(column)
  }

  filter(column: string, texts: Iterable<string> | null): void {
    this.#filter.keep(column, texts)
    this.groups.anew()
    this.#api.refreshHeader()
    this.#changed()
  }

  /** What a column's filter chooses from: the texts of the rows that the other filters leave. */
  *textsFor(column: string): Iterable<string> {
    for (let position = 0; position < this.#source.size; position++) {
      const row = this.#source.idAt(position)
      if (this.#filter.passes(row, (other) => this.#source.text(row, other), column))
        yield this.#source.text(row, column)
    }
  }

  get wrapped(): boolean {
    return this.#heights.wrap
  }

  /** Shows long texts whole, on as many lines as they take; or each row on one line again. */
  wrap(on: boolean): void {
    this.#heights.wrap = on
    if (!on) this.#heights.reset()
    this.#layOutRows()
  }

  /** Pixels; `fit` is what the row's texts need. */
  setRowHeights(rows: readonly string[], height: number | 'fit'): void {
    const wasEven = this.#heights.even
    for (const row of rows) this.#heights.set(row, height === 'fit' ? this.#heights.needed(row) : height)
    if (wasEven) this.#layOutRows()
    else this.#lines.fit(rows)
    this.#changed()
  }

  headingOf(column: string): HTMLElement | null {
    return headerCellOf(this.#root, column)
  }

  /** Labels changed language. */
  relabel(): void {
    if (this.groups.active) this.groups.anew()
    this.#api.refreshHeader()
    this.#api.refreshCells({ force: true, suppressFlash: true })
  }

  view(): ViewState {
    const [sort = null, ...then] = this.sorting.keys
    return {
      columns: this.layout.columns(),
      sort,
      ...(then.length > 0 ? { then } : {}),
      ...(this.sorting.byStroke ? { byStroke: true } : {}),
      filters: this.#filter.state(),
      ...(this.groups.active ? { groups: this.groups.state()! } : {}),
      ...this.#heights.state(),
    }
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
    this.#widths = new Map(columns.map(({ key, width }) => [key, width]))
    return new Geometry(columns, frozenWidth, this.#lines.places)
  }

  /** Every row gets its height anew. */
  #layOutRows(): void {
    // Heights come of the widths of columns.
    this.#geometry = this.#measure()
    this.#root.classList.toggle('wrapped', this.#heights.wrap)
    this.#root.classList.toggle('uneven', !this.#heights.even)
    this.#lines.layOut()
    this.#changed()
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
