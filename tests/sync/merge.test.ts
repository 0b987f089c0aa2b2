import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge, replay } from '../../src/sync/merge.ts'
import type { WorkbookState } from '../../src/sync/workbook-state.ts'
import { bytesOf, canonicalText, stateOf } from './copy.ts'
import { finalCopies, schedule } from './schedules.ts'

const NOW = '2027-03-10T09:00:00.000Z'

/** Any three copies that schedules lead to, before they have met for the last time. */
const threeStates = schedule(40).map((each) => {
  const states = finalCopies(each).map(({ state }) => state)
  return [0, 1, 2].map((i) => states[i % states.length]!)
})

const copyOf = (state: WorkbookState) => stateOf(bytesOf(state))

function merged(a: WorkbookState, b: WorkbookState): WorkbookState {
  const mine = copyOf(a)
  return replay(mine, { ...merge(mine, copyOf(b), NOW), replica: 'x', seq: 0, at: NOW, by: '' })
}

test('merging is commutative, associative and idempotent, to the byte', () => {
  fc.assert(
    fc.property(threeStates, ([a, b, c]) => {
      const text = (state: WorkbookState) => canonicalText(state)
      expect(text(merged(a!, b!))).toBe(text(merged(b!, a!)))
      expect(text(merged(a!, merged(b!, c!)))).toBe(text(merged(merged(a!, b!), c!)))
      expect(text(merged(a!, a!))).toBe(text(a!))
      const both = merged(a!, b!)
      expect(merge(both, copyOf(a!), NOW).report.news).toBe(false)
      expect(merge(both, copyOf(b!), NOW).report.news).toBe(false)
    }),
    { numRuns: 400 },
  )
})

test('merging leaves both sides as they were', () => {
  fc.assert(
    fc.property(threeStates, ([a, b]) => {
      const before = [canonicalText(a!), canonicalText(b!)]
      merge(a!, b!, NOW)
      expect([canonicalText(a!), canonicalText(b!)]).toEqual(before)
    }),
    { numRuns: 200 },
  )
})
