import { expect, test } from 'vitest'
import { commandFor } from '../../src/grid/keyboard.ts'
import {
  actionOf,
  CLIPBOARD_SHORTCUTS,
  SHORTCUTS,
  writtenKeys,
  type Press,
} from '../../src/grid/shortcuts.ts'
import { editingKeys, movingKeys } from '../../src/ui/state/grid-keys.ts'

/** The press that is written so. */
function pressOf(written: string): Press {
  const arrows: Record<string, string> = {
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
    '←': 'ArrowLeft',
    '→': 'ArrowRight',
  }
  const has = (name: string) => written.startsWith(`${name}+`) || written.includes(`+${name}+`)
  const key = written.endsWith('++') ? '+' : written.split('+').at(-1)!
  const shiftKey = has('Shift')
  return {
    key: arrows[key] ?? (key.length === 1 && !shiftKey ? key.toLowerCase() : key),
    ctrlKey: has('Ctrl'),
    metaKey: false,
    altKey: has('Alt'),
    shiftKey,
  }
}

const all = Object.entries(SHORTCUTS)
const isClipboard = (name: string) => (CLIPBOARD_SHORTCUTS as readonly string[]).includes(name)

test('every shortcut that is shown does what it is shown for', () => {
  for (const [name, written] of all) {
    const press = pressOf(written)
    expect(writtenKeys(press)).toBe(written)
    expect(commandFor(press), written).toEqual(isClipboard(name) ? null : { do: name })
  }
  expect(all.length).toBeGreaterThan(10)
})

test('no two actions share keys, and none takes the keys that move or enter', () => {
  const written = all.map(([, keys]) => keys)
  expect(new Set(written).size).toBe(written.length)
  for (const { shortcut } of [...movingKeys(), ...editingKeys()]) expect(written).not.toContain(shortcut)
})

test('keys that are listed for moving and entering are heard', () => {
  for (const keys of ['Ctrl+A', 'Ctrl+Home', 'Ctrl+End', 'Home', 'End', 'Esc', 'Ctrl+;', 'Enter', 'Tab'])
    expect(
      commandFor({ ...pressOf(keys), key: keys === 'Esc' ? 'Escape' : pressOf(keys).key }),
      keys,
    ).not.toBe(null)
})

test('a plus needs Shift on most keyboards and is the same key, as is a capital with the lock on', () => {
  const control = { ctrlKey: true, metaKey: false, altKey: false }
  expect(actionOf({ ...control, key: '+', shiftKey: true })).toBe('insert-rows')
  expect(actionOf({ ...control, key: '+', shiftKey: false })).toBe('insert-rows')
  expect(actionOf({ ...control, key: 'D', shiftKey: false })).toBe('fill-down')
  expect(actionOf({ ...control, metaKey: true, ctrlKey: false, key: 'd', shiftKey: false })).toBe('fill-down')
  // These are the browser's.
  expect(actionOf({ ...control, key: 'R', shiftKey: true })).toBe(null)
  expect(actionOf({ ...control, key: '_', shiftKey: true })).toBe(null)
})
