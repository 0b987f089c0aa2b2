import {
  ClientSideRowModelModule,
  createGrid,
  ModuleRegistry,
  RowApiModule,
  TextEditorModule,
} from 'ag-grid-community'
import { benchRows, offer, wholePage } from './rows.ts'

// Bare: the fewest modules with which it shows and edits rows.
ModuleRegistry.registerModules([ClientSideRowModelModule, TextEditorModule, RowApiModule])
const { rows, columns } = benchRows()
createGrid(wholePage(), {
  rowData: rows,
  getRowId: ({ data }) => data['id'] as string,
  columnDefs: columns.map((field) => ({ field, editable: true, width: 110, cellEditor: 'agTextCellEditor' })),
})
const first = columns[0]!
offer({
  shown: () => Boolean(document.querySelector('.ag-cell')?.textContent),
  holds: (value) => rows.slice(0, 20).some((row) => String(row[first]) === value),
  cell: { x: 60, y: 70 },
})
