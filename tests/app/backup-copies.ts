import { IDBKeyRange } from 'fake-indexeddb'
import type { BackupMaker } from '../../src/app/backup.ts'
import type { Folder, FolderFile } from '../../src/app/folder.ts'
import { Database } from '../../src/store/db.ts'
import type { BackupWork } from '../../src/workers/backup-bridge.ts'
import { keepBackup, makeBackup, readBackup } from '../../src/workers/backup-work.ts'
import type { Computer } from './exchange-copies.ts'

/** What the worker does, done here, on the computer's own database. */
export function workOn({ profile }: Computer): BackupWork {
  const withDatabase = async <T>(task: (database: Database) => Promise<T>): Promise<T> => {
    const database = new Database(profile.factory, IDBKeyRange)
    await database.open()
    return task(database).finally(() => database.close())
  }
  return {
    make: (order, job) => withDatabase((database) => makeBackup(database, order, job?.onProgress)),
    open: (bytes, password, job) => readBackup(bytes, password, job?.onProgress),
    keep: (beside) => withDatabase((database) => keepBackup(database, beside)),
  }
}

export const makerOn = (computer: Computer, now = () => new Date(2027, 2, 10, 9)): BackupMaker => ({
  settings: { current: { person: computer.person }, draft: () => null } as unknown as BackupMaker['settings'],
  now,
  work: workOn(computer),
})

/** A folder on a disk that can be told to fail as disks do. */
export class MemoryFolder implements Folder {
  readonly name = '备份'
  readonly files = new Map<string, Uint8Array>()
  permission: PermissionState = 'granted'
  /** Thrown by what is named, until it is set back to null. */
  failing: { readonly at: 'create' | 'write' | 'close' | 'read' | 'remove'; readonly error: string } | null =
    null
  /** Changes what is written, as a worn-out stick does. */
  spoil = false

  private fail(at: NonNullable<MemoryFolder['failing']>['at']): void {
    if (this.failing?.at === at) throw new DOMException('', this.failing.error)
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<FolderFile> {
    if (create) this.fail('create')
    if (!this.files.has(name) && !create) throw new DOMException('', 'NotFoundError')
    if (create && !this.files.has(name)) this.files.set(name, new Uint8Array())
    let written = new Uint8Array()
    return {
      createWritable: async () => ({
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          this.fail('write')
          written = bytes.slice()
        },
        close: async () => {
          this.fail('close')
          if (this.spoil) written[written.length >> 1]! ^= 1
          this.files.set(name, written)
        },
        abort: async () => {},
      }),
      getFile: async () => {
        this.fail('read')
        return { arrayBuffer: async () => this.files.get(name)!.slice().buffer as ArrayBuffer }
      },
    }
  }

  async removeEntry(name: string): Promise<void> {
    this.fail('remove')
    if (!this.files.delete(name)) throw new DOMException('', 'NotFoundError')
  }

  async queryPermission(): Promise<PermissionState> {
    return this.permission
  }

  async requestPermission(): Promise<PermissionState> {
    this.permission = 'granted'
    return 'granted'
  }
}
