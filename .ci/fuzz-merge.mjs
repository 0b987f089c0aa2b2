// `npm run fuzz:merge`: a million random schedules of copies that edit, exchange files and are copied themselves, or as
// many as MERGE_SCHEDULES says. A failure prints its seed; put it into tests/sync/merge-schedules.test.ts as an example.
import { runVitest } from './unit.mjs'

const schedules = process.env['MERGE_SCHEDULES'] ?? '1000000'
process.exit(runVitest(['tests/sync/merge-schedules.test.ts'], { MERGE_SCHEDULES: schedules }))
