import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RowSource } from '../../src/grid/row-source.ts'
import { compareRanks, compareStrokes, rankRows } from '../../src/grid/sort-order.ts'
import type { Cell } from '../../src/tables/cell.ts'
import type { CellContext } from '../../src/tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../../src/tables/cell-types/of.ts'
import { choices, integer, text } from '../../src/tables/column.ts'
import { defineTable } from '../../src/tables/table.ts'

const context: CellContext = {
  now: '2026-11-23 09:30',
  find: () => null,
  nameOf: () => null,
  say: () => '',
}
const table = defineTable({
  name: 'incidents',
  zh: '表',
  en: 'Table',
  group: 'incident',
  key: [],
  shownBy: [],
  columns: {
    name: text({ zh: '姓名', en: 'Name', holds: 'label' }),
    people: integer({ zh: '人数', en: 'People' }),
    tags: choices([{ zh: '课间', en: 'Recess' }], { zh: '场景', en: 'Scene' }),
  },
})

const sourceOf = (column: keyof typeof table.columns, cells: readonly Cell[]): RowSource => ({
  table,
  context,
  size: cells.length,
  idAt: (position) => `#${position}`,
  positionOf: (row) => Number(row.slice(1)),
  value: (row) => cells[Number(row.slice(1))]!,
  text: (row) =>
    cellTypeOf(table.columns[column]).format(cells[Number(row.slice(1))]!, table.columns[column], context),
  problem: () => null,
  disputed: () => false,
  editable: () => true,
  isWorkday: () => true,
  suggestions: () => [],
})

/** The grid sorts stably and turns the sign around for descending; so does this. */
function sorted(column: keyof typeof table.columns, cells: readonly Cell[], descending: boolean): Cell[] {
  const ranks = rankRows(sourceOf(column, cells), column)
  return cells
    .map((cell, position) => ({ cell, rank: ranks.get(`#${position}`) }))
    .sort((a, b) => compareRanks(a.rank, b.rank, descending) * (descending ? -1 : 1))
    .map(({ cell }) => cell)
}

test('names by pinyin, empty ones last both ways', () => {
  const names = ['王芳', null, '李娜', '', '张伟', '李娜']
  expect(sorted('name', names, false)).toEqual(['李娜', '李娜', '王芳', '张伟', null, ''])
  expect(sorted('name', names, true)).toEqual(['张伟', '王芳', '李娜', '李娜', null, ''])
})

test('ranks order any numbers as the cell type does', () => {
  const type = cellTypeOf(table.columns.people)
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer(), { nil: null }), { size: 'max', maxLength: 300 }),
      (cells) => {
        const up = sorted('people', cells, false)
        const full = up.filter((cell) => cell !== null)
        expect(full).toEqual(
          cells
            .filter((cell) => cell !== null)
            .sort((a, b) => type.compare(a, b, table.columns.people, context)),
        )
        expect(up.slice(full.length).every((cell) => cell === null)).toBe(true)
      },
    ),
  )
})

test('lists sort by what they show', () => {
  expect(sorted('tags', [['课堂'], null, ['放学', '课间'], ['放学']], false)).toEqual([
    ['放学'],
    ['放学', '课间'],
    ['课堂'],
    null,
  ])
})

test('names by strokes: 王 has four, 李 seven, 欧 eight; by pinyin 李 is first', () => {
  expect(['欧阳静', '李娜', '王芳'].sort(compareStrokes)).toEqual(['王芳', '李娜', '欧阳静'])
})
