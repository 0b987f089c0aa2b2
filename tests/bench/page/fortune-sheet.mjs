import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Workbook } from '@fortune-sheet/react'
import '@fortune-sheet/react/dist/index.css'
import { benchRows, inked, offer, wholePage } from './rows.ts'

const { rows, columns } = benchRows()
const celldata = rows.flatMap((row, r) =>
  columns.map((key, c) => ({ r, c, v: { v: row[key], m: String(row[key]) } })),
)
let book = null
createRoot(wholePage()).render(
  createElement(Workbook, {
    ref: (value) => (book = value),
    data: [{ name: 'Incidents', id: 'incidents', row: rows.length, column: 20, celldata }],
  }),
)
offer({
  shown: () => inked('canvas.fortune-sheet-canvas'),
  holds: (value) => {
    for (let row = 0; row < 20; row++)
      for (let column = 0; column < 10; column++)
        if (String(book?.getCellValue(row, column)) === value) return true
    return false
  },
  cell: { x: 200, y: 300 },
})
