import { drawChart } from './charts/draw-chart.ts'
import type { Block, FormField, GroupLine, Paper, Sheet, TableBlock } from './paper.ts'

/** A chart is as wide as the type area of an upright page, in CSS pixels. */
const CHART_WIDTH = 680

/** Builds the pages, node by node: text never becomes markup. */
export function drawSheets(sheets: readonly Sheet[], page: Document): HTMLElement {
  const make: Make = (tag, text = '', name = '') => {
    const node = page.createElement(tag)
    if (text !== '') node.textContent = text
    if (name !== '') node.className = name
    return node
  }
  const article = make('article', '', 'paper')
  for (const { paper } of sheets) {
    const section = make('section', '', 'paper-sheet')
    section.append(...drawBlocks(paper, make))
    article.append(section)
  }
  return article
}

type Make = (tag: string, text?: string, name?: string) => HTMLElement

const drawBlocks = (paper: Paper, make: Make) => paper.flatMap((block) => drawBlock(block, make))

function drawBlock(block: Block, make: Make): Node[] {
  switch (block.is) {
    case 'title':
      return [
        make('h1', block.text),
        ...(block.under === undefined ? [] : [make('p', block.under, 'paper-under')]),
      ]
    case 'heading':
      return [make('h2', block.text)]
    case 'text':
      return [make('p', block.text, block.soft ? 'paper-soft' : block.indent ? 'paper-running' : '')]
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
    case 'form':
      return [drawForm(block.fields, make)]
    case 'table':
      // Not a caption: a browser leaves one alone at the foot of a page, and a heading it keeps with what follows.
      return [...(block.caption === '' ? [] : [make('h2', block.caption)]), drawTable(block, make)]
    case 'chart': {
      const figure = make('figure')
      figure.append(
        make('h2', block.chart.title),
        make('p', block.chart.summary, 'paper-soft'),
        drawChart(block.chart, CHART_WIDTH, figure.ownerDocument),
      )
      return [figure]
    }
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
    case 'seal': {
      const place = make('div', '', 'paper-seal')
      place.append(...block.lines.map((line) => make('p', line)))
      return [place]
    }
    case 'cover': {
      const cover = make('div', '', 'paper-cover')
      cover.append(
        make('p', block.school, 'paper-cover-school'),
        make('h1', block.title),
        ...block.lines.map((line) => make('p', line)),
      )
      return [cover]
    }
    case 'cut':
      return [make('hr', '', 'paper-cut')]
    case 'new-page':
      return [make('hr', '', 'paper-break')]
  }
}

function drawTable(block: TableBlock, make: Make): HTMLElement {
  const name = [block.signed ? 'paper-signed' : '', block.tall ? 'paper-tall' : ''].filter(Boolean).join(' ')
  const table = make('table', '', name)
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
  if (block.widths) table.append(drawWidths(block.widths, make))
  table.append(head, body)
  return table
}

function drawWidths(widths: readonly number[], make: Make): HTMLElement {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const group = make('colgroup')
  for (const width of widths) {
    const column = make('col')
    column.style.width = `${(100 * width) / whole}%`
    group.append(column)
  }
  return group
}

function groupLine({ text, level }: GroupLine, columns: number, make: Make): HTMLElement {
  const line = make('tr', '', 'paper-group')
  const cell = make('th', '\u3000'.repeat(level) + text) as HTMLTableCellElement
  cell.colSpan = columns
  cell.scope = 'rowgroup'
  line.append(cell)
  return line
}

/** Heights of lines in a form are whole lines of its text. */
const LINE = 1.5

function drawForm(fields: readonly FormField[], make: Make): HTMLElement {
  const table = make('table', '', 'paper-form')
  table.append(drawWidths([3, 6, 3, 6], make))
  const body = make('tbody')
  let line: HTMLElement | null = null
  const cell = (field: FormField, span: number) => {
    const label = make('th', field.label) as HTMLTableCellElement
    label.scope = 'row'
    const value = make('td', field.value) as HTMLTableCellElement
    value.colSpan = span
    if (field.lines) value.style.height = `${field.lines * LINE}em`
    line!.append(label, value)
  }
  fields.forEach((field, at) => {
    if (line === null) body.append((line = make('tr')))
    const begins = line.childElementCount === 0
    const pairs = !field.whole && (!begins || (fields[at + 1] !== undefined && !fields[at + 1]!.whole))
    cell(field, begins && !pairs ? 3 : 1)
    if (!begins || !pairs) line = null
  })
  table.append(body)
  return table
}
