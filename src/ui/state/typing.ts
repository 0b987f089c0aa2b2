/** A field of the page marks itself so while it holds what has not been written yet. */
export const UNWRITTEN = 'data-unwritten'

/**
 * Is somebody in the middle of typing? The grid's field is always focused and empty until an edit begins; the fields
 * of the panel mark themselves.
 */
export function isTyping(page: Document = document): boolean {
  const field = page.activeElement
  if (field === null) return false
  if (field.hasAttribute(UNWRITTEN)) return true
  return field instanceof HTMLTextAreaElement && field.closest('.grid') !== null && field.value !== ''
}

/** Resolves once nobody is typing any more; nothing is taken out of anybody's hands. */
export function typed(page: Document = document): Promise<void> {
  if (!isTyping(page)) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (isTyping(page)) return
      for (const event of EVENTS) page.removeEventListener(event, later, true)
      resolve()
    }
    // The field answers to the same event first.
    const later = () => void setTimeout(look)
    for (const event of EVENTS) page.addEventListener(event, later, true)
  })
}

const EVENTS = ['focusout', 'keyup', 'pointerup'] as const
