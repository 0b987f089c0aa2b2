import { createElement, useCallback, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { DataEditor, GridCellKind } from '@glideapps/glide-data-grid'
import '@glideapps/glide-data-grid/dist/index.css'
import { benchRows, inked, offer, wholePage } from '../page/rows.ts'

const ROW = 28
const HEADING = 36
const { rows, columns } = benchRows()
const headings = columns.map((title) => ({ title, id: title, width: 110 }))
let grid = null

function Page() {
  const editor = useRef(null)
  grid = editor
  const getCellContent = useCallback(([column, row]) => {
    const text = String(rows[row][columns[column]] ?? '')
    return { kind: GridCellKind.Text, allowOverlay: true, displayData: text, data: text }
  }, [])
  // It stores nothing itself: the rows are written as its examples do.
  const onCellsEdited = useCallback((edits) => {
    for (const { location, value } of edits) rows[location[1]][columns[location[0]]] = value.data
    editor.current.updateCells(edits.map(({ location }) => ({ cell: location })))
    return true
  }, [])
  return createElement(DataEditor, {
    ref: editor,
    columns: headings,
    rows: rows.length,
    rowHeight: ROW,
    headerHeight: HEADING,
    width: '100%',
    height: '100%',
    rowMarkers: 'none',
    onPaste: true,
    fillHandle: true,
    getCellsForSelection: true,
    getCellContent,
    onCellsEdited,
  })
}
const page = wholePage()
const portal = Object.assign(document.createElement('div'), { id: 'portal' })
document.body.append(portal)
createRoot(page).render(createElement(Page))
offer({ shown: () => inked('canvas'), holds: () => false, cell: { x: 100, y: 70 } })

// A canvas has no cells to read: what it holds stands for what it shows from the next frame on.
Object.assign(globalThis, {
  handPage: {
    text: (row, column) => String(rows[row]?.[columns[column]] ?? ''),
    place: (row, column) => new DOMRect(column * 110, HEADING + row * ROW, 110, ROW),
    toTop: () => (grid.current.scrollTo(0, 0), new Promise((resolve) => setTimeout(resolve, 500))),
    // It asks the browser for the clipboard, which a page without a person may not read.
    paste(text) {
      const plain = { types: ['text/plain'], getType: async () => new Blob([text], { type: 'text/plain' }) }
      navigator.clipboard.read = async () => [plain]
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))
    },
    fill() {
      const wanted = this.text(0, 0)
      const painted = globalThis.hand.untilReads(2, 0, wanted)
      for (const row of rows) row[columns[0]] = wanted
      grid.current.updateCells(Array.from({ length: 40 }, (_, row) => ({ cell: [0, row] })))
      return painted
    },
  },
})
