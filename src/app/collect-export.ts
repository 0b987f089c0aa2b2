import { ok, type Result } from '../shared/result.ts'
import { TextGatherer } from '../exchange/masking/text-examiner.ts'
import { madeSheet } from '../exchange/table-sheet.ts'
import type { examineTexts, packStored } from '../workers/bridge.ts'
import { stopIfAsked, type Work } from './book-copy.ts'
import { examine } from './examine-texts.ts'
import { Collection, type Content } from './export-collection.ts'
import { exportPackage } from './export-package.ts'
import type { ExportRequest, Plan } from './export-plan.ts'
import type { ExportWords } from './export-words.ts'
import type { Session } from './session.ts'

/** Who does what takes long: the worker, unless a test stands in for it. */
export interface Collectors {
  readonly examineTexts: typeof examineTexts
  readonly packStored: typeof packStored
}

export interface Collected extends Content {
  /** For an exact merge; only in a file of everything, for it holds everything. */
  readonly state?: Result<Uint8Array>
}

/** Gathering the texts and looking through them come before the rows, by their share of the time. */
const GATHERING = 0.2
const LOOKING = 0.7

/**
 * All rows of one moment: when the workbook changes meanwhile (another tab), everything is collected again, for half of
 * the file from before and half from after a change would be neither.
 */
export async function collect(
  session: Session,
  plan: Plan,
  request: ExportRequest,
  words: ExportWords,
  work: Work,
  by?: Collectors,
): Promise<Result<Collected>> {
  for (;;) {
    let moved = false
    const stop = session.subscribe((event) => (moved ||= event.type === 'changed'))
    try {
      const outdated = () => moved
      const gathered = await gather(session, plan, request, words, sharing(work, 0, GATHERING), outdated)
      if (gathered === null) continue
      const looking = sharing(work, GATHERING, LOOKING)
      const examiner = await examine(session.book, plan.audience, gathered, looking, by)
      if (!examiner.ok) return examiner
      const collection = new Collection(session, plan, request, words, examiner.value)
      const content = moved ? null : await collection.collect(sharing(work, LOOKING, 1), outdated)
      if (content === null) continue
      const { signal } = work
      const around = { sheets: plan.tables.map((table) => madeSheet(table)), locale: words.locale }
      const state = plan.complete ? await exportPackage(session, around, { signal }, by) : undefined
      stopIfAsked(work)
      if (!moved) return ok(state ? { ...content, state } : content)
    } finally {
      stop()
    }
  }
}

/** Every text that has to be looked through on its way out; null when the workbook has changed on the way. */
async function gather(
  session: Session,
  plan: Plan,
  request: ExportRequest,
  words: ExportWords,
  work: Work,
  outdated: () => boolean,
): Promise<TextGatherer | null> {
  const gatherer = new TextGatherer()
  if (plan.audience === 'whole') return gatherer
  const collection = new Collection(session, plan, request, words, gatherer)
  return (await collection.gather(work, outdated)) ? gatherer : null
}

/** A stretch of the whole time. */
export const sharing = ({ signal, onProgress }: Work, from: number, to: number): Work => ({
  signal,
  onProgress: onProgress && ((share) => onProgress(from + share * (to - from))),
})
