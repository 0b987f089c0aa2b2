import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  EventApiModule,
  ExternalFilterModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community'

let registered = false

/** The smallest set that draws, sorts, filters and freezes; editors, selection and menus are our own. */
export function registerAgModules(): void {
  if (registered) return
  registered = true
  ModuleRegistry.registerModules([
    ClientSideRowModelModule,
    ClientSideRowModelApiModule,
    CellStyleModule,
    RowApiModule,
    RenderApiModule,
    ScrollApiModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    EventApiModule,
    ExternalFilterModule,
  ])
}
