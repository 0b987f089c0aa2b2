import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinctly, numbersBySize } from '../../src/shared/collation.ts'

const compare = numbersBySize('zh')
// Few characters, so that numbers of several kinds of digits stand beside each other often.
const mixed = fc.string({
  unit: fc.constantFrom(...'019０１９٠٩', '𝟙', '王', '李', 'a', '='),
  maxLength: 5,
})

describe('texts in order', () => {
  it('puts numbers within by size', () => {
    expect(['10班', '2班', '９班'].sort(compare)).toEqual(['2班', '９班', '10班'])
    expect(compare('第１2周', '第12周')).toBe(0)
  })

  it.each(['zh', 'zh-u-co-stroke'])('has no circle, whatever digits are mixed (%s)', (locale) => {
    const order = distinctly(numbersBySize(locale))
    fc.assert(
      fc.property(mixed, mixed, mixed, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort(order) as [string, string, string]
        expect(order(first, second)).toBeLessThanOrEqual(0)
        expect(order(second, third)).toBeLessThanOrEqual(0)
        expect(order(first, third)).toBeLessThanOrEqual(0)
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0)
        if (a !== b) expect(order(a, b)).not.toBe(0)
      }),
      { numRuns: 2000, examples: [['0１王', '0王', '１=']] },
    )
  })
})
