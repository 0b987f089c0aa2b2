import type { Chart } from './charts/chart.ts'

/** A printable document as data: what stands on the page, in order. `drawSheets` makes it; nothing here knows a screen. */
export type Block =
  | { readonly is: 'title'; readonly text: string; readonly under?: string }
  | { readonly is: 'heading'; readonly text: string }
  /** `indent`: running text, whose paragraphs begin two characters in. */
  | { readonly is: 'text'; readonly text: string; readonly soft?: boolean; readonly indent?: boolean }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** Labels with their values, a few on a line. */
  | { readonly is: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** A form in a frame, as offices fill them in: two fields beside each other, or one over the whole width. */
  | { readonly is: 'form'; readonly fields: readonly FormField[] }
  | TableBlock
  | { readonly is: 'chart'; readonly chart: Chart }
  /** Lines to write on, each with its label; two beside each other, or each over the whole width. */
  | { readonly is: 'signatures'; readonly labels: readonly string[]; readonly whole?: boolean }
  /** Who issues it and when, flush right, with room for the seal over it. */
  | { readonly is: 'seal'; readonly lines: readonly string[] }
  /** The first page of a bundle. */
  | {
      readonly is: 'cover'
      readonly school: string
      readonly title: string
      readonly lines: readonly string[]
    }
  | { readonly is: 'cut' }
  | { readonly is: 'new-page' }

export interface TableBlock {
  readonly is: 'table'
  /** Empty: what stands above says it. */
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Lines over the whole width that head the rows after them. */
  readonly groups?: readonly GroupLine[]
  /** Columns set flush right. */
  readonly numbers?: readonly number[]
  /** Shares of the width, by column. */
  readonly widths?: readonly number[]
  /** In its last column people write by hand. */
  readonly signed?: boolean
  /** Rows high enough to write in. */
  readonly tall?: boolean
}

export interface FormField {
  readonly label: string
  readonly value: string
  readonly whole?: boolean
  /** At least so many lines, to write on where nothing stands yet. */
  readonly lines?: number
}

export interface GroupLine {
  readonly text: string
  /** How many groups it stands in. */
  readonly level: number
  /** So many rows stand above it. */
  readonly below: number
}

export type Paper = readonly Block[]

/** A document that begins at the top of a page. */
export interface Sheet {
  readonly paper: Paper
  /** Turned. */
  readonly wide?: boolean
  /** Stands small above every page, so that a loose one is known; without it nothing does, as on a cover. */
  readonly running?: string
}

/** A browser lays out every row before it shows the first page. */
export const MOST_PRINTED = 3000

/** What goes to the printer in one go; the title is what a file of it would be called. */
export interface Print {
  readonly title: string
  readonly sheets: readonly Sheet[]
}
