import { ok, type Problem, type Result } from '../../shared/result.ts'
import type { readSchoolFile } from '../../workers/bridge.ts'
import type { SchoolFile } from '../../workers/report-work.ts'
import { REPORT_TYPE } from '../attachments.ts'
import { turn } from '../book-copy.ts'
import { pick } from '../read-file.ts'
import type { Session } from '../session.ts'
import { contentHash, Register, registered, type JudgedReport } from './judge-report.ts'
import { knownReports, type KnownReport } from './known-reports.ts'
import { LedgerSteps, type Written } from './ledger-steps.ts'
import { ledgersOf, type WantedRow } from './ledgers-of.ts'
import { missingReport } from './missing-report.ts'
import { openStanding } from './open-standing.ts'
import { bySchoolOf, reportRow } from './write-ledgers.ts'

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
 * Reads what schools have sent, several files side by side, beside the page. Nothing is written. Whatever one file is or
 * does, the next is read; who stops has what was read until then. What comes out is in the order of the files.
 */
export async function readReports(
  session: Session,
  files: readonly File[],
  work: Reading = {},
  reader?: typeof readSchoolFile,
): Promise<Received[]> {
  const register = new Register(session.book, knownReports(session.book))
  const { known } = register
  const by = reader ? { READERS: 1, readSchoolFile: reader } : await import('../../workers/bridge.ts')
  const read: ReadOne = (file) => readOne(file, session.now, known, by.readSchoolFile, work)
  const received: Received[] = []
  const hashes = new Set<string>()
  for (const [source, found] of await readAll(files, read, by.READERS, work)) {
    for (const each of sorted(source, found, register)) {
      // The same file twice in a folder is one file.
      if (each.is === 'report' && hashes.has(contentHash(each.judged.read)))
        received.push({ ...each, judged: { ...each.judged, is: 'same' } })
      else received.push(each)
      if (each.is === 'report') hashes.add(contentHash(each.judged.read))
    }
  }
  return received
}

type ReadOne = (file: File) => Promise<SchoolFile>

/** So many at a time that every reader has work. Only those come out that were read before somebody stopped. */
async function readAll(
  files: readonly File[],
  read: ReadOne,
  atOnce: number,
  { onProgress, signal }: Reading,
): Promise<[File, SchoolFile][]> {
  const found: (SchoolFile | undefined)[] = files.map(() => undefined)
  let next = 0
  let done = 0
  onProgress?.(0, files.length)
  const readOn = async () => {
    while (next < files.length && !signal?.aborted) {
      const at = next++
      const file = await read(files[at]!)
      if (signal?.aborted) return
      found[at] = file
      onProgress?.(++done, files.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, readOn))
  return files.flatMap((file, at): [File, SchoolFile][] => (found[at] ? [[file, found[at]]] : []))
}

async function readOne(
  source: File,
  now: string,
  known: ReadonlySet<string>,
  read: typeof readSchoolFile,
  { signal }: Reading,
): Promise<SchoolFile> {
  try {
    const picked = await pick(source)
    if (!picked.ok) return { is: 'broken', problem: picked.problem }
    const file = await read(picked.value.bytes, picked.value.name, now, known, { signal })
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
  return found.reports.map((report): Received => {
    const judged =
      'code' in report ? report : 'known' in report ? register.recall(report.known) : register.judge(report)
    return 'code' in judged ? { is: 'broken', file, problem: judged } : { is: 'report', file, judged }
  })
}

/** Why nobody should take a report without having looked: each is asked about by itself. */
export type Doubt =
  'new-key' | 'unsigned' | 'changed-key' | 'foreign-key' | 'new-school' | 'edited' | 'by-name'

export function doubtsOf({ read, newSchool, signature, byName, is }: JudgedReport): Doubt[] {
  if (is === 'same') return []
  return [
    ...(newSchool ? (['new-school'] as const) : []),
    ...(byName ? (['by-name'] as const) : []),
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

export interface Taken extends Written {
  /** How many reports are new in the register. */
  readonly reports: number
}

/** Rows of the ledgers that are written at once: more would hold the page up, and be held in memory twice. */
const STEP_ROWS = 12_000

/**
 * Takes reports in, as one step that one undo takes back; those of a whole county as several, each with all there is of
 * its schools. Their bytes are kept first; what the ledgers and receipts must hold follows from all reports there have
 * ever been of these schools, so that order and repetition change nothing.
 */
export async function takeReports(
  session: Session,
  taking: readonly Taking[],
  {
    problemsOf,
    onProgress,
    stepRows = STEP_ROWS,
  }: {
    /** What people should know of a report, in words. */
    readonly problemsOf: (judged: JudgedReport) => string
    readonly onProgress?: (share: number) => void
    readonly stepRows?: number
  },
): Promise<Result<Taken>> {
  const { book, files } = session
  const before = knownReports(book)
  const here = new Set(before.map(({ hash }) => hash))
  const fresh = new Map<string, { facts: KnownReport; bytes: Uint8Array; judged: JudgedReport }>()
  for (const { file, judged, corrected } of taking) {
    const problems = problemsOf(judged)
    const facts = registered(judged, { file, received: session.now, problems, corrected })
    const { bytes } = corrected ? judged.read.edited! : judged.read
    if (!here.has(facts.hash) && !fresh.has(facts.hash)) fresh.set(facts.hash, { facts, bytes, judged })
  }
  const kept = await files.keep(
    [...fresh.values()].map(({ facts, bytes }) => ({ hash: facts.hash, type: REPORT_TYPE, bytes })),
  )
  if (!kept.ok) return kept
  const reports = [...before, ...[...fresh.values()].map(({ facts }) => facts)]
  const schools = new Set([...fresh.values()].map(({ facts }) => facts.school))
  const bySchool = bySchoolOf(reports)
  const coming = new Map<string, WantedRow[]>()
  for (const { facts, judged } of fresh.values()) {
    const row = { table: 'schools', id: judged.school, cells: judged.newSchool ?? {} }
    const rows = [...(judged.newSchool ? [row] : []), reportRow(facts)]
    coming.set(facts.school, [...(coming.get(facts.school) ?? []), ...rows])
  }
  const concerned = [...schools].map((school) => bySchool.get(school) ?? [])
  const missing = await missingReport(session, concerned, (hash) => fresh.has(hash))
  if (missing) return { ok: false, problem: missing }
  const steps = new LedgerSteps(session, { bySchool, coming })
  let done = 0
  for (const school of schools) {
    const opened = await openStanding(session, bySchool.get(school) ?? [], (hash) => fresh.get(hash)?.bytes)
    if (!opened.ok) return opened
    steps.add(school, ledgersOf(school, opened.value))
    if (steps.waiting >= stepRows) await steps.write()
    // The disk is full, say: the schools that are in stay in, and the others can be taken once more.
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    onProgress?.(++done / schools.size)
    await turn()
  }
  await steps.write()
  return ok({ reports: fresh.size, ...steps.taken })
}
