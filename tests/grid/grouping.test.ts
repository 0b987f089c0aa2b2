import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange, filterOf, orderOf } from '../../src/grid/arranged-rows.ts'
import { Folds } from '../../src/grid/folds.ts'
import { rowsIn, type Group } from '../../src/grid/grouped-rows.ts'
import { Grouping } from '../../src/grid/grouping.ts'
import type { RowSource } from '../../src/grid/row-source.ts'
import type { SortDirection, ViewState } from '../../src/grid/view-state.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { cellTypeOf } from '../../src/tables/cell-types/of.ts'
import { choice, computed, integer, text } from '../../src/tables/column.ts'
import { defineTable } from '../../src/tables/table.ts'

const table = defineTable({
  name: 'rows',
  zh: '行',
  en: 'Rows',
  group: 'incident',
  key: ['no'],
  shownBy: ['no'],
  columns: {
    no: text({ zh: '编号', en: 'No.', holds: 'label' }),
    dept: text({ zh: '部门', en: 'Department', holds: 'label' }),
    kind: choice(
      [
        { zh: '乙', en: 'B' },
        { zh: '甲', en: 'A' },
      ],
      { zh: '类别', en: 'Kind' },
    ),
    cost: integer({ zh: '费用', en: 'Cost' }),
    twice: computed(integer({ zh: '两倍', en: 'Twice' })),
  },
})
type Row = { dept: string | null; kind: string | null; cost: number | null }
type Key = keyof Row

const DEPTS = ['教导处', '总务处', '政教处', '办公室', null]
const columnsOf = fc
  .subarray(['dept', 'kind', 'cost'] as const, { minLength: 1 })
  .chain((columns) => fc.shuffledSubarray(columns, { minLength: columns.length }))
const row: fc.Arbitrary<Row> = fc.record({
  dept: fc.constantFrom(...DEPTS),
  kind: fc.constantFrom('甲', '乙', null),
  cost: fc.option(fc.integer({ min: 0, max: 4 })),
})
const rows = fc.array(row, { maxLength: 60, size: 'max' })
const sorts = fc.uniqueArray(
  fc.record({
    column: fc.constantFrom('dept', 'kind', 'cost'),
    direction: fc.constantFrom<SortDirection>('asc', 'desc'),
  }),
  { selector: ({ column }) => column, maxLength: 3 },
)

function sourceOf(cells: readonly Row[]) {
  const ids = cells.map((_, at) => `#${at}`)
  const kept = new Map(ids.map((id, at) => [id, { ...cells[at]! }]))
  const value = (row: string, column: string): Cell => kept.get(row)![column as Key]
  const context = { now: '2026-11-28 09:00' } as RowSource['context']
  const source = {
    table,
    context,
    size: ids.length,
    idAt: (position: number) => ids[position]!,
    positionOf: (row: string) => ids.indexOf(row),
    value,
    text: (row: string, column: string) => {
      const definition = table.columns[column as Key]
      return cellTypeOf(definition).format(value(row, column), definition, context)
    },
    editable: (column: string) => column !== 'twice',
  } as Partial<RowSource> as RowSource
  return { ids, kept, source }
}

const viewOf = (columns: readonly string[], sorts: ViewState['then'] = []): ViewState => {
  const [sort = null, ...then] = sorts
  return { columns: [], filters: {}, sort, then, groups: { columns } }
}

function grouped(source: RowSource, view: ViewState): { grouping: Grouping; order: readonly string[] } {
  const grouping = new Grouping(source, view.groups)
  const order = arrange(source, filterOf(source, view), orderOf(source, view))
  grouping.arrange(order, orderOf(source, view))
  return { grouping, order }
}

/** Everything that is seen of groups. */
const shape = (grouping: Grouping) =>
  grouping.lines.all.map((line) =>
    typeof line === 'string' ? line : { id: line.id, count: line.count, level: line.level },
  )

const headings = (grouping: Grouping): Group[] =>
  grouping.lines.all.filter((line): line is Group => typeof line !== 'string')

