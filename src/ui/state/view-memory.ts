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

/** The table is shown as it was at first. */
export function forgetView(settings: DeviceSettings, workbook: string, table: string): void {
  void settings.keepView(keyOf(workbook, table), null)
}

/** The same arrangement without one filter, or without any. */
export function withoutFilter(view: ViewState, column: string | null): ViewState {
  if (column === null) return { ...view, filters: {} }
  const filters = Object.fromEntries(Object.entries(view.filters).filter(([key]) => key !== column))
  return { ...view, filters }
}

/** An arrangement somebody has given a name, to come back to. */
export interface SavedView {
  readonly name: string
  readonly view: ViewState
}

export function savedViews(settings: DeviceSettings, workbook: string, table: string): readonly SavedView[] {
  const kept = settings.view(`${keyOf(workbook, table)} named`)
  return Array.isArray(kept) ? (kept as SavedView[]) : []
}

export function keepSavedViews(
  settings: DeviceSettings,
  workbook: string,
  table: string,
  views: readonly SavedView[],
): void {
  void settings.keepView(`${keyOf(workbook, table)} named`, views)
}

/** With one more; one of the same name is replaced where it stands. */
export function withView(views: readonly SavedView[], added: SavedView): readonly SavedView[] {
  return views.some(({ name }) => name === added.name)
    ? views.map((each) => (each.name === added.name ? added : each))
    : [...views, added]
}
