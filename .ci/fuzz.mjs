// `npm run test:fuzz`: every test file that states a law with fast-check, with many more cases and a new seed.
// QUICK=1 for minutes instead of an hour. A failure prints its seed; put it into the test as an example.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runVitest } from './unit.mjs'

const quick = Boolean(process.env['QUICK'])
const runs = quick ? '1000' : '20000'
const laws = testFiles().filter((file) => takesMore(readFileSync(file, 'utf8')))
if (laws.length === 0) {
  console.error('no test states a law with fast-check')
  process.exit(1)
}
process.exit(runVitest(['--testTimeout=1200000', ...laws], { FUZZ_RUNS: runs }))

/** Where every law names its own number of runs, the quick form would only repeat the unit tests. */
function takesMore(source) {
  const count = (pattern) => source.match(pattern)?.length ?? 0
  return /from 'fast-check'/.test(source) && !(quick && count(/numRuns/g) >= count(/fc\.assert\(/g))
}

function testFiles() {
  return readdirSync('tests', { recursive: true })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('tests', path))
}
