import fc from 'fast-check'
import type { IRowModel, RowNode } from 'ag-grid-community'
import { expect, test, vi } from 'vitest'
import agGrid from '../../node_modules/ag-grid-community/package.json' with { type: 'json' }
import { arrange, orderOf } from '../../src/grid/arranged-rows.ts'
import { ROW_HEIGHT } from '../../src/grid/geometry.ts'
import { isGroupId } from '../../src/grid/grouped-rows.ts'
import { Grouping } from '../../src/grid/grouping.ts'
import { RowHeights } from '../../src/grid/row-heights.ts'
import { rowModelOver, type LineList } from '../../src/grid/row-model.ts'
import type { RowSource } from '../../src/grid/row-source.ts'
import { ShownLines } from '../../src/grid/shown-lines.ts'
import { ValueFilter } from '../../src/grid/value-filter.ts'
import type { GroupView, ViewState } from '../../src/grid/view-state.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { cellTypeOf } from '../../src/tables/cell-types/of.ts'
import { integer, text } from '../../src/tables/column.ts'
import { defineTable } from '../../src/tables/table.ts'

// Asked by AG Grid of whatever it listens to.
vi.stubGlobal('HTMLElement', class {})

test('is the AG Grid that row-model.ts was written against', () => {
  // With another one: read its client-side and infinite row models again, and what its row renderer asks of a model.
  expect(agGrid.version).toBe('36.2.0')
})

const table = defineTable({
  name: 'rows',
  zh: '行',
  en: 'Rows',
  group: 'incident',
  key: [],
  shownBy: ['story'],
  columns: {
    dept: text({ zh: '部门', en: 'Department', holds: 'label' }),
    cost: integer({ zh: '费用', en: 'Cost' }),
    story: text({ zh: '经过', en: 'Story', holds: 'label' }),
  },
})

interface Row {
  readonly id: string
  dept: string
  cost: number | null
  story: string
}

function sourceOver(rows: () => readonly Row[]): RowSource {
  const context = {} as RowSource['context']
  const value = (id: string, column: string): Cell => rows().find((row) => row.id === id)![column as 'dept']
  return {
    table,
    context,
    get size() {
      return rows().length
    },
    idAt: (at) => rows()[at]!.id,
    positionOf: (id) => rows().findIndex((row) => row.id === id),
    value,
    text: (id, column) => {
      const definition = table.columns[column as 'dept']
      return cellTypeOf(definition).format(value(id, column), definition, context)
    },
  } as Partial<RowSource> as RowSource
}

/** A table whose rows come, go and move, and what somebody has made of it. */
class Bench {
  rows: Row[] = []
  readonly filter = new ValueFilter()
  readonly grouping: Grouping
  readonly heights: RowHeights
  readonly lines: ShownLines
  readonly model: IRowModel
  /** Drawn at the last look, as AG Grid would have asked for them. */
  drawn: RowNode[] = []
  told = 0
  #made = 0

  constructor(
    rows: readonly Omit<Row, 'id'>[],
    readonly view: Pick<ViewState, 'sort'> & {
      readonly kept: string[] | null
      readonly groups?: GroupView
      readonly wrap: boolean
    },
  ) {
    for (const row of rows) this.add(row, this.rows.length)
    if (view.kept) this.filter.keep('dept', view.kept)
    this.grouping = new Grouping(this.source, view.groups)
    this.heights = new RowHeights(this.source, () => new Map([['story', 100]]), view)
    this.arrangeGroups()
    this.lines = new ShownLines(this.source, this.filter, this.grouping, this.heights, () => this.order)
    this.model = this.#begin(this.lines)
  }

  add(row: Omit<Row, 'id'>, at: number): string {
    const id = `#${this.#made++}`
    this.rows.splice(at, 0, { ...row, id })
    return id
  }

  get order() {
    return orderOf(this.source, { columns: [], filters: {}, ...this.view })
  }

  arrangeGroups(): void {
    if (this.grouping.active) this.grouping.arrange(arrange(this.source, this.filter, this.order), this.order)
  }

