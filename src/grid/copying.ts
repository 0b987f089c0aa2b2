import { t } from '../i18n/translate.ts'
import type { Block } from './block.ts'
import { listenToClipboard } from './clipboard.ts'
import { readClipboard, type PastedBlock } from './pasted-block.ts'
import type { Selecting } from './selecting.ts'
import type { Telling } from './telling.svelte.ts'

export interface CopyActions {
  /** False while text is edited: copying is the field's own then. */
  readonly ours: () => boolean
  readonly clear: () => void
  readonly paste: (block: PastedBlock) => void
}

/** Copies, cuts and pastes what is selected, by the keys and menus of the browser. */
export function listenToCopying(
  field: HTMLTextAreaElement,
  block: Block,
  selecting: Selecting,
  telling: Telling,
  actions: CopyActions,
): void {
  const copy = (clipboard: DataTransfer): boolean => {
    const cells = block.copy(selecting.ranges, clipboard)
    if (cells === null) telling.say(t('grid.copy-ranges'))
    // Nothing but headings of groups.
    if (!cells) return false
    telling.announcement = t('grid.copied', { cells })
    return true
  }
  listenToClipboard(field, {
    ours: actions.ours,
    copy,
    cut: (clipboard) => {
      // As in Excel: what is cut goes to one place, so it comes from one.
      if (selecting.ranges.length > 1) telling.say(t('grid.cut-ranges'))
      else if (copy(clipboard)) actions.clear()
    },
    paste: ({ text, html, valuesOnly }) => actions.paste(readClipboard(text, html, { valuesOnly })),
  })
}