test('every row stands once, under headings that say what it holds, and they count what they hold', () => {
  fc.assert(
    fc.property(rows, columnsOf, sorts, (cells, columns, sorts) => {
      const { ids, source } = sourceOf(cells)
      const { grouping } = grouped(source, viewOf(columns, sorts))
      const shown: string[] = []
      const path: Group[] = []
      for (const line of grouping.lines.all) {
        if (typeof line === 'string') {
          expect(path.map(({ text }) => text)).toEqual(columns.map((column) => source.text(line, column)))
          shown.push(line)
        } else {
          path.length = line.level
          path.push(line)
          expect(line.column).toBe(columns[line.level])
          expect(line.count).toBe([...rowsIn(line)].length)
          expect(line.count).toBeGreaterThan(0)
        }
      }
      expect([...shown].sort()).toEqual([...ids].sort())
      expect(grouping.rows()).toEqual(shown)
      expect(new Set(headings(grouping).map(({ id }) => id)).size).toBe(headings(grouping).length)
    }),
  )
})

test('rows keep the order of the sort within a group, and groups that of their column, blanks last', () => {
  fc.assert(
    fc.property(rows, columnsOf, sorts, (cells, columns, sorts) => {
      const { source } = sourceOf(cells)
      const { grouping, order } = grouped(source, viewOf(columns, sorts))
      const place = new Map(order.map((row, at) => [row, at]))
      const check = (groups: readonly Group[]) => {
        groups.forEach((group, at) => {
          const places = group.rows.map((row) => place.get(row)!)
          expect(places).toEqual([...places].sort((a, b) => a - b))
          check(group.groups)
          const next = groups[at + 1]
          if (!next) return
          expect(group.text).not.toBe('')
          if (group.column !== 'cost' || next.text === '') return
          const falls = sorts.find(({ column }) => column === 'cost')?.direction === 'desc'
          expect(Number(group.text) < Number(next.text)).toBe(!falls)
        })
      }
      check(headings(grouping).filter(({ level }) => level === 0))
      // A sort by the grouped column alone puts the groups where it puts the rows.
      const first = sorts[0]
      if (!first) return
      const alone = grouped(source, viewOf([first.column], [first]))
      expect(alone.grouping.rows()).toEqual(alone.order)
    }),
  )
})

test('following edits comes to what grouping anew comes to, sums too', () => {
  const edits = fc.array(
    fc.tuple(fc.nat(), fc.array(fc.tuple(fc.nat(), row), { minLength: 1, maxLength: 4 })),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 25, size: 'max' }),
      columnsOf,
      edits,
      (cells, columns, edits) => {
        const { ids, kept, source } = sourceOf(cells)
        const view = viewOf(columns)
        const { grouping } = grouped(source, view)
        grouping.total(['cost'])
        for (const [, each] of edits) {
          // Sums are kept once they have been seen.
          for (const group of headings(grouping)) grouping.sumsOf(group)
          const touched = new Set<string>()
          for (const [at, next] of each) {
            const id = ids[at % ids.length]!
            kept.set(id, { ...next })
            touched.add(id)
          }
          const before = shape(grouping)
          const moved = grouping.update(touched)
          const { grouping: anew } = grouped(source, view)
          anew.total(['cost'])
          expect(shape(grouping)).toEqual(shape(anew))
          if (!moved) expect(shape(grouping)).toEqual(before)
          for (const group of headings(anew))
            expect(grouping.sumsOf(grouping.group(group.id)!)).toEqual(anew.sumsOf(group))
          for (const id of ids) expect(grouping.holderOf(id)!.id).toBe(anew.holderOf(id)!.id)
        }
      },
    ),
  )
})

