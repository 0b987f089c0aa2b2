import type { ContentPiece, PolicyTexts } from '../engine/trial.ts'
import type { Differences, Standing } from '../engine/standing.ts'

/** What the page asks of the worker that holds a copy of the workbook. */
export type TrialRequest =
  | { readonly is: 'piece'; readonly piece: ContentPiece }
  | { readonly is: 'open'; readonly now: string }
  | { readonly is: 'compare'; readonly texts: PolicyTexts }
  | { readonly is: 'standing' }

/** Requests are answered in the order in which they came; a piece has no answer. */
export type TrialAnswer =
  | { readonly is: 'opened' }
  | { readonly is: 'differences'; readonly differences: Differences }
  | { readonly is: 'standing'; readonly standing: Standing }
