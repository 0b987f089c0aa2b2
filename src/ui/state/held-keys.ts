/**
 * Keys pressed while a dialog is still being fetched are meant for it, not for the cell behind it. They are held until the
 * dialog is there and given to its field in order; without this, whoever types on after Ctrl+K overwrites a cell.
 */
export interface HeldKeys {
  /** The dialog is not coming: what was pressed is forgotten, the focus is where it was. */
  forget(): void
  /** Before the dialog is drawn: the focus is where it was, so that the dialog can give it back when it closes. */
  handOver(): void
  /** After the dialog has taken the focus: what was pressed is pressed again, there. */
  release(): void
}

type Held = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock'])

export function holdKeys(page: Document = document): HeldKeys {
  const window = page.defaultView!
  const before = page.activeElement instanceof HTMLElement ? page.activeElement : null
  const held: Held[] = []

  const hold = (event: KeyboardEvent) => {
    if (MODIFIERS.has(event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    held.push(event)
  }
  window.addEventListener('keydown', hold, true)
  // An input method writes into whatever has the focus, and no listener can hold that back.
  before?.blur()

  const handOver = () => {
    if (before?.isConnected) before.focus({ preventScroll: true })
  }
  const stop = () => window.removeEventListener('keydown', hold, true)
  return {
    handOver,
    forget() {
      stop()
      handOver()
    },
    release() {
      stop()
      if (page.activeElement === before) return
      for (const key of held) if (!pressAgain(key, page.activeElement)) return
    },
  }
}

/**
 * @returns false when the focus is not in a field for text: nobody confirms a question that was not on the screen yet.
 */
function pressAgain(pressed: Held, target: Element | null): boolean {
  const takesText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  const dialog = target?.closest('dialog')
  if (pressed.key === 'Escape' && !takesText) {
    dialog?.close()
    return false
  }
  if (!takesText) return false
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = pressed
  const asked = target.dispatchEvent(
    new KeyboardEvent('keydown', {
      ...{ key, code, shiftKey, ctrlKey, altKey, metaKey },
      bubbles: true,
      cancelable: true,
    }),
  )
  if (!asked) return true
  if (key === 'Escape') dialog?.close()
  else if ([...key].length === 1 && !ctrlKey && !altKey && !metaKey) {
    target.setRangeText(
      key,
      target.selectionStart ?? target.value.length,
      target.selectionEnd ?? target.value.length,
      'end',
    )
    target.dispatchEvent(new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }))
  } else if (key === 'Backspace') {
    const end = target.selectionEnd ?? target.value.length
    const start = target.selectionStart === end ? Math.max(0, end - 1) : (target.selectionStart ?? 0)
    target.setRangeText('', start, end, 'end')
    target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }))
  }
  return true
}
