import { createGrid, type GridApi } from 'ag-grid-community'
import { headerCellOf, keepOutOfTabOrder, ROW_NUMBERS, rowAreaOf, viewportOf } from './ag-grid-dom.ts'
import { registerAgModules } from './ag-modules.ts'
import { filterOf, orderOf } from './arranged-rows.ts'
import { ColumnLayout } from './column-layout.ts'
import { columnDefinitions, type Handle } from './column-definitions.ts'
import {
  EVEN_ROWS,
  Geometry,
  HEADER_HEIGHT,
  ROW_HEIGHT,
  UnevenRows,
  type PlacedColumn,
  type RowPlaces,
} from './geometry.ts'
import { GroupHeading } from './group-heading.ts'
import { Grouping } from './grouping.ts'
import { Groups, type GroupEvents } from './groups.ts'
import type { HeadingActions } from './heading.ts'
import { RowFeed } from './row-feed.ts'
import type { MovedRows, RowSource } from './row-source.ts'
import { RowHeights } from './row-heights.ts'
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
  readonly #feed: RowFeed
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
    const grouping = new Grouping(source, view?.groups)
    this.sorting = new Sorting(
      source,
      view?.byStroke ?? false,
      () => {
        this.#feed.fill()
        return this.#api
      },
      () => grouping.active,
      () => {
        if (grouping.active) this.groups.anew()
      },
    )
    this.#feed = new RowFeed(
      source,
      this.#filter,
      grouping,
      () => this.#api,
      () => this.sorting.forget(),
    )
    this.groups = new Groups(source, grouping, this.#filter, this.#feed, this.sorting, {
      words: events.groupWords,
      onchange: () => this.#changed(),
    })
    this.groups.begin(orderOf(source, view))
    this.#heights = new RowHeights(source, () => this.#widths, view)
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
    // Which rows come first under a sort or filter is known only from all rows.
    const whole = this.#filter.active || view?.sort != null
    this.#api = createGrid<Handle>(root, {
      theme: 'legacy',
      columnDefs: columnDefinitions(source, view, this.sorting.compare, actions, (index) =>
        this.groups.rowNumber(index),
      ),
      rowData: this.#feed.begin(whole),
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
      isFullWidthRow: ({ rowNode }) => rowNode.data?.isGroup === true,
      fullWidthCellRenderer: GroupHeading,
      fullWidthCellRendererParams: { headings: this.groups.headings },
      // Lines of groups come filtered.
      isExternalFilterPresent: () => this.#filter.active && !grouping.active,
      doesExternalFilterPass: ({ data }) =>
        !data || this.#filter.passes(data.id, (column) => source.text(data.id, column)),
      onSortChanged: () => this.#changed(),
      onFilterChanged: () => this.#changed(),
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
    })
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
    this.#feed.fillAfterPaint()
  }

  destroy(): void {
    this.#feed.cancel()
    this.#api.destroy()
  }

  get geometry(): Geometry {
    this.#geometry ??= this.#measure()
    return this.#geometry
  }

  get rowCount(): number {
    return this.#api.getDisplayedRowCount()
  }

  /** The id of a row; null for the heading of a group. */
  rowAt(index: number): string | null {
    const line = this.#api.getDisplayedRowAtIndex(index)?.data
    return line && !line.isGroup ? line.id : null
  }

  /** The id of a row or of a group. */
  lineAt(index: number): string | null {
    return this.#api.getDisplayedRowAtIndex(index)?.data?.id ?? null
  }

  /** Every row that filters leave, top to bottom; those in folded groups too. */
  rows(): string[] {
    if (this.groups.active) return this.groups.rows()
    this.#feed.fill()
    const rows: string[] = []
    for (let index = 0; index < this.rowCount; index++) {
      const row = this.rowAt(index)
      if (row !== null) rows.push(row)
    }
    return rows
  }

  /** Where a row or a group stands; -1 when it is gone, filtered away or folded. */
  indexOf(line: string): number {
    return this.#api.getRowNode(line)?.rowIndex ?? -1
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
    else if (!moved) this.#feed.replace()
    else if (moved.added || moved.deleted)
      this.#feed.follow(moved.rows.get(this.#source.table.name) ?? new Set())
    this.#api.refreshCells({ suppressFlash: true })
    if (this.#heights.wrap) this.#fitRows(moved?.rows.get(this.#source.table.name) ?? new Set())
  }

  /** The texts kept in a column, null when it is not filtered. */
  kept(column: string): ReadonlySet<string> | null {
    return this.#filter.kept(column)
  }

  filter(column: string, texts: Iterable<string> | null): void {
    this.#feed.fill()
    this.#filter.keep(column, texts)
    if (this.groups.active) this.groups.anew()
    else this.#api.onFilterChanged()
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
    else this.#fitRows(rows)
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
    return new Geometry(columns, frozenWidth, this.#rowPlaces())
  }

  #rowPlaces(): RowPlaces {
    if (this.#heights.even) return EVEN_ROWS
    return new UnevenRows((index) => {
      const node = this.#api.getDisplayedRowAtIndex(index)
      return node?.rowTop == null ? null : { top: node.rowTop, height: node.rowHeight ?? ROW_HEIGHT }
    })
  }

  /** Every row gets its height anew. Only uneven rows have a function for it: it is called for each of them. */
  #layOutRows(): void {
    this.#geometry = this.#measure()
    this.#root.classList.toggle('wrapped', this.#heights.wrap)
    this.#root.classList.toggle('uneven', !this.#heights.even)
    this.#api.setGridOption(
      'getRowHeight',
      this.#heights.even
        ? undefined
        : ({ data }) => (data && !data.isGroup ? this.#heights.of(data.id) : ROW_HEIGHT),
    )
    this.#api.resetRowHeights()
    this.#changed()
  }

  /** The height of rows whose texts have changed. */
  #fitRows(rows: Iterable<string>): void {
    let moved = false
    for (const row of rows) {
      const node = this.#api.getRowNode(row)
      const height = this.#heights.of(row)
      if (!node || node.rowHeight === height) continue
      node.setRowHeight(height)
      moved = true
    }
    if (!moved) return
    this.#api.onRowHeightChanged()
    this.#moved()
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
