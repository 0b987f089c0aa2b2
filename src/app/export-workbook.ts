import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import { sha256Text } from '../shared/sha-256.ts'
import { dateOf } from '../shared/local-date.ts'
import { aboutSheet } from '../exchange/masking/about-sheet.ts'
import { AUDIENCES, type Audience } from '../exchange/masking/audiences.ts'
import type { Answer, Passage } from '../exchange/masking/passages.ts'
import { TextGatherer } from '../exchange/masking/text-examiner.ts'
import type { writeCsvFile, writeParquetFile, writeXlsxFile } from '../workers/bridge.ts'
import { Stopped, type Work } from './book-copy.ts'
import { filesForWorkbook } from './carried-files.ts'
import { reportsBelow } from './central/reports-below.ts'
import { collect, sharing, type Collectors } from './collect-export.ts'
import { Collection } from './export-collection.ts'
import { logExport } from './export-log.ts'
import { isScoreTable, plan, presentTerm, sheetsOf, type ExportRequest, type Plan } from './export-plan.ts'
import type { ExportSummary } from './export-summary.ts'
import type { ExportWords } from './export-words.ts'
import { asFileName } from './file-name.ts'
import { packReport } from './school-report.ts'
import type { Session } from './session.ts'

/** For screens: who a file is for, what is asked, and the texts somebody has to look at. */
export {
  AUDIENCES,
  isScoreTable,
  presentTerm,
  sheetsOf,
  type Answer,
  type Audience,
  type ExportRequest,
  type Passage,
}

/** Who writes the file: the worker, unless a test stands in for it. */
export interface FileWriters extends Collectors {
  readonly writeXlsxFile: typeof writeXlsxFile
  readonly writeCsvFile: typeof writeCsvFile
  readonly writeParquetFile: typeof writeParquetFile
}

export interface Exported {
  readonly bytes: Uint8Array
  /** Says the school and the day or term, and nobody's name. */
  readonly name: string
  readonly warnings: readonly Problem[]
  readonly summary: ExportSummary
  readonly sha256: string
  /** It stands in the log of exports. */
  readonly logged: boolean
  /** It holds the whole workbook, and can bring it back. */
  readonly complete: boolean
}

/** What would go out, and what somebody has to look at first. */
export interface Review {
  readonly summary: ExportSummary
  readonly passages: readonly Passage[]
}

/** Collecting the rows, and then writing the file, by their share of the time. */
const COLLECTING = 0.4

/**
 * The workbook as a file that Excel and WPS open. It is made from memory, so it works also while nothing can be stored.
 * A text in which people were found and nobody has said what to do with it stops the file where its audience must not
 * read them.
 */
export async function exportFile(
  session: Session,
  request: ExportRequest,
  words: ExportWords,
  work: Work = {},
  writers?: FileWriters,
): Promise<Result<Exported>> {
  const planned = plan(session, request)
  if (!planned.ok) return planned
  try {
    const by = writers ?? (await import('../workers/bridge.ts'))
    const { writeXlsxFile, writeCsvFile, writeParquetFile } = by
    const collecting = sharing(work, 0, COLLECTING)
    const content = await collect(session, planned.value, request, words, collecting, by)
    if (!content.ok) return content
    const { texts, parquet, scores, sheets, state, reported, summary, passages } = content.value
    const open = passages.filter(({ answered }) => !answered)
    if (open.length > 0) return fail('export.unanswered', { count: open.length })
    if (scores.length + sheets.length + parquet.length === 0 && !texts)
      return fail('export.nothing-for-audience')
    // After the rows: a file is always there before a row names it.
    const files = planned.value.attachments ? await filesForWorkbook(session) : null
    if (files && !files.ok) return files
    const below = planned.value.reports ? await reportsBelow(session) : null
    const report = below && (await packReport(session, reported, summary.school, below.hashes))
    if (report && !report.ok) return report
    const writing = sharing(work, COLLECTING, 1)
    const about = words.about?.(summary)
    const { school, madeAt: made, audience } = summary
    const facts = { workbook: session.info.id, school, made, audience }
    const written = texts
      ? await writeCsvFile(texts, writing)
      : parquet.length > 0
        ? await writeParquetFile({ facts, tables: parquet }, writing)
        : await writeXlsxFile(
            {
              first: about && aboutSheet(about.title, about.lines),
              scores,
              sheets: [...sheets, ...(below?.sheets ?? [])],
            },
            {
              password: request.password || undefined,
              ...(state?.ok ? { state: state.value } : {}),
              ...(report ? { reports: [report.value, ...below!.reports], sealed: true } : {}),
              ...(files ? { files: files.value } : {}),
            },
            writing,
          )
    if (!written.ok) return written
    const { bytes } = written.value
    const name = fileName(session, planned.value, words, summary)
    const { reason = '' } = request
    const hash = await sha256Text(bytes)
    const logged = logExport(session, {
      summary,
      file: name,
      sha256: hash,
      reason,
      locked: !!request.password,
    })
    const warnings = [
      ...written.value.warnings,
      ...(state && !state.ok ? [state.problem] : []),
      ...(below?.missing ?? []),
    ]
    const complete = state?.ok === true
    return { ok: true, value: { bytes, warnings, name, summary, sha256: hash, logged, complete } }
  } catch (error) {
    if (error instanceof Stopped) return fail('file.stopped')
    throw error
  }
}

/** What a file would hold, as far as it is known before its rows are gone through. */
export function outlineExport(
  session: Session,
  request: ExportRequest,
  words: ExportWords,
): Result<ExportSummary> {
  const planned = plan(session, request)
  if (!planned.ok) return planned
  return ok(new Collection(session, planned.value, request, words, new TextGatherer()).summary())
}

/** Everything as it would go out, without making the file. */
export async function reviewExport(
  session: Session,
  request: ExportRequest,
  words: ExportWords,
  work: Work = {},
  writers?: FileWriters,
): Promise<Result<Review>> {
  const planned = plan(session, request)
  if (!planned.ok) return planned
  try {
    const content = await collect(
      session,
      { ...planned.value, complete: false },
      request,
      words,
      work,
      writers,
    )
    return content.ok ? ok({ summary: content.value.summary, passages: content.value.passages }) : content
  } catch (error) {
    if (error instanceof Stopped) return fail('file.stopped')
    throw error
  }
}

/**
 * The same for programs: the bytes, or an error that says the code. Nobody is there to answer, so what was found in
 * texts is covered.
 */
export async function exportWorkbook(
  session: Session,
  request: ExportRequest,
  words: ExportWords,
): Promise<Uint8Array> {
  const exported = await exportFile(session, { otherwise: { is: 'cover' }, ...request }, words)
  if (!exported.ok) throw new Error(exported.problem.code)
  return exported.value.bytes
}

const ENDINGS: Readonly<Record<ExportRequest['kind'], string>> = {
  xlsx: 'xlsx',
  csv: 'csv',
  parquet: 'parquet.zip',
}

function fileName(
  { book }: Session,
  { kind, person, tables }: Plan,
  words: ExportWords,
  { school, term }: ExportSummary,
): string {
  const what = term ?? (tables.length === 1 ? tables[0]!.zh : null)
  const parts = [
    ...[words.program, school, what],
    term !== null ? (person !== null && words.own) || null : dateOf(book.environment().now),
  ]
  return `${parts.filter(Boolean).map(asFileName).join('-')}.${ENDINGS[kind]}`
}
