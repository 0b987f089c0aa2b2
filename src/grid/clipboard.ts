/** What the browser hands over of the clipboard. */
export interface Clipped {
  readonly text: string
  readonly html: string
  /** Ctrl+Shift+V: the texts alone are wanted. */
  readonly valuesOnly: boolean
}

/** What Chromium understands besides; others leave the wish aside. */
interface MarkupReader {
  read(wish: { readonly unsanitized: readonly string[] }): Promise<ClipboardItems>
}

/**
 * Reads the clipboard without the keys, from a menu or a button: some browsers ask the person first. Null where none may,
 * or the person said no. The markup is taken as it was written, or what we put in beside the text would be washed out.
 */
export async function askClipboard(): Promise<Pick<Clipped, 'text' | 'html'> | null> {
  try {
    const clipboard: MarkupReader = navigator.clipboard
    const [item] = await clipboard.read({ unsanitized: ['text/html'] })
    const part = async (type: string) =>
      item?.types.includes(type) ? await (await item.getType(type)).text() : ''
    return { text: await part('text/plain'), html: await part('text/html') }
  } catch {
    return null
  }
}

export interface ClipboardActions {
  /** False leaves the event to the browser: text is being edited. */
  readonly ours: () => boolean
  readonly copy: (clipboard: DataTransfer) => boolean
  readonly cut: (clipboard: DataTransfer) => void
  readonly paste: (clipped: Clipped) => void
}

/**
 * The browser's own clipboard events on the field that always has the focus: they ask for no permission, and what they
 * are given is there when the key comes up.
 */
export function listenToClipboard(field: HTMLTextAreaElement, actions: ClipboardActions): void {
  let valuesOnly = false
  const taken = (event: ClipboardEvent): DataTransfer | null => {
    if (!actions.ours() || !event.clipboardData) return null
    event.preventDefault()
    return event.clipboardData
  }
  // The event itself does not say by which keys it came.
  field.addEventListener('keydown', (event) => {
    valuesOnly = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'
  })
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
    if (!clipboard) return
    actions.paste({
      text: clipboard.getData('text/plain'),
      html: clipboard.getData('text/html'),
      valuesOnly,
    })
    valuesOnly = false
  })
}
