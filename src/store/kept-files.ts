import { addDays } from '../shared/local-date.ts'
import { ok, type Problem, type Result } from '../shared/result.ts'
import { metaForWriting, writing, type BytesRecord, type Database, type FileRecord } from './db.ts'
import { problemOf, Refusal } from './failure.ts'

export type { FileRecord }

/** A file that no row names any more is kept so long: the row's deletion can be undone, here or by a merge. */
export const KEPT_DAYS = 30

export interface NewFile {
  readonly hash: string
  readonly type: string
  readonly bytes: Uint8Array
  /** A small JPEG to show in lists. */
  readonly thumbnail?: Uint8Array
}

/**
 * The files of one workbook, by the hash of their content, apart from the rows that name them: editing or deleting a
 * row never touches a file, and a file is on the disk before the first row names it. They are no part of the log;
 * whether a copy has the bytes is its own affair and merges do not speak of it.
 */
export class KeptFiles {
  constructor(
    private readonly database: Database,
    private readonly workbook: string,
    /** Why nothing may be written in this tab any more, or null. */
    private readonly barred: () => Problem | null,
  ) {}

  /** Keeps files, durably, all or none. One that is there already stays as it is. */
  keep(given: readonly NewFile[]): Promise<Result<void>> {
    const { files, contents, thumbnails } = this.database
    return this.attempt([files, contents, thumbnails], async () => {
      for (const { hash, type, bytes, thumbnail } of given) {
        const key = { workbook: this.workbook, hash }
        if ((await files.get([this.workbook, hash])) === undefined) {
          await files.add({ ...key, type, size: bytes.length })
          await contents.put({ ...key, bytes })
        }
        if (thumbnail) await thumbnails.put({ ...key, bytes: thumbnail })
      }
    })
  }

  /** A small picture made later, of a file that came without one. */
  keepThumbnail(hash: string, bytes: Uint8Array): Promise<Result<void>> {
    return this.attempt([this.database.thumbnails], async () => {
      await this.database.thumbnails.put({ workbook: this.workbook, hash, bytes })
    })
  }

  async bytes(hash: string): Promise<Uint8Array | null> {
    return bytesOf(await this.database.contents.get([this.workbook, hash]))
  }

  async thumbnail(hash: string): Promise<Uint8Array | null> {
    return bytesOf(await this.database.thumbnails.get([this.workbook, hash]))
  }

  /** All files that are here, without their bytes. */
  async all(): Promise<FileRecord[]> {
    return this.database.files.where(':id').between([this.workbook], [this.workbook, []]).toArray()
  }

  /**
   * Notes since when files are in nobody's use, by what is in use now, and returns all files. `today` is a local date.
   * A deletion that was undone meanwhile starts anew.
   */
  async notice(used: ReadonlySet<string>, today: string): Promise<Result<FileRecord[]>> {
    const { files } = this.database
    return this.attempt([files], async () => {
      const all = await this.all()
      const noticed = all.map(({ unusedSince, ...file }): FileRecord => {
        if (used.has(file.hash)) return file
        return { ...file, unusedSince: unusedSince ?? today }
      })
      const moved = noticed.filter((file, at) => file.unusedSince !== all[at]!.unusedSince)
      if (moved.length > 0) await files.bulkPut(moved)
      return noticed
    })
  }

  /** Gives up the files that nobody has used for `KEPT_DAYS`; only ever because a person has said so. */
  async free(used: ReadonlySet<string>, today: string): Promise<Result<readonly FileRecord[]>> {
    const { files, contents, thumbnails } = this.database
    return this.attempt([files, contents, thumbnails], async () => {
      const gone = (await this.all()).filter((file) => !used.has(file.hash) && isFree(file, today))
      const keys = gone.map(({ hash }): [string, string] => [this.workbook, hash])
      await Promise.all([files.bulkDelete(keys), contents.bulkDelete(keys), thumbnails.bulkDelete(keys)])
      return gone
    })
  }

  private async attempt<T>(
    stores: readonly Parameters<typeof writing>[1][number][],
    task: () => Promise<T>,
  ): Promise<Result<T>> {
    try {
      const barred = this.barred()
      if (barred) throw Refusal.of(barred)
      const { meta } = this.database
      return ok(
        await writing(this.database, [meta, ...stores], async () => {
          await metaForWriting(this.database, this.workbook)
          return task()
        }),
      )
    } catch (error) {
      return { ok: false, problem: this.barred() ?? problemOf(error) }
    }
  }
}

/** A damaged record is no file; everything else goes on. */
const bytesOf = (record: BytesRecord | undefined): Uint8Array | null =>
  record?.bytes instanceof Uint8Array ? record.bytes : null

export const isFree = ({ unusedSince }: FileRecord, today: string): boolean =>
  unusedSince !== undefined && addDays(unusedSince, KEPT_DAYS) <= today
