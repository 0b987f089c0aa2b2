import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LOOKS } from '../../src/tables/own/formats.ts'

const css = readFileSync('src/ui/theme.css', 'utf8')
/** What stands between the brackets after a selector. */
const rule = (selector: string) => `\n${css}`.split(`\n${selector} {`)[1]?.split('\n}')[0] ?? ''

test('every look has its sign and its colours in the style sheet, light and dark', () => {
  for (const { name, sign } of LOOKS) {
    expect(rule(`.look-${name}`)).toContain(`--look-sign: '${sign}';`)
    for (const theme of [':root', ":root[data-theme='dark']"])
      for (const token of [`--look-${name}:`, `--look-${name}-surface:`])
        expect(rule(theme), theme).toContain(token)
  }
  expect(new Set(LOOKS.map(({ sign }) => sign)).size).toBe(LOOKS.length)
})
