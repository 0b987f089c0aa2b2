import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainNumber, roundHalfUp } from '../../src/shared/plain-number.ts'

describe('plainNumber', () => {
  it.each([
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-2.25e22, '-22500000000000000000000'],
    [110101199003071200, '110101199003071200'],
    [0.1, '0.1'],
  ])('%d', (value, expected) => expect(plainNumber(value)).toBe(expected))

  it('never shows an exponent and always reads back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainNumber(value)).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(plainNumber(value))).toBe(value + 0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('roundHalfUp', () => {
  it.each([
    ['1.005', 1.01],
    ['1.0049999', 1],
    ['-1.005', -1.01],
    ['0.994', 0.99],
    ['0.995', 1],
    ['.5', 0.5],
    ['-0.001', 0],
    ['123456789012.345', 123456789012.35],
  ])('%s', (digits, expected) => expect(roundHalfUp(digits, 2)).toBe(expected))

  it('moves a number by half a step at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 999_999 }), (whole, parts) => {
        const digits = `${whole}.${String(parts).padStart(6, '0')}`
        const cents = Math.floor(parts / 10_000) + (parts % 10_000 >= 5000 ? 1 : 0)
        expect(roundHalfUp(digits, 2)).toBe((whole * 100 + cents) / 100)
      }),
    )
  })
})
