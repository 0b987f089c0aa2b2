import { configureGlobal } from 'fast-check'

// Laws that name their own number of runs keep it: they are too slow for more.
configureGlobal({ numRuns: Number(process.env['FUZZ_RUNS']) })
