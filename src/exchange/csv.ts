import type { Problem } from '../shared/result.ts'
import { FileProblem, SEPARATORS, type Separator, type SheetData, type SheetValue } from './sheet-data.ts'
import { decodeText, type Encoding } from './text-encoding.ts'

/** Comma-separated text, as spreadsheets of every country write it. Values stay text: a leading zero is data. */
export const CSV_LIMITS = {
  file: 60 * 1024 * 1024,
  rows: 1_048_576,
  cells: 3_000_000,
  cell: 1_048_576,
}

export interface CsvRead {
  readonly sheet: SheetData
  readonly encoding: Encoding
  /** Null when the file names one of its own. */
  readonly separator: Separator | null
}

export interface CsvOptions {
  readonly encoding?: Encoding
  readonly separator?: Separator
}

export function readCsv(bytes: Uint8Array, name: string, options: CsvOptions = {}): CsvRead {
  if (bytes.length > CSV_LIMITS.file) throw new FileProblem('file.too-large', { limit: 60 })
  const decoded = decodeText(bytes, options.encoding)
  const warnings: Problem[] = []
  if (decoded.guessed)
    warnings.push({ code: 'file.encoding-guessed', params: { encoding: decoded.encoding } })
  let text = decoded.text.startsWith('\ufeff') ? decoded.text.slice(1) : decoded.text
  const declared = /^sep=(.)(\r\n|\r|\n|$)/.exec(text)
  if (declared) text = text.slice(declared[0].length)
  const separator = options.separator ?? (declared ? declared[1]! : separatorOf(text))
  const parsed = parse(text, separator)
  const holes = parsed.rows.findIndex((row) => row.some((cell) => cell?.includes('\ufffd')))
  if (holes >= 0) warnings.push({ code: 'file.unreadable-characters', params: { row: holes + 1 } })
  // Every character is kept, the stray quote too: not a warning, but worth a look in the preview.
  const notes: Problem[] =
    parsed.unclosed === null ? [] : [{ code: 'file.unclosed-quote', params: { row: parsed.unclosed } }]
  const rows = trimmed(parsed.rows)
  return {
    sheet: { name, hidden: false, rows, warnings, notes },
    encoding: decoded.encoding,
    separator: SEPARATORS.find((known) => known === separator) ?? null,
  }
}

/** The separator that stands equally often, and most often, in the first lines outside quotes. */
function separatorOf(text: string): Separator {
  const lines: string[] = []
  const unquoted = text.slice(0, 65_536).replace(/(^|[,;\t|\r\n])"(?:[^"]|"")*"/g, '$1')
  for (const line of unquoted.split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') lines.push(line)
    if (lines.length === 20) break
  }
  let best: Separator = ','
  let bestScore = 0
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const first = counts[0] ?? 0
    const same = counts.filter((count) => count === first && count > 0).length
    // Agreement between the lines counts for more than number: decimal commas fill a line unevenly.
    const score =
      same * 1000 +
      Math.min(
        999,
        counts.reduce((a, b) => a + b, 0),
      )
    if (score > bestScore && counts.some((count) => count > 0)) {
      best = separator
      bestScore = score
    }
  }
  return best
}

interface Parsed {
  readonly rows: (string | null)[][]
  /** The row in which a quote opens that is never closed. */
  readonly unclosed: number | null
}

function parse(text: string, separator: string): Parsed {
  let quoteFrom = text.length
  let unclosed: number | null = null
  let result = parseFrom(text, separator, quoteFrom)
  // A quote that never closes would swallow the rest of the file as one cell: it is then an ordinary character.
  while (result.openedAt >= 0) {
    quoteFrom = result.openedAt
    unclosed ??= result.rows.length
    result = parseFrom(text, separator, quoteFrom)
  }
  return { rows: result.rows, unclosed }
}

function parseFrom(text: string, separator: string, quotesUntil: number) {
  const rows: (string | null)[][] = []
  let row: (string | null)[] = []
  let at = 0
  let cells = 0
  let openedAt = -1
  const take = (cell: string | null) => {
    if (cell !== null && cell.length > CSV_LIMITS.cell)
      throw new FileProblem('file.cell-too-long', { limit: CSV_LIMITS.cell })
    if (++cells > CSV_LIMITS.cells) throw new FileProblem('file.too-many-cells', { limit: CSV_LIMITS.cells })
    row.push(cell === null || cell === '' ? null : unguard(cell))
  }
  const endRow = () => {
    rows.push(row)
    row = []
    if (rows.length > CSV_LIMITS.rows) throw new FileProblem('file.too-many-rows', { limit: CSV_LIMITS.rows })
  }
  const ends = new RegExp(`[\\r\\n${separator === '|' ? '\\|' : separator}]`, 'g')
  while (at < text.length) {
    let cell: string
    if (text[at] === '"' && at < quotesUntil) {
      const start = at
      cell = ''
      at++
      for (;;) {
        const quote = text.indexOf('"', at)
        if (quote < 0) {
          openedAt = start
          return { rows: [...rows, row], openedAt }
        }
        cell += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
      ends.lastIndex = at
      const stop = ends.exec(text)?.index ?? text.length
      cell += text.slice(at, stop)
      at = stop
    } else {
      ends.lastIndex = at
      const stop = ends.exec(text)?.index ?? text.length
      cell = text.slice(at, stop)
      at = stop
    }
    take(cell)
    if (at >= text.length) break
    const end = text[at]!
    at += end === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (end !== separator) endRow()
    else if (at >= text.length) take(null)
  }
  if (row.length > 0) endRow()
  return { rows, openedAt }
}

function trimmed(rows: (string | null)[][]): SheetValue[][] {
  let last = rows.length
  while (last > 0 && rows[last - 1]!.every((cell) => cell === null)) last--
  return rows.slice(0, last).map((row) => {
    let end = row.length
    while (end > 0 && row[end - 1] === null) end--
    return end === row.length ? row : row.slice(0, end)
  })
}

/**
 * Cells that a spreadsheet would take for a formula get an apostrophe in front, and ours lose it again on the way
 * back. An apostrophe that was there already gets one more, so every text comes back as it was; numbers are left be.
 */
const FORMULA_LIKE = /^'*[=+\-@\t\r＝＋－＠]/

const guard = (text: string) =>
  FORMULA_LIKE.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text

const unguard = (text: string) => (text[0] === "'" && FORMULA_LIKE.test(text) ? text.slice(1) : text)

/** CSV for Excel and WPS: UTF-8 with the mark they need to know it, lines ended as on Windows. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => row.map(quoted).join(','))
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`)
}

function quoted(text: string): string {
  const safe = guard(text)
  // Every separator that a reader might guess is quoted, so that ours is the only one it sees.
  return /[",;|\r\n\t]|^\s|\s$|^sep=/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
