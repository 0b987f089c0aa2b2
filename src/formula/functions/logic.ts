import { define, defineMany, any, either, lazy, logical, contentsIn, optional, number } from '../function.ts'
import { Area } from '../area.ts'
import {
  compare,
  FormulaError,
  NOT_FOUND,
  toLogical,
  toNumber,
  valueOf,
  WRONG_VALUE,
  type Value,
} from '../value.ts'

type Arguments = readonly (readonly [Value | Area])[]

/** Truth values among cells and arguments; a text in a cell is none. */
function* truths(groups: Arguments): Generator<boolean> {
  let found = false
  for (const [argument] of groups)
    if (argument instanceof Area) {
      for (const cell of argument) {
        const value = valueOf(cell)
        if (value === null || typeof value === 'string') continue
        found = true
        yield toLogical(value)
      }
    } else {
      found = true
      yield toLogical(argument)
    }
  if (!found) throw WRONG_VALUE
}

const attempt = (evaluate: () => Value, on: (error: FormulaError) => Value): Value => {
  try {
    return evaluate()
  } catch (error) {
    if (error instanceof FormulaError) return on(error)
    throw error
  }
}

const asks = (question: (value: Value) => boolean) =>
  define([lazy], (evaluate) =>
    attempt(
      () => question(evaluate()),
      () => false,
    ),
  )

export const logic = {
  IF: define([logical, lazy, optional(lazy, (): Value => false)], (condition, then, otherwise) =>
    condition ? then() : otherwise(),
  ),
  IFS: defineMany([], [lazy, lazy], (pairs) => {
    for (const [condition, result] of pairs) if (toLogical(condition())) return result()
    throw NOT_FOUND
  }),
  SWITCH: defineMany([any], [lazy, optional(lazy, null)], (wanted, pairs) => {
    for (const [candidate, result] of pairs) {
      // A last one without a partner is what holds otherwise.
      if (result === null) return candidate()
      if (compare(wanted, candidate()) === 0) return result()
    }
    throw NOT_FOUND
  }),
  CHOOSE: defineMany([number], [lazy], (at, choices) => {
    const chosen = choices[Math.trunc(at) - 1]
    if (!chosen) throw WRONG_VALUE
    return chosen[0]()
  }),
  AND: defineMany([], [either], (groups) => [...truths(groups)].every(Boolean)),
  OR: defineMany([], [either], (groups) => [...truths(groups)].some(Boolean)),
  XOR: defineMany([], [either], (groups) => [...truths(groups)].filter(Boolean).length % 2 === 1),
  NOT: define([logical], (value) => !value),
  TRUE: define([], () => true),
  FALSE: define([], () => false),
  IFERROR: define([lazy, lazy], (value, otherwise) => attempt(value, otherwise)),
  IFNA: define([lazy, lazy], (value, otherwise) =>
    attempt(value, (error) => {
      if (error === NOT_FOUND) return otherwise()
      throw error
    }),
  ),
  NA: define([], () => {
    throw NOT_FOUND
  }),
  ISBLANK: asks((value) => value === null),
  ISNUMBER: asks((value) => typeof value === 'number'),
  ISTEXT: asks((value) => typeof value === 'string'),
  ISERROR: define([lazy], (evaluate) =>
    attempt(
      () => (evaluate(), false),
      () => true,
    ),
  ),
  ISNA: define([lazy], (evaluate) =>
    attempt(
      () => (evaluate(), false),
      (error) => error === NOT_FOUND,
    ),
  ),
  COUNTA: defineMany([], [either], (groups) => {
    let count = 0
    for (const cell of contentsIn(groups)) if (cell !== null) count++
    return count
  }),
  COUNTBLANK: defineMany([], [either], (groups) => {
    let count = 0
    for (const cell of contentsIn(groups)) if (cell === null || cell === '') count++
    return count
  }),
  N: define([any], (value) => (typeof value === 'string' ? 0 : toNumber(value))),
}
