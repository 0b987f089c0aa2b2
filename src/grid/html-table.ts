import { ROWS } from './clipboard-html.ts'
import { htmlTokens } from './html-tokens.ts'

/** A cell of a table in markup, with what the program it comes from tells of the value behind the text. */
export interface HtmlCell {
  readonly text: string
  /** The number behind what is shown: 1234.5678 behind `1,234.6`, the day number behind `12月31日`. */
  readonly number: number | null
  /** Its number format where one is given; `@` says that the cell is text whatever it looks like. */
  readonly format: string | null
  /** Ids of the rows that a reference copied here points to. */
  readonly rows: readonly string[]
}

/** A spreadsheet has no more columns; a span that says more is somebody's joke. */
const MOST_COLUMNS = 16_384
/** Cells that spans may cover altogether. */
const MOST_SPANNED = 500_000

/**
 * The first table in markup from the clipboard, laid out: what stands in a merged cell stands in every place it covers,
 * as in an import, for people merge what all the rows share. Null when there is no table.
 */
export function tableInHtml(html: string): HtmlCell[][] | null {
  const layout = new Layout()
  const formats = new Map<string, string>()
  let depth = 0
  let open: OpenCell | null = null
  let props = false
  const end = () => {
    if (open && !props) layout.add(open.cell(), open.rowSpan, open.columnSpan)
    open = null
  }
  for (const token of htmlTokens(html)) {
    if (token.is === 'style') readFormats(token.text, formats)
    else if (token.is === 'text') open?.write(token.text)
    else if (token.is === 'close') {
      if (token.name === 'table' && depth > 0 && --depth === 0) break
      if (depth === 1 && (token.name === 'td' || token.name === 'th' || token.name === 'tr')) end()
      else open?.close(token.name)
    } else if (token.name === 'table') depth++
    else if (depth === 1 && token.name === 'tr') {
      end()
      // Excel's last row holds up the widths of the columns and is no row.
      props = isProp(token.attributes)
      if (!props) layout.nextRow()
    } else if (depth === 1 && (token.name === 'td' || token.name === 'th')) {
      end()
      open = new OpenCell(token.attributes, formats)
    } else open?.open(token.name, token.attributes)
  }
  end()
  return layout.rows()
}

const isProp = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.get('height') === '0' && /display\s*:\s*none/i.test(attributes.get('style') ?? '')

/** Places cells row by row around what spans from above and from the left. */
class Layout {
  readonly #rows: HtmlCell[][] = []
  #row = -1
  /** The first place of the row that may still be free. */
  #at = 0
  #spanned = 0

  nextRow(): void {
    this.#row++
    this.#at = 0
    this.#rows[this.#row] ??= []
  }

