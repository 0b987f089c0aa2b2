import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import items from '../fixtures/plan-items.json' with { type: 'json' }
import { proofs } from './proofs.ts'

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const TITLE = /\b(?:it|test|describe)\(\s*(?:'([^']*)'|"([^"]*)"|`([^`]*)`)/g

/** The titles of a file's tests, as they are written. */
function titlesIn(file: string): string[] {
  return [...readFileSync(path(file), 'utf8').matchAll(TITLE)].map(
    (found) => (found[1] ?? found[2] ?? found[3])!,
  )
}

const ofSchools = Object.entries(items)
  .filter(([, item]) => item.for !== 'bureau')
  .map(([id]) => id)

test('every item that concerns a school has a proof, and nothing else has', () => {
  expect(ofSchools.length).toBeGreaterThan(90)
  expect(Object.keys(proofs).sort()).toEqual([...ofSchools].sort())
})

test.each(Object.entries(proofs))('%s is proved where the table says', (id, [file, title]) => {
  expect(existsSync(path(file)), file).toBe(true)
  expect(title.startsWith(id)).toBe(true)
  expect(titlesIn(file)).toContain(title)
})

const list = fileURLToPath(new URL('../../../shared/seed-systems.md', import.meta.url))
test.skipIf(!existsSync(list))('the items are those of the list they were taken from', () => {
  const asked = [...readFileSync(list, 'utf8').matchAll(/^\| (P[1-6]-\d\d) \|/gm)].map(([, id]) => id!)
  expect(asked.length).toBe(166)
  expect(Object.keys(items)).toEqual(asked)
})
