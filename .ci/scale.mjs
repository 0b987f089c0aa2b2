// `npm run test:scale -- 1000 100`: the Parquet files of so many schools, of so many rows each, added up by DuckDB.
import { runVitest } from './unit.mjs'

const [schools = '40', rows = '60'] = process.argv.slice(2)
const tests = ['tests/scale/county-queries.test.ts', 'tests/scale/county-summary.test.ts']
process.exit(runVitest(tests, { SCALE_SCHOOLS: schools, SCALE_ROWS: rows }))
