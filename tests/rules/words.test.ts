import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { zh as hazards } from '../../src/i18n/messages/hazards.zh.ts'
import { zh as rules } from '../../src/i18n/messages/rules.zh.ts'
import { zh as scoring } from '../../src/i18n/messages/scoring.zh.ts'
import { isSettingKey } from '../../src/rules/policy.ts'

const spoken = { ...rules, ...scoring, ...hazards } as Readonly<Record<string, string>>
const folder = new URL('../../src/rules/', import.meta.url)
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  // Obligations are named like steps; their words are asked for by their own test.
  .filter((name) => name.endsWith('.ts') && !name.startsWith('obligations/'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

/** Codes as they stand in the source; one that ends in `$` goes on with the choice of a setting. */
const codes = (pattern: RegExp) => [...new Set([...sources.matchAll(pattern)].map(([, code]) => code!))]
const steps = codes(
  /['`]((?:severity|liability|class|confirm|finding|points|leg|hazard|monthly-report|inspection)\.[a-zA-Z-]+\$?)/g,
)
// Settings are named like steps; their sentences are asked for by the policy's own test.
const said = steps.filter((code) => !isSettingKey(code))
const problems = codes(/fail\(\s*(?:order === 1 \? )?'([^']+)'/g)
const matches = (code: string, key: string) =>
  code.endsWith('$') ? key.startsWith(`why.${code.slice(0, -1)}`) : key === `why.${code}`

it('every step a rule can write has its sentence', () => {
  expect(steps.length).toBeGreaterThan(60)
  expect(said.filter((code) => !Object.keys(spoken).some((key) => matches(code, key)))).toEqual([])
})

it('every problem of a setting has its sentence', () => {
  expect(problems.length).toBeGreaterThan(10)
  expect(problems.filter((code) => !(`problem.${code}` in spoken))).toEqual([])
})

it('no sentence is left that no rule says', () => {
  const mine = Object.keys({ ...rules, ...hazards }).filter((key) => key.startsWith('why.'))
  expect(mine.filter((key) => !steps.some((code) => matches(code, key)))).toEqual([])
})
