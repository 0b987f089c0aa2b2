/**
 * The keys of what one can do with cells, rows and columns, each said here alone: menus, the palette and the sheet of
 * shortcuts show them, and the grid listens to them.
 */
export const SHORTCUTS = {
  copy: 'Ctrl+C',
  cut: 'Ctrl+X',
  paste: 'Ctrl+V',
  'paste-special': 'Ctrl+Alt+V',
  clear: 'Delete',
  edit: 'F2',
  'fill-down': 'Ctrl+D',
  'fill-right': 'Ctrl+R',
  'insert-rows': 'Ctrl++',
  'delete-rows': 'Ctrl+-',
  'rows-up': 'Alt+Shift+↑',
  'rows-down': 'Alt+Shift+↓',
  fold: 'Alt+Shift+←',
  unfold: 'Alt+Shift+→',
  filter: 'Ctrl+Shift+L',
} as const

export type ShortcutName = keyof typeof SHORTCUTS

/** The browser's own: it turns them into events of the clipboard, which come without a question to the user. */
export const CLIPBOARD_SHORTCUTS = ['copy', 'cut', 'paste'] as const satisfies readonly ShortcutName[]

export type ActionName = Exclude<ShortcutName, (typeof CLIPBOARD_SHORTCUTS)[number]>

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** Keys as people write them, in the order of the table above. A Mac's command key counts as Ctrl. */
export function writtenKeys({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  // A plus needs Shift on most keyboards: there it is part of the character.
  const shift = shiftKey && key !== '+'
  return [
    ...(ctrlKey || metaKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ].join('+')
}

const NAMES: ReadonlyMap<string, ActionName> = new Map(
  (Object.entries(SHORTCUTS) as [ShortcutName, string][])
    .filter(
      (entry): entry is [ActionName, string] =>
        !(CLIPBOARD_SHORTCUTS as readonly string[]).includes(entry[0]),
    )
    .map(([name, keys]) => [keys, name]),
)

/** What was pressed, when it is one of them. */
export const actionOf = (press: Press): ActionName | null => NAMES.get(writtenKeys(press)) ?? null
