import { expect, test } from 'vitest'
import { commandFor } from '../../src/grid/keyboard.ts'

const press = (keys: string) => {
  const parts = keys.split('+')
  return commandFor({
    key: parts.at(-1)!,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  })
}

test.each([
  ['ArrowDown', { do: 'move', direction: 'down', extend: false, jump: false }],
  ['Ctrl+Shift+ArrowRight', { do: 'move', direction: 'right', extend: true, jump: true }],
  ['Ctrl+End', { do: 'edge', end: true, sheet: true, extend: false }],
  ['Shift+Home', { do: 'edge', end: false, sheet: false, extend: true }],
  ['Shift+Tab', { do: 'tab', backwards: true }],
  ['Enter', { do: 'enter', backwards: false }],
  ['F2', { do: 'edit' }],
  ['Alt+ArrowDown', { do: 'column-menu' }],
  ['Ctrl+Shift+L', { do: 'filter' }],
  ['Shift+F10', { do: 'context-menu' }],
])('%s', (keys, command) => {
  expect(press(keys)).toEqual(command)
})

test.each(['a', '中', 'Ctrl+z', 'Ctrl+y', 'Ctrl+f', 'Ctrl+c', 'Ctrl+v', 'F10', 'F5', 'Alt+ArrowUp'])(
  '%s is left to the field, the browser and the screen',
  (keys) => {
    expect(press(keys)).toBe(null)
  },
)
