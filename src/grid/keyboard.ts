import type { Direction } from './selection.ts'

/** What moves the selection and touches no cell. */
export type Movement =
  | { readonly do: 'move'; readonly direction: Direction; readonly extend: boolean; readonly jump: boolean }
  | { readonly do: 'page'; readonly direction: 'up' | 'down'; readonly extend: boolean }
  | { readonly do: 'edge'; readonly end: boolean; readonly sheet: boolean; readonly extend: boolean }
  | { readonly do: 'enter' | 'tab'; readonly backwards: boolean }
  | { readonly do: 'select-all' | 'select-rows' | 'select-columns' }

/** What a key means while no cell is being edited. */
export type Command =
  | Movement
  | { readonly do: 'move-rows'; readonly direction: 'up' | 'down' }
  | {
      readonly do:
        | 'edit'
        | 'overwrite'
        | 'clear'
        | 'toggle'
        | 'paste-special'
        | 'add-range'
        | 'fold'
        | 'unfold'
        | 'insert-rows'
        | 'delete-rows'
        | 'now'
        | 'fill-down'
        | 'fill-right'
        | 'column-menu'
        | 'filter'
        | 'context-menu'
        | 'leave'
    }

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** null leaves the key to the browser and to the screen around the grid (Ctrl+Z, Ctrl+F, Ctrl+C). */
export function commandFor(press: Press): Command | null {
  const control = press.ctrlKey || press.metaKey
  const extend = press.shiftKey
  const direction = ARROWS[press.key]
  if (press.altKey) {
    if (extend && (direction === 'up' || direction === 'down')) return { do: 'move-rows', direction }
    if (extend && direction) return { do: direction === 'left' ? 'fold' : 'unfold' }
    if (control && press.key.toLowerCase() === 'v') return { do: 'paste-special' }
    return press.key === 'ArrowDown' ? { do: 'column-menu' } : null
  }
  if (direction) return { do: 'move', direction, extend, jump: control }
  if (control) return controlCommand(press)
  switch (press.key) {
    case 'Home':
    case 'End':
      return { do: 'edge', end: press.key === 'End', sheet: false, extend }
    case 'PageUp':
    case 'PageDown':
      return { do: 'page', direction: press.key === 'PageUp' ? 'up' : 'down', extend }
    case 'Enter':
      return { do: 'enter', backwards: extend }
    case 'Tab':
      return { do: 'tab', backwards: extend }
    case 'F2':
      return { do: 'edit' }
    case 'Backspace':
      return { do: 'overwrite' }
    case 'Delete':
      return { do: 'clear' }
    case 'Escape':
      return { do: 'leave' }
    case 'F8':
      return extend ? { do: 'add-range' } : null
    case 'F10':
      return extend ? { do: 'context-menu' } : null
    case ' ':
      return extend ? { do: 'select-rows' } : { do: 'toggle' }
    default:
      return null
  }
}

function controlCommand(press: Press): Command | null {
  switch (press.key) {
    case 'Home':
    case 'End':
      return { do: 'edge', end: press.key === 'End', sheet: true, extend: press.shiftKey }
    case 'a':
    case 'A':
      return press.shiftKey ? null : { do: 'select-all' }
    case '+':
      return { do: 'insert-rows' }
    case '-':
      return press.shiftKey ? null : { do: 'delete-rows' }
    case ' ':
      return { do: press.shiftKey ? 'select-all' : 'select-columns' }
    case 'l':
    case 'L':
      return press.shiftKey ? { do: 'filter' } : null
    case 'd':
    case 'D':
      return press.shiftKey ? null : { do: 'fill-down' }
    case 'r':
    case 'R':
      // Ctrl+Shift+R stays the browser's way to load the page anew.
      return press.shiftKey ? null : { do: 'fill-right' }
    case ';':
    case ':':
      return { do: 'now' }
    default:
      return null
  }
}
