import { labelOf, t, tell } from '../i18n/translate.ts'
import { cellsInAll } from './ranges.ts'
import type { RowSource } from './row-source.ts'
import type { ActiveCell } from './selecting.ts'
import type { Range } from './selection.ts'

/** What screen readers are told, and what stands under a marked cell. */
export class Speech {
  constructor(private readonly source: RowSource) {}

  labelOf(column: string): string {
    return labelOf(this.source.table.columns[column]!)
  }

  /** A cell with its address, heading, value and what is wrong with it. */
  cell({ row, column }: ActiveCell, index: number): string {
    if (row === null || column === '') return t('grid.empty')
    const label = t('grid.cell', {
      row: index + 1,
      column: this.labelOf(column),
      value: this.source.text(row, column) || t('grid.blank'),
    })
    return [label, this.look(row, column), this.note(row, column)].filter(Boolean).join(' ')
  }

  /** What a conditional format shows by colour and sign, in words. */
  private look(row: string, column: string): string {
    const found = this.source.look?.(row, column)
    if (!found) return ''
    const look = labelOf(found.look)
    return t(found.signed ? 'grid.look' : 'grid.row-look', { look })
  }

  /** Why the cell is marked; empty when it is not. */
  note(row: string, column: string): string {
    const problem = this.source.problem(row, column)
    const notes = [problem && tell(problem), this.source.disputed(row, column) && t('grid.disputed')]
    return notes.filter(Boolean).join(' ')
  }

  ranges(ranges: readonly Range[]): string {
    const cells = cellsInAll(ranges)
    const [only] = ranges
    if (ranges.length > 1 || !only) return t('grid.ranges', { ranges: ranges.length, cells })
    const { top, bottom, left, right } = only
    return t('grid.range', { rows: bottom - top + 1, columns: right - left + 1, cells })
  }

  /** Why a column takes no input. */
  refusal(column: string): string {
    const computed = this.source.table.columns[column]?.computed === true
    return t(computed ? 'grid.computed' : 'grid.locked', { column: this.labelOf(column) })
  }
}
