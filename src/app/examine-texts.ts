import { ok, type Result } from '../shared/result.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { Audience } from '../exchange/masking/audiences.ts'
import { knownPeople } from '../exchange/masking/known-people.ts'
import {
  ExaminedTexts,
  TextExaminer,
  type Examiner,
  type TextGatherer,
} from '../exchange/masking/text-examiner.ts'
import type { examineTexts } from '../workers/bridge.ts'
import type { Work } from './book-copy.ts'

/** From so many characters on, looking them through takes long enough to be felt, and is done beside the page. */
const MANY_CHARACTERS = 200_000
/** Characters that travel to the worker at once: more would hold up the page. */
const TRAVELLING = 100_000

/** What is in the texts: looked up beside the page where there is much of it. */
export async function examine(
  book: Workbook,
  audience: Audience,
  gathered: TextGatherer,
  work: Work,
  by?: { readonly examineTexts: typeof examineTexts },
): Promise<Result<Examiner>> {
  const texts = new ExaminedTexts(() => new TextExaminer(knownPeople(book), audience))
  if (gathered.characters < MANY_CHARACTERS) return ok(texts)
  const names = knownPeople(book)
  const { examineTexts } = by ?? (await import('../workers/bridge.ts'))
  let before = 0
  for (const piece of gathered.pieces(TRAVELLING)) {
    const length = piece.reduce((sum, [, text]) => sum + text.length, 0)
    const share = (done: number) => (before + done * length) / gathered.characters
    const { signal, onProgress } = work
    const looked = await examineTexts(
      { texts: piece, names, audience },
      { signal, onProgress: (done) => onProgress?.(share(done)) },
    )
    if (!looked.ok) return looked
    piece.forEach((text, at) => texts.learn(text, looked.value[at]!))
    before += length
  }
  return ok(texts)
}
