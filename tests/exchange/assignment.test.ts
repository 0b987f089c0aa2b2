import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assign } from '../../src/exchange/assignment.ts'

/** Every way there is, for a judge that cannot be clever. */
function best(gain: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === gain.length) return 0
  let most = best(gain, row + 1, taken)
  gain[row]!.forEach((value, column) => {
    if (value > 0 && !taken.has(column))
      most = Math.max(most, value + best(gain, row + 1, new Set([...taken, column])))
  })
  return most
}

it('gains as much as the best of all ways, and gives no column twice', () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
        size: 'max',
      }),
    )
  fc.assert(
    fc.property(matrix, (gain) => {
      const pairs = assign(gain)
      const taken = pairs.filter((column) => column >= 0)
      expect(new Set(taken).size).toBe(taken.length)
      const sum = pairs.reduce((total, column, row) => total + (column < 0 ? 0 : gain[row]![column]!), 0)
      expect(sum).toBe(best(gain))
    }),
  )
})
