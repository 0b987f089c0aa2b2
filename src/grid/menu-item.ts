import type { ShortcutName } from './shortcuts.ts'

/** Something one can do, as menus, the command palette and the sheet of shortcuts name it. */
export interface MenuItem {
  /** What its keys are listed under, when it has any: by this name the grid finds it when they are pressed. */
  readonly name?: ShortcutName
  readonly label: string
  /** What it is called where the keys are listed, if the menu says something else. */
  readonly listed?: string
  readonly run: () => void
  readonly shortcut?: string
  readonly disabled?: boolean
  /** A line above: another group begins. */
  readonly group?: boolean
  /** The menu stays open, for a thing done several times in a row. */
  readonly again?: boolean
}