  add(cell: HtmlCell, rowSpan: number, columnSpan: number): void {
    if (this.#row < 0) this.nextRow()
    const row = this.#rows[this.#row]!
    while (row[this.#at] !== undefined) this.#at++
    const at = this.#at
    const across = Math.min(columnSpan, MOST_COLUMNS - at)
    if (across <= 0) return
    const down = this.#spanned + rowSpan * across > MOST_SPANNED ? 1 : rowSpan
    if (down * across > 1) this.#spanned += down * across
    for (let i = 0; i < down; i++) {
      const line = (this.#rows[this.#row + i] ??= [])
      for (let j = 0; j < across; j++) line[at + j] ??= cell
    }
  }

  /** Rows a span reaches past the last one are no rows; every row is as wide as the widest. */
  rows(): HtmlCell[][] | null {
    const rows = this.#rows.slice(0, this.#row + 1)
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
    if (width === 0) return null
    return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? NOTHING))
  }
}

const NOTHING: HtmlCell = { text: '', number: null, format: null, rows: [] }

/** Elements that stand in lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'tr', 'table', 'h1', 'h2', 'h3', 'ul', 'ol'])

class OpenCell {
  readonly rowSpan: number
  readonly columnSpan: number
  readonly #attributes: ReadonlyMap<string, string>
  readonly #format: string | null
  readonly #keepsSpaces: boolean
  /** Spans that are not shown: readings over characters, the program's own marks. */
  #hidden: string | null = null
  #hiddenDepth = 0
  #text = ''
  /** A block has ended: what follows stands in the next line. */
  #broken = false

  constructor(attributes: ReadonlyMap<string, string>, formats: ReadonlyMap<string, string>) {
    this.#attributes = attributes
    const style = attributes.get('style') ?? ''
    this.#format =
      formatIn(style) ??
      attributes.get('sdnum')?.split(';').slice(2).join(';') ??
      (attributes.get('class') ?? '')
        .split(/\s+/)
        .reduce<string | null>((found, name) => found ?? formats.get(name) ?? null, null) ??
      (attributes.has('x:str') ? '@' : null)
    this.#keepsSpaces = /white-space\s*:\s*pre/i.test(style)
    this.rowSpan = spanOf(attributes.get('rowspan'))
    this.columnSpan = spanOf(attributes.get('colspan'))
  }

  write(text: string): void {
    if (this.#hidden !== null) return
    const shown = this.#keepsSpaces ? text.replace(/\r\n?/g, '\n') : text.replace(/[ \t\r\n\f]+/g, ' ')
    if (shown === '') return
    if (shown.trim() !== '' && this.#broken && this.#text !== '') this.#text += '\n'
    if (shown.trim() !== '') this.#broken = false
    const begins = this.#text === '' || this.#text.endsWith('\n') || this.#text.endsWith(' ')
    this.#text += begins && !this.#keepsSpaces && shown.startsWith(' ') ? shown.slice(1) : shown
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#hidden !== null) {
      if (name === this.#hidden) this.#hiddenDepth++
    } else if (name === 'br')
      this.#text = `${this.#keepsSpaces ? this.#text : this.#text.replace(/ $/, '')}\n`
    else if (BLOCKS.has(name)) this.#broken = true
    else if (/display\s*:\s*none/i.test(attributes.get('style') ?? '')) {
      this.#hidden = name
      this.#hiddenDepth = 1
    }
  }

  close(name: string): void {
    if (this.#hidden === null) {
      if (BLOCKS.has(name)) this.#broken = true
    } else if (name === this.#hidden && --this.#hiddenDepth === 0) this.#hidden = null
  }

  cell(): HtmlCell {
    const written = this.#keepsSpaces ? this.#text : this.#text.replace(/^ | $/g, '')
    // An empty cell is written with something in it, so that it has a height.
    const text = /^[\u00A0\n ]*$/.test(written) ? '' : written.replaceAll('\u00A0', ' ')
    return {
      text,
      number: this.#format === '@' ? null : numberBehind(this.#attributes),
      format: this.#format,
      rows: (this.#attributes.get(ROWS) ?? '').split(' ').filter(Boolean),
    }
  }
}

/** LibreOffice, Excel and Google's tables say it each in their own way. */
function numberBehind(attributes: ReadonlyMap<string, string>): number | null {
  const said =
    attributes.get('sdval') ??
    attributes.get('x:num') ??
    /^\{"1":3,.*?"3":(-?[\d.]+(?:e[+-]?\d+)?)/i.exec(attributes.get('data-sheets-value') ?? '')?.[1] ??
    ''
  return said !== '' && Number.isFinite(Number(said)) ? Number(said) : null
}

const spanOf = (said: string | undefined): number => {
  const span = Number.parseInt(said ?? '1', 10)
  return span >= 1 ? Math.min(span, MOST_SPANNED) : 1
}

/** `.xl65 {mso-number-format:"\@";}` by class; `td` and other rules say nothing about one cell. */
function readFormats(css: string, formats: Map<string, string>): void {
  for (const rule of css.split('}')) {
    const [names = '', body = ''] = rule.split('{')
    const format = formatIn(body)
    if (format === null) continue
    for (const name of names.split(',')) {
      const [, own] = /^[\s\S]*\.([\w-]+)\s*$/.exec(name) ?? []
      if (own !== undefined) formats.set(own, format)
    }
  }
}

function formatIn(style: string): string | null {
  const [, double, single, bare] =
    /mso-number-format\s*:\s*(?:"((?:\\"|[^"])*)"|'((?:\\'|[^'])*)'|([^;"']+))/i.exec(style) ?? []
  const format = double ?? single ?? bare
  return format === undefined ? null : format.replace(/\\(?!\\)/g, '').trim()
}
