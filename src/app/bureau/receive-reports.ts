import { ok, type Problem, type Result } from '../../shared/result.ts'
import type { readSchoolFile } from '../../workers/bridge.ts'
import type { SchoolFile } from '../../workers/report-work.ts'
import { REPORT_TYPE } from '../attachments.ts'
import { turn } from '../book-copy.ts'
import { pick } from '../read-file.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { Session } from '../session.ts'
import { directoryOf, keepsLedgers, parentRows, parentsOf } from './directory.ts'
import { placed } from './passed-on.ts'
import { contentHash, Register, registered, type JudgedReport } from './judge-report.ts'
import { knownReports, type KnownReport } from './known-reports.ts'
import {
  ledgersOf,
  type Difference,
  type RejectedRow,
  type SchoolLedgers,
  type WantedRow,
} from './ledgers-of.ts'
import { openStanding } from './open-standing.ts'
import { bySchoolOf, differing, reportRow } from './write-ledgers.ts'

/** One file, or one of the reports that a central school's file brings. */
export type Received =
  | { readonly is: 'report'; readonly file: string; readonly judged: JudgedReport }
  | { readonly is: 'plain'; readonly file: string; readonly source: File; readonly pupils: boolean }
  | { readonly is: 'whole'; readonly file: string }
  | { readonly is: 'broken'; readonly file: string; readonly problem: Problem }

