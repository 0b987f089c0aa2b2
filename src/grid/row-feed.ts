import type { GridApi } from 'ag-grid-community'
import type { Handle } from './column-definitions.ts'
import type { Grouping } from './grouping.ts'
import { isGroupId } from './grouped-rows.ts'
import type { RowSource } from './row-source.ts'
import type { ValueFilter } from './value-filter.ts'

/** Enough rows for a tall screen: the grid paints these before it is given the rest. */
const FIRST_PAGE = 60

/** Hands AG Grid its rows: all of the table, which it sorts and filters; or the lines of groups, as they stand. */
export class RowFeed {
  #waiting = false
  #cancelFill: () => void = () => {}
  /** The lines that the grid has been given; null while it has rows. */
  #lines: readonly string[] | null = null

  constructor(
    private readonly source: RowSource,
    private readonly filter: ValueFilter,
    private readonly grouping: Grouping,
    private readonly api: () => GridApi<Handle>,
    /** Sorts anew what has come. */
    private readonly forget: () => void,
  ) {}

  /** What the grid begins with; `whole` when which rows come first is known only from all of them. */
  begin(whole: boolean): Handle[] {
    if (this.grouping.active) return this.#lineHandles()
    if (whole || this.source.size <= FIRST_PAGE) return this.#handles(0, this.source.size)
    this.#waiting = true
    return this.#handles(0, FIRST_PAGE)
  }

  /** Gives the grid the rows after the first page, once that has been painted. */
  fillAfterPaint(): void {
    if (!this.#waiting) return
    const frame = requestAnimationFrame(() => {
      const timer = setTimeout(() => this.fill())
      this.#cancelFill = () => clearTimeout(timer)
    })
    this.#cancelFill = () => cancelAnimationFrame(frame)
  }

  /** The same at once, where all rows are needed. */
  fill(): void {
    if (!this.#waiting) return
    this.cancel()
    this.api().applyTransaction({ add: this.#handles(FIRST_PAGE, this.source.size) })
  }

  cancel(): void {
    this.#cancelFill()
    this.#waiting = false
  }

  replace(): void {
    this.cancel()
    this.forget()
    this.#lines = null
    this.api().setGridOption('rowData', this.#handles(0, this.source.size))
  }

  /** Takes rows in and out. New rows come in one piece, as a rule; anything else sets the order anew. */
  follow(touched: ReadonlySet<string>): void {
    if (this.#waiting) return this.replace()
    this.forget()
    const api = this.api()
    const add: { handle: Handle; position: number }[] = []
    const remove: Handle[] = []
    const stay: string[] = []
    for (const id of touched) {
      const position = this.source.positionOf(id)
      const shown = api.getRowNode(id)?.data
      if (position >= 0 && !shown) add.push({ handle: { id }, position })
      else if (position < 0 && shown) remove.push(shown)
      else if (shown) stay.push(id)
    }
    for (const { handle } of add) this.filter.added(handle.id)
    add.sort((a, b) => a.position - b.position)
    const first = add[0]?.position ?? 0
    const inOnePiece = add.every(({ position }, i) => position === first + i)
    if (!inOnePiece) return this.replace()
    if (add.length > 0 || remove.length > 0)
      api.applyTransaction({ remove, add: add.map(({ handle }) => handle), addIndex: first })
    // A row that stands elsewhere now has been moved.
    if (stay.some((id) => api.getRowNode(id)?.sourceRowIndex !== this.source.positionOf(id))) this.replace()
  }

  /** Shows the lines of the groups as they are now. What is folded or unfolded is taken out or put in, no more. */
  showLines(): void {
    this.cancel()
    const before = this.#lines
    const rowData = this.#lineHandles()
    const lines = this.#lines!
    if (!before) return this.api().setGridOption('rowData', rowData)
    let head = 0
    const shorter = Math.min(before.length, lines.length)
    while (head < shorter && before[head] === lines[head]) head++
    let tail = 0
    while (tail < shorter - head && before.at(-1 - tail) === lines.at(-1 - tail)) tail++
    if (head + tail < shorter) return this.api().setGridOption('rowData', rowData)
    if (before.length > lines.length)
      this.api().applyTransaction({ remove: before.slice(head, before.length - tail).map(handleOf) })
    else if (lines.length > before.length)
      this.api().applyTransaction({ add: rowData.slice(head, lines.length - tail), addIndex: head })
  }

  #lineHandles(): Handle[] {
    const lines = this.grouping.lines.all.map((line) => (typeof line === 'string' ? line : line.id))
    this.#lines = lines
    return lines.map(handleOf)
  }

  #handles(from: number, to: number): Handle[] {
    return Array.from({ length: to - from }, (_, offset) => ({ id: this.source.idAt(from + offset) }))
  }
}

const handleOf = (id: string): Handle => (isGroupId(id) ? { id, isGroup: true } : { id })
