import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesBeside, standingOrder, type Beside, type EnteredRows } from '../../src/engine/row-place.ts'

const entered = (ids: readonly string[], places: ReadonlyMap<string, string>): EnteredRows => ({
  ids,
  positions: new Map(ids.map((id, position) => [id, position])),
  places: ids.map((id) => places.get(id) ?? null),
})
const orderOf = (rows: EnteredRows) => standingOrder(rows).map((position) => rows.ids[position]!)

/** What the places must amount to: the list with the rows taken out and put in again. */
function listAfter(list: readonly string[], moved: readonly string[], { row, side }: Beside): string[] {
  const rest = list.filter((id) => !moved.includes(id))
  const at = rest.indexOf(row) + (side === 'after' ? 1 : 0)
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)]
}

const steps = fc.array(
  fc.record({
    first: fc.nat(40),
    count: fc.integer({ min: 1, max: 4 }),
    beside: fc.nat(40),
    side: fc.constantFrom('before' as const, 'after' as const),
    isNew: fc.boolean(),
  }),
  { maxLength: 40, size: 'max' },
)

test('rows stand where they were put, whatever was put where before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), steps, (size, all) => {
      const ids = Array.from({ length: size }, (_, i) => `#r${i}`)
      const places = new Map<string, string>()
      let list = [...ids]
      for (const { first, count, beside, side, isNew } of all) {
        const moved = isNew
          ? Array.from({ length: count }, (_, i) => `#n${ids.length + i}`)
          : list.slice(first % list.length, (first % list.length) + count)
        const others = list.filter((id) => !moved.includes(id))
        if (others.length === 0) continue
        const to = { row: others[beside % others.length]!, side }
        const texts = placesBeside(entered(ids, places), to, moved.length, new Set(moved))
        moved.forEach((id, i) => places.set(id, texts[i]!))
        if (isNew) ids.push(...moved)
        list = listAfter(list, moved, to)
        expect(orderOf(entered(ids, places))).toEqual(list)
      }
    }),
  )
})

test('many rows put in one after the other at the same place keep short places', () => {
  const ids = ['#a', '#b']
  const places = new Map<string, string>()
  for (let i = 0; i < 500; i++) {
    const [place] = placesBeside(entered(ids, places), { row: '#b', side: 'before' }, 1)
    ids.push(`#n${i}`)
    places.set(`#n${i}`, place!)
  }
  expect(orderOf(entered(ids, places)).slice(0, 3)).toEqual(['#a', '#n0', '#n1'])
  expect(Math.max(...[...places.values()].map((place) => place.length))).toBeLessThan(120)
  const block = placesBeside(entered(ids, places), { row: '#a', side: 'before' }, 1000)
  expect(Math.max(...block.map((place) => place.length))).toBeLessThan(8)
})

test('two computers that put rows into the same place, merged in either order, agree; unknown places are none', () => {
  const places = new Map([
    ['#m', '#a i'],
    ['#n', '#a i'],
    ['#x', '#nowhere i'],
    ['#y', 'nonsense'],
  ])
  expect(orderOf(entered(['#a', '#b', '#m', '#n', '#x', '#y'], places))).toEqual([
    '#a',
    '#m',
    '#n',
    '#b',
    '#x',
    '#y',
  ])
  expect(orderOf(entered(['#a', '#b', '#n', '#m', '#x', '#y'], places))).toEqual([
    '#a',
    '#m',
    '#n',
    '#b',
    '#x',
    '#y',
  ])
  const [between] = placesBeside(entered(['#a', '#b', '#m', '#n'], places), { row: '#m', side: 'after' }, 1)
  expect(orderOf(entered(['#a', '#b', '#m', '#n', '#z'], new Map([...places, ['#z', between!]])))[3]).toBe(
    '#z',
  )
})
