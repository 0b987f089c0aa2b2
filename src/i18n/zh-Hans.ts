import { zhLater } from './zh-Hans-later.ts'
import { zhStart } from './zh-Hans-start.ts'

/** Every sentence, in the source language: for types, tests and the conversion to 繁體. The page loads the two parts apart. */
export const zhHans = { ...zhStart, ...zhLater } as const
