import { zh as cells } from './messages/cells.zh.ts'

/** Every sentence, in the source language. The start carries this one; the others are loaded when asked for. */
export const zhHans = {
  ...cells,
} as const
