import { Stopped, turn } from '../../../app/book-copy.ts'
import type { DeviceSettings } from '../../../app/device-settings.ts'
import {
  applyImport,
  isSure,
  previewImportInPieces,
  rowName,
  withoutRows,
  type ImportPlan,
  type SheetChoice,
  type SheetPlan,
  type Strategy,
} from '../../../app/import-file.ts'
import {
  pick,
  read,
  type Encoding,
  type FileRead,
  type PickedFile,
  type Separator,
} from '../../../app/read-file.ts'
import { isOurs } from '../../../app/receive-file.ts'
import { isBackup, isTaskFile } from '../../../app/recognise-file.ts'
import type { Session } from '../../../app/session.ts'
import type { Problem } from '../../../shared/result.ts'
import { ImportMemory } from './import-memory.ts'

export type FileContent = Extract<FileRead, { is: 'read' }>['file']

/** The three screens of a file that was read; a person may go to any of them. */
export const STAGES = ['sheet', 'columns', 'preview'] as const
export type Stage = (typeof STAGES)[number]

export type ImportStep =
  | { readonly is: 'choose' | 'reading' | 'planning' | 'planned' | 'applying' }
  | { readonly is: 'locked'; readonly wrong: boolean }
  | { readonly is: 'refused'; readonly problem: Problem; readonly warnings: readonly Problem[] }
  | { readonly is: 'done'; readonly plan: ImportPlan; readonly undone: boolean }

/** One import from the choice of a file to its result. Only `accept` writes; whatever ends before has changed nothing. */
export class ImportFlow {
  step = $state.raw<ImportStep>({ is: 'choose' })
  stage = $state<Stage>('preview')
  /** 0 … 1 of what is being done. */
  share = $state(0)
  file = $state.raw<PickedFile | null>(null)
  /** Why the file came here, when it was meant for something else. */
  notice = $state.raw<Problem | null>(null)
  content = $state.raw<FileContent | null>(null)
  plan = $state.raw<ImportPlan | null>(null)
  /** What was decided, sheet by sheet; null leaves a sheet out. */
  choices = $state.raw<readonly (SheetChoice | null | undefined)[]>([])
  /** Other tables of a sheet that are taken along, by where they stand among `content.sheets`: the rows of their headings. */
  along = $state.raw<ReadonlyMap<number, readonly [number, number]>>(new Map())
  strategy = $state<Strategy>('update-and-add')
  keepInvalid = $state(false)
  clearEmpty = $state(false)
  /** Rows that somebody does not want, by `rowName`. */
  unticked = $state.raw<ReadonlySet<string>>(new Set())
  readonly #memory: ImportMemory
  /** The shape of each sheet as it was found before anybody decided anything: what is remembered goes by it. */
  readonly #shapes = new Map<number, string>()
  #password: string | undefined
  #encoding: Encoding | undefined
  #separator: Separator | undefined
  #work = new AbortController()

  readonly #unsubscribe: () => void

