import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundMachine } from './copy.ts'
import { plantedFaults, showsBy } from './planted-faults.ts'
import { play, schedule } from './schedules.ts'

const RUNS = 3_000

test('there are twelve planted faults', () => {
  expect(Object.keys(plantedFaults)).toHaveLength(12)
})

for (const [name, fault] of Object.entries(plantedFaults))
  test(`schedules find the fault: ${name}`, () => {
    const machine = { ...soundMachine, ...fault }
    const found = fc.check(
      fc.property(schedule(60), (each) => play(each, machine)),
      { numRuns: RUNS, seed: 20270310 },
    )
    expect(found.failed, `not found in ${RUNS} schedules`).toBe(true)
    const reason = showsBy[name]
    if (reason) expect(found.counterexample![0].steps.map((each) => each.do)).toContain(reason)
  })
