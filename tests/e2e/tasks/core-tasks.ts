import { cells } from './cells.ts'
import { rowsAndColumns } from './rows-and-columns.ts'
import { schoolLife } from './school-life.ts'
import type { Task } from './task.ts'
import { workbook } from './workbook.ts'

/** The thirty things that a safety officer does most with a book of tables, by where they are done. */
export const CORE_TASKS: Readonly<Record<string, readonly Task[]>> = {
  'school life': schoolLife,
  cells,
  'rows and columns': rowsAndColumns,
  workbook,
}
