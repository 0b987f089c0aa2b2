const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!)

/** Text that Excel would turn into a number, a date or a formula: "007", "2-3", "=A1", an 18-digit identity number. */
const LOOKS_LIKE_A_VALUE = /^[\s]*[=+\-\d.¥$(]/

export interface CopiedCell {
  readonly text: string
  readonly isText: boolean
  /** The rows a reference points to, which tell namesakes apart when the cell comes back to us. */
  readonly rows?: readonly string[]
}

/**
 * The copied cells as an HTML table, which Excel and WPS prefer to the plain text because it can say that a cell is
 * text and that a line break stays inside its cell.
 */
export function toHtml(rows: readonly (readonly CopiedCell[])[]): string {
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
  return `<html><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`
}

function cell({ text, isText, rows }: CopiedCell): string {
  const asText = isText && LOOKS_LIKE_A_VALUE.test(text) ? ` style="mso-number-format:'\\@'"` : ''
  const ids = rows?.length ? ` ${ROWS}="${escaped(rows.join(' '))}"` : ''
  const lines = escaped(text).split(/\r?\n/).join('<br style="mso-data-placement:same-cell">')
  return `<td${asText}${ids}>${lines}</td>`
}

/** Where a copied reference keeps the ids of its rows. */
export const ROWS = 'data-rows'
