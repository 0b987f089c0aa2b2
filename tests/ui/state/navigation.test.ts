import { expect, test } from 'vitest'
import { isTableName, tableOrder, tables } from '../../../src/tables/index.ts'
import type { Table } from '../../../src/tables/table.ts'
import { addressOf, placeIn } from '../../../src/ui/state/address.ts'
import { navigation } from '../../../src/ui/state/navigation.ts'
import { isScreenId, screenIds } from '../../../src/ui/state/screen-ids.ts'

const isPlace = (place: string) => isTableName(place) || isScreenId(place)

test('every table and screen can be reached, once', () => {
  const screens = { today: { group: 'today' }, scores: { group: 'score' } } as const
  const reached = navigation(screens, tables).flatMap(({ entries }) => entries.map(({ id }) => id))
  // What defines tables and columns is met as those.
  const shown = tableOrder.filter((name) => !(tables[name] as Table).defines)
  expect([...reached].sort()).toEqual([...shown, 'today', 'scores'].sort())
})

test('screens come before the tables of their group, and no empty group is shown', () => {
  const sections = navigation({ scores: { group: 'score' } }, tables)
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
