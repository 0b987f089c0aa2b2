// `npm run county -- --schools 30 --rows 60 --out DIR [--months 3] [--last] [--seed 1]`: a county's schools, their files of each
// month as they come in at a bureau (`--last`: of the last month alone), and county.json, which says what each file is and what has truly happened.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { countyFolder } from './make.mjs'

const text = { type: 'string' }
const { values } = parseArgs({
  options: { schools: text, rows: text, months: text, seed: text, out: text, last: { type: 'boolean' } },
})
const { seed = '1', schools = '30', rows = '60', months = '3', out, last = false } = values

const started = Date.now()
const folder = await countyFolder({
  seed: Number(seed),
  schools: Number(schools),
  rows: Number(rows),
  months: Number(months),
  lastOnly: last,
})
if (out) cpSync(folder, out, { recursive: true })
const { files } = JSON.parse(readFileSync(join(folder, 'county.json'), 'utf8'))
const size = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
console.log(
  `${schools} schools, ${files.length} files, ${size.toFixed(1)} MB in ${out ?? folder}, ${((Date.now() - started) / 1000).toFixed(0)} s`,
)
