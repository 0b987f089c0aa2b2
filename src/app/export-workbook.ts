import { fail, type Problem, type Result } from '../shared/result.ts'
import { dateOf } from '../shared/local-date.ts'
import type { Table } from '../tables/table.ts'
import type { Environment } from '../rules/rule.ts'
import type { TermSpan } from '../rules/terms.ts'
import type { ScoreExportData } from '../exchange/score-data.ts'
import { tableSheet, tableTexts, type TableRows } from '../exchange/table-sheet.ts'
import type { ExportSheet } from '../exchange/xlsx-write.ts'
import type { writeCsvFile, writeXlsxFile } from '../workers/bridge.ts'
import { Stopped, stopIfAsked, turn, type Work } from './book-copy.ts'
import { filesForWorkbook } from './carried-files.ts'
import type { ExportWords } from './export-words.ts'
import { exportPackage } from './export-package.ts'
import { schoolName, scoreExportOf } from './score-export.ts'
import type { Session } from './session.ts'

/** `covered` leaves out what is sensitive (names of pupils, injuries, costs); `whole` is for the school's own keeping. */
export type Audience = 'covered' | 'whole'

export interface ExportRequest {
  readonly kind: 'xlsx' | 'csv'
  /** Tables by name; the scores and every table when neither this nor a term is given. CSV takes exactly one. */
  readonly tables?: readonly string[]
  /** The term whose scores go out with live formulas, by id or shown name. */
  readonly term?: string
  readonly audience?: Audience
  /** Photos and files go along; only in an .xlsx of everything, and only when asked for. */
  readonly attachments?: boolean
  /** The file opens with this password only (.xlsx). */
  readonly password?: string
}

/** Who writes the file: the worker, unless a test stands in for it. */
export interface FileWriters {
  readonly writeXlsxFile: typeof writeXlsxFile
  readonly writeCsvFile: typeof writeCsvFile
}

export interface Exported {
  readonly bytes: Uint8Array
  /** Says the school and the day or term, and nobody's name. */
  readonly name: string
  readonly warnings: readonly Problem[]
}

/** Tables that the program makes from others: they go out as the score workbook, whose numbers are formulas. */
const SCORE_TABLES: ReadonlySet<string> = new Set(['termScores', 'allowances', 'deductions'])

export const isScoreTable = (table: Table): boolean => SCORE_TABLES.has(table.name)

/** Rows put into sheets between two chances for the page to answer a key. */
const PIECE = 500

/** Collecting the rows, and then writing the file, by their share of the time. */
const COLLECTING = 0.4

/** The columns of a table that somebody may see. */
export const columnsFor = (table: Table, audience: Audience): readonly string[] =>
  Object.entries(table.columns)
    .filter(([, column]) => audience === 'whole' || column.privacy !== 'S')
    .map(([key]) => key)

/** Columns that stay behind. */
export const columnsLeftOut = (table: Table, audience: Audience): readonly string[] => {
  const kept = new Set(columnsFor(table, audience))
  return Object.keys(table.columns).filter((key) => !kept.has(key))
}

/** The term that is running, else the last one that has begun, else the first. */
export function presentTerm({ terms, now }: Pick<Environment, 'terms' | 'now'>): TermSpan | null {
  const today = dateOf(now)
  return terms.findLast((term) => term.from <= today) ?? terms[0] ?? null
}

/**
 * The workbook as a file that Excel and WPS open. It is made from memory, so it works also while nothing can be stored.
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
    const { texts, scores, sheets, state } = await collect(
      session,
      planned.value,
      words,
      sharing(work, 0, COLLECTING),
    )
    // After the rows: a file is always there before a row names it.
    const files = planned.value.attachments ? await filesForWorkbook(session) : null
    if (files && !files.ok) return files
    const { writeXlsxFile, writeCsvFile } = writers ?? (await import('../workers/bridge.ts'))
    const writing = sharing(work, COLLECTING, 1)
    const written = texts
      ? await writeCsvFile(texts, writing)
      : await writeXlsxFile(
          { scores, sheets },
          {
            password: request.password || undefined,
            ...(state?.ok ? { state: state.value } : {}),
            ...(files ? { files: files.value } : {}),
          },
          writing,
        )
    if (!written.ok) return written
    const { bytes } = written.value
    const warnings = [...written.value.warnings, ...(state && !state.ok ? [state.problem] : [])]
    return {
      ok: true,
      value: { bytes, warnings, name: fileName(session, planned.value, words.program) },
    }
  } catch (error) {
    if (error instanceof Stopped) return fail('file.stopped')
    throw error
  }
}

/** The same for programs: the bytes, or an error that says the code. */
export async function exportWorkbook(
  session: Session,
  request: ExportRequest,
  words: ExportWords,
): Promise<Uint8Array> {
  const exported = await exportFile(session, request, words)
  if (!exported.ok) throw new Error(exported.problem.code)
  return exported.value.bytes
}

