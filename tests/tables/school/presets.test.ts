import { describe, expect, it } from 'vitest'
import { cellTypeOf } from '../../../src/tables/cell-types/of.ts'
import { tables } from '../../../src/tables/index.ts'
import { newestHolidayYear, schoolPresets } from '../../../src/tables/school/presets.ts'
import { weekdayOf } from '../../../src/shared/local-date.ts'
import type { Table } from '../../../src/tables/table.ts'

const presets = schoolPresets()
const holidays = presets.find(({ table }) => table === 'holidays')!.rows.map(({ cells }) => cells)
const on = (date: string) => holidays.find((row) => row.date === date)

describe('the rows of a new school', () => {
  it.each(presets.map((preset) => [preset.table, preset] as const))(
    '%s: every cell is valid, every row its own',
    (name, { rows }) => {
      const table: Table = tables[name]
      expect(rows.length).toBeGreaterThan(0)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      const keys = rows.map(({ cells }) => JSON.stringify(table.key.map((key) => cells[key])))
      expect(new Set(keys).size).toBe(rows.length)
      for (const { id, cells } of rows) {
        expect(id.startsWith('#')).toBe(true)
        for (const [key, cell] of Object.entries(cells)) {
          const column = table.columns[key]
          expect(column, `${name}.${key}`).toBeDefined()
          if (cell !== null)
            expect(cellTypeOf(column!).valid(cell, column!), `${name}.${key}: ${String(cell)}`).toBe(true)
        }
      }
    },
  )

  it('names no people', () => {
    for (const { table, rows } of presets)
      for (const { cells } of rows)
        for (const [key, cell] of Object.entries(cells))
          if ((tables[table] as Table).columns[key]!.to?.includes('staff')) expect(cell).toBeNull()
  })

  it('places every part under a place of the list', () => {
    const rows = presets.find(({ table }) => table === 'areas')!.rows
    const ids = new Set<unknown>(rows.map(({ id }) => id))
    for (const { cells } of rows) if (cells.parent !== null) expect(ids.has(cells.parent)).toBe(true)
  })
})

describe('the days off', () => {
  // Weekends worked and weekdays off as the State Council announced them for 2025 and 2026.
  it.each([
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])('%s is a working weekend day', (date) => {
    expect(on(date)?.kind).toBe('调休上班')
    expect(on(date)?.major).toBe(false)
    expect(weekdayOf(date)).toBeGreaterThan(5)
  })

  it('are the announced weekdays of 2026', () => {
    const off = holidays
      .filter(
        (row) =>
          row.kind === '法定休' && String(row.date).startsWith('2026') && weekdayOf(String(row.date)) < 6,
      )
      .map((row) => String(row.date).slice(5))
    expect(off.join(' ')).toBe(
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    )
  })

  it('reach to the newest announced year', () => {
    expect(newestHolidayYear).toBe(2026)
    expect(holidays.some((row) => String(row.date).startsWith(String(newestHolidayYear)))).toBe(true)
  })
})
