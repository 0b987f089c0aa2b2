import type { BackupFacts } from '../exchange/backup-facts.ts'
import type { PasswordKey } from '../exchange/backup-key.ts'
import type { CarriedFile } from '../exchange/sheet-data.ts'
import type { Result } from '../shared/result.ts'
import type { BackupPart } from '../sync/backup-part.ts'

/** A password, a key that a password has come to before, or null for a file that anybody can open. */
export type BackupLock = { readonly password: string } | PasswordKey | null

export interface BackupOrder {
  /** The workbook as it is stored, by its id. */
  readonly workbook: string
  readonly lock: BackupLock
  readonly madeAt: string
  readonly by: string
  /** What somebody has begun to enter and not finished, or null. */
  readonly draft: unknown
}

export interface MadeBackup {
  readonly bytes: Uint8Array
  /** SHA-256 of the file. */
  readonly hash: string
  readonly facts: BackupFacts
  /** Number of the last change that is in it. */
  readonly last: number
}

export interface OpenedBackup {
  readonly facts: BackupFacts
  readonly hash: string
  /** The mergeable state, to be decoded. */
  readonly state: Uint8Array
  readonly history: Uint8Array
  readonly draft: unknown
  /** The attachments, as their hashes say. */
  readonly files: readonly CarriedFile[]
  /** Hashes of attachments whose bytes are not whole any more. */
  readonly damagedFiles: readonly string[]
  /** All that this version does not know, to be kept and passed on. */
  readonly others: readonly BackupPart[]
}

/** What a restored backup holds beside the state, for the workbook it was restored into. */
export interface BackupBeside {
  readonly workbook: string
  readonly history: Uint8Array
  readonly others: readonly BackupPart[]
}

/** What the page asks of the worker that makes and opens backups. */
export type BackupRequest =
  | { readonly is: 'make'; readonly order: BackupOrder }
  | { readonly is: 'open'; readonly bytes: Uint8Array; readonly password?: string }
  | { readonly is: 'keep'; readonly beside: BackupBeside }

/** What it answers to each. */
export interface BackupAnswers {
  readonly make: MadeBackup
  readonly open: OpenedBackup
  /** Changes that were not in the history yet. */
  readonly keep: number
}
export type BackupAnswer = Result<BackupAnswers[keyof BackupAnswers]>
