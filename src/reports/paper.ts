/** A printable document as data: what stands on the page, in order. `draw` makes it; nothing here knows a screen. */
export type Block =
  | { readonly is: 'title'; readonly text: string; readonly under?: string }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'text'; readonly text: string; readonly soft?: boolean }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** Labels with their values, a few on a line. */
  | { readonly is: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | {
      readonly is: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Lines over the whole width that head the rows after them. */
      readonly groups?: readonly GroupLine[]
      /** Columns set flush right. */
      readonly numbers?: readonly number[]
    }
  /** Lines to write on, each with its label; two beside each other, or each over the whole width. */
  | { readonly is: 'signatures'; readonly labels: readonly string[]; readonly whole?: boolean }
  | { readonly is: 'new-page' }

export interface GroupLine {
  readonly text: string
  /** How many groups it stands in. */
  readonly level: number
  /** So many rows stand above it. */
  readonly below: number
}

export type Paper = readonly Block[]

/** Builds the pages, node by node: text never becomes markup. */
export function draw(paper: Paper, page: Document, { wide = false } = {}): HTMLElement {
  const make = (tag: string, text = '', name = ''): HTMLElement => {
    const node = page.createElement(tag)
    if (text !== '') node.textContent = text
    if (name !== '') node.className = name
    return node
  }
  const sheet = make('article', '', wide ? 'paper paper-wide' : 'paper')
  for (const block of paper) sheet.append(...drawBlock(block, make))
  return sheet
}

type Make = (tag: string, text?: string, name?: string) => HTMLElement

function drawBlock(block: Block, make: Make): HTMLElement[] {
  switch (block.is) {
    case 'title':
      return [
        make('h1', block.text),
        ...(block.under === undefined ? [] : [make('p', block.under, 'paper-under')]),
      ]
    case 'heading':
      return [make('h2', block.text)]
    case 'text':
      return [make('p', block.text, block.soft ? 'paper-soft' : '')]
    case 'list': {
      const list = make('ol')
      list.append(...block.items.map((item) => make('li', item)))
      return [list]
    }
    case 'facts': {
      const list = make('dl', '', 'paper-facts')
      for (const [label, value] of block.facts) {
        const pair = make('div')
        pair.append(make('dt', label), make('dd', value))
        list.append(pair)
      }
      return [list]
    }
    case 'table':
      return [drawTable(block, make)]
    case 'signatures': {
      const row = make(
        'div',
        '',
        block.whole ? 'paper-signatures paper-signatures-whole' : 'paper-signatures',
      )
      for (const label of block.labels) {
        const line = make('p')
        line.append(make('span', label), make('span', '', 'paper-line'))
        row.append(line)
      }
      return [row]
    }
    case 'new-page':
      return [make('hr', '', 'paper-break')]
  }
}

function drawTable(block: Extract<Block, { is: 'table' }>, make: Make): HTMLElement {
  const table = make('table')
  const isNumber = new Set(block.numbers ?? [])
  const row = (cells: readonly string[], tag: 'td' | 'th') => {
    const line = make('tr')
    line.append(...cells.map((text, at) => make(tag, text, isNumber.has(at) ? 'paper-number' : '')))
    return line
  }
  // The head repeats on every page a long table runs over.
  const head = make('thead')
  head.append(row(block.head, 'th'))
  const body = make('tbody')
  const groups = [...(block.groups ?? [])]
  const headRows = (above: number) => {
    while (groups[0]?.below === above) body.append(groupLine(groups.shift()!, block.head.length, make))
  }
  block.rows.forEach((cells, at) => {
    headRows(at)
    body.append(row(cells, 'td'))
  })
  headRows(block.rows.length)
  table.append(make('caption', block.caption), head, body)
  return table
}

function groupLine({ text, level }: GroupLine, columns: number, make: Make): HTMLElement {
  const line = make('tr', '', 'paper-group')
  const cell = make('th', '\u3000'.repeat(level) + text) as HTMLTableCellElement
  cell.colSpan = columns
  cell.scope = 'rowgroup'
  line.append(cell)
  return line
}
