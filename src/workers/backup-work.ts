import { openWhatIsWhole, readBackupHeader, sealBackup } from '../exchange/backup-file.ts'
import { readFacts, type BackedUpFiles, type BackupFacts } from '../exchange/backup-facts.ts'
import { passwordKey, type PasswordKey } from '../exchange/backup-key.ts'
import { packParts, unpackParts } from '../exchange/backup-parts.ts'
import type { CarriedFile } from '../exchange/sheet-data.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { sha256Text } from '../shared/sha-256.ts'
import type { Database } from '../store/db.ts'
import { problemOf, Refusal } from '../store/failure.ts'
import { KeptFiles } from '../store/kept-files.ts'
import type { HistoryRecord } from '../store/log.ts'
import { keepOtherParts, otherParts } from '../store/other-parts.ts'
import { keepPast, readHistory } from '../store/past.ts'
import { readState } from '../store/read-state.ts'
import type { BackupPart } from '../sync/backup-part.ts'
import { encode } from '../sync/package.ts'
import { Malformed, PackageReader } from '../sync/package-reader.ts'
import type { BackupBeside, BackupLock, BackupOrder, MadeBackup, OpenedBackup } from './backup-messages.ts'

/** 0 … 1. */
export type OnProgress = (share: number) => void

/** Parts by their names; anything else is passed on as it is. */
const FACTS = 'facts'
const STATE = 'state'
const HISTORY = 'history'
const DRAFT = 'draft'
/** Followed by the file's SHA-256. Small pictures do not go along: they are drawn anew by whoever looks. */
const FILE = 'file/'

/** Attachments in one backup, so that an old computer has the memory to make it and to read it again. */
const MOST_FILES = 512 * 1024 * 1024

/** Everything that is stored of a workbook, as one file. */
export async function makeBackup(
  database: Database,
  order: BackupOrder,
  onProgress: OnProgress = () => {},
): Promise<Result<MadeBackup>> {
  try {
    const { workbook } = order
    const info = await database.workbooks.get(workbook)
    if (!info) throw new Refusal('store.emptied')
    const { state, last } = await readState(database, workbook)
    onProgress(0.2)
    const history: HistoryRecord[] = []
    for await (const piece of readHistory(database, workbook, last)) history.push(...piece)
    onProgress(0.3)
    const { parts: files, ...carried } = await fileParts(new KeptFiles(database, workbook, () => null))
    onProgress(0.4)
    const packaged = { id: workbook, kind: info.kind, name: info.name }
    const facts: BackupFacts = {
      madeAt: order.madeAt,
      by: order.by,
      workbook: packaged,
      rows: [...state.tables.values()].reduce((sum, { ids }) => sum + ids.length, 0),
      changes: history.length,
      files: carried,
    }
    const content = await packParts(
      [
        json(FACTS, facts),
        { name: STATE, bytes: encode({ workbook: packaged, state }) },
        json(HISTORY, history),
        json(DRAFT, order.draft),
        ...(await otherParts(database, workbook)),
        // Last: a backup that is damaged somewhere is then most likely damaged in a photo, and the rest can be had.
        ...files,
      ],
      (share) => onProgress(0.4 + share * 0.3),
    )
    const key = await keyOf(order.lock)
    const bytes = await sealBackup(content, key, (share) => onProgress(0.7 + share * 0.3))
    return ok({ bytes, hash: await sha256Text(bytes), facts, last })
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/**
 * All files that are kept, also those whose rows have been deleted: the history goes along, and a deletion can be undone
 * after the restoring as before it. What is not as its hash says, or does not fit, is counted.
 */
async function fileParts(
  kept: KeptFiles,
): Promise<BackedUpFiles & { readonly parts: readonly BackupPart[] }> {
  const parts: BackupPart[] = []
  let [size, leftOut] = [0, 0]
  for (const { hash, type } of await kept.all()) {
    const bytes = await kept.bytes(hash)
    if (bytes === null || size + bytes.length > MOST_FILES || (await sha256Text(bytes)) !== hash) leftOut++
    else {
      parts.push({ name: FILE + hash, type, bytes })
      size += bytes.length
    }
  }
  return { parts, count: parts.length, size, leftOut }
}

const keyOf = async (lock: BackupLock): Promise<PasswordKey | null> =>
  lock === null ? null : 'password' in lock ? passwordKey(lock.password) : lock

/** Reads a backup, whatever its bytes are. Without the password it needs it answers `file.password`. */
export async function readBackup(
  bytes: Uint8Array,
  password?: string,
  onProgress: OnProgress = () => {},
): Promise<Result<OpenedBackup>> {
  const header = await readBackupHeader(bytes)
  if (!header.ok) return header
  const { lock } = header.value
  if (lock && password === undefined) return fail('file.password')
  const key = lock && (await passwordKey(password!, lock))
  const opened = await openWhatIsWhole(bytes, header.value, key, (share) => onProgress(share * 0.6))
  if (!opened.ok) return opened
  const { content, damagedAt } = opened.value
  const damagedFiles: string[] = []
  const parts = await unpackParts(
    content,
    (share) => onProgress(0.6 + share * 0.4),
    (name) => isFile(name) && damagedFiles.push(hashOf(name)) > 0,
  )
  // Where the file is damaged says more than which part of it lies there.
  if (!parts.ok) return damagedAt === null ? parts : fail('package.damaged', { where: damagedAt })
  try {
    return ok({ ...contentOf(parts.value), damagedFiles, hash: await sha256Text(bytes) })
  } catch (error) {
    if (error instanceof Malformed) return fail('package.malformed', { where: error.message })
    throw error
  }
}

const isFile = (name: string) => /^file\/[0-9a-f]{64}$/.test(name)
const hashOf = (name: string) => name.slice(FILE.length)

function contentOf(parts: readonly BackupPart[]): Omit<OpenedBackup, 'hash' | 'damagedFiles'> {
  const known = new Map<string, Uint8Array>()
  const files: CarriedFile[] = []
  const others: BackupPart[] = []
  for (const part of parts)
    if (isFile(part.name)) files.push({ hash: hashOf(part.name), bytes: part.bytes })
    else if (![FACTS, STATE, HISTORY, DRAFT].includes(part.name)) others.push(part)
    else if (known.has(part.name)) throw new Malformed(`/${part.name}`)
    else known.set(part.name, part.bytes)
  const bytesOf = (name: string) => {
    const bytes = known.get(name)
    if (!bytes) throw new Malformed(`/${name}`)
    return bytes
  }
  return {
    facts: readFacts(new PackageReader(parsed(bytesOf(FACTS), FACTS))),
    state: bytesOf(STATE),
    history: bytesOf(HISTORY),
    draft: known.has(DRAFT) ? parsed(bytesOf(DRAFT), DRAFT) : null,
    files,
    others,
  }
}

/** Keeps the history and the unknown parts of a backup that was merged; answers how many changes were not known yet. */
export async function keepBackup(
  database: Database,
  { workbook, history, others }: BackupBeside,
): Promise<Result<number>> {
  try {
    const records = parsed(history, HISTORY)
    if (!Array.isArray(records)) throw new Malformed(`/${HISTORY}`)
    await keepOtherParts(database, workbook, others)
    return ok(await keepPast(database, workbook, records))
  } catch (error) {
    if (error instanceof Malformed) return fail('package.malformed', { where: error.message })
    return { ok: false, problem: problemOf(error) }
  }
}

const json = (name: string, value: unknown): BackupPart => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(value ?? null)),
})

function parsed(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Malformed(`/${name}`)
  }
}
