import { newId } from '../shared/id.ts'
import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import { rowCell } from '../tables/cell-types/row.ts'
import { Stopped, stopIfAsked, type Work } from './book-copy.ts'
import type { Session } from './session.ts'
import { prepareFile, type GivenFile, type PreparedFile } from './take-in-file.ts'

export interface TakenIn {
  /** The new rows of 附件库. */
  readonly ids: readonly string[]
  /** Files that were not taken, and why. */
  readonly refused: readonly { readonly name: string; readonly problem: Problem }[]
  /** Files kept byte for byte: they may say things about people that nobody sees. */
  readonly asTheyWere: number
}

/**
 * Attaches files to a row, as one change. Each is prepared (photos drawn anew), then all are kept durably, and only
 * then are there rows that name them. Stopped or without room, nothing is attached.
 */
export async function attach(
  session: Session,
  to: { readonly table: string; readonly row: string },
  files: readonly (() => Promise<Result<GivenFile>>)[],
  work: Work & { readonly prepare?: typeof prepareFile } = {},
): Promise<Result<TakenIn>> {
  const { prepare = prepareFile, signal, onProgress } = work
  const prepared: PreparedFile[] = []
  const refused: { name: string; problem: Problem }[] = []
  try {
    for (const [at, given] of files.entries()) {
      stopIfAsked(work)
      const file = await given()
      const ready = file.ok ? await prepare(file.value, { signal }) : file
      stopIfAsked(work)
      if (ready.ok) prepared.push(ready.value)
      else refused.push({ name: file.ok ? file.value.name : '', problem: ready.problem })
      onProgress?.((at + 1) / files.length)
    }
  } catch (error) {
    if (error instanceof Stopped) return fail('attachment.stopped')
    throw error
  }
  const kept = await session.files.keep(prepared)
  if (!kept.ok) return { ok: false, problem: notKept(kept.problem) }
  if (!session.book.has(to.table, to.row)) return fail('row.unknown')
  const rows = prepared.map((file) => ({
    table: 'attachments',
    id: newId(),
    cells: cellsOf(file, to, session.person),
  }))
  if (rows.length > 0)
    session.accept(
      { edits: [], rows },
      { source: 'user', label: { code: 'attachment.add', params: { count: rows.length } } },
    )
  const asTheyWere = prepared.filter(({ asItWas }) => asItWas).length
  return ok({ ids: rows.map(({ id }) => id), refused, asTheyWere })
}

const cellsOf = (
  { name, type, bytes, hash }: PreparedFile,
  { table, row }: { readonly table: string; readonly row: string },
  person: string,
) => ({
  name,
  refs: rowCell(table, row),
  mime: type,
  size: bytes.length,
  hash,
  ...(person ? { added_by: person } : {}),
})

/** A full disk stops a file, not an edit: nothing is waiting to be saved again. */
export const notKept = (problem: Problem): Problem =>
  problem.code === 'store.quota' ? { code: 'attachment.no-room' } : problem
