import { Area } from './area.ts'
import { toLogical, toNumber, toText, valueOf, type Content, type Value } from './value.ts'

/** A part of a formula, ready to be worked out for a row. */
export type Evaluate = (row: string) => Value | Area

/** What a function may know besides its arguments. */
export interface Surroundings {
  /** Local wall time `YYYY-MM-DD HH:mm`. */
  readonly now: () => string
}

/**
 * A parameter says what it takes and how it reads it, so that conversion happens here and once, not in sixty functions.
 * `hidden` ones take no argument: the clock, and what a call remembers from row to row.
 */
export interface Parameter<V = unknown> {
  readonly takes: 'value' | 'area' | 'either' | 'hidden'
  readonly read: (evaluate: Evaluate, row: string) => V
  readonly absent?: () => V
  /** For a hidden one: made once for each place in a formula where the function is called. */
  readonly make?: (surroundings: Surroundings) => () => V
  readonly volatile?: true
}

const scalar = (result: Value | Area): Value => {
  // The compiler lets no area come here.
  if (result instanceof Area) throw new TypeError('an area where a value is wanted')
  return result
}

const value = <V>(read: (value: Value) => V): Parameter<V> => ({
  takes: 'value',
  read: (evaluate, row) => read(scalar(evaluate(row))),
})

export const number = value(toNumber)
export const text = value(toText)
export const logical = value(toLogical)
export const any = value((each) => each)

export const area: Parameter<Area> = {
  takes: 'area',
  read: (evaluate, row) => evaluate(row) as Area,
}

export const either: Parameter<Value | Area> = { takes: 'either', read: (evaluate, row) => evaluate(row) }

/** Worked out only when the function asks, and as often as it asks. */
export const lazy: Parameter<() => Value> = {
  takes: 'value',
  read: (evaluate, row) => () => scalar(evaluate(row)),
}

export const optional = <V, D>(parameter: Parameter<V>, otherwise: D): Parameter<V | D> => ({
  ...parameter,
  absent: () => otherwise,
})

export const clock: Parameter<string> = {
  takes: 'hidden',
  read: () => '',
  make: ({ now }) => now,
  volatile: true,
}

/** What one call has found out and may use for the next row. */
export const memory = <M>(begin: () => M): Parameter<M> => ({
  takes: 'hidden',
  read: begin,
  make: () => {
    const kept = begin()
    return () => kept
  },
})

type Read<P extends readonly Parameter[]> = {
  -readonly [K in keyof P]: P[K] extends Parameter<infer V> ? V : never
}

export interface FunctionDefinition {
  readonly parameters: readonly Parameter[]
  /** Parameters that come again and again after the others, at least once. */
  readonly group: readonly Parameter[]
  readonly call: (...args: never[]) => Value
}

export const define = <const P extends readonly Parameter[]>(
  parameters: P,
  call: (...args: Read<P>) => Value,
): FunctionDefinition => ({ parameters, group: [], call: call as FunctionDefinition['call'] })

/** A function of any number of arguments: `call` gets the groups as a list. */
export const defineMany = <const P extends readonly Parameter[], const G extends readonly Parameter[]>(
  parameters: P,
  group: G,
  call: (...args: [...Read<P>, Read<G>[]]) => Value,
): FunctionDefinition => ({ parameters, group, call: call as unknown as FunctionDefinition['call'] })

/** The numbers among cells and arguments: what is written out is made a number, a text in a cell is passed over. */
export function numbersIn(groups: readonly (readonly [Value | Area])[]): number[] {
  const found: number[] = []
  for (const [argument] of groups)
    if (argument instanceof Area) for (const cell of argument) pushNumber(found, cell)
    else if (argument !== null) found.push(toNumber(argument))
    else found.push(0)
  return found
}

function pushNumber(found: number[], cell: Content): void {
  const value = valueOf(cell)
  if (typeof value === 'number') found.push(value)
}

/** Every cell and argument. */
export function* contentsIn(groups: readonly (readonly [Value | Area])[]): Generator<Content> {
  for (const [argument] of groups)
    if (argument instanceof Area) yield* argument
    else yield argument
}
