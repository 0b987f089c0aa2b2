import type { Cell } from '../tables/cell.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Column, Step } from '../tables/column.ts'
import { fail, type Problem, type Result } from '../shared/result.ts'
import { sha256Text } from '../shared/sha-256.ts'
import { DELETED } from '../engine/change.ts'
import { stateText } from '../engine/state-text.ts'
import type { ReadResult } from '../exchange/sheet-data.ts'
import type { MergeOutcome } from './merge-package.ts'
import type { PackagedWorkbook } from '../sync/package.ts'
import type { ExportRequest } from './export-workbook.ts'
import type { ImportPlan, Strategy } from './import-file.ts'
import type { Input } from './read-input.ts'
import type { CellProblem, Session } from './session.ts'

type PlainRow = Readonly<Record<string, Input>>

/** What automation is built on: the same use cases the screens call. */
export interface AutomationParts {
  /** Asked once somebody wants to know: whoever waits for the program should not wait for a quiet moment as well. */
  readonly ready: () => Promise<void>
  readonly current: () => Session | null
  readonly create: (options: {
    kind: 'school' | 'bureau'
    name: string
    sample?: boolean
  }) => Promise<Session>
  readonly open: (id: string) => Promise<Session>
  /** The workbook a file is of, opened, or begun empty for the file to fill. */
  readonly openPackaged: (workbook: PackagedWorkbook) => Promise<Session>
  readonly list: () => Promise<readonly { id: string; name: string; kind: string }[]>
  readonly read: (bytes: Uint8Array, name: string, options: { password?: string }) => Promise<ReadResult>
  readonly export: (session: Session, request: ExportRequest) => Promise<Uint8Array>
  readonly backUp: (session: Session, password: string) => Promise<Uint8Array>
  /** A backup merged into its own workbook, which is then open. */
  readonly restore: (bytes: Uint8Array, password: string | undefined) => Promise<Result<MergeOutcome>>
  readonly say: (steps: readonly Step[]) => string
}

interface ImportReport {
  readonly ok: boolean
  readonly problem?: Problem
  readonly warnings: readonly Problem[]
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly rejected: readonly { row: number; column: string; why: Problem }[]
  /** For each sheet that is taken: its table, the rows of its headings, and what each of its columns is. */
  readonly mapping: readonly SheetReport[]
  /** Every accepted value that is not what the source showed. */
  readonly ledger: readonly {
    sheet: string
    row: number
    column: string
    shown: string
    taken: string
    why: string
  }[]
  /** Rows of the sheets that are no rows of the tables: titles, sums, signatures. */
  readonly leftOut: readonly { sheet: string; row: number; why: string; text: string }[]
}

interface SheetReport {
  readonly sheet: string
  readonly table: string
  /** The first and last row of headings, from 1. */
  readonly header: readonly [number, number]
  readonly columns: readonly {
    heading: string
    column: string | null
    confidence: number
    why: string | null
  }[]
}

const reportOf = ({ sheets }: ImportPlan): Pick<ImportReport, 'mapping' | 'ledger' | 'leftOut'> => ({
  mapping: sheets.map(({ sheet, table, header, mapping }) => ({
    sheet,
    table,
    header: [header[0] + 1, header[1] + 1],
    columns: mapping.map(({ heading, key, confidence, reason }) => ({
      heading,
      column: key,
      confidence,
      why: reason,
    })),
  })),
  ledger: sheets.flatMap(({ sheet, ledger }) =>
    ledger.map(({ row, key, shown, taken, kind }) => ({ sheet, row, column: key, shown, taken, why: kind })),
  ),
  leftOut: sheets.flatMap(({ sheet, leftOut }) =>
    leftOut.map(({ row, reason, text }) => ({ sheet, row, why: reason, text })),
  ),
})

/**
 * `window.dutybook`: the program's doors for tests and power users. Values are plain JSON as the README says: dates as
 * text, choices and yes/no as their Chinese labels, references as the shown name of the row.
 */
