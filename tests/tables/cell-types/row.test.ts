import { expect, it } from 'vitest'
import { row as column } from '../../../src/tables/column.ts'
import { cellTypeOf } from '../../../src/tables/cell-types/of.ts'
import { rowCell, rowOfCell } from '../../../src/tables/cell-types/row.ts'
import { tables } from '../../../src/tables/index.ts'
import { context } from './context.ts'

const on = column({ zh: '某行', en: 'Some row' })
const type = cellTypeOf(on)
const knowing = {
  ...context,
  labelOfTable: (name: string) => (Object.hasOwn(tables, name) ? tables[name as keyof typeof tables] : null),
}

it('names a row of any table by the table and the shown name', () => {
  const cell = rowCell('staff', '#wang')
  expect(rowOfCell(cell)).toEqual({ table: 'staff', id: '#wang' })
  expect(type.valid(cell, on)).toBe(true)
  expect(type.format(cell, on, knowing)).toBe('教职工名册 王伟')
  const english = { ...knowing, optionLabel: (_zh: string, en: string) => en }
  expect(type.format(cell, on, english)).toBe(`${tables.staff.en} 王伟`)
  expect(type.toSheet(cell, on, knowing).value).toBe('教职工名册 王伟')
})

it('says what it can of a row that is gone and of a table of a newer version', () => {
  expect(type.format(rowCell('staff', '#gone'), on, knowing)).toBe('教职工名册')
  expect(type.format(rowCell('drones', '#wang'), on, knowing)).toBe('drones 王伟')
})

it('is not typed', () => {
  expect(type.parse('教职工名册 王伟', on, knowing)).toMatchObject({
    ok: false,
    problem: { code: 'row.not-typed' },
  })
  expect(type.parse('  ', on, knowing)).toEqual({ ok: true, value: null })
  for (const wrong of ['#wang', 'staff', '', 7, true, null])
    expect(rowOfCell(wrong), String(wrong)).toBeNull()
})
