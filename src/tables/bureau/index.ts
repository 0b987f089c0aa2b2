import { attachments } from '../school/attachments.ts'
import { exports } from '../school/exports.ts'
import { holidays } from '../school/holidays.ts'
import { todos } from '../school/todos.ts'
import { formats } from '../own/formats.ts'
import { labels } from '../own/labels.ts'
import { ownColumns } from '../own/own-columns.ts'
import { ownTables } from '../own/own-tables.ts'

/** Every table of a bureau's workbook, in the order in which people find them. Some are the same as a school's. */
export const bureauTables = {
  holidays,
  todos,
  attachments,
  exports,
  ownTables,
  ownColumns,
  labels,
  formats,
} as const

export type BureauTables = typeof bureauTables
