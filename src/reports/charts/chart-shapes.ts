import { widthOf as widthIn } from '../column-widths.ts'
import { sumAt, type Chart, type ChartLook } from './chart.ts'

/** What a chart is drawn of: on a screen, on paper and in tests the same. Lengths in CSS pixels. */
export type Shape =
  | {
      readonly is: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly look: ChartLook
      readonly category: number
      readonly series: number
      readonly value: number
      /** How much of the colour, 0 … 1; for squares. */
      readonly shade?: number
    }
  | {
      readonly is: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly at: 'start' | 'middle' | 'end'
      readonly soft?: boolean
      /** Stands on a box of a deep colour. */
      readonly on?: 'deep'
    }
  | {
      readonly is: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
    }

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

export const FONT = 12
const LINE = 18
const GAP = 6
const BAR = 18
const PLOT = 150

const widthOf = (text: string): number => widthIn(text, FONT)

/** The beginning of a text that is too long for its place. */
export function fitting(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let fits = ''
  for (const character of text) {
    if (widthOf(`${fits}${character}…`) > width) break
    fits += character
  }
  return `${fits}…`
}

export function drawingOf(chart: Chart, width: number): Drawing {
  const legend = chart.is === 'squares' || chart.series.length < 2 ? NOTHING : legendOf(chart, width)
  const plot =
    chart.is === 'rows'
      ? lying(chart, width, legend.height)
      : chart.is === 'columns'
        ? standing(chart, width, legend.height)
        : squares(chart, width)
  return { width, height: plot.height, shapes: [...legend.shapes, ...plot.shapes] }
}

interface Part {
  /** Where it ends below. */
  readonly height: number
  readonly shapes: readonly Shape[]
}

const NOTHING: Part = { height: 0, shapes: [] }

function legendOf({ series }: Chart, width: number): Part {
  const shapes: Shape[] = []
  let [x, y] = [0, 0]
  series.forEach(({ name, look }, at) => {
    const needed = 20 + widthOf(name) + 14
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE]
    shapes.push(
      { is: 'box', x, y: y + 3, width: 14, height: 12, look, category: -1, series: at, value: 0 },
      { is: 'text', x: x + 20, y: y + 13, text: name, at: 'start' },
    )
    x += needed
  })
  return { height: y + LINE + GAP, shapes }
}

/** Bars that lie, the names before them and the sums behind them. */
function lying(chart: Chart, width: number, top: number): Part {
  const names = Math.min(Math.max(...chart.categories.map(widthOf), 0), width * 0.5)
  const [left, right] = [names + 8, 40]
  const most = Math.max(1, ...chart.categories.map((_, at) => sumAt(chart, at)))
  const scale = (width - left - right) / most
  const shapes: Shape[] = []
  chart.categories.forEach((name, category) => {
    const y = top + category * (BAR + GAP)
    shapes.push({
      is: 'text',
      x: names,
      y: y + 13,
      text: fitting(name, names),
      at: 'end',
    })
    let x = left
    chart.series.forEach(({ values, look }, series) => {
      const value = values[category]!
      if (value === 0) return
      shapes.push({
        is: 'box',
        x,
        y,
        width: value * scale,
        height: BAR,
        look,
        category,
        series,
        value,
      })
      x += value * scale
    })
    shapes.push({ is: 'text', x: x + 5, y: y + 13, text: String(sumAt(chart, category)), at: 'start' })
  })
  const height = top + chart.categories.length * (BAR + GAP)
  shapes.push({ is: 'line', x1: left, y1: top - 2, x2: left, y2: height - 2 })
  return { height: height + 2, shapes }
}

/** Bars that stand, with the sums above them. Names that have no room each are left out by turns. */
function standing(chart: Chart, width: number, top: number): Part {
  const { categories } = chart
  const most = Math.max(1, ...categories.map((_, at) => sumAt(chart, at)))
  const step = width / Math.max(1, categories.length)
  const bar = Math.min(48, step * 0.68)
  const ground = top + LINE + PLOT
  const shapes: Shape[] = [{ is: 'line', x1: 0, y1: ground, x2: width, y2: ground }]
  const widest = Math.max(...categories.map(widthOf), 0) + 6
  const every = Math.max(1, Math.ceil(widest / step))
  categories.forEach((name, category) => {
    const middle = step * (category + 0.5)
    let y = ground
    chart.series.forEach(({ values, look }, series) => {
      const value = values[category]!
      if (value === 0) return
      const height = (value / most) * PLOT
      y -= height
      shapes.push({
        is: 'box',
        x: middle - bar / 2,
        y,
        width: bar,
        height,
        look,
        category,
        series,
        value,
      })
    })
    const sum = sumAt(chart, category)
    if (sum > 0) shapes.push({ is: 'text', x: middle, y: y - 4, text: String(sum), at: 'middle' })
    if (category % every === 0)
      shapes.push({ is: 'text', x: middle, y: ground + 15, text: name, at: 'middle', soft: true })
  })
  return { height: ground + LINE + 4, shapes }
}

/** A line of squares for each series; what is more often is darker, and says its number. */
function squares(chart: Chart, width: number): Part {
  const names = Math.max(...chart.series.map(({ name }) => widthOf(name)), 0) + 8
  const side = (width - names) / Math.max(1, chart.categories.length)
  const high = Math.min(26, Math.max(18, side))
  const most = Math.max(1, ...chart.series.flatMap(({ values }) => values))
  const shapes: Shape[] = []
  const every = Math.max(1, Math.ceil((Math.max(...chart.categories.map(widthOf), 0) + 4) / side))
  chart.categories.forEach((name, category) => {
    if (category % every === 0)
      shapes.push({
        is: 'text',
        x: names + side * (category + 0.5),
        y: 13,
        text: name,
        at: 'middle',
        soft: true,
      })
  })
  chart.series.forEach(({ name, values, look }, series) => {
    const y = LINE + series * high
    shapes.push({ is: 'text', x: names - 8, y: y + high / 2 + 4, text: name, at: 'end' })
    values.forEach((value, category) => {
      const shade = value / most
      shapes.push({
        is: 'box',
        x: names + side * category + 1,
        y: y + 1,
        width: Math.max(1, side - 2),
        height: high - 2,
        look,
        category,
        series,
        value,
        shade,
      })
      if (value > 0)
        shapes.push({
          is: 'text',
          x: names + side * (category + 0.5),
          y: y + high / 2 + 4,
          text: String(value),
          at: 'middle',
          ...(shade > DEEP ? { on: 'deep' as const } : {}),
        })
    })
  })
  return { height: LINE + chart.series.length * high + 2, shapes }
}

/** From here on a number is written light on dark. */
const DEEP = 0.55
