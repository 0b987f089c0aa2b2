// `npm run test:scale -- 1000 100`: the Parquet files of so many schools, of so many rows each, added up by DuckDB.
import { runVitest } from './unit.mjs'

const [schools = '40', rows = '60'] = process.argv.slice(2)
process.exit(runVitest(['tests/scale/county-queries.test.ts'], { SCALE_SCHOOLS: schools, SCALE_ROWS: rows }))
