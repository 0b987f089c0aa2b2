import type { BackupPart } from '../sync/backup-part.ts'
import { metaForWriting, writing, type Database } from './db.ts'
import { backupPartsKey } from './workbook-settings.ts'

/** Parts that came with restored backups of newer versions, to go into every backup made here. */
export async function otherParts(database: Database, workbook: string): Promise<readonly BackupPart[]> {
  const value = (await database.settings.get(backupPartsKey(workbook)))?.value
  return Array.isArray(value) ? (value as BackupPart[]) : []
}

/** Two parts of one name and different content are both kept: which is right only a newer version can say. */
export async function keepOtherParts(
  database: Database,
  workbook: string,
  parts: readonly BackupPart[],
): Promise<void> {
  if (parts.length === 0) return
  await writing(database, [database.meta, database.settings], async () => {
    await metaForWriting(database, workbook)
    const kept = await otherParts(database, workbook)
    const fresh = parts.filter((part) => !kept.some((each) => samePart(each, part)))
    if (fresh.length > 0)
      await database.settings.put({ key: backupPartsKey(workbook), value: [...kept, ...fresh] })
  })
}

const samePart = (a: BackupPart, b: BackupPart): boolean =>
  a.name === b.name && a.bytes.length === b.bytes.length && a.bytes.every((byte, i) => byte === b.bytes[i])