export interface Reading {
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

/**
 * Reads what schools have sent, one file after the other beside the page. Nothing is written. Whatever one file is or
 * does, the next is read; who stops has what was read until then.
 */
export async function readReports(
  session: Session,
  files: readonly File[],
  { onProgress, signal }: Reading = {},
  reader?: typeof readSchoolFile,
): Promise<Received[]> {
  const read = reader ?? (await import('../../workers/bridge.ts')).readSchoolFile
  const kept = new Set((await session.files.all()).map(({ hash }) => hash))
  const register = new Register(session.book, knownReports(session.book), session.info.id, kept)
  const received: Received[] = []
  const hashes = new Set<string>()
  for (const [at, source] of files.entries()) {
    if (signal?.aborted) break
    onProgress?.(at, files.length)
    const found = await readOne(source, session.now, read, signal)
    if (signal?.aborted) break
    for (const each of sorted(source, found, register)) {
      // The same file twice in a folder is one file.
      if (each.is === 'report' && hashes.has(contentHash(each.judged.read)))
        received.push({ ...each, judged: { ...each.judged, is: 'same' } })
      else received.push(each)
      if (each.is === 'report') hashes.add(contentHash(each.judged.read))
    }
  }
  onProgress?.(files.length, files.length)
  return received
}

async function readOne(
  source: File,
  now: string,
  read: typeof readSchoolFile,
  signal?: AbortSignal,
): Promise<SchoolFile> {
  try {
    const picked = await pick(source)
    if (!picked.ok) return { is: 'broken', problem: picked.problem }
    const file = await read(picked.value.bytes, picked.value.name, now, { signal })
    return file.ok ? file.value : { is: 'broken', problem: file.problem }
  } catch (error) {
    // Its name only: a message could quote what is in the file.
    const name = error instanceof Error ? error.name : 'Error'
    return { is: 'broken', problem: { code: 'reception.unreadable', params: { name } } }
  }
}

function sorted(source: File, found: SchoolFile, register: Register): Received[] {
  const file = source.name
  if (found.is === 'plain') return [{ is: 'plain', file, source, pupils: found.pupils }]
  if (found.is === 'whole') return [{ is: 'whole', file }]
  if (found.is === 'broken') return [{ is: 'broken', file, problem: found.problem }]
  // Whose file it is says so first.
  const [first] = found.reports
  const maker = first && !('code' in first) ? register.judge(first) : null
  return found.reports.map((report): Received => {
    const carrier =
      maker && !('code' in maker) && !('code' in report) && maker.read.passes.includes(report.hash)
        ? maker
        : null
    const judged = 'code' in report ? report : register.judge(report, carrier)
    return 'code' in judged ? { is: 'broken', file, problem: judged } : { is: 'report', file, judged }
  })
}

/** Why nobody should take a report without having looked: each is asked about by itself. */
export type Doubt =
  | 'new-key'
  | 'unsigned'
  | 'changed-key'
  | 'foreign-key'
  | 'new-school'
  | 'edited'
  | 'by-name'
  | 'other-parent'

export function doubtsOf({ read, newSchool, signature, byName, through, is }: JudgedReport): Doubt[] {
  if (is === 'same') return []
  return [
    ...(newSchool ? (['new-school'] as const) : []),
    ...(byName ? (['by-name'] as const) : []),
    ...(through?.parent === 'other' ? (['other-parent'] as const) : []),
    ...(signature === 'known' ? [] : [SIGNATURE_DOUBTS[signature]]),
    ...(read.edited ? (['edited'] as const) : []),
  ]
}

const SIGNATURE_DOUBTS = {
  new: 'new-key',
  unsigned: 'unsigned',
  changed: 'changed-key',
  foreign: 'foreign-key',
} as const

export interface Taking {
  readonly file: string
  readonly judged: JudgedReport
  /** With what was written into its sheets; otherwise as it was signed. */
  readonly corrected: boolean
}

export interface Taken {
  /** How many reports are new in the register, or back on this computer. */
  readonly reports: number
  /** Rows of the ledgers that are new, and cells that are others than before. */
  readonly rows: number
  readonly cells: number
  readonly differences: readonly Difference[]
  readonly rejected: readonly RejectedRow[]
}

/**
 * Takes reports in, all as one step that one undo takes back. Their bytes are kept first; what the ledgers and receipts
 * must hold follows from all reports there have ever been of these schools, so that order and repetition change nothing.
 */
export async function takeReports(
  session: Session,
  taking: readonly Taking[],
  {
    problemsOf,
    onProgress,
  }: {
    /** What people should know of a report, in words. */
    readonly problemsOf: (judged: JudgedReport) => string
    readonly onProgress?: (share: number) => void
  },
): Promise<Result<Taken>> {
  const { book, files } = session
  const before = knownReports(book)
  const here = new Set(before.map(({ hash }) => hash))
  const wanted = new Map<string, { facts: KnownReport; bytes: Uint8Array; judged: JudgedReport }>()
  for (const { file, judged, corrected } of taking) {
    const problems = problemsOf(judged)
    const facts = registered(judged, { file, received: session.now, problems, corrected })
    const { bytes } = corrected ? judged.read.edited! : judged.read
    const isWanted = !here.has(facts.hash) || judged.is === 'lost'
    if (isWanted && !wanted.has(facts.hash)) wanted.set(facts.hash, { facts, bytes, judged })
  }
  const kept = await files.keep(
    [...wanted.values()].map(({ facts, bytes }) => ({ hash: facts.hash, type: REPORT_TYPE, bytes })),
  )
  if (!kept.ok) return kept
  const fresh = new Map([...wanted].filter(([hash]) => !here.has(hash)))
  const reports = placed([...before, ...[...fresh.values()].map(({ facts }) => facts)])
  const moved = movedOf(before, reports)
  // What could not be worked out while a file was missing is, now that it is here.
  const touched = [...moved, ...[...wanted.values()].map(({ facts }) => facts)]
  const schools = keepsLedgers(book) ? new Set(touched.map(({ school }) => school)) : new Set<string>()
  const ledgers: SchoolLedgers[] = []
  const bySchool = bySchoolOf(reports)
  for (const school of schools) {
    const opened = await openStanding(session, bySchool.get(school) ?? [], (hash) => wanted.get(hash)?.bytes)
    if (!opened.ok) return opened
    ledgers.push(ledgersOf(school, opened.value))
    onProgress?.(ledgers.length / schools.size)
    await turn()
  }
  const parents = parentsOf(book, moved)
  const coming = [
    ...[...fresh.values()].flatMap(({ judged }) => newSchoolRows(book, judged, parents)),
    ...parentRows(book, parents),
    ...moved.map(reportRow),
  ]
  const rows = ledgers.flatMap((each) => each.rows)
  const once = [...new Map(coming.map((row) => [row.id, row])).values()]
  const change = differing(book, { schools, ledgers: rows, reports, coming: once })
  session.write({
    source: 'program',
    label: { code: 'reception.taken', params: { count: fresh.size } },
    ...change,
  })
  const isLedger = ({ table }: { readonly table: string }) =>
    table === 'allHazards' || table === 'allIncidents'
  return ok({
    reports: wanted.size,
    rows: change.added.filter(isLedger).reduce((sum, { ids }) => sum + ids.length, 0),
    cells: change.edits.filter(isLedger).length,
    differences: ledgers.flatMap((each) => each.differences),
    rejected: ledgers.flatMap((each) => each.rejected),
  })
}

/** Reports that are new here, and those of which it is new that, or in which file, they came through another school. */
function movedOf(before: readonly KnownReport[], after: readonly KnownReport[]): KnownReport[] {
  const known = new Map(before.map((report) => [report.hash, report]))
  return after.filter(({ hash, via, viaFile }) => {
    const was = known.get(hash)
    return was?.via !== via || was.viaFile !== viaFile
  })
}

function newSchoolRows(
  book: Workbook,
  { school, newSchool }: JudgedReport,
  parents: ReadonlyMap<string, string>,
): WantedRow[] {
  if (!newSchool) return []
  const parent = parents.get(school)
  const cells = parent === undefined ? newSchool : { ...newSchool, parent }
  return [{ table: directoryOf(book), id: school, cells }]
}
