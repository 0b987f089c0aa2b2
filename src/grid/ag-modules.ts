import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  EventApiModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community'

let registered = false

/** The smallest set that draws and freezes; rows, sorting, filters, editors, selection and menus are our own. */
export function registerAgModules(): void {
  if (registered) return
  registered = true
  ModuleRegistry.registerModules([
    CellStyleModule,
    RowApiModule,
    RenderApiModule,
    ScrollApiModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    EventApiModule,
  ])
}
