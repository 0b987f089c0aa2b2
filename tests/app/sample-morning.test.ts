import { describe, expect, it } from 'vitest'
import { DueWork } from '../../src/app/due-work.ts'
import { reviewExport } from '../../src/app/export-workbook.ts'
import { boundRows } from '../../src/app/sample-school/bound-rows.ts'
import { sampleSchool } from '../../src/app/sample-school.ts'
import { addDays } from '../../src/shared/local-date.ts'
import { isId } from '../../src/shared/id.ts'
import { tableOrder, tables } from '../../src/tables/index.ts'
import type { Table } from '../../src/tables/table.ts'
import { isWritten } from './table-rows.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

/** Days on which somebody may open the sample: of every sort, and one on which all its terms are over. */
const MORNINGS = [
  '2026-11-24',
  '2026-11-28',
  '2026-11-29',
  '2026-12-04',
  '2026-12-17',
  '2026-12-31',
  '2027-01-06',
] as const

const open = (day: string) => {
  const { session } = memorySession({ now: () => `${day} 08:00`, sample: 'whole' })
  return { session, book: session.book }
}

describe('the sample school on the day it is opened', () => {
  it.each(MORNINGS)('%s: a handful is due, two or three are late, and nothing is wrong', (day) => {
    const { book } = open(day)
    const due = new DueWork(book).open()
    const late = due.filter(({ state }) => state === 'overdue').map(({ id }) => id.split('/')[0])
    expect(late.length).toBeGreaterThanOrEqual(2)
    expect(late.length, late.join(' ')).toBeLessThanOrEqual(3)
    expect(due.length).toBeLessThanOrEqual(16)
    expect([...book.problems()]).toEqual([])
  })

  it('is still in order when its terms are over', () => {
    const { book } = open('2027-04-12')
    expect([...book.problems()]).toEqual([])
    expect(new DueWork(book).open().filter(({ state }) => state === 'overdue').length).toBeLessThan(10)
  })

  it('shows something in every table that people write in', () => {
    const { book } = open('2026-12-09')
    const empty = tableOrder.filter((name) => {
      const table = tables[name] as unknown as Table
      // The sample is no central school, and has no schools below it.
      return isWritten(table) && !table.when?.schoolsBelow && book.view(name).size === 0
    })
    expect(empty).toEqual([])
    const rows = sampleSchool('2026-12-09 08:00').reduce((sum, { rows }) => sum + rows.length, 0)
    expect(rows).toBeLessThan(3000)
  })

  it('has hazards in every state, inspections made and missed, and every level of risk', () => {
    const { book } = open('2026-12-09')
    const shown = (table: string, column: string) =>
      new Set(
        book
          .view(table)
          .ids()
          .map((row) => book.value(table, row, column)),
      )
    const all = (table: string, column: string) =>
      (tables as unknown as Record<string, Table>)[table]!.columns[column]!.options!.map(({ zh }) => zh)
    expect([...all('hazards', 'state')].filter((state) => !shown('hazards', 'state').has(state))).toEqual([])
    expect([...shown('inspectionPlan', 'state')]).toEqual(
      expect.arrayContaining(['已查', '漏查', '未到', '待查']),
    )
    expect(
      [...all('riskPoints', 'level')].filter((level) => !shown('riskPoints', 'level').has(level)),
    ).toEqual([])
  })

  it('has sent a year of monthly reports, which the ledger still bears out', () => {
    const { book } = open('2026-12-09')
    const reports = book.view('monthlyReports').ids()
    expect(reports).toHaveLength(12)
    const months = reports.map((row) => String(book.value('monthlyReports', row, 'month')))
    for (const [at, month] of months.slice(1).entries())
      expect(month).toBe(addDays(`${months[at]!}-28`, 10).slice(0, 7))
    for (const row of reports) {
      const of = (column: string) => Number(book.value('monthlyReports', row, column))
      expect(of('carried') + of('new') - of('closed')).toBe(of('open'))
      expect(book.value('monthlyReports', row, 'changed')).toBe(false)
    }
    const total = (column: string) =>
      reports.reduce((sum, row) => sum + Number(book.value('monthlyReports', row, column)), 0)
    expect(total('new')).toBeGreaterThan(40)
    expect(new Set(reports.map((row) => book.value('monthlyReports', row, 'on_time')))).toEqual(
      new Set([true, false]),
    )
  })

  it.each(['2026-11-28', '2026-12-15'])(
    '%s: can go to the bureau as it is, for nobody is named in its texts',
    async (day) => {
      const { session } = open(day)
      const words = {
        program: '双责簿',
        locale: 'zh-Hans',
        say: (steps: readonly { code: string }[]) => steps.map(({ code }) => code).join(' '),
        settingName: (key: string) => key,
        settingValue: (_key: string, text: string) => text,
      }
      const request = { kind: 'xlsx', tables: tableOrder, audience: 'bureau' } as const
      const { passages } = value(
        await reviewExport(
          session,
          request,
          words,
          {},
          workerBeside(() => session),
        ),
      )
      expect(
        passages.filter(({ answered }) => !answered).map(({ table, column }) => `${table}.${column}`),
      ).toEqual([])
    },
  )

  it('points at rows by their ids, all in one change', () => {
    const rows = boundRows(sampleSchool('2026-12-09 08:00'))
    const known = new Set(rows.map(({ id }) => id))
    for (const { table, cells } of rows) {
      const { columns } = (tables as unknown as Record<string, Table>)[table]!
      for (const [key, cell] of Object.entries(cells))
        if (columns[key]!.to !== undefined && cell !== null)
          for (const one of [cell].flat()) {
            expect(isId(one), `${table}.${key} ${String(one)}`).toBe(true)
            expect(known.has(String(one))).toBe(true)
          }
    }
  })
})
