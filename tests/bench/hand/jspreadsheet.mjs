import jspreadsheet from 'jspreadsheet-ce'
import 'jsuites/dist/jsuites.css'
import 'jspreadsheet-ce/dist/jspreadsheet.css'
import { benchRows, offer, wholePage } from '../page/rows.ts'

const { rows, columns } = benchRows()
const [sheet] = jspreadsheet(wholePage(), {
  worksheets: [
    {
      data: rows.map((row) => columns.map((key) => row[key])),
      columns: columns.map((title) => ({ title, width: 110 })),
      // Without it all rows stand in the page, which takes minutes.
      lazyLoading: true,
      search: true,
      tableOverflow: true,
      tableWidth: '1280px',
      tableHeight: '800px',
    },
  ],
})
const cellAt = (row, column) => document.querySelector(`td[data-y="${row}"][data-x="${column}"]`)
offer({
  shown: () => Boolean(cellAt(0, 0)?.textContent),
  holds: (value) => cellAt(0, 0)?.textContent === value,
  cell: { x: 100, y: 70 },
})
Object.assign(globalThis, {
  handPage: {
    text: (row, column) => cellAt(row, column)?.textContent ?? null,
    place: (row, column) => cellAt(row, column)?.getBoundingClientRect(),
    // It listens for Ctrl+Z only where the browser says the page has the focus; the key calls this.
    undo: () => sheet.undo(),
    // Its fill handle cannot be dragged over so many rows: what it calls at the end of one.
    fill: () => {
      const wanted = cellAt(0, 0).textContent
      const below = rows.slice(1).map((_, row) => ({ x: 0, y: row + 1, value: wanted }))
      const painted = globalThis.hand.untilReads(2, 0, wanted)
      sheet.setValue(below)
      return painted
    },
    find: (text) => {
      const started = performance.now()
      sheet.search(text)
      return performance.now() - started
    },
  },
})
