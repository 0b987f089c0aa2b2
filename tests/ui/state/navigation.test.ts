import { expect, test } from 'vitest'
import { tableOrder } from '../../../src/tables/index.ts'
import { addressOf, placeIn } from '../../../src/ui/state/address.ts'
import { navigation } from '../../../src/ui/state/navigation.ts'
import { isPlace, screenIds } from '../../../src/ui/state/screen-ids.ts'

test('every table and screen can be reached, once', () => {
  const reached = navigation({ today: { group: 'today' }, scores: { group: 'score' } }).flatMap(
    ({ entries }) => entries.map(({ id }) => id),
  )
  expect([...reached].sort()).toEqual([...tableOrder, 'today', 'scores'].sort())
})

test('screens come before the tables of their group, and no empty group is shown', () => {
  const sections = navigation({ scores: { group: 'score' } })
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
