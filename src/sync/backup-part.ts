/**
 * One thing in a backup. Names a version does not know are kept and passed on by it, so a part keeps its name and its
 * meaning for ever.
 */
export interface BackupPart {
  readonly name: string
  /** Media type, where it matters. */
  readonly type?: string
  readonly bytes: Uint8Array
}
