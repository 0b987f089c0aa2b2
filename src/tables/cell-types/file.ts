import type { CellType } from './cell-type.ts'
import { text } from './text.ts'

/** Where a paper is, as people write it; files themselves are attachments of the row. */
export const file: CellType = { ...text, width: 120 }
