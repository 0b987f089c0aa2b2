import { metaForWriting, writing, type Database } from './db.ts'
import { historyRecord, isRecord, type HistoryRecord, type PastRecord } from './log.ts'
import { chain } from './marker.ts'
import { readLog } from './read-log.ts'

const PIECE = 1000

/** The log and what is kept of other copies', in pieces. `last` leaves out what was written since. */
export async function* readHistory(
  database: Database,
  workbook: string,
  last: number,
): AsyncGenerator<HistoryRecord[]> {
  for (let from = 1; from <= last; from += PIECE)
    yield (await readLog(database, workbook, from, Math.min(last, from + PIECE - 1))).map(historyRecord)
  for (let before: PastRecord | null = null; ;) {
    const records = await readPast(database, workbook, before, PIECE)
    if (records.length > 0) yield records.map(historyRecord)
    if (records.length < PIECE) return
    before = records[records.length - 1]!
  }
}

/** Records of other copies, the newest by their own clocks first, from behind `before` on. */
export async function readPast(
  database: Database,
  workbook: string,
  before: Pick<PastRecord, 'at' | 'id'> | null,
  limit: number,
): Promise<PastRecord[]> {
  const upper = before ? [workbook, before.at, before.id] : [workbook, []]
  return database.past
    .where('[workbook+at+id]')
    .between([workbook], upper, true, false)
    .reverse()
    .limit(limit)
    .toArray()
}

/**
 * Keeps records out of a backup, all or none; answers how many were new. Those that are this copy's own, and those that
 * are kept already, are left out. What is no record is left out too: history is worth keeping in part.
 */
export async function keepPast(
  database: Database,
  workbook: string,
  records: readonly unknown[],
): Promise<number> {
  const { past, meta } = database
  const found = new Map<string, PastRecord>()
  for (const record of records) {
    if (!isRecord(record) || typeof record.at !== 'string' || typeof record.by !== 'string') continue
    const kept = historyRecord(record)
    const id = idOf(kept)
    found.set(id, { ...kept, workbook, id })
  }
  const last = (await meta.get(workbook))?.last ?? 0
  for (let from = 1; from <= last; from += PIECE)
    for (const record of await readLog(database, workbook, from, Math.min(last, from + PIECE - 1)))
      found.delete(idOf(record))
  const all = [...found.values()]
  return writing(database, [meta, past], async () => {
    await metaForWriting(database, workbook)
    const known = await past.bulkGet(all.map(({ id }) => [workbook, id] as [string, string]))
    const fresh = all.filter((_, at) => known[at] === undefined)
    await past.bulkPut(fresh)
    return fresh.length
  })
}

const idOf = (record: HistoryRecord): string => chain('', record)

/** A number that no record of this copy's log has, and no other kept one either. */
export const numberOfPast = ({ id }: PastRecord): number => -parseInt(id.slice(0, 13), 16)
