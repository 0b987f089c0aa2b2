import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Cells } from '../../src/engine/cells.ts'
import type { Cell } from '../../src/tables/cell.ts'

/** Few texts and many, numbers that are nearly the same, and lists: columns of every kind. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constantFrom<Cell>('', '食堂', '宿舍', true, false, 0, -0, '0'),
  fc.nat(400),
  fc.nat(400).map((n) => `第${n}项`),
  fc.array(fc.constantFrom('一', '二'), { maxLength: 2 }),
)
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ at: fc.nat(600), cell }) },
  { weight: 1, arbitrary: fc.record({ room: fc.nat(700) }) },
)

it('holds what an array would hold, and says nothing of what it is made of', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 900, size: 'max' }), (steps) => {
      const cells = new Cells()
      const naive: Cell[] = []
      const grow = (size: number) => {
        while (naive.length < size) naive.push(null)
      }
      for (const each of steps)
        if ('room' in each) {
          cells.makeRoom(each.room)
          grow(each.room)
        } else {
          cells.set(each.at, each.cell)
          if (each.cell !== null) grow(each.at + 1)
          if (each.at < naive.length) naive[each.at] = each.cell
        }
      expect(cells.length).toBe(naive.length)
      for (let at = 0; at < naive.length + 3; at++)
        expect(Object.is(cells.at(at), naive[at] ?? null), `${at}`).toBe(true)
      const { coded } = cells
      if (coded) expect([...coded.codes].map((code) => coded.values[code])).toEqual(naive)
    }),
    { numRuns: 200 },
  )
})

it('is coded up to 255 different values and an array from there on', () => {
  const cells = new Cells()
  for (let n = 0; n < 255; n++) cells.set(n, `第${n}项`)
  expect(cells.coded?.values).toHaveLength(256)
  cells.set(3, '再来一项')
  expect(cells.coded).toBeNull()
  expect([cells.at(2), cells.at(3), cells.at(254), cells.at(255)]).toEqual([
    '第2项',
    '再来一项',
    '第254项',
    null,
  ])
})

it('holds equal texts once', () => {
  const cells = new Cells()
  const copy = () => ['食', '堂'].join('')
  cells.set(0, copy())
  expect(cells.known(copy())).toBe('食堂')
  expect(cells.known('宿舍')).toBeUndefined()
})
