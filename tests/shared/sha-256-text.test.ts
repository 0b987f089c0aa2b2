import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256OfText } from '../../src/shared/sha-256-text.ts'

const judge = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

it('agrees with another implementation, also where a block ends', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const text = 'a'.repeat(length)
    expect(sha256OfText(text)).toBe(judge(text))
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256OfText(text)).toBe(judge(text))
    }),
  )
})
