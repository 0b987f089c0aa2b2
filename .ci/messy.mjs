// `npm run test:messy -- 2000`: so many messy school workbooks, from a new seed or from MESSY_SEED; prints what was misread.
import { runVitest } from './unit.mjs'

const count = process.argv[2] ?? '1000'
const seed = process.env['MESSY_SEED'] ?? String(Math.floor(Math.random() * 1_000_000))
const asked = { MESSY_WORKBOOKS: count, MESSY_SEED: seed, MESSY_NOTES: '1' }
process.exit(runVitest(['tests/exchange/messy-workbooks.test.ts'], asked))