interface Plan {
  readonly kind: ExportRequest['kind']
  readonly audience: Audience
  readonly term: TermSpan | null
  readonly tables: readonly Table[]
  /** Everything goes out, to somebody who may see everything. */
  readonly complete: boolean
  readonly attachments: boolean
}

function plan({ book }: Session, request: ExportRequest): Result<Plan> {
  const { kind, audience = 'covered' } = request
  const all = request.tables === undefined && (request.term === undefined || kind === 'csv')
  const names = request.tables ?? (all ? Object.keys(book.tables) : [])
  const unknown = names.find((name) => !Object.hasOwn(book.tables, name))
  if (unknown !== undefined) return fail('export.no-such-table', { name: unknown })
  const tables = names.map((name) => book.tables[name]!)
  if (kind === 'csv')
    return tables.length === 1
      ? { ok: true, value: { kind, audience, term: null, tables, complete: false, attachments: false } }
      : fail('export.csv-one-table')

  const plain = tables.filter((table) => !isScoreTable(table))
  const scored = request.term !== undefined || plain.length < tables.length
  const environment = book.environment()
  const term = !scored
    ? null
    : request.term === undefined
      ? presentTerm(environment)
      : (environment.terms.find(({ id, name }) => id === request.term || name === request.term) ?? null)
  if (scored && term === null && !all) return fail('export.no-term')
  if (term === null && plain.length === 0) return fail('export.nothing-chosen')
  const complete = audience === 'whole' && Object.keys(book.tables).every((name) => names.includes(name))
  const attachments = complete && request.attachments === true
  return { ok: true, value: { kind, audience, term, tables: plain, complete, attachments } }
}

interface Content {
  readonly scores: readonly ScoreExportData[]
  readonly sheets: readonly ExportSheet[]
  /** The one table of a CSV file. */
  readonly texts: string[][] | null
  /** For an exact merge; only in a file of everything, for it holds everything. */
  readonly state?: Result<Uint8Array>
}

/**
 * All rows of one moment: when the workbook changes meanwhile (another tab), everything is collected again, for half of
 * the file from before and half from after a change would be neither.
 */
async function collect(session: Session, plan: Plan, words: ExportWords, work: Work): Promise<Content> {
  for (;;) {
    let moved = false
    const stop = session.subscribe((event) => (moved ||= event.type === 'changed'))
    try {
      const content = await collectOnce(session, plan, words, work, () => moved)
      if (content === null) continue
      const state = plan.complete ? await exportPackage(session) : undefined
      if (!moved) return state ? { ...content, state } : content
    } finally {
      stop()
    }
  }
}

async function collectOnce(
  { book, info }: Session,
  plan: Plan,
  words: ExportWords,
  work: Work,
  outdated: () => boolean,
): Promise<Content | null> {
  const context = book.context(words.say)
  const rowsOf = ({ name }: Table, ids: readonly string[]): TableRows => ({
    ids,
    value: (row, column) => book.value(name, row, column),
  })
  const scores = plan.term ? [scoreExportOf(book, plan.term, { school: info.name, words })] : []
  const sheets: ExportSheet[] = []
  let texts: string[][] | null = null
  const whole = plan.tables.reduce((sum, { name }) => sum + book.view(name).size, 1)
  let done = 0
  for (const table of plan.tables) {
    const ids = book.view(table.name).ids()
    const columns = columnsFor(table, plan.audience)
    const sheet = tableSheet(table, rowsOf(table, []), context, { columns })
    const rows: ExportSheet['rows'][number][] = []
    const lines = tableTexts(table, rowsOf(table, []), context, { columns })
    for (let from = 0; from < ids.length; from += PIECE) {
      const piece = rowsOf(table, ids.slice(from, from + PIECE))
      if (plan.kind === 'csv') lines.push(...tableTexts(table, piece, context, { columns }).slice(1))
      else rows.push(...tableSheet(table, piece, context, { columns }).rows)
      work.onProgress?.((done += piece.ids.length) / whole)
      await turn()
      stopIfAsked(work)
      if (outdated()) return null
    }
    if (plan.kind === 'csv') texts = lines
    else sheets.push({ ...sheet, rows })
  }
  return { scores, sheets, texts }
}

const sharing = ({ signal, onProgress }: Work, from: number, to: number): Work => ({
  signal,
  onProgress: onProgress && ((share) => onProgress(from + share * (to - from))),
})

function fileName({ book, info }: Session, { kind, term, tables }: Plan, program: string): string {
  const what = term?.name ?? (tables.length === 1 ? tables[0]!.zh : null)
  const parts = [program, schoolName(book) || info.name, what, term ? null : dateOf(book.environment().now)]
  return `${parts.filter(Boolean).map(asFileName).join('-')}.${kind}`
}

/** Characters that one system or another does not allow in the name of a file. */
const asFileName = (text: string | null): string =>
  (text ?? '')
    .replace(/[\p{Cc}"*/:<>?\\|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
