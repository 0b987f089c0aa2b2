import type { Report } from '../../sync/report.ts'
import type { Cell } from '../../tables/cell.ts'
import type { KnownReport } from './known-reports.ts'

/** A standing report with what is in it. */
export interface OpenedReport {
  readonly facts: KnownReport
  /** As its school has signed it. */
  readonly bytes: Uint8Array
  readonly tables: Report['tables']
}

/** A row as the reports want it: the columns that schools fill, no others. */
export interface WantedRow {
  readonly table: string
  readonly id: string
  readonly cells: Readonly<Record<string, Cell>>
}
