import { expect, test } from 'vitest'
import { cellTypeOf } from '../../../../src/tables/cell-types/of.ts'
import type { Cell } from '../../../../src/tables/cell.ts'
import type { Column } from '../../../../src/tables/column.ts'
import { tables } from '../../../../src/tables/index.ts'
import { fieldKind } from '../../../../src/ui/parts/fields/field-kind.ts'

const kind = (column: Column, stored: Cell = null, finger = false) =>
  fieldKind(column, stored, cellTypeOf(column), finger)

test('each kind of column gets its field', () => {
  const { incidents, staff, departments } = tables
  expect(kind(incidents.columns.scene)).toBe('select')
  expect(kind(incidents.columns.narrative)).toBe('long')
  expect(kind(incidents.columns.known_by)).toBe('cell')
  expect(kind(incidents.columns.loss_yuan)).toBe('cell')
  expect(kind(departments.columns.receives_reports)).toBe('select')
  expect(kind(staff.columns.posts)).toBe('cell')
})

test('a finger gets the phone’s own date wheel, unless that could not show what was typed', () => {
  const { occurred_at } = tables.incidents.columns
  expect(kind(occurred_at, '2026-09-07 10:25', true)).toBe('moment')
  expect(kind(occurred_at, '上周三', true)).toBe('cell')
  expect(kind(occurred_at, '2026-09-07 10:25', false)).toBe('cell')
})
