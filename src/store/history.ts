import type { Database } from './db.ts'
import type { LogRecord, PastRecord } from './log.ts'
import { numberOfPast, readPast } from './past.ts'
import { readLog } from './read-log.ts'

const PIECE = 200

/**
 * All that is known of who changed what, newest first: the log up to `last` in its own order, and in between, by their
 * computers' clocks, the changes other copies' backups have told of. Those have numbers below zero: names for the screen,
 * under which no log can be asked.
 */
export async function* history(
  database: Database,
  workbook: string,
  last: number,
): AsyncGenerator<LogRecord, void, void> {
  const [own, past] = [ownRecords(database, workbook, last), pastRecords(database, workbook)]
  let [mine, theirs] = await Promise.all([own.next(), past.next()])
  while (!mine.done || !theirs.done)
    if (theirs.done || (!mine.done && mine.value.at >= theirs.value.at)) {
      yield mine.value as LogRecord
      mine = await own.next()
    } else {
      yield { ...theirs.value, n: numberOfPast(theirs.value) }
      theirs = await past.next()
    }
}

async function* ownRecords(
  database: Database,
  workbook: string,
  last: number,
): AsyncGenerator<LogRecord, void, void> {
  for (let to = last; to > 0; to -= PIECE)
    yield* (await readLog(database, workbook, Math.max(1, to - PIECE + 1), to)).reverse()
}

async function* pastRecords(database: Database, workbook: string): AsyncGenerator<PastRecord, void, void> {
  for (let before: PastRecord | null = null; ;) {
    const records: PastRecord[] = await readPast(database, workbook, before, PIECE)
    yield* records
    before = records[records.length - 1] ?? null
    if (records.length < PIECE) return
  }
}
