import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROW_HEIGHT } from '../../src/grid/geometry.ts'
import { UnevenRows } from '../../src/grid/uneven-rows.ts'

const height = fc.integer({ min: 28, max: 400 })
const heights = fc.array(fc.option(height), { maxLength: 200, size: 'max' })

/** Heights as a list, and tops by adding them up. */
class Naive {
  constructor(readonly heights: number[]) {}
  top = (index: number) => {
    let top = 0
    for (let i = 0; i < index; i++) top += this.heights[i] ?? ROW_HEIGHT
    return top
  }
  at = (y: number) =>
    Math.max(
      0,
      this.heights.findLastIndex((_, i) => this.top(i) <= y),
    )
}

test('tops, heights and the row at a pixel are those that come of adding up, whatever turns out to be higher', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('set' as const), at: fc.nat(199), height }),
    fc.record({
      do: fc.constant('come past' as const),
      from: fc.integer({ min: -3, max: 199 }),
      rows: fc.nat(40),
    }),
  )
  fc.assert(
    fc.property(
      heights,
      fc.array(height, { minLength: 200, maxLength: 200 }),
      fc.array(step, { maxLength: 20 }),
      fc.array(fc.integer({ min: -50, max: 90_000 }), { maxLength: 20 }),
      (given, real, steps, pixels) => {
        const rows = new UnevenRows(given.length, (index) => given[index]!)
        const naive = new Naive(given.map((known) => known ?? ROW_HEIGHT))
        const known = given.map((each) => each !== null)
        const same = () => {
          for (let i = 0; i <= given.length + 2; i++) expect(rows.top(i)).toBe(naive.top(i))
          given.forEach((_, i) => expect(rows.height(i)).toBe(naive.heights[i]))
          for (const y of pixels) expect(rows.at(y, given.length)).toBe(naive.at(y))
        }
        same()
        for (const next of steps) {
          const before = [...naive.heights]
          let moved: boolean
          if (next.do === 'set') {
            if (next.at >= given.length) continue
            moved = rows.set(next.at, next.height)
            naive.heights[next.at] = next.height
            known[next.at] = true
          } else {
            moved = rows.workOut(next.from, next.from + next.rows, (index) => real[index]!)
            for (let i = Math.max(0, next.from); i <= next.from + next.rows && i < given.length; i++)
              if (!known[i]) {
                naive.heights[i] = real[i]!
                known[i] = true
              }
          }
          expect(moved).toBe(before.some((each, i) => each !== naive.heights[i]))
        }
        same()
      },
    ),
  )
})
