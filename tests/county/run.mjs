// `npm run county -- --schools 30 --rows 60 --out DIR [--months 3] [--until 2026-10] [--last] [--seed 1]`: a county's schools,
// their files of each month as they come in at a bureau (`--last`: of the last month alone), and county.json, which says what
// each file is and what has truly happened. The last month is the one whose reports have been sent by now (on its 20th) when `--until` does not say.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { countyFolder } from './make.mjs'

/** Schools send on the 20th: by then so many milliseconds of the month are over. */
const SENT = 20 * 24 * 3_600_000
const text = { type: 'string' }
const { values } = parseArgs({
  options: {
    ...{ schools: text, rows: text, months: text, seed: text, until: text, out: text },
    last: { type: 'boolean' },
  },
})
const {
  seed = '1',
  schools = '30',
  rows = '60',
  months = '3',
  until = monthBefore(new Date(Date.now() - SENT), 0),
  out,
} = values

const started = Date.now()
const folder = await countyFolder({
  seed: Number(seed),
  schools: Number(schools),
  rows: Number(rows),
  months: Number(months),
  first: monthBefore(new Date(`${until}-15T12:00:00`), Number(months) - 1),
  lastOnly: values.last ?? false,
})
if (out) cpSync(folder, out, { recursive: true })
const { files } = JSON.parse(readFileSync(join(folder, 'county.json'), 'utf8'))
const size = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
console.log(
  `${schools} schools, ${files.length} files, ${size.toFixed(1)} MB in ${out ?? folder}, ${((Date.now() - started) / 1000).toFixed(0)} s`,
)

/** `YYYY-MM`, so many months before a day. */
function monthBefore(day, count) {
  const month = new Date(day.getFullYear(), day.getMonth() - count, 15)
  return `${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`
}
