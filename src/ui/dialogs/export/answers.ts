import type { Answer, Passage } from '../../../app/export-workbook.ts'

export type AnswerKind = Answer['is']

/** What may be done with a passage. A name the workbook knows never passes where it must not be read. */
export function answersFor({ needs, hits }: Passage): readonly AnswerKind[] {
  const passes = needs !== 'answer' || hits.every(({ kind }) => kind === 'title')
  return ['cover', 'text', 'leave-out', ...(passes ? (['pass'] as const) : [])]
}

export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** A text cut where something was found in it. */
export function piecesOf({ text, hits }: Pick<Passage, 'text' | 'hits'>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of hits) {
    pieces.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true })
    at = to
  }
  pieces.push({ text: text.slice(at), marked: false })
  return pieces.filter((piece) => piece.text !== '')
}
