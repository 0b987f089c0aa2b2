import type { Problem } from '../shared/result.ts'
import type { GridAdapter } from './adapter.ts'
import { pastedInput, refusal } from './pasted-input.ts'
import { textOf, transposed, type PastedBlock, type PastedCell, type PasteOptions } from './pasted-block.ts'
import { planPaste } from './paste-plan.ts'
import type { EditRequest, Input, RowSource } from './row-source.ts'
import { cellsIn, type Range } from './selection.ts'

/** A pasted cell that its column does not take. */
export interface RefusedCell {
  /** The number of the row on the screen, from 1; new rows go on counting. */
  readonly number: number
  readonly column: string
  readonly text: string
  readonly problem: Problem
}

/** What a paste would do, for somebody to agree to. */
export interface PastePreview {
  /** Cells that are taken as they are. */
  readonly good: number
  readonly refused: readonly RefusedCell[]
  /** Cells over columns that nobody may write, or beyond the last column: they are left out in any case. */
  readonly skipped: number
  /** Rows past the end of a table that takes none: left out in any case. */
  readonly lostRows: number
}

/** `all` writes the refused ones too, as they are, to be marked and listed; `good` leaves them out. */
export type PasteChoice = 'all' | 'good'

export interface PasteHooks {
  /** Rows may be added by people. */
  readonly canAdd: boolean
  readonly write: (
    requests: readonly EditRequest[],
    added: readonly Readonly<Record<string, Input>>[],
  ) => void
  readonly select: (range: Range) => void
  /** So many cells were left out because nobody may write there. */
  readonly skipped: (count: number) => void
  /** A range holds nothing but headings of groups, which take nothing. */
  readonly headings: () => void
  /** Null when the paste is given up. */
  readonly ask: (preview: PastePreview) => Promise<PasteChoice | null>
}

interface Planned {
  readonly requests: readonly EditRequest[]
  readonly added: readonly Readonly<Record<string, Input>>[]
  readonly good: { requests: readonly EditRequest[]; added: readonly Readonly<Record<string, Input>>[] }
  readonly preview: PastePreview
  readonly range: Range
}

/** Takes a block from the clipboard into the rows: all of it at once, and never half of it unasked. */
export class Pasting {
  constructor(
    private readonly source: RowSource,
    private readonly adapter: GridAdapter,
    private readonly hooks: PasteHooks,
  ) {}

  /** False when the block does not fit into several ranges; each of them takes it only without running past its edge. */
  async paste(block: PastedBlock, ranges: readonly Range[], options: PasteOptions = {}): Promise<boolean> {
    const laid = options.transposed ? transposed(block) : block
    if (laid.length === 0 || laid.every((row) => row.length === 0)) return true
    const planned = ranges.map((range) => this.plan(laid, range, options))
    if (planned.some((plan) => plan === NOTHING)) {
      this.hooks.headings()
      return true
    }
    if (ranges.length > 1 && planned.some(({ range }, at) => cellsIn(range) !== cellsIn(ranges[at]!)))
      return false
    const preview = together(planned.map(({ preview }) => preview))
    const lonely = preview.good + preview.refused.length === 1 && preview.lostRows === 0
    // A single cell is as if it had been typed: kept, and marked where it stands before everybody's eyes.
    const choice =
      lonely || (preview.refused.length === 0 && preview.lostRows === 0)
        ? 'all'
        : await this.hooks.ask(preview)
    if (choice === null) return true
    const wanted = planned.map((each) => (choice === 'all' ? each : each.good))
    this.hooks.write(
      wanted.flatMap(({ requests }) => requests),
      wanted.flatMap(({ added }) => added),
    )
    if (planned.length === 1) this.hooks.select(planned[0]!.range)
    if (preview.skipped > 0) this.hooks.skipped(preview.skipped)
    return true
  }

  private plan(block: PastedBlock, range: Range, { skipEmpty = false }: PasteOptions): Planned {
    const { columns } = this.adapter.geometry
    const { groups, rowCount } = this.adapter
    // The headings of groups take nothing: the block is laid over the rows alone.
    const rows = groups.rowsAbove(rowCount)
    const top = groups.rowsAbove(range.top)
    const bottom = groups.rowsAbove(range.bottom + 1) - 1
    if (bottom < top) return NOTHING
    const { name } = this.source.table
    const plan = planPaste(
      block,
      { ...range, top, bottom },
      {
        rows,
        columns: columns.length,
        writable: (column) => this.source.editable(columns[column]!.key),
      },
    )
    const refused: RefusedCell[] = []
    const read = (given: PastedCell, column: string, number: number) => {
      const definition = this.source.table.columns[column]!
      const input = pastedInput(given, definition, this.source.context)
      const problem = refusal(given, input, definition, this.source.context)
      if (problem) refused.push({ number, column, text: textOf(given), problem })
      return { input, taken: problem === null }
    }
    const requests: EditRequest[] = []
    const good: EditRequest[] = []
    for (const { row, column, given } of plan.cells) {
      const line = groups.lineOf(row)
      const id = this.adapter.rowAt(line)
      if (id === null || (skipEmpty && textOf(given) === '')) continue
      const { key } = columns[column]!
      const { input, taken } = read(given, key, groups.rowNumber(line))
      const request = { table: name, row: id, column: key, input }
      requests.push(request)
      if (taken) good.push(request)
    }
    const added: Record<string, Input>[] = []
    const goodAdded: Record<string, Input>[] = []
    let addedCells = 0
    for (const [at, cells] of this.hooks.canAdd ? plan.added.entries() : []) {
      const row: Record<string, Input> = {}
      const goodRow: Record<string, Input> = {}
      for (const [column, given] of cells) {
        const { key } = columns[column]!
        const { input, taken } = read(given, key, rows + at + 1)
        row[key] = input
        if (taken) goodRow[key] = input
        if (taken) addedCells++
      }
      added.push(row)
      goodAdded.push(goodRow)
    }
    return {
      requests,
      added,
      good: { requests: good, added: goodAdded },
      range: {
        ...plan.range,
        top: groups.lineOf(plan.range.top),
        bottom: groups.lineOf(plan.range.bottom),
      },
      preview: {
        good: good.length + addedCells,
        refused,
        skipped: plan.skipped,
        lostRows: this.hooks.canAdd ? 0 : plan.added.length,
      },
    }
  }
}

const together = (previews: readonly PastePreview[]): PastePreview => ({
  good: previews.reduce((sum, { good }) => sum + good, 0),
  refused: previews.flatMap(({ refused }) => refused),
  skipped: previews.reduce((sum, { skipped }) => sum + skipped, 0),
  lostRows: previews.reduce((sum, { lostRows }) => sum + lostRows, 0),
})

/** Of a range that covers no row. */
const NOTHING: Planned = {
  requests: [],
  added: [],
  good: { requests: [], added: [] },
  preview: { good: 0, refused: [], skipped: 0, lostRows: 0 },
  range: { top: 0, bottom: -1, left: 0, right: -1 },
}
