import { mergePackage } from '../../src/app/merge-package.ts'
import { exportPackage } from '../../src/app/export-package.ts'
import { Workbooks, type WorkbookKind } from '../../src/app/workbooks.ts'
import type { Session } from '../../src/app/session.ts'
import { openPackage } from '../../src/exchange/received-file.ts'
import type { Result } from '../../src/shared/result.ts'
import type { Package } from '../../src/sync/package.ts'
import { stateText } from '../../src/engine/state-text.ts'
import type { Store } from '../../src/store/open-store.ts'
import { Profile } from '../store/browser.ts'
import { value } from './value.ts'
import { workerBeside } from './worker-beside.ts'

export { value }

/** What is in a file of ours: bare, or an .xlsx. */
export async function readPackage(file: Uint8Array, password?: string): Promise<Result<Package>> {
  const opened = await openPackage(file, 'a.xlsx', { password })
  return opened.ok ? { ok: true, value: opened.value.content } : opened
}

/** One computer with its browser profile, as far as exchanging files goes. */
export class Computer {
  private store!: Store
  books!: Workbooks

  private constructor(
    readonly person: string,
    readonly profile: Profile,
  ) {}

  static async start(person: string, profile = new Profile()): Promise<Computer> {
    const computer = new Computer(person, profile)
    await computer.begin()
    return computer
  }

  private async begin(): Promise<void> {
    let ids = 0
    const run = Math.random().toString(36).slice(2)
    this.store = await this.profile.tab({ newId: () => `#${this.person}${run}${++ids}` })
    this.books = new Workbooks(this.store, { person: () => this.person, now: () => new Date(2027, 2, 10, 9) })
  }

  get session(): Session {
    return this.books.current!
  }

  async create(kind: WorkbookKind = 'school'): Promise<void> {
    value(await this.books.create({ kind, name: '实验小学' }))
  }

  async restart(): Promise<void> {
    const { id } = this.session.info
    await this.books.close()
    await this.store.close()
    await this.begin()
    value(await this.books.open(id))
  }

  async export(): Promise<Uint8Array> {
    return value(
      await exportPackage(
        this.session,
        undefined,
        {},
        workerBeside(() => this.session),
      ),
    )
  }

  async merge(file: Uint8Array) {
    const read = value(await readPackage(file))
    if (!this.books.current) value(await this.books.openPackaged(read.workbook))
    return value(await mergePackage(this.session, read, { now: '2027-03-10T09:00:00.000Z' }))
  }

  text(): string {
    return stateText(this.session.book)
  }
}
