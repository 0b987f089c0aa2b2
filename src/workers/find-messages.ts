import type { ColumnHits, ColumnTexts, MovedText } from '../engine/find-index.ts'
import type { TextQuery } from '../shared/text-search.ts'

/** What the page asks of the worker that searches. Only a search is answered. */
export type FindRequest =
  | { readonly is: 'column'; readonly table: string; readonly column: string; readonly content: ColumnTexts }
  | { readonly is: 'moved'; readonly table: string; readonly moved: readonly MovedText[] }
  | { readonly is: 'forget'; readonly table: string }
  /** A newer search ends the one before it. */
  | {
      readonly is: 'search'
      readonly search: number
      readonly tables: readonly string[]
      readonly query: TextQuery
      readonly pinyin: boolean
    }
  | { readonly is: 'stop' }

export type FindAnswer =
  | { readonly is: 'found'; readonly search: number; readonly table: string; readonly hits: ColumnHits }
  | { readonly is: 'searched'; readonly search: number }
