import { tableInHtml, type HtmlCell } from './html-table.ts'
import { fromTsv } from './tsv.ts'

/** A pasted cell: its text, or the text with what its program told of the value behind it. */
export type PastedCell = string | HtmlCell

/** Rows of cells as they came from the clipboard. */
export type PastedBlock = readonly (readonly PastedCell[])[]

export interface PasteOptions {
  /** Only the texts: nothing merged is spread, no number stands behind them. */
  readonly valuesOnly?: boolean
  readonly transposed?: boolean
  /** Empty cells leave what is there. */
  readonly skipEmpty?: boolean
}

export const textOf = (cell: PastedCell): string => (typeof cell === 'string' ? cell : cell.text)

/**
 * What was copied, from both its forms. The plain text is exact where the markup wraps and squeezes spaces; the markup
 * knows merged cells, numbers behind rounded texts, and whether something is text. Where the two are of one size each
 * gives what it knows best; else only the markup has the cells as they were (a web page writes line breaks within cells
 * into its plain text unquoted).
 */
export function readClipboard(text: string, html: string, { valuesOnly = false } = {}): PastedBlock {
  const plain = text === '' ? [] : fromTsv(text)
  if (valuesOnly && plain.length > 0) return plain
  const table = tableInHtml(html)
  if (!table) return plain
  const width = plain.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (plain.length !== table.length || width !== table[0]!.length) return table
  return table.map((row, i) => row.map((cell, j) => both(plain[i]![j] ?? '', cell)))
}

function both(text: string, cell: HtmlCell): PastedCell {
  const tells = cell.number !== null || cell.format !== null || cell.rows.length > 0
  // What a merged cell covers is empty in the plain text.
  const shown = text === '' ? cell.text : text
  return tells ? { ...cell, text: shown } : shown
}

export function transposed(block: PastedBlock): PastedBlock {
  const width = block.reduce((widest, row) => Math.max(widest, row.length), 0)
  return Array.from({ length: width }, (_, at) => block.map((row) => row[at] ?? ''))
}
