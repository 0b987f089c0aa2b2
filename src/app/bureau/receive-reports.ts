import { ok, type Problem, type Result } from '../../shared/result.ts'
import type { planPlainFile, readSchoolFile } from '../../workers/bridge.ts'
import type { KnownHash, PlainFile, ReadReport, SchoolFile } from '../../workers/report-work.ts'
import { REPORT_TYPE } from '../attachments.ts'
import { turn } from '../book-copy.ts'
import { pick } from '../read-file.ts'
import type { Workbook } from '../../engine/workbook.ts'
import type { Session } from '../session.ts'
import { directoryOf, keepsLedgers, parentRows, parentsOf } from './directory.ts'
import { placed } from './passed-on.ts'
import { contentHash, Register, registered, type JudgedReport } from './judge-report.ts'
import { knownReports, type KnownReport } from './known-reports.ts'
import { LedgerSteps, type Written } from './ledger-steps.ts'
import { ledgersOf, type WantedRow } from './ledgers-of.ts'
import { missingReport } from './missing-report.ts'
import { openStanding } from './open-standing.ts'
import { plainReport, type PlainTaking } from './plain/enter-plain.ts'
import { fileName, PlainReadings } from './plain/plain-readings.ts'
import { listedSchools, planPlainReport, type KnownPlain, type PlainPlan } from './plain/plan-plain.ts'
import { bySchoolOf, reportRow } from './write-ledgers.ts'

/** One file, or one of the reports that a central school's file brings. */
export type Received =
  | { readonly is: 'report'; readonly file: string; readonly judged: JudgedReport }
  | ReceivedPlain
  | { readonly is: 'whole'; readonly file: string }
  /** Behind a password that nobody has given yet. */
  | { readonly is: 'locked'; readonly file: string; readonly source: File }
  | { readonly is: 'broken'; readonly file: string; readonly problem: Problem }

/** A school's own spreadsheet. */
export interface ReceivedPlain {
  readonly is: 'plain'
  readonly file: string
  /** The same with the folders it was in. */
  readonly path: string
  readonly source: File
  readonly plain: PlainFile
  readonly plan: PlainPlan
  /** It has been taken in before. */
  readonly same: boolean
}

export interface Reading {
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
  /** Tried on every file that asks for one. */
  readonly passwords?: readonly string[]
  /** Where a file was: people name folders after schools. */
  readonly pathOf?: (file: File) => string
}

/**
 * Reads what schools have sent, several files side by side, beside the page. Nothing is written. Whatever one file is or
 * does, the next is read; who stops has what was read until then. What comes out is in the order of the files.
 */
