import { labelOf, optionLabel, say } from '../../../i18n/translate.ts'
import type { Cell } from '../../../tables/cell.ts'
import type { CellContext } from '../../../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../../../tables/cell-types/of.ts'
import type { Table } from '../../../tables/table.ts'
import type { Desk } from '../../state/desk.svelte.ts'
import { covered, isSensitive } from '../../state/privacy.ts'

/** How cells of a planned import are shown: as the table would show them, covered where the table covers them. */
export class PreviewCells {
  private readonly context: CellContext

  constructor(
    private readonly desk: Desk,
    readonly table: Table,
  ) {
    this.context = { ...desk.session.book.context(say), optionLabel }
  }

  label(column: string): string {
    return labelOf(this.table.columns[column]!)
  }

  text(column: string, cell: Cell): string {
    const definition = this.table.columns[column]!
    const text = cellTypeOf(definition).format(cell, definition, this.context)
    return this.isCovered(column) ? covered(column, text) : text
  }

  private isCovered(column: string): boolean {
    return !this.desk.revealed && isSensitive(this.table, column)
  }
}
