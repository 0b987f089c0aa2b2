import fc from 'fast-check'
import { test } from 'vitest'
import { play, schedule } from './schedules.ts'

/** `npm run fuzz:merge` asks for a million; QUICK=1 for a first look. */
const SCHEDULES = Number(process.env['MERGE_SCHEDULES'] ?? (process.env['QUICK'] ? 2_000 : 20_000))
const PIECES = 4

// Pieces, so that a failure is told before the rest has run.
for (let piece = 0; piece < PIECES; piece++)
  test(
    `${SCHEDULES / PIECES} random schedules of 2–8 copies end alike, lose nothing silently, and read again as nothing (${piece + 1} of ${PIECES})`,
    () =>
      fc.assert(
        fc.property(schedule(40), (each) => play(each)),
        { numRuns: Math.ceil(SCHEDULES / PIECES) },
      ),
    3_600_000 * 12,
  )
