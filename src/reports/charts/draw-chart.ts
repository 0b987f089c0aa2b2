import { CHART_LOOKS, type Chart, type ChartLook } from './chart.ts'
import { drawingOf, FONT, type Shape } from './chart-shapes.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Every drawing has patterns of its own: a reference by name would find those of another one on the page. */
let drawn = 0

/** A chart as a picture; whoever cannot see it reads the numbers, which stand beside it. */
export function drawChart(chart: Chart, width: number, page: Document): SVGSVGElement {
  const make = (tag: string, attributes: Readonly<Record<string, string | number>>, text = '') => {
    const node = page.createElementNS(SVG, tag)
    for (const [name, value] of Object.entries(attributes))
      node.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value)
    if (text !== '') node.textContent = text
    return node
  }
  const { height, shapes } = drawingOf(chart, width)
  const name = `chart-${++drawn}`
  const picture = make('svg', {
    viewBox: `0 0 ${width} ${Math.ceil(height)}`,
    width,
    height: Math.ceil(height),
    role: 'img',
    'aria-label': `${chart.title}${chart.summary === '' ? '' : `: ${chart.summary}`}`,
    class: 'chart',
    'font-size': FONT,
  }) as SVGSVGElement
  const patterns = make('defs', {})
  for (const look of CHART_LOOKS) if (STROKES[look]) patterns.append(patternOf(look, `${name}-${look}`, make))
  picture.append(patterns)
  for (const shape of shapes) picture.append(...nodesOf(shape, chart, name, make))
  return picture
}

type Make = (tag: string, attributes: Readonly<Record<string, string | number>>, text?: string) => SVGElement

/** What is drawn over the colour, on a field of 8 × 8. */
const STROKES: Readonly<Record<ChartLook, string>> = {
  plain: '',
  striped: 'M-2 6L6 -2M2 10L10 2',
  dotted: 'M2 2h.1M6 6h.1',
  crossed: 'M0 0L8 8M8 0L0 8',
  outlined: '',
}

function patternOf(look: ChartLook, id: string, make: Make): SVGElement {
  const pattern = make('pattern', { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' })
  pattern.append(make('path', { d: STROKES[look], class: `chart-strokes chart-strokes-${look}` }))
  return pattern
}

function nodesOf(shape: Shape, chart: Chart, name: string, make: Make): SVGElement[] {
  if (shape.is === 'line') {
    const { x1, y1, x2, y2 } = shape
    return [make('line', { x1, y1, x2, y2, class: 'chart-axis' })]
  }
  if (shape.is === 'text') {
    const { x, y, text, at, soft, on } = shape
    const kind = on === 'deep' ? 'chart-text-deep' : soft ? 'chart-text-soft' : 'chart-text'
    return [make('text', { x, y, 'text-anchor': at, class: kind }, text)]
  }
  const { x, y, width, height, look, category, series, value, shade } = shape
  const place = { x, y, width, height }
  const box = make('rect', {
    ...place,
    class: `chart-box chart-box-${look}`,
    ...(category >= 0 ? { 'data-category': category } : {}),
    ...(shade === undefined ? {} : { 'fill-opacity': 0.08 + 0.92 * shade }),
  })
  if (category >= 0) {
    const said = [chart.categories[category], chart.series.length > 1 ? chart.series[series]!.name : '']
    box.append(make('title', {}, `${said.filter(Boolean).join(' ')} ${value}`))
  }
  if (!STROKES[look] || shade !== undefined) return [box]
  return [box, make('rect', { ...place, fill: `url(#${name}-${look})`, class: 'chart-over' })]
}
