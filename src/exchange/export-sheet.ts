import type { ExportMark } from './format-marks.ts'
import { CELL_LENGTH } from './xlsx-parts.ts'

/** A cell to write. A formula comes with the value it has now, which every reader shows before it recalculates. */
export type ExportCell = string | number | boolean | null | ExportFormula

export interface ExportFormula {
  /** Without the leading `=`; other sheets by their `sheetMark`. */
  readonly formula: string
  readonly value: string | number | boolean
}

/**
 * How a formula calls another sheet of the file, by that sheet's `id`: what a sheet is called in the end, only the writer
 * knows, since no two may be called alike.
 */
export const sheetMark = (id: string): string => `\u0001${id}\u0001`

// eslint-disable-next-line no-control-regex -- a sign that no formula has
const SHEET_MARK = /\u0001([^\u0001]*)\u0001/g

/** The formula with other sheets by what they are called. */
export const withSheetNames = (formula: string, called: (id: string) => string): string =>
  formula.replace(SHEET_MARK, (_mark, id: string) => called(id))

export interface ExportColumn {
  readonly heading: string
  /** In characters of half width, as spreadsheets count. */
  readonly width: number
  readonly align: 'start' | 'end' | 'center'
  /** A number format such as `yyyy-mm-dd`; `@` keeps what is typed as text. */
  readonly format?: string
  /** Texts to choose from. */
  readonly choices?: readonly string[]
  /** Texts that must catch the eye: coloured, and with a sign before them for whoever prints in black. */
  readonly alarms?: readonly string[]
  /** Conditional formats of the cells, first match first; before the alarms, for the school has chosen them. */
  readonly marks?: readonly ExportMark[]
  readonly wrap?: boolean
  /** Set apart from the columns people read: counts that formulas of other columns stand on. */
  readonly helper?: boolean
  /** For the program only; people do not see it, and it is not printed. */
  readonly hidden?: boolean
}

/** One sheet as people print it: a title, headings, rows, and lines below that belong to no column. */
export interface ExportSheet {
  readonly name: string
  /** By which formulas call it; where none does, none is needed. */
  readonly id?: string
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly ExportCell[])[]
  /** Printed under the table: sums, signatures. */
  readonly footer?: readonly (readonly ExportCell[])[]
  readonly hidden?: boolean
}

/** Row 1 is the title, row 2 the headings, data from row 3. */
export const FIRST_DATA_ROW = 2

/** As much of a text as a cell can hold. */
export const cutToCell = (text: string): string => cutTo(text, CELL_LENGTH)

/** The beginning of a text, and no half of a character at its end. */
export const cutTo = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
