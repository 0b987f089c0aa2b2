/**
 * The text form in which spreadsheets exchange cells: tabs between cells, line breaks between rows, quotes around a
 * cell that holds any of these, quotes inside doubled.
 */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/**
 * Reads it back. Excel and WPS end what they copy with one line break that is not a row, so exactly one is dropped:
 * an empty last row that somebody did copy stays.
 */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at + 1) : plainCell(text, at)
    row.push(cell)
    at = end
    if (text[at] === '\t') {
      at++
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) return rows
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) return rows
  }
}

const END_OF_CELL = /[\t\r\n]/g

function plainCell(text: string, from: number): [string, number] {
  END_OF_CELL.lastIndex = from
  const end = END_OF_CELL.exec(text)?.index ?? text.length
  return [text.slice(from, end), end]
}

/** A quote that is never closed means the cell only began with one: it is then read as plain text. */
function quotedCell(text: string, from: number): [string, number] {
  let cell = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return plainCell(text, from - 1)
    cell += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    cell += '"'
    at++
  }
  const [rest, end] = plainCell(text, at)
  return [cell + rest, end]
}
