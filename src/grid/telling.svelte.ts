import type { GridAdapter } from './adapter.ts'
import type { RowSource } from './row-source.ts'
import type { Selecting } from './selecting.ts'
import { activeOf, isSingle, type Position } from './selection.ts'
import type { Speech } from './speech.ts'

export interface ToldField {
  /** Is its text being edited? */
  readonly editing: () => boolean
  /** Its name for screen readers. */
  readonly name: (text: string) => void
}

/** What is said of the active cell: under it to everybody, and to screen readers. */
export class Telling {
  /** A sentence under the active cell: its problem, or why it cannot be typed into. */
  note = $state('')
  /** Spoken politely to screen readers. */
  announcement = $state('')

  constructor(
    private readonly speech: Speech,
    private readonly source: RowSource,
    private readonly adapter: GridAdapter,
    private readonly selecting: Selecting,
    private readonly field: ToldField,
  ) {}

  /** Names the active cell: the field's label, and its problem as a note for everybody. */
  describe(): string {
    const { active, selection } = this.selecting
    const at = activeOf(selection).row
    const { groups } = this.adapter
    const group = groups.at(at)
    const how = group && { folded: groups.isFolded(group), sums: groups.sumsOf(group) }
    const whole = how
      ? this.speech.group(this.speech.heading(group, how))
      : this.speech.cell(active, groups.rowNumber(at))
    this.field.name(whole)
    if (!this.field.editing())
      this.note =
        active.row === null || active.column === '' ? '' : this.speech.note(active.row, active.column)
    return whole
  }

  announce(): void {
    const cell = this.describe()
    this.announcement = isSingle(this.selecting.selection) ? cell : this.speech.ranges(this.selecting)
  }

  /** Why the active cell takes no input. */
  refuse(): void {
    this.say(this.speech.refusal(this.selecting.active.column))
  }

  /** To everybody: beside the active cell, and spoken. */
  say(text: string): void {
    this.note = this.announcement = text
  }

  /** The mouse is over a cell: what is wrong with it, or the text that does not fit in. */
  hover(at: Position, cell: HTMLElement): void {
    const row = this.adapter.rowAt(at.row)
    const column = this.adapter.geometry.columns[at.column]?.key
    if (row === null || column === undefined) return void (cell.title = '')
    const clipped = cell.scrollWidth > cell.clientWidth
    cell.title = this.speech.note(row, column) || (clipped ? this.source.text(row, column) : '')
  }
}
