import { t, type MessageKey } from '../../i18n/translate.ts'

export interface KeyLine {
  readonly label: string
  readonly shortcut: string
}

type PlainKey = Extract<MessageKey, `ui.shortcut.${string}`>

const MOVING: readonly (readonly [PlainKey, string])[] = [
  ['ui.shortcut.arrows', '↑ ↓ ← →'],
  ['ui.shortcut.extend', 'Shift+↑ ↓ ← →'],
  ['ui.shortcut.edge', 'Ctrl+↑ ↓ ← →'],
  ['ui.shortcut.home', 'Home, End'],
  ['ui.shortcut.corner', 'Ctrl+Home, Ctrl+End'],
  ['ui.shortcut.page', 'Page Up, Page Down'],
  ['ui.shortcut.all', 'Ctrl+A'],
  ['ui.shortcut.rows', 'Shift+Space'],
  ['ui.shortcut.leave', 'Esc, Tab'],
  ['ui.shortcut.regions', 'F6, Shift+F6'],
]

const EDITING: readonly (readonly [PlainKey, string])[] = [
  ['ui.shortcut.type', 'A–Z'],
  ['ui.shortcut.enter', 'Enter, Shift+Enter'],
  ['ui.shortcut.tab', 'Tab, Shift+Tab'],
  ['ui.shortcut.break', 'Alt+Enter'],
  ['ui.shortcut.cancel', 'Esc'],
  ['ui.shortcut.now', 'Ctrl+;'],
  ['ui.shortcut.toggle', 'Space'],
  ['ui.shortcut.values', 'Ctrl+Shift+V'],
]

const lines = (keys: typeof MOVING): KeyLine[] => keys.map(([key, shortcut]) => ({ label: t(key), shortcut }))

/** Keys of the table that are no commands one would choose from a list. */
export const movingKeys = (): KeyLine[] => lines(MOVING)
export const editingKeys = (): KeyLine[] => lines(EDITING)
