import type { FunctionDefinition } from '../function.ts'
import { conditions } from './conditions.ts'
import { days } from './days.ts'
import { logic } from './logic.ts'
import { lookups } from './lookups.ts'
import { numbers } from './numbers.ts'
import { texts } from './texts.ts'

const all = { ...logic, ...numbers, ...texts, ...days, ...conditions, ...lookups }

/** Every function a formula may call, by its name in capitals. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  Object.entries(all as Readonly<Record<string, FunctionDefinition>>),
)
export type FunctionName = keyof typeof all
