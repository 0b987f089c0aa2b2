import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCounty } from '../county/county.ts'
import { writeExports } from './exports.ts'
import type { Told } from '../county/figures.ts'

/** Writes every n-th school's exports into a folder. Started by `.ci/scale.mjs`, a process a core: `folder schools rows part parts`. */
const [folder = '', ...numbers] = process.argv.slice(2)
const [schools = 8, rows = 60, part = 0, parts = 1] = numbers.map(Number)
const county = makeCounty({ seed: 7, schools, months: 3 })
const told: Told[] = []
for (let at = part; at < schools; at += parts) {
  const found = await writeExports(county, at, rows, folder)
  if (found) told.push(found)
}
writeFileSync(join(folder, `told-${part}.json`), JSON.stringify(told))