  readonly source = sourceOver(() => this.rows)

  /** The lines worked out the long way. */
  expected(): string[] {
    if (this.grouping.active)
      return this.grouping.lines.all.map((line) => (typeof line === 'string' ? line : line.id))
    const { sort, kept } = this.view
    const rows = this.rows.filter(({ id, dept }) => !kept || kept.includes(dept) || this.fresh.has(id))
    if (!sort) return rows.map(({ id }) => id)
    const sign = sort.direction === 'desc' ? -1 : 1
    const some = rows.filter(({ cost }) => cost !== null)
    const none = rows.filter(({ cost }) => cost === null)
    return [...some.sort((a, b) => sign * (a.cost! - b.cost!)), ...none].map(({ id }) => id)
  }
  /** Added since the filter was set: these stay in sight. */
  readonly fresh = new Set<string>()

  /** The model in a grid that draws nothing. */
  #begin(lines: LineList): IRowModel {
    const listeners = new Map<string, () => void>()
    const eventSvc = {
      dispatchEvent: ({ type }: { type: string }) => type === 'modelUpdated' && this.told++,
      dispatchEventOnce: () => {},
      addEventListener: (type: string, listener: () => void) => listeners.set(type, listener),
      removeEventListener: () => {},
    }
    const beans = {
      eventSvc,
      gos: { get: () => undefined, getCallback: () => undefined },
      rowRenderer: { getRenderedNodes: () => this.drawn },
      context: { isDestroyed: () => false },
    }
    const made = new (rowModelOver(lines).beans![0] as new () => object)() as IRowModel & {
      preWireBeans(beans: object): void
      postConstruct(): void
    }
    made.preWireBeans(beans)
    made.postConstruct()
    made.start()
    this.draw = (from, to) => {
      made.ensureRowHeightsValid(from, to, 0, made.getRowCount() - 1)
      const [first, last] = [made.getRowIndexAtPixel(from), made.getRowIndexAtPixel(to)]
      this.drawn = []
      for (let index = first; index >= 0 && index <= last; index++) this.drawn.push(made.getRow(index)!)
      listeners.get('displayedRowsChanged')!()
    }
    return made
  }
  draw: (from: number, to: number) => void = () => {}
}

