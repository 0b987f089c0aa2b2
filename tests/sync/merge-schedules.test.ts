import fc from 'fast-check'
import { test } from 'vitest'
import { play, schedule, type Schedule } from './schedules.ts'

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

/** Schedules that have found something, kept so that it stays found. */
const FOUND: Readonly<Record<string, Schedule>> = {
  'a third copy of a profile changed which of two values was shown': {
    copies: 2,
    lastOrder: 0,
    steps: [
      { do: 'add', copy: 3, row: null, values: ['甲', '甲'] },
      { do: 'add', copy: 0, row: null, values: ['甲', '甲'] },
      { do: 'clone', copy: 1 },
      { do: 'edit', copy: 1, row: 0, column: 0, value: 3 },
      { do: 'clone', copy: 4 },
      { do: 'undo', copy: 1 },
      { do: 'edit', copy: 6, row: 0, column: 1, value: '甲' },
      { do: 'edit', copy: 7, row: 0, column: 1, value: 3 },
      { do: 'undo', copy: 6 },
      { do: 'send', copy: 6, to: 0 },
      { do: 'send', copy: 0, to: 7 },
    ],
  },
  'so it did where the values came with their rows': {
    copies: 4,
    lastOrder: 0,
    steps: [
      { do: 'add', copy: 2, row: null, values: ['甲', '甲'] },
      { do: 'clone', copy: 5 },
      { do: 'clone', copy: 1 },
      { do: 'send', copy: 2, to: 7 },
      { do: 'add', copy: 4, row: 1, values: ['甲', '甲'] },
      { do: 'export', copy: 4 },
      { do: 'old', file: 49, to: 5 },
      { do: 'delete', copy: 7, row: 0 },
      { do: 'add', copy: 7, row: 1, values: [3, '乙'] },
      { do: 'send', copy: 0, to: 0 },
      { do: 'restore', copy: 5, row: 0 },
      { do: 'edit', copy: 4, row: 0, column: 1, value: '甲' },
    ],
  },
}

for (const [name, found] of Object.entries(FOUND)) test(`found once: ${name}`, () => play(found))
