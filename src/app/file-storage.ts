import { dateOf } from '../shared/local-date.ts'
import { ok, type Result } from '../shared/result.ts'
import { isFree, KEPT_DAYS, type FileRecord } from '../store/kept-files.ts'
import { usedFiles } from './attachments.ts'
import type { Session } from './session.ts'

export { KEPT_DAYS }

export interface Amount {
  readonly count: number
  /** Bytes. */
  readonly size: number
}

const amountOf = (files: readonly { readonly size: number }[]): Amount => ({
  count: files.length,
  size: files.reduce((sum, { size }) => sum + size, 0),
})

export interface Carriable extends Amount {
  /** Files that rows name and this computer does not have: they cannot go along. */
  readonly elsewhere: number
}

export const NOTHING_TO_CARRY: Carriable = { count: 0, size: 0, elsewhere: 0 }

/** What would go along in a file that carries the attachments. */
export async function attachmentsToCarry(session: Session): Promise<Carriable> {
  const used = usedFiles(session.book)
  const here = (await session.files.all()).filter(({ hash }) => used.has(hash))
  return { ...amountOf(here), elsewhere: used.size - here.length }
}

export interface FileStorage {
  readonly used: Amount
  /** In nobody's use, but not long enough to be freed. */
  readonly waiting: Amount
  readonly free: Amount
}

/** What the kept files take; also notes since when the unused ones are unused. */
export async function fileStorage(session: Session): Promise<Result<FileStorage>> {
  const used = new Set(usedFiles(session.book).keys())
  const today = dateOf(session.now)
  const noticed = await session.files.notice(used, today)
  if (!noticed.ok) return noticed
  const those = (fits: (file: FileRecord) => boolean) => amountOf(noticed.value.filter(fits))
  const isUsed = ({ unusedSince }: FileRecord) => unusedSince === undefined
  return ok({
    used: those(isUsed),
    free: those((file) => isFree(file, today)),
    waiting: those((file) => !isUsed(file) && !isFree(file, today)),
  })
}

/** Gives up what has been in nobody's use for `KEPT_DAYS`. */
export async function freeFiles(session: Session): Promise<Result<Amount>> {
  const used = new Set(usedFiles(session.book).keys())
  const freed = await session.files.free(used, dateOf(session.now))
  return freed.ok ? ok(amountOf(freed.value)) : freed
}
