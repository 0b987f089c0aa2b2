import type { LocalTime } from '../shared/local-date.ts'
import type { Audience } from '../exchange/masking/audiences.ts'

/** Columns by table, as their keys. */
export interface ColumnsOf {
  readonly table: string
  readonly columns: readonly string[]
}

/**
 * What a file holds and what it does not: shown before it is made, written on its first sheet, and put into the log of
 * exports. Names nobody but, inside the school, who made it.
 */
export interface ExportSummary {
  readonly audience: Audience
  readonly school: string
  readonly madeAt: LocalTime
  readonly madeBy: string
  readonly rules: string
  /** The term whose scores it holds. */
  readonly term: string | null
  /** The scores are those of one colleague. */
  readonly own: boolean
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
  /** Days of the first and the last incident in it. */
  readonly period: readonly [from: string, to: string] | null
  readonly leftOut: readonly ColumnsOf[]
  readonly changed: readonly ColumnsOf[]
  /** Formula columns that hold values only, because not all they read is in the file. */
  readonly valuesOnly: readonly ColumnsOf[]
  /** Tables that stay as a whole. */
  readonly tablesLeftOut: readonly string[]
  readonly staffNamed: number
  readonly pupilsNamed: number
  readonly pupilsBySurname: number
  /** Texts in which something was found, or that go out as summaries. */
  readonly texts: number
  /** Schools below a central school whose reports go along, each as its own school has signed it. */
  readonly schoolsBelow: number
  /** Another copy of the workbook can merge it exactly. */
  readonly mergeable: boolean
}

export const rowsIn = ({ tables }: Pick<ExportSummary, 'tables'>): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0)
