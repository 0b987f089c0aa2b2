import type { Cells } from '../table.ts'

/** A part of what a table may be filled with, such as one checklist: cells as people would type them. */
export interface CommonPart {
  readonly name: string
  readonly rows: readonly Cells[]
}

/**
 * A checklist as it is written down: for whom, what a failed item is about, and one item a line, `item|in order when`,
 * with `|category` where it is another than the list's. `!` before an item: its failure is a major hazard by the national
 * guide of 2024. `@`: take a photo.
 */
export interface WrittenList {
  readonly list: string
  readonly applies?: '寄宿' | '有食堂' | '有校车'
  readonly category: string
  readonly items: string
}
