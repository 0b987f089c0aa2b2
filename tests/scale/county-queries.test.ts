import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeCounty } from '../county/county.ts'
import { figuresOf, type Told } from '../county/figures.ts'
import { COUNTY_QUERIES, countyTables } from './county-queries.ts'
import { openDuck } from './duck.ts'
import { writeExports } from './exports.ts'

/** A few schools' exports are made here; `npm run test:scale` brings those of many, made by a process a core. */
const SCHOOLS = 8
const ROWS = 60
const given = process.env['SCALE_FOLDER']
const duck = await openDuck()
if (duck === null)
  console.log('@duckdb/node-api is not installed here: the queries over Parquet are not tried')

it.skipIf(duck === null)(
  'a county is added up from the Parquet files of its schools exactly as the generator knows it',
  async () => {
    const folder = given ?? mkdtempSync(join(tmpdir(), 'dutybook-scale-'))
    try {
      const told = given === undefined ? await makeHere(folder) : toldIn(folder)
      const [asked, worked] = [performance.now(), process.cpuUsage()]
      await duck!.rows(countyTables(folder))
      const opened = performance.now() - asked
      const found = new Map<string, number>()
      for (const query of Object.values(COUNTY_QUERIES))
        for (const { key, count } of await duck!.rows(query)) found.set(String(key), Number(count))
      const took = performance.now() - asked
      const { user, system } = process.cpuUsage(worked)
      const memory = process.resourceUsage().maxRSS / 1e6
      console.log(
        `scale: ${told.length} schools, ${rowsOf(told)} rows, ${exportsIn(folder)} exports; added up in ${seconds(took)}, of it opening the files ${seconds(opened)}; CPU ${seconds((user + system) / 1000)}; memory of the process at most ${memory.toFixed(2)} GB; ${found.size} figures`,
      )
      const truth = figuresOf(told)
      const keys = new Set([...found.keys(), ...Object.keys(truth)])
      const wrong = [...keys].filter((key) => found.get(key) !== truth[key])
      expect(wrong.slice(0, 20).map((key) => [key, found.get(key), truth[key]])).toEqual([])
      expect(keys.size).toBeGreaterThan(told.length)
    } finally {
      if (given === undefined) rmSync(folder, { recursive: true })
      duck!.close()
    }
  },
  3_600_000,
)

async function makeHere(folder: string): Promise<Told[]> {
  const county = makeCounty({ seed: 7, schools: SCHOOLS, months: 3 })
  const told: Told[] = []
  for (const at of county.schools.keys()) {
    const found = await writeExports(county, at, ROWS, folder)
    if (found) told.push(found)
  }
  return told
}

const toldIn = (folder: string): Told[] =>
  readdirSync(folder)
    .filter((name) => /^told-\d+\.json$/.test(name))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Told[])

const exportsIn = (folder: string): number =>
  readdirSync(folder).filter((name) => /^\d+-\d+$/.test(name)).length

const rowsOf = (told: readonly Told[]): number =>
  told.reduce(
    (sum, { life }) =>
      sum + life.hazards.length + life.incidents.length + life.inspections.length + life.drills.length,
    0,
  )

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
