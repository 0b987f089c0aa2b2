import type { CellType } from './cell-type.ts'
import { text } from './text.ts'

/** A place to sign on paper; on the screen, the name of who confirmed. */
export const signature: CellType = { ...text, width: 100, align: 'center' }
