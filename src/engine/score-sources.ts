import type { Environment } from '../rules/rule.ts'
import type { Step } from '../tables/column.ts'
import type { Concealment } from './concealment.ts'
import type { Link } from './link.ts'
import type { TableData } from './table-data.ts'

/** What scoring reads: tables by name and reference columns by `table.column`. */
export interface ScoreSources {
  readonly data: (table: string) => TableData
  readonly link: (table: string, column: string) => Link
  readonly environment: () => Environment
  readonly concealment: Concealment
  readonly lateMinutes: (leg: number) => number | null
  /** A computed cell and its explanation, for receipts. */
  readonly computed: (table: string, position: number, column: string) => unknown
  readonly why: (table: string, position: number, column: string) => readonly Step[]
}
