import { BookCopy, Trial } from '../engine/trial.ts'
import { standingOf } from '../engine/standing.ts'
import type { Workbook } from '../engine/workbook.ts'
import { tables } from '../tables/index.ts'
import type { TrialAnswer, TrialRequest } from './trial-messages.ts'

/** A copy of a large workbook beside the page, so that trying a rule or checking every score stops nobody's typing. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<TrialRequest>) => void) | null
  postMessage(answer: TrialAnswer): void
}

const copy = new BookCopy()
let book: Workbook | null = null
let trial: Trial | null = null

scope.onmessage = ({ data }) => {
  switch (data.is) {
    case 'piece':
      return copy.take(data.piece)
    case 'open':
      book = copy.open(tables, data.now)
      return scope.postMessage({ is: 'opened' })
    case 'standing':
      return scope.postMessage({ is: 'standing', standing: standingOf(book!) })
    case 'compare':
      trial ??= new Trial(book!)
      return scope.postMessage({ is: 'differences', differences: trial.compare(data.texts) })
  }
}
