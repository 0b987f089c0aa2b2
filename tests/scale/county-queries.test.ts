import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { REPORTED } from '../../src/tables/school/reported.ts'
import { lifeOf, makeCounty } from '../county/county.ts'
import { figuresOf, type Told } from '../county/figures.ts'
import { SchoolAtWork } from '../county/school-files.ts'
import { COUNTY_QUERIES, countyTables } from './county-queries.ts'
import { openDuck } from './duck.ts'

/** `npm run test:scale -- 1000 100`: so many schools, of so many rows each. */
const SCHOOLS = Number(process.env['SCALE_SCHOOLS'] ?? 8)
const ROWS = Number(process.env['SCALE_ROWS'] ?? 60)
const duck = await openDuck()
if (duck === null)
  console.log('@duckdb/node-api is not installed here: the queries over Parquet are not tried')

it.skipIf(duck === null)(
  'a county is added up from the Parquet files of its schools exactly as the generator knows it',
  async () => {
    const county = makeCounty({ seed: 7, schools: SCHOOLS, months: 3 })
    const folder = mkdtempSync(join(tmpdir(), 'dutybook-scale-'))
    try {
      const told: Told[] = []
      const started = performance.now()
      let rows = 0
      for (const [at, { code }] of county.schools.entries()) {
        const life = lifeOf(county, at, ROWS)
        const school = new SchoolAtWork(county, life)
        const files: Uint8Array[] = []
        let made = `${county.months[0]!}-01 08:00`
        for (const [n, month] of county.months.entries()) {
          const sent = life.sent[n]!
          if (sent === null) continue
          school.comeTo(sent)
          school.send(month)
          made = sent
          files.push(
            await school.file({ kind: 'parquet', audience: 'bureau', tables: REPORTED, summaries: true }),
          )
        }
        if (files.length === 0) continue
        told.push({ life, made })
        // The last month's, an older one that came after it, and one that came twice.
        for (const [n, zip] of [
          files.at(-1)!,
          files[0]!,
          ...(at % 4 === 0 ? [files.at(-1)!] : []),
        ].entries()) {
          const place = join(folder, `${code}-${n}`)
          mkdirSync(place)
          for (const [name, bytes] of Object.entries(unzipSync(zip))) writeFileSync(join(place, name), bytes)
        }
        rows += life.hazards.length + life.incidents.length + life.inspections.length + life.drills.length
      }
      const making = performance.now() - started
      const asked = performance.now()
      await duck!.rows(countyTables(folder))
      const found = new Map<string, number>()
      for (const query of Object.values(COUNTY_QUERIES))
        for (const { key, count } of await duck!.rows(query)) found.set(String(key), Number(count))
      const asking = performance.now() - asked
      console.log(
        `scale: ${told.length} schools, ${rows} rows; files made in ${seconds(making)}, added up in ${seconds(asking)}`,
      )
      expect(Object.fromEntries([...found].sort())).toEqual(figuresOf(told))
    } finally {
      rmSync(folder, { recursive: true })
      duck!.close()
    }
  },
  3_600_000,
)

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
