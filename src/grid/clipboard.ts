import { t } from '../i18n/translate.ts'
import type { Block } from './block.ts'
import { cellsIn } from './ranges.ts'
import type { EditRequest, Write } from './row-source.ts'
import type { Selecting } from './selecting.ts'
import { selectRange } from './selection.ts'

export interface ClipboardEvents {
  /** False leaves the event to the browser: text is being edited. */
  readonly isOurs: () => boolean
  readonly write: (
    requests: readonly EditRequest[],
    source: Write['source'],
    code: string,
    rows?: Write['rows'],
  ) => void
  readonly announce: (text: string) => void
  /** A refusal, to everybody. */
  readonly say: (text: string) => void
}

/**
 * Copy, cut and paste of the selection, by the browser's own events on the field that always has the focus: they ask for
 * no permission, and what they are given is there when the key comes up.
 */
export class Clipboard {
  constructor(
    field: HTMLTextAreaElement,
    private readonly block: Block,
    private readonly selecting: Selecting,
    private readonly events: ClipboardEvents,
  ) {
    const listen = (name: 'copy' | 'cut' | 'paste', act: (clipboard: DataTransfer) => void) =>
      field.addEventListener(name, (event) => {
        if (!events.isOurs() || !event.clipboardData) return
        event.preventDefault()
        act(event.clipboardData)
      })
    listen('copy', (clipboard) => this.#copy(clipboard))
    listen('cut', (clipboard) => this.#cut(clipboard))
    listen('paste', (clipboard) => this.#paste(clipboard.getData('text/plain')))
  }

  #copy(clipboard: DataTransfer): boolean {
    if (this.selecting.active.row === null) return false
    const cells = this.block.copy(this.selecting.ranges, clipboard)
    if (cells === null) this.events.say(t('grid.copy-ranges'))
    else this.events.announce(t('grid.copied', { cells }))
    return cells !== null
  }

  /** As in Excel: what is cut goes to one place, so it comes from one. */
  #cut(clipboard: DataTransfer): void {
    const { ranges } = this.selecting
    if (ranges.length > 1) this.events.say(t('grid.cut-ranges'))
    else if (this.#copy(clipboard)) this.events.write(this.block.clear(ranges), 'user', 'grid.cut')
  }

  /** Into each of several ranges, which makes sense only where none of them runs past its edge. */
  #paste(text: string): void {
    const { ranges } = this.selecting
    const pasted = ranges.flatMap((range) => this.block.paste(text, range) ?? [])
    if (pasted.length === 0) return
    const fits = pasted.every(({ range }, at) => cellsIn(range) === cellsIn(ranges[at]!))
    if (ranges.length > 1 && !fits) return this.events.say(t('grid.paste-ranges'))
    this.events.write(
      pasted.flatMap(({ requests }) => requests),
      'paste',
      'grid.paste',
      pasted.flatMap(({ added }) => added),
    )
    if (pasted.length === 1) this.selecting.select(selectRange(pasted[0]!.range))
    const skipped = pasted.reduce((sum, each) => sum + each.skipped, 0)
    if (skipped > 0) this.events.say(t('grid.paste-skipped', { count: skipped }))
  }
}
