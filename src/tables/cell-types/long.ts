import type { CellType } from './cell-type.ts'
import { text } from './text.ts'

/** Text of several lines. */
export const long: CellType = { ...text, width: 240 }
