import type { Desk } from '../state/desk.svelte.ts'

/** What every screen is given: the desk holds the open workbook, the place, the row in hand and the notices. */
export interface ScreenProps {
  readonly desk: Desk
}
