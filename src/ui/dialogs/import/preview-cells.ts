import { placeOf, type SheetData, type SheetPlan, type SheetValue } from '../../../app/import-file.ts'
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
    return this.cover(column, cellTypeOf(definition).format(cell, definition, this.context))
  }

  /** A text of this column as it may be seen now. */
  cover(column: string, text: string): string {
    return this.isCovered(column) ? covered(column, text) : text
  }

  private isCovered(column: string): boolean {
    return !this.desk.revealed && isSensitive(this.table, column)
  }
}

type Source = Pick<SheetData, 'shown'>

/** How cells of the file are shown before they are ours: as the file showed them, covered where they would be here. */
export class SourceCells {
  private readonly table: Table | null

  constructor(
    private readonly desk: Desk,
    private readonly sheet: Source,
    private readonly found: SheetPlan | null,
    tables: Readonly<Record<string, Table>> = desk.session.book.tables,
  ) {
    this.table = found && tables[found.table]!
  }

  text(row: number, column: number, value: SheetValue, isHeading: boolean): string {
    const shown = this.sheet.shown?.get(placeOf(row, column)) ?? (value === null ? '' : String(value))
    const key = this.found?.columns[column]
    const body = this.found !== null && !isHeading && row > this.found.header[1]
    const hides = body && key && this.table && !this.desk.revealed && isSensitive(this.table, key)
    return hides ? covered(key, shown) : shown
  }
}
