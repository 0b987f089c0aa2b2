import { Stopped, turn } from '../../../app/book-copy.ts'
import { applyImport, previewImportInPieces, type ImportPlan } from '../../../app/import-file.ts'
import { pick, read, type Encoding, type FileRead, type PickedFile } from '../../../app/read-file.ts'
import { isOurs } from '../../../app/receive-file.ts'
import type { Session } from '../../../app/session.ts'
import type { Problem } from '../../../shared/result.ts'

export type FileContent = Extract<FileRead, { is: 'read' }>['file']

export type ImportStep =
  | { readonly is: 'choose' | 'reading' | 'planning' | 'preview' | 'applying' }
  | { readonly is: 'locked'; readonly wrong: boolean }
  | { readonly is: 'refused'; readonly problem: Problem; readonly warnings: readonly Problem[] }
  | { readonly is: 'done'; readonly plan: ImportPlan; readonly undone: boolean }

/** Which table a sheet goes to: found by its headings, left out, or the one somebody chose. */
export type SheetChoice = string | null | undefined

/** One import from the choice of a file to its result. Only `accept` writes; whatever ends before has changed nothing. */
export class ImportFlow {
  step = $state.raw<ImportStep>({ is: 'choose' })
  /** 0 … 1 of what is being done. */
  share = $state(0)
  file = $state.raw<PickedFile | null>(null)
  content = $state.raw<FileContent | null>(null)
  plan = $state.raw<ImportPlan | null>(null)
  bySheet = $state.raw<readonly SheetChoice[]>([])
  keepInvalid = $state(false)
  clearEmpty = $state(false)
  #password: string | undefined
  #encoding: Encoding | undefined
  #work = new AbortController()

  readonly #unsubscribe: () => void

  constructor(
    private readonly session: Session,
    /** A file of ours is not imported row by row: it goes on elsewhere, to be merged. */
    private readonly onours: (file: PickedFile, password?: string) => void,
  ) {
    // What another tab has changed meanwhile may be what this import would change: the preview must not be of yesterday.
    this.#unsubscribe = session.subscribe((event) => {
      if (event.type === 'changed' && this.step.is === 'preview') void this.preview()
    })
  }

  async take(file: File): Promise<void> {
    const work = this.#begin('reading')
    const picked = await pick(file)
    if (work.signal.aborted) return
    if (picked.ok) return this.open(picked.value)
    this.file = { name: file.name, bytes: new Uint8Array() }
    this.step = { is: 'refused', problem: picked.problem, warnings: [] }
  }

  async open(file: PickedFile): Promise<void> {
    const { signal } = this.#begin('reading')
    this.file = file
    this.bySheet = []
    this.#password = this.#encoding = undefined
    const ours = await isOurs(file)
    if (signal.aborted) return
    if (ours) return this.onours(file)
    await this.#read()
  }

  unlock(password: string): Promise<void> {
    this.#password = password
    return this.#read()
  }

  decodeAs(encoding: Encoding): Promise<void> {
    this.#encoding = encoding
    return this.#read()
  }

  choose(sheet: number, choice: SheetChoice): Promise<void> {
    const bySheet = this.content!.sheets.map((_, at) => this.bySheet[at])
    bySheet[sheet] = choice
    this.bySheet = bySheet
    return this.preview()
  }

  /** Ends whatever is being done; what was read stays on show. */
  stop(): void {
    this.#work.abort()
    this.step = { is: this.plan ? 'preview' : 'choose' }
  }

  close(): void {
    this.#work.abort()
    this.#unsubscribe()
  }

  startAgain(): void {
    this.#work.abort()
    this.file = this.content = this.plan = null
    this.step = { is: 'choose' }
  }

  #begin(is: 'reading' | 'planning'): AbortController {
    this.#work.abort()
    this.#work = new AbortController()
    this.share = 0
    this.step = { is }
    return this.#work
  }

  async #read(): Promise<void> {
    const { signal } = this.#begin('reading')
    this.content = this.plan = null
    const options = { password: this.#password, encoding: this.#encoding }
    const result = await read(this.file!, options, { signal, onProgress: (share) => (this.share = share) })
    if (signal.aborted) return
    if (result.is !== 'read') {
      this.step = result
      return
    }
    // Behind a password nobody could see it before.
    if (result.file.state !== undefined) return this.onours(this.file!, this.#password)
    this.content = result.file
    await this.preview()
  }

  async preview(): Promise<void> {
    const { signal } = this.#begin('planning')
    const { keepInvalid, clearEmpty, bySheet } = this
    try {
      const plan = await previewImportInPieces(
        this.session,
        this.content!.sheets,
        { keepInvalid, clearEmpty, bySheet },
        { signal, onProgress: (share) => (this.share = share) },
      )
      if (signal.aborted) return
      this.plan = plan
      this.step = { is: 'preview' }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
    }
  }

  async accept(): Promise<void> {
    const { plan, file } = this
    if (!plan || !file || this.step.is !== 'preview') return
    this.step = { is: 'applying' }
    // Said before it is done: for a large file the page is still for a moment.
    await painted()
    applyImport(this.session, plan, file.name)
    await this.session.settled()
    this.step = { is: 'done', plan, undone: false }
  }

  async undo(): Promise<void> {
    if (this.step.is !== 'done') return
    const { plan } = this.step
    await this.session.undo()
    this.step = { is: 'done', plan, undone: true }
  }
}

const painted = async (): Promise<void> => {
  await new Promise((done) => requestAnimationFrame(done))
  await turn()
}
