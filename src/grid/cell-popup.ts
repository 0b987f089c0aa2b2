import type { Input } from './row-source.ts'

/** What a typed editor shows below the field. The focus stays in the field, so typing and IME go on undisturbed. */
export interface CellPopup {
  /** Id of the element in hand, for `aria-activedescendant`. */
  readonly activeId: string | null
  /** True when the key was the popup's. */
  key(event: KeyboardEvent): boolean
  typed(text: string): void
  /** What committing this text means: the picked row rather than its name, for instance. */
  input(text: string): Input
}

let made = 0

/** An id that no other popup of the page has. */
export const popupId = (): string => `grid-popup-${++made}`