  constructor(
    private readonly session: Session,
    settings: DeviceSettings,
    /** Files of ours are not imported row by row: they go on elsewhere, to be merged or brought back. */
    private readonly ours: {
      readonly oncopy: (file: PickedFile) => void
      readonly onbackup: (file: PickedFile) => void
      /** A school's file for its bureau: true when it was taken where reports are taken in. */
      readonly onreports: (file: PickedFile, reports: NonNullable<FileContent['reports']>) => Promise<boolean>
      readonly ontasks: (file: PickedFile) => void
    },
  ) {
    this.#memory = new ImportMemory(settings)
    // What another tab has changed meanwhile may be what this import would change: the preview must not be of yesterday.
    this.#unsubscribe = session.subscribe((event) => {
      if (event.type === 'changed' && this.step.is === 'planned') void this.preview()
    })
  }

  async take(file: File, notice: Problem | null = null): Promise<void> {
    const work = this.#begin('reading')
    const picked = await pick(file)
    if (work.signal.aborted) return
    if (picked.ok) return this.open(picked.value, notice)
    this.file = { name: file.name, bytes: new Uint8Array() }
    this.step = { is: 'refused', problem: picked.problem, warnings: [] }
  }

  async open(file: PickedFile, notice: Problem | null = null): Promise<void> {
    const { signal } = this.#begin('reading')
    this.file = file
    this.notice = notice
    this.choices = []
    this.along = new Map()
    this.strategy = 'update-and-add'
    this.unticked = new Set()
    this.#password = this.#encoding = this.#separator = undefined
    if (isBackup(file)) return this.ours.onbackup(file)
    const isCopy = await isOurs(file)
    if (signal.aborted) return
    if (isCopy) return this.ours.oncopy(file)
    const isTasks = await isTaskFile(file)
    if (signal.aborted) return
    if (isTasks) return this.ours.ontasks(file)
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

  separateBy(separator: Separator): Promise<void> {
    this.#separator = separator
    return this.#read()
  }

  /** Decides something about a sheet, and plans again; null leaves the sheet out, undefined finds everything anew. */
  choose(sheet: number, choice: SheetChoice | null | undefined): Promise<void> {
    this.#decide(sheet, choice)
    return this.preview()
  }

  /** Says what a column of the file is; the columns nobody has spoken of find their places around it. */
  place(sheet: SheetPlan, at: number, key: string | null): Promise<void> {
    const columns = new Map(this.choices[sheet.at]?.columns)
    if (key !== null) for (const [position, each] of columns) if (each === key) columns.set(position, null)
    columns.set(at, key)
    return this.choose(sheet.at, {
      ...this.choices[sheet.at],
      table: sheet.table,
      columns,
      remembered: false,
    })
  }

  /** Takes another table of a sheet along, in the same import: from here on it is as if it stood on a sheet of its own. */
  takeAlong(sheet: SheetPlan, header: readonly [number, number]): Promise<void> {
    this.#addTable(sheet, header)
    return this.preview()
  }

  /** The table begins under these rows of headings. */
  headAt(sheet: number, header: readonly [number, number] | undefined): Promise<void> {
    return this.choose(sheet, { table: this.choices[sheet]?.table, header })
  }

  keyBy(sheet: SheetPlan, key: readonly string[]): Promise<void> {
    return this.choose(sheet.at, { ...this.choices[sheet.at], key, duplicates: undefined })
  }

  settle(sheet: SheetPlan, group: string, row: number | null): Promise<void> {
    const duplicates = new Map(this.choices[sheet.at]?.duplicates)
    if (row === null) duplicates.delete(group)
    else duplicates.set(group, row)
    return this.choose(sheet.at, { ...this.choices[sheet.at], duplicates })
  }

  /** Forgets how files of this shape were imported, and finds everything anew. */
  forget(sheet: SheetPlan): Promise<void> {
    this.#memory.forget(this.#shapes.get(sheet.at) ?? sheet.shape)
    return this.choose(sheet.at, undefined)
  }

  tick(rows: readonly string[], ticked: boolean): void {
    const unticked = new Set(this.unticked)
    for (const row of rows) {
      if (ticked) unticked.delete(row)
      else unticked.add(row)
    }
    this.unticked = unticked
  }

  /** Ends whatever is being done; what was read stays on show. */
  stop(): void {
    this.#work.abort()
    this.step = { is: this.plan ? 'planned' : 'choose' }
  }

  close(): void {
    this.#work.abort()
    this.#unsubscribe()
  }

  startAgain(): void {
    this.#work.abort()
    this.file = this.content = this.plan = this.notice = null
    this.step = { is: 'choose' }
  }

  #decide(sheet: number, choice: SheetChoice | null | undefined): void {
    const choices = this.content!.sheets.map((_, at) => this.choices[at])
    const header = this.along.get(sheet)
    // Found anew, it would be the first table of its sheet once more.
    choices[sheet] = header && choice !== null ? { ...choice, header: choice?.header ?? header } : choice
    this.choices = choices
  }

  #addTable(sheet: SheetPlan, header: readonly [number, number]): void {
    const { sheets } = this.content!
    this.content = { ...this.content!, sheets: [...sheets, sheets[sheet.at]!] }
    this.along = new Map(this.along).set(sheets.length, header)
    this.#decide(sheets.length, undefined)
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
    const options = { password: this.#password, encoding: this.#encoding, separator: this.#separator }
    const result = await read(this.file!, options, { signal, onProgress: (share) => (this.share = share) })
    if (signal.aborted) return
    if (result.is !== 'read') {
      this.step = result
      return
    }
    const { unlocked, state, tasks } = result.file
    if (unlocked) {
      // Nobody types a password twice, nor waits twice for it to be tried.
      this.file = { name: this.file!.name, bytes: unlocked }
      this.#password = undefined
    }
    // Behind a password nobody could see it before.
    if (state !== undefined) return this.ours.oncopy(this.file!)
    const { reports } = result.file
    if (reports && (await this.ours.onreports(this.file!, reports))) return
    if (signal.aborted) return
    if (tasks !== undefined) return this.ours.ontasks(this.file!)
    this.content = result.file
    // Whoever wanted to merge has to know it before anything else.
    this.notice ??= result.file.warnings.find(({ code }) => code === 'file.state-lost') ?? null
    this.choices = []
    this.along = new Map()
    this.#shapes.clear()
    this.stage = 'preview'
    await this.preview()
    // Tables that are taken along may be known from the last time, too.
    if (this.#recall() && (await this.preview(), this.#recall())) await this.preview()
    // A guess is shown before what comes of it; what is sure, or comes to nothing, needs no questions.
    const plan = this.plan as ImportPlan | null
    if (plan && !plan.problem && !isSure(plan)) this.stage = 'columns'
  }

  /** Takes up how files of these shapes were imported the last time. */
  #recall(): boolean {
    let recalled = false
    for (const sheet of this.plan?.sheets ?? []) {
      if (sheet.remembered) continue
      const memory = this.#memory.recall(sheet, this.session.book.tables)
      if (!memory) continue
      // A table below another stands where the other ends.
      const header = this.along.get(sheet.at) ?? memory.choice.header
      this.#decide(sheet.at, { ...memory.choice, header })
      this.strategy = memory.strategy
      if (memory.along) for (const other of sheet.others) this.#addTable(sheet, other.header)
      recalled = true
    }
    return recalled
  }

  async preview(): Promise<void> {
    const { signal } = this.#begin('planning')
    const { keepInvalid, clearEmpty, strategy, choices } = this
    try {
      const plan = await previewImportInPieces(
        this.session,
        this.content!.sheets,
        { keepInvalid, clearEmpty, strategy, bySheet: choices },
        { signal, onProgress: (share) => (this.share = share) },
      )
      if (signal.aborted) return
      this.plan = plan
      for (const { at, shape } of plan.sheets) if (!this.#shapes.has(at)) this.#shapes.set(at, shape)
      const planned = new Set(
        plan.sheets.flatMap((sheet) =>
          [...sheet.added, ...sheet.changed].map(({ row }) => rowName(sheet, row)),
        ),
      )
      this.unticked = new Set([...this.unticked].filter((row) => planned.has(row)))
      this.step = { is: 'planned' }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
    }
  }

  async accept(): Promise<void> {
    const { file } = this
    if (!this.plan || !file || this.step.is !== 'planned') return
    const plan = withoutRows(this.plan, this.unticked)
    this.step = { is: 'applying' }
    // Said before it is done: for a large file the page is still for a moment.
    await painted()
    applyImport(this.session, plan, file.name)
    for (const sheet of plan.sheets) {
      const choice = this.choices[sheet.at]
      const shape = this.#shapes.get(sheet.at)
      const { sheets } = this.content!
      const along = [...this.along.keys()].some((at) => sheets[at] === sheets[sheet.at] && this.choices[at])
      // What was found without help will be found again.
      if (shape && (along || choice?.header || choice?.columns || choice?.key))
        this.#memory.keep(shape, sheet, choice ?? {}, {
          strategy: this.strategy,
          along: along && !this.along.has(sheet.at),
        })
    }
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
