// `npm run test:scale -- 1000 100`: the Parquet files of so many schools, of so many rows each, made by a process a core and
// added up by DuckDB.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled, inProcesses } from '../tests/county/processes.mjs'
import { runVitest } from './unit.mjs'

const [schools = '40', rows = '60'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'dutybook-scale-'))
let failed = 1
try {
  const parts = Math.min(availableParallelism(), Number(schools))
  const started = Date.now()
  const module = await bundled('tests/scale/generate.ts', 'exports.mjs')
  await inProcesses(module, [folder, schools, rows], parts)
  console.log(
    `exports of ${schools} schools made by ${parts} processes in ${Math.round((Date.now() - started) / 1000)} s`,
  )
  const sizes = { SCALE_SCHOOLS: schools, SCALE_ROWS: rows }
  failed = runVitest(['tests/scale/'], { SCALE_FOLDER: folder, ...sizes })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed)
