import type { ImportFlow } from './import-flow.svelte.ts'

/** What can be decided about the sheets of a file: which table, which headings, which column is what. */
export type SheetDecisions = Pick<ImportFlow, 'choices' | 'along' | 'choose' | 'place' | 'headAt'> &
  Partial<Pick<ImportFlow, 'takeAlong'>>
