import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subtotals } from '../../src/grid/subtotal.ts'

const rows = fc.array(
  fc.record({
    text: fc.constantFrom('甲', '乙', '丙', ''),
    numbers: fc.tuple(fc.option(fc.integer({ min: -1000, max: 1000 })), fc.option(fc.nat(1000))),
  }),
  { maxLength: 200, size: 'max' },
)

test('the groups add up to the total, each text once, the empty one last', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { groups, total } = subtotals(all, 2, (a, b) => a.localeCompare(b))
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      expect(total.count).toBe(all.length)
      for (const i of [0, 1]) expect(groups.reduce((sum, { sums }) => sum + sums[i]!, 0)).toBe(total.sums[i])
      for (const { text, count, sums } of groups) {
        const own = all.filter((row) => row.text === text)
        expect(count).toBe(own.length)
        expect(sums[0]).toBe(own.reduce((sum, { numbers }) => sum + (numbers[0] ?? 0), 0))
      }
      expect(new Set(groups.map(({ text }) => text)).size).toBe(groups.length)
      const empty = groups.findIndex(({ text }) => text === '')
      expect(empty < 0 || empty === groups.length - 1).toBe(true)
    }),
  )
})
