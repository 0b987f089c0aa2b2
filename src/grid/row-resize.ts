import type { GridAdapter } from './adapter.ts'
import { isRowNumber } from './ag-grid-dom.ts'

/** Pixels above the lower edge of a row's number that pull it. */
const GRIP = 5

/** Pulling the lower edge of a row's number makes the row higher; a double click there fits it to its texts. */
export function listenToRowResize(
  adapter: GridAdapter,
  resize: (row: string, height: number | 'fit') => void,
): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const { rowArea } = adapter
  let pull: { readonly row: string; readonly from: number; y: number } | null = null
  let frame = 0

  const gripped = (event: MouseEvent): { row: string; top: number } | null => {
    if (!(event.target instanceof HTMLElement) || !isRowNumber(event.target)) return null
    const { top, bottom } = event.target.getBoundingClientRect()
    if (event.clientY < bottom - GRIP) return null
    const { geometry } = adapter
    const y = top - rowArea.getBoundingClientRect().top + 1
    const row = adapter.rowAt(geometry.rows.at(y, adapter.rowCount))
    return row === null ? null : { row, top }
  }
  const take = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  rowArea.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return
      const grip = gripped(event)
      if (!grip) return
      take(event)
      pull = { row: grip.row, from: grip.top, y: event.clientY }
    },
    { signal, capture: true },
  )
  const follow = () => {
    frame = 0
    if (pull) resize(pull.row, pull.y - pull.from)
  }
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!pull) return
      pull.y = event.clientY
      frame ||= requestAnimationFrame(follow)
    },
    { signal },
  )
  const end = () => {
    if (frame) {
      cancelAnimationFrame(frame)
      follow()
    }
    pull = null
  }
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
  rowArea.addEventListener(
    'dblclick',
    (event) => {
      const grip = gripped(event)
      if (!grip) return
      take(event)
      resize(grip.row, 'fit')
    },
    { signal, capture: true },
  )
  return () => {
    stop.abort()
    cancelAnimationFrame(frame)
  }
}
