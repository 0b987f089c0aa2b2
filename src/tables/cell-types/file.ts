import type { CellType } from './cell-type.ts'
import { text } from './text.ts'

/** The name of a kept file. */
export const file: CellType = { ...text, width: 120 }
