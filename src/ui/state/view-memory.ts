import type { DeviceSettings } from '../../app/device-settings.ts'
import type { ViewState } from '../../grid/view-state.ts'

/** How each table was arranged on this computer; filters name texts of one workbook, so each has its own. */
const keyOf = (workbook: string, table: string): string => `${workbook} ${table}`

export function rememberedView(settings: DeviceSettings, workbook: string, table: string): ViewState | null {
  const view = settings.view(keyOf(workbook, table)) as Partial<ViewState> | null
  return view && Array.isArray(view.columns) && typeof view.filters === 'object' && view.filters !== null
    ? (view as ViewState)
    : null
}

export function rememberView(
  settings: DeviceSettings,
  workbook: string,
  table: string,
  view: ViewState,
): void {
  void settings.keepView(keyOf(workbook, table), view)
}

/** The same arrangement without one filter, or without any. */
export function withoutFilter(view: ViewState, column: string | null): ViewState {
  if (column === null) return { ...view, filters: {} }
  const filters = Object.fromEntries(Object.entries(view.filters).filter(([key]) => key !== column))
  return { ...view, filters }
}
