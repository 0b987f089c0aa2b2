import type { ReadOptions } from '../exchange/read-file.ts'
import type { ScoreExportData } from '../exchange/score-data.ts'
import type { ReadResult } from '../exchange/sheet-data.ts'
import type { ExportOptions, ExportSheet, Written } from '../exchange/xlsx-write.ts'

/** What the page asks of the worker that reads and writes files. */
export type ExchangeRequest =
  | {
      readonly is: 'read'
      readonly bytes: Uint8Array
      readonly name: string
      readonly options: Omit<ReadOptions, 'onProgress'>
    }
  | {
      readonly is: 'write-workbook'
      readonly first?: ExportSheet
      /** The score sheets of these terms stand before the other sheets. */
      readonly scores?: readonly ScoreExportData[]
      readonly sheets: readonly ExportSheet[]
      readonly options: ExportOptions
    }
  | { readonly is: 'write-csv'; readonly rows: readonly (readonly string[])[] }

export type ExchangeAnswer =
  { readonly is: 'read'; readonly result: ReadResult } | { readonly is: 'written'; readonly written: Written }
