import {
  BeanStub,
  ClientSideRowModelModule,
  RowNode,
  type IRowModel,
  type Module,
  type NamedBean,
  type RowBounds,
} from 'ag-grid-community'
import type { Handle } from './column-definitions.ts'
import type { RowPlaces } from './geometry.ts'
import { isGroupId } from './grouped-rows.ts'

/** The lines that the grid shows, as its row model asks for them. */
export interface LineList {
  readonly size: number
  idAt(index: number): string | null
  indexOf(line: string): number
  readonly places: RowPlaces
  /** Works out the heights of lines that come into sight; true when lines have come to stand elsewhere. */
  workOut(first: number, last: number): boolean
  /** Calls from now on after lines have come, gone or moved. */
  listen(moved: () => void): void
}

/** So many nodes out of sight are kept, for those who scroll to and fro. */
const SPARE = 200

/**
 * AG Grid's rows by index, one node for each line in sight. AG Grid's own model makes a node of 350 bytes for each row
 * of the table and goes through all of them after every move; it sorts and filters, which we do ourselves.
 *
 * It stands in the place of the community's infinite row model, whose interface is public (`IRowModel`), while the
 * classes it is made of (`BeanStub`, `RowNode`) are exported but marked as internal. Everything that leans on them is in
 * this file, and `tests/grid/row-model.test.ts` asks for a look at it with every other version of AG Grid.
 */
abstract class LineRowModel extends BeanStub implements IRowModel, NamedBean {
  readonly beanName = 'rowModel' as const
  readonly hierarchical = false
  rootNode: RowNode | null = null
  protected abstract readonly lines: LineList
  /** By the id of their line: a line that moves takes its drawn row along. */
  readonly #nodes = new Map<string, RowNode<Handle>>()

  postConstruct(): void {
    // Only its being there is asked.
    this.rootNode = new RowNode(this.beans)
    this.rootNode.level = -1
    this.lines.listen(() => this.#tell())
    this.addManagedEventListeners({ displayedRowsChanged: () => this.#dropSpare() })
  }

  override destroy(): void {
    this.lines.listen(() => {})
    this.#nodes.clear()
    this.rootNode = null
    super.destroy()
  }

  start(): void {
    this.eventSvc.dispatchEventOnce({ type: 'rowCountReady' })
    this.#tell()
  }

  getRow(index: number): RowNode | undefined {
    const id = this.lines.idAt(index)
    if (id === null) return undefined
    let node = this.#nodes.get(id)
    if (!node) {
      node = new RowNode<Handle>(this.beans)
      node.uiLevel = 0
      node.setDataAndId(isGroupId(id) ? { id, isGroup: true } : { id }, id)
      this.#nodes.set(id, node)
    }
    this.#place(node, index)
    return node as RowNode
  }

  getRowNode(id: string): RowNode | undefined {
    return this.getRow(this.lines.indexOf(id))
  }

  getRowCount(): number {
    return this.lines.size
  }

  getRowIndexAtPixel(pixel: number): number {
    return this.lines.size > 0 ? this.lines.places.at(pixel, this.lines.size) : -1
  }

  getRowBounds(index: number): RowBounds | null {
    if (index < 0 || index >= this.lines.size) return null
    const { places } = this.lines
    return { rowTop: places.top(index), rowHeight: places.height(index) }
  }

  /** Called before the rows between two pixels are drawn. */
  ensureRowHeightsValid(from: number, to: number, first: number, last: number): boolean {
    let moved = false
    while (
      this.lines.workOut(
        Math.max(this.getRowIndexAtPixel(from), first),
        Math.min(this.getRowIndexAtPixel(to), last),
      )
    )
      moved = true
    if (moved)
      for (const [id, node] of this.#nodes)
        if (node.rowIndex !== null && this.lines.idAt(node.rowIndex) === id) this.#place(node, node.rowIndex)
    return moved
  }

  isRowPresent({ id, rowIndex }: RowNode): boolean {
    return rowIndex !== null && this.lines.idAt(rowIndex) === id
  }

  forEachNode(callback: (node: RowNode, index: number) => void): void {
    for (const node of this.#nodes.values()) callback(node as RowNode, node.rowIndex ?? -1)
  }

  // ── What has but one answer here ─────────────────────────────────────────────────────────────────────────────────

  getType(): 'infinite' {
    return 'infinite'
  }

  getTopLevelRowCount(): number {
    return this.lines.size
  }

  getTopLevelRowDisplayedIndex(index: number): number {
    return index
  }

  isEmpty(): boolean {
    return this.lines.size === 0
  }

  isRowsToRender(): boolean {
    return this.lines.size > 0
  }

  isLastRowIndexKnown(): boolean {
    return true
  }

  getOverlayType(): null {
    return null
  }

  /** Selecting is not AG Grid's here. */
  getNodesInRangeForSelection(): null {
    return null
  }

  /** Heights are told by the lines. */
  resetRowHeights(): void {}

  onRowHeightChanged(): void {}

  // ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A row that is drawn hears of each of these and follows. */
  #place(node: RowNode<Handle>, index: number): void {
    const { places } = this.lines
    const height = places.height(index)
    if (node.rowHeight !== height) node.setRowHeight(height)
    node.setRowIndex(index)
    node.setRowTop(places.top(index))
  }

  /** AG Grid then asks for the rows in sight; drawn ones that it gets again stay, the others go. */
  #tell(): void {
    this.eventSvc.dispatchEvent({
      type: 'modelUpdated',
      animate: false,
      keepRenderedRows: true,
      newData: false,
      newPage: false,
    })
  }

  #dropSpare(): void {
    const drawn = this.beans.rowRenderer.getRenderedNodes()
    if (this.#nodes.size <= drawn.length + SPARE) return
    this.#nodes.clear()
    for (const node of drawn) this.#nodes.set(node.id!, node)
  }
}

/** The module that gives one grid its lines; it goes with `rowModelType: 'infinite'`. */
export const rowModelOver = (lines: LineList): Module => ({
  moduleName: 'InfiniteRowModel',
  version: ClientSideRowModelModule.version,
  rowModels: ['infinite'],
  beans: [
    class extends LineRowModel {
      protected readonly lines = lines
    },
  ],
})
