import { beforeAll, expect, test } from 'vitest'
import type { Session } from '../../../src/app/session.ts'
import { historyLines, whatWasDone } from '../../../src/ui/state/history-lines.ts'
import { yearsWithoutHolidays } from '../../../src/ui/state/holiday-years.ts'
import { linkedRows, tellingColumns } from '../../../src/ui/state/linked.ts'
import { TableRows } from '../../../src/ui/state/row-source.ts'
import { byUser, openSample } from './sample.ts'

let session: Session
beforeAll(async () => {
  session = await openSample()
})
const names = (table: string, row: string) =>
  linkedRows(session.book, table, row).map((group) => [group.table.name, group.ids.length, group.owned])

test('an incident leads to its people, findings and report legs, first of all', () => {
  const [incident] = session.book.view('incidents').ids()
  expect(names('incidents', incident!).slice(0, 3)).toEqual([
    ['incidentPeople', 1, true],
    ['findings', 1, true],
    ['reportLegs', expect.any(Number), true],
  ])
})

test('an incident without people still offers to add them; a class does not own anybody', () => {
  const { ids } = session.add('incidents', [{ no: 'SG-1' }], byUser)
  expect(names('incidents', ids[0]!)).toContainEqual(['incidentPeople', 0, true])
  const [room] = session.book.view('classes').ids()
  expect(names('classes', room!).filter(([, , owned]) => owned)).toEqual([])
})

test('what a short list says names columns that exist, and never the parent again', () => {
  for (const table of Object.values(session.book.tables))
    for (const [by, column] of Object.entries(table.columns)) {
      if (column.type !== 'reference') continue
      const telling = tellingColumns(table, by)
      expect(telling).not.toContain(by)
      expect(telling.filter((key) => !(key in table.columns))).toEqual([])
    }
})

test('the history says each cell in words, and of a covered one only that it changed', async () => {
  const [person] = session.book.view('incidentPeople').ids()
  const [staff] = session.book.view('staff').ids()
  session.edit([{ table: 'incidentPeople', row: person!, column: 'name', input: '秘密' }], byUser)
  session.edit([{ table: 'incidentPeople', row: person!, column: 'role', input: '目击者' }], byUser)
  session.remove('staff', [staff!], byUser)
  await session.undo()
  await session.settled()
  const said = async (table: string, row: string, revealed: boolean) => {
    const rows = new TableRows(session.book, table, { revealed: () => revealed })
    return (await session.history({ table, row })).flatMap((entry) => historyLines(entry, rows, row))
  }
  expect(await said('incidentPeople', person!, false)).toContain('角色：受伤者 → 目击者')
  expect((await said('incidentPeople', person!, false)).join()).not.toContain('秘密')
  expect((await said('incidentPeople', person!, true)).join()).toContain('秘密')
  expect((await said('staff', staff!, false)).slice(0, 2)).toEqual(['恢复了这一行', '删除了这一行'])
  const [undone] = await session.history({ table: 'staff', row: staff! })
  expect(whatWasDone(undone!)).toMatch(/^撤销：/)
})

test('a year the school works in without announced days off is named', () => {
  const missing = yearsWithoutHolidays(session.book)
  const { calendar, terms } = session.book.environment()
  for (const year of missing) expect(calendar.hasData(year)).toBe(false)
  expect(missing).toContain(Number(terms.at(-1)!.endDate!.slice(0, 4)))
  session.add(
    'holidays',
    missing.map((year) => ({ date: `${year}-01-01`, name: '元旦', kind: '法定休' })),
    byUser,
  )
  expect(yearsWithoutHolidays(session.book)).toEqual([])
})
