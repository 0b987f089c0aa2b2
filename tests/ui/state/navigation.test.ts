import { expect, test } from 'vitest'
import { isTableName, tableOrder, tables } from '../../../src/tables/index.ts'
import type { Table } from '../../../src/tables/table.ts'
import { addressOf, placeIn } from '../../../src/ui/state/address.ts'
import { concernsOf } from '../../../src/ui/state/concerns.ts'
import { navigation } from '../../../src/ui/state/navigation.ts'
import { EngineBook } from '../../engine/open-book.ts'
import { isScreenId, screenIds } from '../../../src/ui/state/screen-ids.ts'

const isPlace = (place: string) => isTableName(place) || isScreenId(place)

test('every table and screen can be reached, once', () => {
  const screens = { today: { group: 'today' }, scores: { group: 'score' } } as const
  for (const concerned of [() => true, () => false]) {
    const reached = navigation(screens, tables, concerned).flatMap(({ entries, more }) =>
      [...entries, ...more].map(({ id }) => id),
    )
    // What defines tables and columns is met as those.
    const shown = tableOrder.filter((name) => !(tables[name] as Table).defines)
    expect([...reached].sort()).toEqual([...shown, 'today', 'scores'].sort())
  }
})

test('about twenty tables are shown at first, those of a plan or feature only where the school has it', () => {
  const atFirst = (concerns: Parameters<typeof navigation>[2]) =>
    navigation({}, tables, concerns).flatMap(({ entries }) => entries.map(({ id }) => id))
  const all = atFirst(() => true)
  expect(all.length).toBeGreaterThanOrEqual(18)
  expect(all.length).toBeLessThanOrEqual(26)
  expect(all).toContain('dutyLog')
  const without = atFirst(({ plan }) => plan !== 'dutyWeek')
  expect(all.filter((id) => !without.includes(id))).toEqual(
    expect.arrayContaining(['dutyLog', 'classAttendance', 'absences', 'rota']),
  )
})

test('a switch of the policy and an answer of the profile decide; what nobody has answered is a yes', () => {
  const book = (cells: Record<string, string>, policy: Record<string, string> = {}) => {
    const engine = new EngineBook({ profile: [cells] } as unknown as ConstructorParameters<
      typeof EngineBook
    >[0])
    for (const [key, value] of Object.entries(policy)) engine.setPolicy(key, value)
    return concernsOf(engine.workbook)
  }
  expect(book({ canteen: '' })({ profile: 'canteen', plan: 'county' })).toBe(true)
  expect(book({ canteen: '否' })({ profile: 'canteen' })).toBe(false)
  expect(book({ canteen: '否', boarding: '是' })({ profile: 'boarding' })).toBe(true)
  expect(book({ canteen: '是' }, { 'plan.county': '否' })({ profile: 'canteen', plan: 'county' })).toBe(false)
  expect(book({}, { 'plan.county': '否' })({ plan: 'dutyWeek' })).toBe(true)
})

test('screens come before the tables of their group, and no empty group is shown', () => {
  const sections = navigation({ scores: { group: 'score' } }, tables, () => true)
  expect(sections.map(({ group }) => group)).not.toContain('today')
  expect(sections.find(({ group }) => group === 'score')!.entries[0]).toEqual({ id: 'scores', table: null })
})

test('no screen bears the name of a table', () => {
  expect(screenIds.filter((id) => (tableOrder as readonly string[]).includes(id))).toEqual([])
})

test('an address leads back to its place, and a strange one nowhere', () => {
  for (const place of [...tableOrder, ...screenIds]) expect(placeIn(addressOf(place), isPlace)).toBe(place)
  for (const hash of ['', '#', '#/', '#/nothing', '#/incidents/x', '#/constructor', '#incidents'])
    expect(placeIn(hash, isPlace), hash).toBeNull()
})

test('reports are taken in where somebody reports to this school, and nowhere else', () => {
  const screens = { reception: { group: 'reception', when: { schoolsBelow: true } } } as const
  const shows = (rows: Record<string, Record<string, string>[]>) => {
    const { workbook } = new EngineBook(rows as unknown as ConstructorParameters<typeof EngineBook>[0])
    const entries = navigation(screens, tables, concernsOf(workbook)).flatMap((section) => section.entries)
    return ['reception', 'villageSchools'].filter((id) => entries.some((entry) => entry.id === id))
  }
  expect(shows({ profile: [{ school_type: '小学' }] })).toEqual([])
  expect(shows({})).toEqual([])
  expect(shows({ profile: [{ school_type: '中心校' }] })).toEqual(['reception', 'villageSchools'])
  expect(
    shows({ profile: [{ school_type: '小学' }], villageSchools: [{ code: '11', name: '教学点' }] }),
  ).toEqual(['reception', 'villageSchools'])
})
