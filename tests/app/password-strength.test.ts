import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passwordStrength } from '../../src/app/password-strength.ts'

test.each([
  ['', 'none'],
  ['123456789012', 'easy'],
  ['aaaaaaaaaaaaaaaa', 'easy'],
  ['abcabcabcabcabc', 'easy'],
  ['password2026', 'easy'],
  ['qwertyuiop123456', 'easy'],
  ['woaini20080512', 'easy'],
  ['k7#Qz', 'short'],
  ['k7#Qzm2p', 'easy'],
  ['k7#Qzm2pw', 'middling'],
  ['k7#Qzm2pwT9x', 'good'],
  ['操场边的三棵老槐树', 'good'],
  ['correct horse battery', 'good'],
] as const)('%s is %s', (password, expected) => {
  expect(passwordStrength(password)).toBe(expected)
})

test('composed and decomposed are the same password', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', size: 'max', maxLength: 30 }), (password) => {
      expect(passwordStrength(password.normalize('NFD'))).toBe(passwordStrength(password.normalize('NFC')))
    }),
    // An a that stood for à counted as a letter of another case.
    { examples: [['אַ à  A ']] },
  )
})
