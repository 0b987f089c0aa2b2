export interface ClipboardActions {
  /** False leaves the event to the browser: text is being edited. */
  readonly ours: () => boolean
  readonly copy: (clipboard: DataTransfer) => boolean
  readonly cut: (clipboard: DataTransfer) => void
  readonly paste: (text: string) => void
}

/**
 * The browser's own clipboard events on the field that always has the focus: they ask for no permission, and what they
 * are given is there when the key comes up.
 */
export function listenToClipboard(field: HTMLTextAreaElement, actions: ClipboardActions): void {
  const taken = (event: ClipboardEvent): DataTransfer | null => {
    if (!actions.ours() || !event.clipboardData) return null
    event.preventDefault()
    return event.clipboardData
  }
  field.addEventListener('copy', (event) => {
    const clipboard = taken(event)
    if (clipboard) actions.copy(clipboard)
  })
  field.addEventListener('cut', (event) => {
    const clipboard = taken(event)
    if (clipboard) actions.cut(clipboard)
  })
  field.addEventListener('paste', (event) => {
    const clipboard = taken(event)
    if (clipboard) actions.paste(clipboard.getData('text/plain'))
  })
}
