import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import { sha256Text } from '../shared/sha-256.ts'
import { MOST_CARRIED } from '../exchange/attachment-sheet.ts'
import type { CarriedFile } from '../exchange/sheet-data.ts'
import { notKept } from './attach.ts'
import { usedFiles, type NamedFile } from './attachments.ts'
import { attachmentsToCarry } from './file-storage.ts'
import type { Session } from './session.ts'

/** An attachment with its bytes, as a backup or an export takes it along. */
export interface AttachmentBytes extends CarriedFile {
  readonly name: string
  readonly type: string
}

/** The files that live rows name and this computer has, one at a time; each as its hash says, or not at all. */
export async function* attachmentBytes(session: Session): AsyncIterable<AttachmentBytes> {
  for (const { hash, name, type } of usedFiles(session.book).values()) {
    const bytes = await session.files.bytes(hash)
    if (bytes !== null && (await sha256Text(bytes)) === hash) yield { hash, name, type, bytes }
  }
}

/** All of them at once, for a workbook file, which has room for so many only. */
export async function filesForWorkbook(session: Session): Promise<Result<CarriedFile[]>> {
  const { size } = await attachmentsToCarry(session)
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  if (size > MOST_CARRIED)
    return fail('export.too-many-attachments', { have: megabytes(size), limit: megabytes(MOST_CARRIED) })
  const files: CarriedFile[] = []
  for await (const { hash, bytes } of attachmentBytes(session)) files.push({ hash, bytes })
  return ok(files)
}

export interface Arrived {
  /** Files that were not here before. */
  readonly files: number
  /** Files whose bytes are not what their hash says: left out. */
  readonly damaged: number
  /** Why the rest could not be kept; the same file brings it when it is read again. */
  readonly problem?: Problem
}

/**
 * Keeps the files that came with a merge or a backup, after the rows that name them. What no row names is left out: a
 * file must not fill somebody's disk with what nobody will ever see.
 */
export async function keepCarried(
  session: Session,
  carried: Iterable<CarriedFile> | AsyncIterable<CarriedFile>,
  named: ReadonlyMap<string, NamedFile> = usedFiles(session.book),
): Promise<Arrived> {
  const here = new Set((await session.files.all()).map(({ hash }) => hash))
  let [files, damaged] = [0, 0]
  for await (const { hash, bytes } of carried) {
    const type = named.get(hash)?.type
    if (type === undefined || here.has(hash)) continue
    if ((await sha256Text(bytes)) !== hash) {
      damaged++
      continue
    }
    const kept = await session.files.keep([{ hash, type, bytes }])
    if (!kept.ok) return { files, damaged, problem: notKept(kept.problem) }
    files++
  }
  return { files, damaged }
}