test('folding hides the rows of the folded groups and nothing else; places and numbers agree', () => {
  const folds = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 6 })
  fc.assert(
    fc.property(rows, columnsOf, folds, fc.boolean(), (cells, columns, folds, all) => {
      const { source } = sourceOf(cells)
      const { grouping } = grouped(source, viewOf(columns))
      const open = shape(grouping)
      const numbers = new Map(grouping.rows().map((row, at) => [row, at + 1]))
      if (all) grouping.foldAll(true)
      for (const [at, folded] of folds) {
        const groups = headings(grouping)
        if (groups.length > 0) grouping.fold(groups[at % groups.length]!, folded)
      }
      const isHidden = (group: Group | null): boolean =>
        group !== null && (grouping.folds.has(group.id) || isHidden(group.parent))
      const { lines } = grouping
      expect(shape(grouping)).toEqual(
        open.filter((line) =>
          typeof line === 'string'
            ? !isHidden(grouping.holderOf(line))
            : !isHidden(grouping.group(line.id)!.parent),
        ),
      )
      expect(grouping.rows()).toEqual([...numbers.keys()])
      let above = 0
      lines.all.forEach((line, index) => {
        expect(lines.rowsAbove(index)).toBe(above)
        if (typeof line !== 'string') return
        expect(lines.numberAt(index)).toBe(numbers.get(line))
        expect(lines.lineOf(above)).toBe(index)
        above++
      })
      expect(lines.rowsAbove(lines.all.length)).toBe(above)
      expect(lines.lineOf(above + 2)).toBe(lines.all.length + 2)
      // What is kept of it brings the same back.
      const again = new Grouping(source, JSON.parse(JSON.stringify(grouping.state())))
      again.arrange(arrange(source, filterOf(source, null), orderOf(source, null)), orderOf(source, null))
      expect(shape(again)).toEqual(shape(grouping))
      // Whoever goes to a row sees it.
      const hidden = [...numbers.keys()].find((row) => !lines.all.includes(row))
      if (hidden === undefined) return
      expect(grouping.unfoldTo(hidden)).toBe(true)
      expect(grouping.lines.all).toContain(hidden)
      grouping.foldAll(false)
      expect(shape(grouping)).toEqual(open)
    }),
  )
})

test('a row that is added in a group gets what stands it there', () => {
  const { source } = sourceOf([
    { dept: '总务处', kind: '甲', cost: 3 },
    { dept: null, kind: '乙', cost: null },
  ])
  const { grouping } = grouped(source, viewOf(['dept', 'kind']))
  expect(grouping.cellsOf(grouping.holderOf('#0'))).toEqual({ dept: '总务处', kind: '甲' })
  expect(grouping.cellsOf(grouping.holderOf('#1'))).toEqual({ kind: '乙' })
  expect(grouping.cellsOf(null)).toEqual({})
})

test('what a cover hides is neither grouped by nor added up', () => {
  const { source } = sourceOf([
    { dept: '总务处', kind: '甲', cost: 3 },
    { dept: '教导处', kind: '甲', cost: 4 },
  ])
  const clear = source.text
  source.text = (row, column) => (column === 'kind' ? clear(row, column) : '＊＊')
  const { grouping } = grouped(source, viewOf(['kind', 'dept']))
  grouping.total(['cost'])
  expect(headings(grouping).map(({ text, count }) => [text, count])).toEqual([
    ['甲', 2],
    ['＊＊', 2],
  ])
  expect(grouping.sumsOf(headings(grouping)[0]!).size).toBe(0)
})

test('damaged folds and unknown columns of a kept view are left out', () => {
  const { source } = sourceOf([])
  expect(new Grouping(source, { columns: ['gone'], totals: ['gone'] }).active).toBe(false)
  const folds = new Folds({ all: true, except: 'x' as unknown as string[] })
  expect(folds.state()).toEqual({ all: true, except: [] })
})

test('100,000 rows are grouped by department within a tenth of a second', () => {
  const count = 100_000
  const { source } = sourceOf(
    Array.from({ length: count }, (_, at) => ({
      dept: DEPTS[(at * 7) % 5]!,
      kind: at % 3 ? '甲' : '乙',
      cost: at % 5,
    })),
  )
  const view = viewOf(['dept', 'kind'])
  const order = arrange(source, filterOf(source, view), orderOf(source, view))
  let least = Infinity
  for (let round = 0; round < 5; round++) {
    const grouping = new Grouping(source, view.groups)
    const before = process.cpuUsage()
    grouping.arrange(order, orderOf(source, view))
    expect(grouping.lines.all.length).toBeGreaterThan(count)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  expect(least).toBeLessThan(100)
})
