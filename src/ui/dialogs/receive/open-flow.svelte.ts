import { openCopy, receiveApart, type OpenedCopy } from '../../../app/open-copy.ts'
import { asFile, pick, type PickedFile } from '../../../app/read-file.ts'
import type { ReceivedFile } from '../../../app/receive-file.ts'
import { recognise } from '../../../app/recognise-file.ts'
import type { Problem } from '../../../shared/result.ts'
import type { Shell } from '../../state/shell.svelte.ts'

export type OpenStep =
  | { readonly is: 'reading' | 'opening' }
  | { readonly is: 'locked'; readonly wrong: boolean }
  | { readonly is: 'refused'; readonly problem: Problem }
  /** To be agreed to; `here` when this browser has the workbook already. */
  | { readonly is: 'copy'; readonly received: ReceivedFile; readonly here: boolean }
  | { readonly is: 'done'; readonly opened: OpenedCopy; readonly inExcel: number }

/** One file given to the program as a whole, from its reading to where it belongs. Only `open` writes. */
export class OpenFlow {
  step = $state.raw<OpenStep>({ is: 'reading' })
  /** 0 … 1 of what is being done. */
  share = $state(0)
  file = $state.raw<PickedFile>({ name: '', bytes: new Uint8Array() })
  senderName = $state('')
  #work = new AbortController()

  constructor(
    private readonly shell: Shell,
    given: File | PickedFile,
  ) {
    void this.#take(given)
  }

  async #take(given: File | PickedFile): Promise<void> {
    const { signal } = this.#work
    this.file = { name: given.name, bytes: new Uint8Array() }
    const picked = given instanceof File ? await pick(given) : { ok: true as const, value: given }
    if (signal.aborted) return
    if (!picked.ok) {
      this.step = { is: 'refused', problem: picked.problem }
      return
    }
    this.file = picked.value
    await this.read()
  }

  async read(password?: string): Promise<void> {
    const work = this.#begin('reading')
    const found = await recognise(this.file, password, work)
    if (work.signal.aborted) return
    switch (found.is) {
      case 'locked':
      case 'refused':
        this.step = found
        return
      case 'backup':
        return this.#leave(() => (this.shell.restoring = { file: asFile(this.file) }))
      case 'rows':
        return this.#leave(() => (this.shell.founding = { file: asFile(found.file) }))
      case 'tasks': {
        const { desk } = this.shell
        if (!desk) {
          this.step = { is: 'refused', problem: { code: 'tasks.open-school-first' } }
          return
        }
        return this.#leave(() => {
          this.shell.choosing = false
          desk.openTasks(found.file)
        })
      }
      case 'copy':
        this.file = found.file
        return this.#receive(work)
    }
  }

  async #receive(work: ReturnType<OpenFlow['working']>): Promise<void> {
    const received = await receiveApart(this.file, work)
    if (work.signal.aborted) return
    if (!received.ok) {
      this.step = { is: 'refused', problem: received.problem }
      return
    }
    await this.shell.list()
    const { id } = received.value.workbook
    const here = this.shell.workbooks.some((each) => each.id === id)
    this.step = { is: 'copy', received: received.value, here }
  }

  async open(): Promise<void> {
    if (this.step.is !== 'copy') return
    const { received, here } = this.step
    this.step = { is: 'opening' }
    this.share = 0
    this.shell.desk?.commit()
    if (here) {
      const session = await this.shell.open(received.workbook.id)
      if (session) this.review()
      else this.step = { is: 'refused', problem: this.shell.problem! }
      return
    }
    const name = this.senderName.trim()
    const opened = await openCopy(this.shell.books, received, name === '' ? {} : { name }, {
      onProgress: (share) => (this.share = share),
    })
    void this.shell.list()
    if (!opened.ok) {
      this.step = { is: 'refused', problem: opened.problem }
      return
    }
    void this.shell.askToKeep()
    const { edits, added, deleted } = received.returned
    this.step = { is: 'done', opened: opened.value, inExcel: edits.length + added.length + deleted.length }
  }

  /** Goes on in the dialog that merges, and asks about what was done in Excel. */
  review(): void {
    this.#leave(() => {
      this.shell.choosing = false
      this.shell.desk?.openReceived(this.file)
    })
  }

  finish(): void {
    this.#leave(() => (this.shell.choosing = false))
  }

  close(): void {
    this.#work.abort()
  }

  #leave(to: () => void): void {
    this.shell.opening = null
    to()
  }

  #begin(is: 'reading'): ReturnType<OpenFlow['working']> {
    this.#work.abort()
    this.#work = new AbortController()
    this.share = 0
    this.step = { is }
    return this.working()
  }

  private working() {
    return { signal: this.#work.signal, onProgress: (share: number) => void (this.share = share) }
  }
}