export function automation(parts: AutomationParts) {
  const session = (): Session => {
    const current = parts.current()
    if (!current) throw new Error('no workbook is open: call create() or open() first')
    return current
  }

  const plain = (column: Column, value: Cell | readonly Step[]): Input => {
    if (value === null) return null
    const context = session().book.context(parts.say)
    const { type } = column
    if (type === 'yesno' || type === 'reference' || type === 'steps')
      return cellTypeOf(column).format(value, column, context) || null
    if (type === 'references') return (value as readonly string[]).map((row) => context.nameOf(row) ?? row)
    return value as Cell
  }

  const rowOf = (table: string, id: string): PlainRow & { readonly id: string } => {
    const { book } = session()
    const cells = Object.entries(book.tables[table]!.columns).map(([key, column]) => [
      key,
      plain(column, book.value(table, id, key)),
    ])
    return { ...(Object.fromEntries(cells) as PlainRow), id }
  }

  const rows = (table: string, { where = {} }: { where?: PlainRow } = {}) => {
    if (!session().book.tables[table]) throw new Error(`no table ${table}`)
    return session()
      .book.view(table)
      .ids()
      .map((id) => rowOf(table, id))
      .filter((row) => Object.entries(where).every(([key, wanted]) => same(row[key] ?? null, wanted)))
  }

  const told = ({ table, row, column, problem }: CellProblem) => ({ table, row, column, problem })

  return {
    /** Resolves when the program has started. */
    get ready(): Promise<void> {
      return parts.ready()
    },
    /** A new workbook, opened. */
    create: async (options: Parameters<AutomationParts['create']>[0]) =>
      (await parts.create(options)).info.id,
    workbooks: () => parts.list(),
    open: async (id: string) => (await parts.open(id)).info.id,
    /** Every table with its columns: names, labels, types, options. */
    tables: () =>
      Object.values(session().book.tables).map(({ name, zh, en, key, columns }) => ({
        name,
        zh,
        en,
        key,
        columns: Object.entries(columns).map(([id, column]) => ({
          key: id,
          zh: column.zh,
          en: column.en,
          type: column.type,
          computed: column.computed,
          required: column.required ?? false,
          ...(column.options ? { options: column.options.map((option) => option.zh) } : {}),
          ...(column.to ? { to: column.to } : {}),
        })),
      })),
    /** Live rows with their computed columns and `id`. */
    rows,
    add: (table: string, given: readonly PlainRow[]) => {
      const { ids, problems } = session().add(table, given, {
        source: 'program',
        label: { code: 'row.add', params: { count: given.length } },
      })
      return { ids, problems: problems.map(told) }
    },
    edit: (edits: readonly { table: string; row: string; column: string; value: Input }[]) => {
      const outcome = session().edit(
        edits.map(({ value, ...edit }) => ({ ...edit, input: value })),
        { source: 'program', label: { code: 'grid.edit', params: { count: edits.length } } },
      )
      return { changed: outcome.change?.edits.length ?? 0, problems: outcome.problems.map(told) }
    },
    remove: (table: string, ids: readonly string[]) => {
      const outcome = session().remove(table, ids, {
        source: 'program',
        label: { code: 'row.remove', params: { count: ids.length } },
      })
      const removed = outcome.change?.edits.filter((edit) => edit.column === DELETED).length ?? 0
      return { removed, problems: outcome.problems.map(told) }
    },
    undo: async () => (await session().undo())?.change != null,
    redo: async () => (await session().redo())?.change != null,
    /** A file as the import sees it: nothing is written. */
    readFile: async (bytes: Uint8Array, name: string, options: { password?: string } = {}) => {
      const read = await parts.read(bytes, name, options)
      return read.ok
        ? {
            ok: true,
            warnings: read.warnings,
            sheets: read.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows })),
          }
        : { ok: false, problem: read.problem, warnings: read.warnings, sheets: [] }
    },
    /** Imports a file, or with `accept: false` only says what it would do. */
    importFile: async (
      bytes: Uint8Array,
      name: string,
      options: { table?: string; accept: boolean; password?: string; strategy?: Strategy },
    ): Promise<ImportReport> => {
      const read = await parts.read(bytes, name, { password: options.password })
      const nothing = { added: 0, changed: 0, same: 0, rejected: [], mapping: [], ledger: [], leftOut: [] }
      if (!read.ok) return { ok: false, problem: read.problem, warnings: read.warnings, ...nothing }
      const { applyImport, previewImport } = await import('./import-file.ts')
      const plan = previewImport(session(), read.sheets, {
        table: options.table,
        strategy: options.strategy,
      })
      const { added, changed, same: unchanged } = plan.counts
      const report = {
        warnings: [...read.warnings, ...plan.warnings],
        added,
        changed,
        same: unchanged,
        rejected: plan.sheets.flatMap((sheet) =>
          sheet.rejected.map(({ row, column, problem }) => ({ row, column, why: problem })),
        ),
        ...reportOf(plan),
      }
      if (plan.problem) return { ok: false, problem: plan.problem, ...report }
      if (options.accept) {
        applyImport(session(), plan, name)
        await session().settled()
      }
      return { ok: true, ...report }
    },
    /**
     * Merges the file of another copy. With no workbook open, the file's own is opened or begun. A workbook that was
     * begun apart is taken in too, unless `takeOther` is false. A backup always goes to its own workbook, with its
     * history.
     */
    merge: async (
      bytes: Uint8Array,
      { takeOther = true, password }: { takeOther?: boolean; password?: string } = {},
    ) => {
      const { isBackupFile } = await import('../exchange/backup-file.ts')
      if (isBackupFile(bytes)) {
        const restored = await parts.restore(bytes, password)
        return restored.ok ? { ok: true, ...restored.value } : restored
      }
      const { isOther, receive, takeIn, workbookOf } = await import('./receive-file.ts')
      const file = { bytes, name: 'merge.xlsx' }
      if (!parts.current()) {
        const workbook = await workbookOf(file, { password })
        if (!workbook.ok) return workbook
        await parts.openPackaged(workbook.value)
      }
      const received = await receive(session(), file, { password, compare: false })
      if (!received.ok) return received
      if (!takeOther && isOther(received.value))
        return fail('merge.other-workbook', { name: received.value.workbook.name })
      const merged = await takeIn(session(), received.value)
      return merged.ok ? { ok: true, ...merged.value } : merged
    },
    /**
     * Reads the file of a copy as people get it back: merges it, unless it is of another workbook, and proposes what
     * was edited in its sheets since it was made. `accept` takes all of that, or what has these ids.
     */
    receive: async (
      bytes: Uint8Array,
      name: string,
      {
        password,
        takeOther = false,
        accept = false,
      }: { password?: string; takeOther?: boolean; accept?: boolean | readonly string[] } = {},
    ) => {
      const { isOther, receive, takeIn } = await import('./receive-file.ts')
      const { acceptProposals, proposalsOf } = await import('./proposals.ts')
      const received = await receive(session(), { bytes, name }, { password })
      if (!received.ok) return received
      const { workbook, signer, returned } = received.value
      if (!takeOther && isOther(received.value)) return fail('merge.other-workbook', { name: workbook.name })
      const merged = await takeIn(session(), received.value)
      if (!merged.ok) return merged
      const proposals = proposalsOf(session(), returned)
      const accepted = proposals.filter(({ id }) => accept === true || (accept && accept.includes(id)))
      if (accepted.length > 0) acceptProposals(session(), accepted, name)
      await session().settled()
      return {
        ok: true,
        ...merged.value,
        workbook,
        signer,
        proposals,
        notes: returned.notes,
        accepted: accepted.length,
      }
    },
    /** The open workbook as the data file that `merge` reads: everything, with all that an exact merge needs. */
    exportPackage: async () => {
      const { exportPackage } = await import('./export-package.ts')
      const file = await exportPackage(session())
      if (!file.ok) throw new Error(file.problem.code)
      return file.value
    },
    /** Cells that people must decide about; the value that is shown comes first. */
    conflicts: async () => {
      const { conflictsOf } = await import('./conflicts.ts')
      const found = await conflictsOf(session())
      if (!found.ok) throw new Error(found.problem.code)
      return found.value.map((conflict) => {
        const column = session().book.tables[conflict.table]?.columns[conflict.column]
        const values = conflict.values.map(({ value, writers: [{ by, at }] }) => ({
          value: column ? plain(column, value) : value,
          by,
          at,
        }))
        return { ...conflict, values }
      })
    },
    /** Decides a conflict for the value at `index`; false when there is no such conflict any more. */
    resolve: async (id: string, index: number) => {
      const { resolveConflict } = await import('./conflicts.ts')
      return resolveConflict(session(), id, index).change !== null
    },
    /** Keeps a file at a row: photos scaled and drawn anew, others as they are. Its id in 附件库, or why not. */
    attach: async (table: string, row: string, bytes: Uint8Array, name: string) => {
      const { attach } = await import('./attach.ts')
      const taken = await attach(session(), { table, row }, [
        async () => ({ ok: true, value: { name, bytes } }),
      ])
      if (!taken.ok) return { ok: false as const, problem: taken.problem }
      const [refused] = taken.value.refused
      if (refused) return { ok: false as const, problem: refused.problem }
      await session().settled()
      return { ok: true as const, id: taken.value.ids[0]! }
    },
    /** The attachments of a row; `here` is false while their bytes are on another computer only. */
    attachments: async (table: string, row: string) => {
      const { attachmentsOf } = await import('./attachments.ts')
      const here = new Set((await session().files.all()).map(({ hash }) => hash))
      return attachmentsOf(session().book, table, row).map((each) => ({ ...each, here: here.has(each.hash) }))
    },
    /** The bytes of a kept file by its hash; null when they are not on this computer. */
    attachmentBytes: (hash: string) => session().files.bytes(hash),
    exportFile: (request: ExportRequest | { readonly kind: 'dutybook'; readonly password?: string }) =>
      request.kind === 'dutybook'
        ? parts.backUp(session(), request.password ?? '')
        : parts.export(session(), request),
    /** Every assessed person's row of the term's scores, with the allowance. */
    scores: (term: string) => {
      const allowances = new Map(
        rows('allowances', { where: { term } }).map((row) => [row.person, row.amount]),
      )
      return rows('termScores', { where: { term } }).map((row) => ({
        ...row,
        amount: allowances.get(row.person) ?? null,
      }))
    },
    /** SHA-256 of the workbook's inputs: equal exactly when two workbooks hold the same. */
    stateHash: async () => sha256Text(new TextEncoder().encode(stateText(session().book))),
    /** When everything so far is durable. */
    settled: () => session().settled(),
  }
}

export type Automation = ReturnType<typeof automation>

const same = (a: Input, b: Input): boolean => JSON.stringify(a) === JSON.stringify(b)
