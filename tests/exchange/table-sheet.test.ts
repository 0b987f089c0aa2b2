import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from '../../src/exchange/csv.ts'
import { planImport } from '../../src/exchange/import-plan.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { tableSheet, tableTexts } from '../../src/exchange/table-sheet.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'
import { tables } from '../../src/tables/index.ts'
import { workbook, type Rows } from './plain-workbook.ts'

const data: Record<string, Rows> = {
  departments: { '#jd': { dept: '教导处', kind: '处室', line: '教育教学' } },
  staff: {
    '#1': {
      staff_no: '001',
      name: '张三',
      sex: '女',
      dept: '#jd',
      posts: ['班主任', '安全员'],
      phone: '013900000001',
      valid: '2020-09-01',
      scored: true,
      on_roster: false,
      roster_cap: 3,
      note: '=1+1\n第二行',
    },
    '#2': { staff_no: '002', name: '+李四', dept: '不在册的处室', scored: false },
  },
  incidents: {
    '#i': {
      no: 'SG-20261102-01',
      occurred_at: '2026-11-02 10:20',
      known_at: '2026-11-02 10:25',
      known_by: '#1',
      scene: '课堂',
      loss_yuan: 12.5,
      food_poisoning: '否',
      narrative: '0012 课间',
    },
  },
}
const book = workbook(data)
const rowsOf = (table: string) => ({
  ids: book.ids(table),
  value: (row: string, column: string) => book.cell(table, row, column),
})

describe('a table written out', () => {
  it('comes back as the same rows from a workbook', async () => {
    const names = ['departments', 'staff', 'incidents'] as const
    const sheets = names.map((name) => tableSheet(tables[name], rowsOf(name), book.context))
    const { bytes } = await writeWorkbook(sheets)
    const read = await readSpreadsheet(bytes, 'x.xlsx')
    if (!read.ok) throw new Error(read.problem.code)
    const plan = planImport(read.sheets, book, { clearEmpty: true })
    expect(plan.sheets.map((sheet) => sheet.table)).toEqual([...names])
    expect(plan.sheets.flatMap((sheet) => [...sheet.changed, ...sheet.rejected])).toEqual([])
    expect(plan.counts).toEqual({ added: 0, changed: 0, same: 4, rejected: 0 })
  })

  it.each(['staff', 'incidents'] as const)('comes back as the same rows from CSV: %s', (name) => {
    const bytes = writeCsv(tableTexts(tables[name], rowsOf(name), book.context))
    const plan = planImport([readCsv(bytes, name).sheet], book, { clearEmpty: true, table: name })
    expect(plan.sheets.flatMap((sheet) => [...sheet.changed, ...sheet.rejected])).toEqual([])
    expect(plan.counts).toMatchObject({ added: 0, changed: 0, rejected: 0 })
  })

  it('into an empty workbook is the same data', async () => {
    const { bytes } = await writeWorkbook([tableSheet(tables.staff, rowsOf('staff'), book.context)])
    const read = await readSpreadsheet(bytes, 'x.xlsx')
    if (!read.ok) throw new Error(read.problem.code)
    const plan = planImport(read.sheets, workbook({ departments: data['departments']! }))
    expect(plan.sheets[0]!.added.map((row) => row.cells)).toEqual(Object.values(data['staff']!))
  })

  it('offers its choices and leaves out the columns that a mask hides', () => {
    const sheet = tableSheet(tables.staff, rowsOf('staff'), book.context, { columns: ['name', 'sex'] })
    expect(sheet.columns.map((column) => column.heading)).toEqual(['姓名', '性别'])
    expect(sheet.columns[1]!.choices).toEqual(['男', '女'])
    expect(sheet.rows[0]).toEqual(['张三', '女'])
  })
})
