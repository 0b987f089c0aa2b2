import type { Direction } from './selection.ts'
import { actionOf, type ActionName, type Press } from './shortcuts.ts'

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
  /** Something of the list of actions, which runs it. */
  | { readonly do: ActionName }
  | {
      readonly do: 'overwrite' | 'toggle' | 'add-range' | 'now' | 'column-menu' | 'context-menu' | 'leave'
    }

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** null leaves the key to the browser and to the screen around the grid (Ctrl+Z, Ctrl+F, Ctrl+C). */
export function commandFor(press: Press): Command | null {
  const action = actionOf(press)
  if (action) return { do: action }
  const control = press.ctrlKey || press.metaKey
  const extend = press.shiftKey
  const direction = ARROWS[press.key]
  if (press.altKey) return press.key === 'ArrowDown' && !extend ? { do: 'column-menu' } : null
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
    case 'Backspace':
      return { do: 'overwrite' }
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
    case ' ':
      return { do: press.shiftKey ? 'select-all' : 'select-columns' }
    case ';':
    case ':':
      return { do: 'now' }
    default:
      return null
  }
}