const dept = fc.constantFrom('教导处', '总务处', '办公室')
const row = fc.record({
  dept,
  cost: fc.option(fc.nat(5)),
  story: fc.nat(40).map((length) => '经'.repeat(length)),
})
const view = fc.record({
  sort: fc.option(
    fc.record({ column: fc.constant('cost'), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
  ),
  kept: fc.option(fc.subarray(['教导处', '总务处', '办公室'])),
  groups: fc.option(fc.constant({ columns: ['dept'] }), { nil: undefined }),
  wrap: fc.boolean(),
})
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), at: fc.nat(60), row }),
  fc.record({ do: fc.constant('remove' as const), at: fc.nat(60) }),
  fc.record({ do: fc.constant('move' as const), at: fc.nat(60), to: fc.nat(60) }),
  fc.record({
    do: fc.constant('write' as const),
    at: fc.nat(60),
    story: fc.constantFrom('短', '经'.repeat(90)),
  }),
  fc.record({ do: fc.constant('pull' as const), at: fc.nat(60), height: fc.integer({ min: 28, max: 400 }) }),
  fc.record({ do: fc.constant('fold' as const), at: fc.nat(2) }),
  fc.record({ do: fc.constant('draw' as const), from: fc.nat(3000), height: fc.nat(900) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function take(bench: Bench, next: Step): void {
  const { lines, rows, grouping } = bench
  const at = 'at' in next && rows.length > 0 ? next.at % rows.length : 0
  const follow = (...touched: string[]) => {
    bench.arrangeGroups()
    if (grouping.active) lines.showLines()
    else lines.follow(new Set(touched))
  }
  if (next.do === 'draw') return bench.draw(next.from, next.from + next.height)
  if (next.do === 'add') {
    const id = bench.add(next.row, at)
    if (bench.filter.active) bench.fresh.add(id)
    if (grouping.active) bench.filter.added(id)
    return follow(id)
  }
  if (rows.length === 0) return
  const { id } = rows[at]!
  if (next.do === 'remove') {
    rows.splice(at, 1)
    follow(id)
  } else if (next.do === 'move') {
    rows.splice(next.to % rows.length, 0, ...rows.splice(at, 1))
    follow(id)
  } else if (next.do === 'write') {
    rows[at]!.story = next.story
    if (!bench.heights.even) lines.fit([id])
  } else if (next.do === 'pull') {
    const wasEven = bench.heights.even
    bench.heights.set(id, next.height)
    if (wasEven) lines.layOut()
    else lines.fit([id])
  } else {
    const group = grouping.lines.all.filter((line) => typeof line !== 'string')[next.at]
    if (!group) return
    grouping.fold(group, !grouping.folds.has(group.id))
    lines.showLines()
  }
}

test('order, places and rows at pixels are those that a list of all lines gives, whatever comes, goes or grows', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 60, size: 'max' }),
      view,
      fc.array(step, { maxLength: 25, size: 'max' }),
      (rows, view, steps) => {
        const bench = new Bench(rows, view)
        const { model, heights } = bench
        for (const next of steps) {
          const drawn = new Map(bench.drawn.map((node) => [node.id!, node]))
          take(bench, next)
          const expected = bench.expected()
          expect(bench.lines.ids).toEqual(expected)
          let top = 0
          const tops: number[] = []
          const seen: unknown[][] = []
          const naive: unknown[][] = []
          expected.forEach((id, index) => {
            const node = model.getRow(index)!
            const bounds = model.getRowBounds(index)!
            // Where somebody has come past, a row is as high as it should be; the others may be taken for one line.
            const height = isGroupId(id) ? ROW_HEIGHT : (heights.known(id) ?? ROW_HEIGHT)
            seen.push([node.id, node.rowIndex, node.rowTop, node.rowHeight, bounds.rowTop, bounds.rowHeight])
            naive.push([id, index, top, height, top, height])
            // A row that is drawn stays the same one, wherever it goes.
            const same = (drawn.get(id) ?? node) === node && model.getRowNode(id) === node
            seen.push([same, model.isRowPresent(node), node.data])
            naive.push([true, true, isGroupId(id) ? { id, isGroup: true } : { id }])
            tops.push(top)
            top += height
          })
          expect(seen).toEqual(naive)
          expect(model.getRowCount()).toBe(expected.length)
          expect(model.getRow(expected.length)).toBe(undefined)
          expect(model.getRowBounds(expected.length)).toBe(null)
          for (const y of [0, 27, 28, top / 3, top / 2, top - 1, top + 500])
            expect(model.getRowIndexAtPixel(y)).toBe(
              expected.length === 0
                ? -1
                : Math.max(
                    0,
                    tops.findLastIndex((each) => each <= y),
                  ),
            )
        }
      },
    ),
  )
})

test('what is drawn is as high as its texts take, and few nodes are kept of many rows', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({
    dept: '教导处',
    cost: i,
    story: '经'.repeat(i % 60),
  }))
  const bench = new Bench(rows, { sort: null, kept: null, wrap: true })
  for (let y = 0; y < 60_000; y += 800) bench.draw(y, y + 800)
  for (const node of bench.drawn) expect(node.rowHeight).toBe(bench.heights.needed(node.id!))
  let nodes = 0
  bench.model.forEachNode(() => nodes++)
  expect(nodes).toBeLessThan(300)
})

test('an edit that brings no row and takes none leaves every line where it is', () => {
  const bench = new Bench(
    [
      { dept: '教导处', cost: 2, story: '' },
      { dept: '教导处', cost: 1, story: '' },
    ],
    {
      sort: { column: 'cost', direction: 'asc' },
      kept: null,
      wrap: false,
    },
  )
  const { told } = bench
  bench.rows[0]!.cost = 0
  bench.lines.follow(new Set([bench.rows[0]!.id]))
  expect(bench.told).toBe(told)
  expect(bench.lines.ids).toEqual(['#1', '#0'])
})
