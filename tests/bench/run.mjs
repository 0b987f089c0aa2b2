// `npm run bench`, or with `-- --engine`, `-- --store`, `-- --merge`, `-- --xlsx`, `-- --page`, `-- --hand`, `-- --county` only those. QUICK=1: few rounds, small sizes.
import { fileURLToPath } from 'node:url'
import { installPeers } from './peers.mjs'
import { Report } from './report.mjs'

const parts = {
  engine: async (...given) => (await import('./engine/run.mjs')).benchEngine(...given),
  store: async (...given) => (await import('./store/run.mjs')).benchStore(...given),
  merge: async (...given) => (await import('./merge/run.mjs')).benchMerge(...given),
  xlsx: async (...given) => (await import('./xlsx/run.mjs')).benchXlsx(...given),
  page: async (...given) => (await import('./page/run.mjs')).benchPage(...given),
  county: async (...given) => (await import('./county/run.mjs')).benchCounty(...given),
  hand: async (...given) => (await import('./hand/run.mjs')).benchHand(...given),
}
const asked = process.argv.slice(2)
const unknown = asked.filter((option) => !Object.hasOwn(parts, option.replace(/^--/, '')))
if (unknown.length) {
  console.error(
    `unknown: ${unknown.join(' ')}; there are ${Object.keys(parts)
      .map((name) => `--${name}`)
      .join(', ')}`,
  )
  process.exit(2)
}
const chosen = Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(`--${name}`))

const quick = Boolean(process.env['QUICK'])
const installed = installPeers()
const report = new Report()
for (const name of chosen) await parts[name](report, { quick, has: installed })
console.log(`\n${report.text()}\n`)
if (!quick && asked.length === 0) report.write(fileURLToPath(new URL('last-run.md', import.meta.url)), '')
