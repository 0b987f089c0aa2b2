import { beforeAll, expect, test } from 'vitest'
import type { Session } from '../../../src/app/session.ts'
import { TableRows } from '../../../src/ui/state/row-source.ts'
import { byUser, openSample } from './sample.ts'

let session: Session
beforeAll(async () => {
  session = await openSample()
})
const rows = (table: string, revealed = false, only: readonly string[] | null = null) =>
  new TableRows(session.book, table, { revealed: () => revealed }, only)

test('reads every cell of the workbook as people see it', () => {
  const staff = rows('staff')
  expect(staff.size).toBe(40)
  const first = staff.idAt(0)
  expect(staff.positionOf(first)).toBe(0)
  expect(staff.text(first, 'name')).toBe('程远山')
  expect(staff.text(first, 'dept')).toBe('办公室')
  expect(staff.positionOf('#nobody')).toBe(-1)
})

test('covers sensitive cells, locks them, and shows them when asked', () => {
  const [person] = session.book.view('incidentPeople').ids()
  const name = String(session.book.stored('incidentPeople', person!, 'name'))
  const hidden = rows('incidentPeople')
  expect(hidden.text(person!, 'name')).toBe(`${name[0]}**`)
  expect(hidden.editable('name')).toBe(false)
  expect(hidden.editable('role')).toBe(true)
  const shown = rows('incidentPeople', true)
  expect(shown.text(person!, 'name')).toBe(name)
  expect(shown.editable('name')).toBe(true)
})

test('finds people by part of the name and by department, each with the department beside the name', () => {
  const findings = rows('findings')
  expect(findings.suggestions('person', '程远').map(({ label, detail }) => [label, detail])).toEqual([
    ['程远山', '办公室'],
  ])
  const office = findings.suggestions('person', '办公室').map(({ label }) => label)
  expect(office).toContain('程远山')
  expect(office.length).toBeGreaterThan(1)
  expect(findings.suggestions('person', '查无此人')).toEqual([])
  // What is picked is the row itself, so namesakes stay apart.
  const [first] = findings.suggestions('person', '程远山')
  expect(session.book.shownName(first!.input)).toBe('程远山')
})

test('shows some rows only, in their order, without those that have gone', async () => {
  const [a, b, c] = session.book.view('areas').ids()
  const some = rows('areas', false, [c!, a!])
  expect([some.size, some.idAt(0), some.positionOf(a!), some.positionOf(b!)]).toEqual([2, c, 1, -1])
  session.remove('areas', [c!], byUser)
  expect(some.positionOf(c!)).toBe(-1)
  await session.undo()
  expect(some.positionOf(c!)).toBe(0)
})