export async function readReports(
  session: Session,
  files: readonly File[],
  reading: Reading = {},
  reader?: typeof readSchoolFile,
  planner?: typeof planPlainFile,
): Promise<Received[]> {
  const kept = new Set((await session.files.all()).map(({ hash }) => hash))
  const reports = knownReports(session.book)
  const register = new Register(session.book, reports, session.info.id, kept)
  const { known } = register
  const schools = keepsLedgers(session.book) ? listedSchools(session.book) : []
  const plainKnown = { schools, readings: new PlainReadings(reports), reports }
  const by = reader ? { READERS: 1, readSchoolFile: reader } : await import('../../workers/bridge.ts')
  const read: ReadOne = (file) => readOne(file, session.now, known, by.readSchoolFile, reading)
  const received: Received[] = []
  const hashes = new Set<string>()
  for (const [source, found] of await readAll(files, read, by.READERS, reading)) {
    if (found.is === 'plain' && !keepsLedgers(session.book)) {
      // A central school sends on what was signed, and there is nothing signed here.
      received.push({ is: 'broken', file: source.name, problem: { code: 'reception.plain-below' } })
      continue
    }
    if (found.is === 'plain') {
      const path = reading.pathOf?.(source) || source.name
      const each = await planned(
        { file: source.name, path, source, plain: found.plain },
        session.now,
        plainKnown,
        planner,
      )
      const name = each.is === 'plain' ? fileName(each.plain.hash, each.plan.told) : ''
      received.push(each.is === 'plain' && hashes.has(name) ? { ...each, same: true } : each)
      hashes.add(name)
      continue
    }
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
  { signal, passwords = [] }: Reading,
): Promise<SchoolFile> {
  try {
    const picked = await pick(source)
    if (!picked.ok) return { is: 'broken', problem: picked.problem }
    const { bytes, name } = picked.value
    let file = await read(bytes, name, now, known, { signal })
    for (const password of passwords) {
      if (!(file.ok && isLocked(file.value))) break
      file = await read(bytes, name, now, known, { signal }, password)
    }
    return file.ok ? withTime(file.value, source) : { is: 'broken', problem: file.problem }
  } catch (error) {
    return { is: 'broken', problem: unreadable(error) }
  }
}

/** Its name only: a message could quote what is in the file. */
const unreadable = (error: unknown): Problem => ({
  code: 'reception.unreadable',
  params: { name: error instanceof Error ? error.name : 'Error' },
})

const LOCKED = new Set(['file.password', 'file.wrong-password'])
const isLocked = (found: SchoolFile): boolean => found.is === 'broken' && LOCKED.has(found.problem.code)

/** A text file does not say when it was saved; the computer it is on may. */
const withTime = (found: SchoolFile, { lastModified }: File): SchoolFile =>
  found.is === 'plain' && found.plain.saved === ''
    ? { is: 'plain', plain: { ...found.plain, saved: new Date(lastModified).toISOString() } }
    : found

async function planned(
  received: Omit<ReceivedPlain, 'is' | 'plan' | 'same'>,
  now: string,
  known: KnownPlain,
  planner?: typeof planPlainFile,
): Promise<Received> {
  try {
    const plan = await planPlainReport(received.plain, received.path, now, known, {}, planner)
    if (!plan.ok) return { is: 'broken', file: received.file, problem: plan.problem }
    const same = known.readings.has(received.plain.hash, plan.value.told)
    return { is: 'plain', ...received, same, plan: plan.value }
  } catch (error) {
    return { is: 'broken', file: received.file, problem: unreadable(error) }
  }
}

function sorted(source: File, found: Exclude<SchoolFile, { is: 'plain' }>, register: Register): Received[] {
  const file = source.name
  if (found.is === 'whole') return [{ is: 'whole', file }]
  if (found.is === 'broken')
    return [isLocked(found) ? { is: 'locked', file, source } : { is: 'broken', file, problem: found.problem }]
  // Whose file it is says so first.
  const [first] = found.reports
  const judge = (report: ReadReport | KnownHash, carrier: JudgedReport | null) =>
    'known' in report ? register.recall(report.known, carrier) : register.judge(report, carrier)
  const hashOf = (report: ReadReport | KnownHash) => ('known' in report ? report.known : report.hash)
  const maker = first && !('code' in first) ? judge(first, null) : null
  return found.reports.map((report): Received => {
    const carrier =
      maker && !('code' in maker) && !('code' in report) && maker.read.passes.includes(hashOf(report))
        ? maker
        : null
    const judged = 'code' in report ? report : judge(report, carrier)
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

export interface TakingReport {
  readonly file: string
  readonly judged: JudgedReport
  /** With what was written into its sheets; otherwise as it was signed. */
  readonly corrected: boolean
}

export type Taking = TakingReport | PlainTaking

export interface Taken extends Written {
  /** How many reports are new in the register, or back on this computer. */
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
  const wanted = new Map<string, { facts: KnownReport; bytes: Uint8Array; judged: JudgedReport | null }>()
  for (const each of taking) {
    const report =
      'plan' in each
        ? { ...(await plainReport(book, each, session.now)), judged: null }
        : { ...entering(each, session.now, problemsOf), judged: each.judged }
    const { hash } = report.facts
    const isWanted = !here.has(hash) || report.judged?.is === 'lost'
    if (isWanted && !wanted.has(hash)) wanted.set(hash, report)
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
  const bySchool = bySchoolOf(reports)
  const parents = parentsOf(book, moved)
  const coming = new Map<string, WantedRow[]>()
  const enter = (school: string, rows: readonly WantedRow[]) =>
    coming.set(school, [...(coming.get(school) ?? []), ...rows])
  for (const { facts, judged } of fresh.values()) enter(facts.school, newSchoolRows(book, judged, parents))
  for (const row of parentRows(book, parents)) enter(row.id, [row])
  for (const report of moved) enter(report.school, [reportRow(report)])
  const schools = new Set([...touched.map(({ school }) => school), ...coming.keys()])
  const withLedgers = keepsLedgers(book)
  const concerned = withLedgers ? [...schools].map((school) => bySchool.get(school) ?? []) : []
  const missing = await missingReport(session, concerned, (hash) => wanted.has(hash))
  if (missing) return { ok: false, problem: missing }
  const steps = new LedgerSteps(session, { bySchool, coming })
  let done = 0
  for (const school of schools) {
    // A central school keeps no ledgers, only what it sends on.
    const standing = withLedgers ? (bySchool.get(school) ?? []) : []
    const opened = await openStanding(session, standing, (hash) => wanted.get(hash)?.bytes)
    if (!opened.ok) return opened
    steps.add(school, ledgersOf(school, opened.value))
    if (steps.waiting >= stepRows) await steps.write()
    // The disk is full, say: the schools that are in stay in, and the others can be taken once more.
    if (session.saving.problem) return { ok: false, problem: session.saving.problem }
    onProgress?.(++done / schools.size)
    await turn()
  }
  await steps.write()
  return ok({ reports: wanted.size, ...steps.taken })
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
  judged: JudgedReport | null,
  parents: ReadonlyMap<string, string>,
): WantedRow[] {
  if (!judged?.newSchool) return []
  const { school, newSchool } = judged
  const parent = parents.get(school)
  const cells = parent === undefined ? newSchool : { ...newSchool, parent }
  return [{ table: directoryOf(book), id: school, cells }]
}

function entering(
  { file, judged, corrected }: TakingReport,
  received: string,
  problemsOf: (judged: JudgedReport) => string,
): { facts: KnownReport; bytes: Uint8Array } {
  const facts = registered(judged, { file, received, problems: problemsOf(judged), corrected })
  return { facts, bytes: (corrected ? judged.read.edited! : judged.read).bytes }
}
