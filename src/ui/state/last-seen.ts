import type { GridPicture } from '../../grid/picture.ts'
import type { Look } from '../../tables/own/formats.ts'

/**
 * A picture of the table on show, kept outside the database so that `public/last-seen.js` can draw it before the program
 * has loaded. It holds what the screen showed, covered cells covered, and is not used once anything has changed.
 */
const KEY = 'dutybook.last-seen'

/** A cell cuts its text off long before this. */
const LONGEST = 60

/** Milliseconds without a change before a picture is taken: typing on is never held up. */
export const STILL = 1200

/** Position of the style among the styles, then the place in pixels of the page, then the text. */
type Box = readonly [style: number, left: number, top: number, width: number, height: number, text: string]

interface Style {
  readonly font: string
  readonly color: string
  readonly align: 'start' | 'center' | 'end'
  /** Pixels between the edge and the text. */
  readonly indent: number
  readonly background?: string
  /** Colour of the hairlines below and to the right. */
  readonly line?: string
}

interface LastSeen {
  readonly workbook: string
  /** Number of the last durable change the picture shows. */
  readonly n: number
  readonly place: string
  readonly width: number
  readonly height: number
  readonly background: string
  readonly styles: readonly Style[]
  readonly boxes: readonly Box[]
}

/** Keeps what the page shows around and in a table. Reads the layout of the page: for idle moments. */
export function keepPicture(
  table: GridPicture,
  as: { readonly workbook: string; readonly n: number; readonly place: string },
): void {
  const colours = getComputedStyle(document.documentElement)
  const colour = (name: string) => colours.getPropertyValue(`--${name}`).trim()
  const { fontFamily } = getComputedStyle(document.body)
  const sketch = new Sketch()

  const cell = { font: `13px ${fontFamily}`, color: colour('ink'), indent: 7, line: colour('line') } as const
  const head = { ...cell, background: colour('surface-raised') } as const
  const across = (row: number) => ({
    top: table.top + (row < 0 ? 0 : table.headerHeight + row * table.rowHeight),
    height: row < 0 ? table.headerHeight : table.rowHeight,
  })
  const numbers = { left: table.left, width: (table.columns[0]?.left ?? table.left) - table.left }
  const number = { ...head, color: colour('ink-soft'), align: 'center' } as const
  sketch.box(number, { ...numbers, ...across(-1) }, '')
  for (const { label, left, width } of table.columns)
    sketch.box({ ...head, font: `600 ${cell.font}`, align: 'start' }, { left, width, ...across(-1) }, label)
  const under = (look: Look | null, plain: string) =>
    colour(look === null ? plain : `look-${look.name}-surface`)
  table.rows.forEach(({ look, cells }, row) => {
    const background = under(look, 'surface-raised')
    sketch.box({ ...number, background }, { ...numbers, ...across(row) }, `${look?.sign ?? ''}${row + 1}`)
    table.columns.forEach(({ left, width, align, computed }, column) => {
      const { text, look } = cells[column]!
      sketch.box(
        { ...cell, align, background: under(look, computed ? 'surface-computed' : 'surface') },
        { left, width, ...across(row) },
        text,
      )
    })
  })

  // Over the table: they cut off its last row.
  for (const area of document.querySelectorAll('body nav, body header, body footer')) {
    sketch.box({ ...PLAIN, background: colour('paper') }, area.getBoundingClientRect(), '')
    // The status line speaks of saving, which a picture must not.
    if (!area.matches('footer')) sketch.words(area)
  }
  for (const heading of document.querySelectorAll('main h1')) sketch.words(heading)
  write({ ...as, width: innerWidth, height: innerHeight, background: colour('surface'), ...sketch })
}

/** Whoever leaves the table does not want to see it next time. */
export function forgetPicture(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Blocked storage holds no picture.
  }
}

/** Takes the picture off the page once what lies under it has been drawn. */
export function liftPictureAfterPaint(): void {
  if (document.querySelector('#boot[data-last-seen]'))
    requestAnimationFrame(() => requestAnimationFrame(liftPicture))
}

/** Takes the picture off the page at once: there is something more important to see. */
export function liftPicture(): void {
  const boot = document.getElementById('boot')
  boot?.removeAttribute('data-last-seen')
  boot?.querySelector('canvas')?.remove()
}

const PLAIN = { font: '', color: '', align: 'start', indent: 0 } as const

/** The words of a part of the page, each piece of text where it stands. */
function* wordsIn(area: Element) {
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node)
    const place = range.getBoundingClientRect()
    const text = (node.textContent ?? '').trim()
    // A list of choices shows one of them by itself; the unseen are words for screen readers.
    if (
      text === '' ||
      place.width === 0 ||
      place.top >= innerHeight ||
      node.parentElement!.closest('select, .unseen')
    )
      continue
    const { fontWeight, fontSize, fontFamily, color } = getComputedStyle(node.parentElement!)
    yield { text, place, style: { font: `${fontWeight} ${fontSize} ${fontFamily}`, color } }
  }
}

class Sketch {
  readonly styles: Style[] = []
  readonly boxes: Box[] = []
  readonly #known = new Map<string, number>()

  box(
    style: Style,
    { left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
    text: string,
  ) {
    const key = JSON.stringify(style)
    let index = this.#known.get(key)
    if (index === undefined) this.#known.set(key, (index = this.styles.push(style) - 1))
    const [x, y, w, h] = [left, top, width, height].map(Math.round) as [number, number, number, number]
    this.boxes.push([index, x, y, w, h, text.replace(/\s+/g, ' ').slice(0, LONGEST)])
  }

  words(area: Element): void {
    for (const { text, place, style } of wordsIn(area)) this.box({ ...PLAIN, ...style }, place, text)
  }
}

function write({ workbook, n, place, width, height, background, styles, boxes }: LastSeen): void {
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify({ workbook, n, place, width, height, background, styles, boxes }),
    )
  } catch {
    forgetPicture()
  }
}
