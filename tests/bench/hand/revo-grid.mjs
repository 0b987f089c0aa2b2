import { defineCustomElements } from '@revolist/revogrid/loader'
import { benchRows, offer, wholePage } from '../page/rows.ts'

defineCustomElements()
const { rows, columns } = benchRows()
const grid = document.createElement('revo-grid')
Object.assign(grid, {
  range: true,
  rowHeaders: true,
  columns: columns.map((prop) => ({ prop, name: prop, size: 110 })),
  source: rows,
})
grid.style.height = '100%'
wholePage().append(grid)

const cellAt = (row, column) =>
  document.querySelector(
    `.rgCol revogr-data[type=rgRow] .rgCell[data-rgrow="${row}"][data-rgcol="${column}"]`,
  )
offer({
  shown: () => Boolean(cellAt(0, 0)?.textContent),
  holds: (value) => cellAt(0, 0)?.textContent === value,
  cell: { x: 100, y: 70 },
})
Object.assign(globalThis, {
  handPage: {
    text: (row, column) => cellAt(row, column)?.textContent ?? null,
    place: (row, column) => cellAt(row, column)?.getBoundingClientRect(),
  },
})
