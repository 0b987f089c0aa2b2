import type { Cell } from '../../../tables/cell.ts'
import type { CellType } from '../../../tables/cell-types/cell-type.ts'
import type { Column } from '../../../tables/column.ts'
import type { Input } from '../../../grid/row-source.ts'

export type FieldKind = 'select' | 'checks' | 'long' | 'moment' | 'cell'

/** What every field of a form is given. `write` takes what was typed or picked; the door behind it parses. */
export interface FieldProps {
  readonly id: string
  readonly text: string
  readonly stored: Cell
  readonly definition: Column
  readonly described: string | undefined
  readonly invalid: boolean
  readonly write: (input: Input) => void
}

/** More than this is not read as a row of boxes. */
const MOST_CHECKS = 12

/** Which kind of field a column gets. A finger gets the phone's own date wheel, as long as that can show the value. */
export function fieldKind(column: Column, stored: Cell, type: CellType, finger: boolean): FieldKind {
  const options = column.options ?? []
  switch (column.type) {
    case 'yesno':
      return 'select'
    case 'choice':
      return options.length > 0 && !column.open ? 'select' : 'cell'
    case 'choices':
      return options.length > 0 &&
        options.length <= MOST_CHECKS &&
        !column.open &&
        listed(stored, type, column)
        ? 'checks'
        : 'cell'
    case 'long':
      return 'long'
    case 'date':
    case 'time':
      return finger && (stored === null || type.valid(stored, column)) ? 'moment' : 'cell'
    default:
      return 'cell'
  }
}

const listed = (stored: Cell, type: CellType, column: Column) => stored === null || type.valid(stored, column)
