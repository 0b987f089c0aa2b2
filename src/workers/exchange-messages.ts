import type { Audience } from '../exchange/masking/audiences.ts'
import type { Examined, Names, TextInHand } from '../exchange/masking/text-examiner.ts'
import type { ParquetFile } from '../exchange/parquet-rows.ts'
import type { ReadOptions } from '../exchange/read-file.ts'
import type { ScoreExportData } from '../exchange/score-data.ts'
import type { ReadResult } from '../exchange/sheet-data.ts'
import type { ExportOptions, ExportSheet, Written } from '../exchange/xlsx-write.ts'
import type { Result } from '../shared/result.ts'
import type { PlainRequest, PlannedPlain } from './plain-work.ts'
import type { SchoolFile } from './report-work.ts'
import type { ReadTasks } from './task-work.ts'
import type {
  MergedFile,
  MergeRequest,
  OVERTAKEN,
  PackRequest,
  Received,
  ReceiveRequest,
} from './package-work.ts'

/** Texts in which people may be named, for whom the file is. */
export interface ExamineRequest {
  readonly texts: readonly TextInHand[]
  readonly names: Names
  readonly audience: Audience
}

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
  | { readonly is: 'write-parquet'; readonly file: ParquetFile }
  | ({ readonly is: 'examine' } & ExamineRequest)
  | { readonly is: 'pack'; readonly request: PackRequest }
  | { readonly is: 'receive'; readonly request: ReceiveRequest }
  | { readonly is: 'merge'; readonly request: MergeRequest }
  | { readonly is: 'carries-state'; readonly bytes: Uint8Array }
  | {
      readonly is: 'school-file'
      readonly bytes: Uint8Array
      readonly name: string
      readonly now: string
      /** Hashes of reports that need not be read again. */
      readonly known: ReadonlySet<string>
      readonly password?: string
    }
  | { readonly is: 'plain-file'; readonly request: PlainRequest }
  | { readonly is: 'carries-tasks'; readonly bytes: Uint8Array }
  | { readonly is: 'task-file'; readonly bytes: Uint8Array; readonly name: string }

export type ExchangeAnswer =
  | { readonly is: 'read'; readonly result: ReadResult }
  | { readonly is: 'written'; readonly written: Written }
  | { readonly is: 'examined'; readonly examined: readonly Examined[] }
  | { readonly is: 'packed'; readonly result: Result<Uint8Array | typeof OVERTAKEN> }
  | { readonly is: 'received'; readonly result: Result<Received> }
  | { readonly is: 'merged'; readonly result: Result<MergedFile | typeof OVERTAKEN> }
  | { readonly is: 'carries-state'; readonly carries: boolean }
  | { readonly is: 'school-file'; readonly file: SchoolFile }
  | { readonly is: 'plain-file'; readonly planned: PlannedPlain }
  | { readonly is: 'carries-tasks'; readonly carries: boolean }
  | { readonly is: 'task-file'; readonly result: Result<ReadTasks> }
