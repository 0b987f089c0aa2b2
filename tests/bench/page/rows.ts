import { benchSchool } from '../school.ts'

/** Rows as objects, fifteen columns: what a page that is nothing but a grid would be given. */
export function benchRows(): { rows: Record<string, string | number>[]; columns: string[] } {
  const count = Number(new URLSearchParams(location.search).get('n') ?? '100')
  const started = performance.now()
  const { ids, columns } = benchSchool(count).tables['incidents']!
  const keys = Object.keys(columns)
  const rows = ids.map((id, i) => ({
    id,
    ...Object.fromEntries(keys.map((key) => [key, columns[key]![i] as string | number])),
  }))
  // The app reads its rows from the disk, but nobody makes them up while a page opens: the time is taken off.
  Object.assign(globalThis, { makingRows: performance.now() - started })
  return { rows, columns: keys }
}

export function wholePage(): HTMLDivElement {
  const element = document.createElement('div')
  Object.assign(element.style, { position: 'fixed', inset: '0' })
  document.body.append(element)
  return element
}

/** What the bench asks of each page. */
export interface BenchPage {
  /** The first rows can be seen. */
  readonly shown: () => boolean
  /** Somewhere among the first rows this value has been entered. */
  readonly holds: (value: string) => boolean
  /** Where to press to have a text cell of the first rows. */
  readonly cell: { readonly x: number; readonly y: number }
}

/** Dark ink in the data area of the largest canvas: rows have been drawn. */
export function inked(selector: string): boolean {
  const canvas = [...document.querySelectorAll<HTMLCanvasElement>(selector)].sort(
    (a, b) => b.width * b.height - a.width * a.height,
  )[0]
  if (!canvas?.width) return false
  const copy = document.createElement('canvas')
  copy.width = 300
  copy.height = 200
  const context = copy.getContext('2d')!
  context.drawImage(canvas, 60, 60, 300, 200, 0, 0, 300, 200)
  const { data } = context.getImageData(0, 0, 300, 200)
  let dark = 0
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3]! > 128 && data[at]! + data[at + 1]! + data[at + 2]! < 300) dark++
  return dark > 200
}

export const offer = (page: BenchPage): void => void Object.assign(globalThis, { benchPage: page })
