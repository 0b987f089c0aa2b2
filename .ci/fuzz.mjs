// `npm run test:fuzz`: every test file that states a law with fast-check, with many more cases and a new seed.
// QUICK=1 for minutes instead of an hour. A failure prints its seed; put it into the test as an example.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runVitest } from './unit.mjs'

const runs = process.env['QUICK'] ? '1000' : '20000'
const laws = testFiles().filter((file) => /from 'fast-check'/.test(readFileSync(file, 'utf8')))
if (laws.length === 0) {
  console.error('no test states a law with fast-check')
  process.exit(1)
}
process.exit(runVitest(['--testTimeout=1200000', ...laws], { FUZZ_RUNS: runs }))

function testFiles() {
  return readdirSync('tests', { recursive: true })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('tests', path))
}
