import fc from 'fast-check'
import { randomFrom } from './random-from.ts'

/** Where a generator's choices come from: fast-check (which can shrink a failure) or a bare seed (which is quick). */
export interface Draw {
  /** A whole number, both ends included; smaller ones are the simpler choice. */
  int(min: number, max: number): number
  /** One of the list; the first is the simplest choice. */
  pick<T>(list: readonly T[]): T
  /** True this many times in a hundred; false is the simpler choice. */
  chance(percent: number): boolean
}

const drawBy = (int: Draw['int']): Draw => ({
  int,
  pick: (list) => list[int(0, list.length - 1)]!,
  chance: (percent) => int(0, 99) >= 100 - percent,
})

export function seededDraw(seed: number): Draw {
  const random = randomFrom(seed)
  return drawBy((min, max) => min + Math.floor(random() * (max - min + 1)))
}

/** An arbitrary of whatever `make` draws. */
export const drawn = <T>(make: (draw: Draw) => T): fc.Arbitrary<T> =>
  fc.gen().map((next) => make(drawBy((min, max) => next(wholeNumber, min, max))))

const wholeNumber = (min: number, max: number) => fc.integer({ min, max })
