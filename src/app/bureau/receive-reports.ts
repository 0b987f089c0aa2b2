import { ok, type Problem, type Result } from '../../shared/result.ts'
import type { planPlainFile, readSchoolFile } from '../../workers/bridge.ts'
import type { PlainFile, SchoolFile } from '../../workers/report-work.ts'
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
import { plainReport, type PlainTaking } from './plain/enter-plain.ts'
import { fileName, PlainReadings } from './plain/plain-readings.ts'
import { listedSchools, planPlainReport, type KnownPlain, type PlainPlan } from './plain/plan-plain.ts'
import { bySchoolOf, differing, reportRow } from './write-ledgers.ts'

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
 * Reads what schools have sent, one file after the other beside the page. Nothing is written. Whatever one file is or
 * does, the next is read; who stops has what was read until then.
 */
export async function readReports(
  session: Session,
  files: readonly File[],
  reading: Reading = {},
  reader?: typeof readSchoolFile,
  planner?: typeof planPlainFile,
): Promise<Received[]> {
  const { onProgress, signal } = reading
  const read = reader ?? (await import('../../workers/bridge.ts')).readSchoolFile
  const kept = new Set((await session.files.all()).map(({ hash }) => hash))
  const reports = knownReports(session.book)
  const register = new Register(session.book, reports, session.info.id, kept)
  const schools = keepsLedgers(session.book) ? listedSchools(session.book) : []
  const known = { schools, readings: new PlainReadings(reports), reports }
  const received: Received[] = []
  const hashes = new Set<string>()
  for (const [at, source] of files.entries()) {
    if (signal?.aborted) break
    onProgress?.(at, files.length)
    const found = await readOne(source, session.now, read, reading)
    if (signal?.aborted) break
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
        known,
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
  onProgress?.(files.length, files.length)
  return received
}

async function readOne(
  source: File,
  now: string,
  read: typeof readSchoolFile,
  { signal, passwords = [] }: Reading,
): Promise<SchoolFile> {
  try {
    const picked = await pick(source)
    if (!picked.ok) return { is: 'broken', problem: picked.problem }
    const { bytes, name } = picked.value
    let file = await read(bytes, name, now, { signal })
    for (const password of passwords) {
      if (!(file.ok && isLocked(file.value))) break
      file = await read(bytes, name, now, { signal }, password)
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

export interface TakingReport {
  readonly file: string
  readonly judged: JudgedReport
  /** With what was written into its sheets; otherwise as it was signed. */
  readonly corrected: boolean
}

export type Taking = TakingReport | PlainTaking

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
