import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import { sha256Text } from '../shared/sha-256.ts'
import { dateOf, isLocalTime } from '../shared/local-date.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import type { Table } from '../tables/table.ts'
import type { Environment } from '../rules/rule.ts'
import type { TermSpan } from '../rules/terms.ts'
import type { Workbook } from '../engine/workbook.ts'
import { aboutSheet } from '../exchange/masking/about-sheet.ts'
import {
  AUDIENCES,
  hidesStaff,
  listsPersons,
  readAudience,
  type Audience,
} from '../exchange/masking/audiences.ts'
import { departmentScoreSheet } from '../exchange/masking/department-scores.ts'
import { knownPeople } from '../exchange/masking/known-people.ts'
import { Mask } from '../exchange/masking/mask.ts'
import { maskedScores, ownScores } from '../exchange/masking/masked-scores.ts'
import { Passages, type Answer, type Passage } from '../exchange/masking/passages.ts'
import type { PersonalData } from '../exchange/masking/personal-data.ts'
import type { ScoreExportData } from '../exchange/score-data.ts'
import { madeSheet, tableSheet, tableTexts, type TableRows } from '../exchange/table-sheet.ts'
import type { ExportSheet } from '../exchange/xlsx-write.ts'
import type { packStored, writeCsvFile, writeXlsxFile } from '../workers/bridge.ts'
import { Stopped, stopIfAsked, turn, type Work } from './book-copy.ts'
import { logExport } from './export-log.ts'
import type { ColumnsOf, ExportSummary } from './export-summary.ts'
import { filesForWorkbook } from './carried-files.ts'
import type { ExportWords } from './export-words.ts'
import { withFormulas, type TableOnSheet } from './export-formulas.ts'
import { exportPackage, type Packer } from './export-package.ts'
import { asFileName } from './file-name.ts'
import { schoolName, scoreExportOf } from './score-export.ts'
import type { Session } from './session.ts'

/** For screens: who a file is for, and the texts somebody has to look at. */
export { AUDIENCES, type Answer, type Audience, type Passage }

export interface ExportRequest {
  readonly kind: 'xlsx' | 'csv'
  /** Tables by name; the scores and every table when neither this nor a term is given. CSV takes exactly one. */
  readonly tables?: readonly string[]
  /** The term whose scores go out with live formulas, by id or shown name. */
  readonly term?: string
  /** The scores of this colleague only, by id. */
  readonly person?: string
  /** `whole`, `school`, `bureau`, `public`, or their Chinese names. Scores alone are for the school, the rest for the bureau. */
  readonly audience?: string
  /** To the bureau: sentences go as summaries of 50 characters instead of staying. */
  readonly summaries?: boolean
  readonly answers?: ReadonlyMap<string, Answer>
  /** Somebody has read the summaries in which nothing was found. */
  readonly agreed?: boolean
  /** What becomes of texts nobody has answered; they stop the file when left out. */
  readonly otherwise?: Answer
  /** Why sensitive data leaves; kept in the log of exports. */
  readonly reason?: string
  /** Photos and files go along; only in an .xlsx of everything, and only when asked for. */
  readonly attachments?: boolean
  /** The file opens with this password only (.xlsx). */
  readonly password?: string
}

/** Who writes the file: the worker, unless a test stands in for it. */
export interface FileWriters {
  readonly writeXlsxFile: typeof writeXlsxFile
  readonly writeCsvFile: typeof writeCsvFile
  readonly packStored: typeof packStored
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

/** Tables that the program makes from others: they go out as the score workbook, whose numbers are formulas. */
const SCORE_TABLES: ReadonlySet<string> = new Set(['termScores', 'allowances', 'deductions'])

export const isScoreTable = (table: Table): boolean => SCORE_TABLES.has(table.name)

/** Rows put into sheets between two chances for the page to answer a key. */
const PIECE = 500

/** Collecting the rows, and then writing the file, by their share of the time. */
const COLLECTING = 0.4

/** The term that is running, else the last one that has begun, else the first. */
export function presentTerm({ terms, now }: Pick<Environment, 'terms' | 'now'>): TermSpan | null {
  const today = dateOf(now)
  return terms.findLast((term) => term.from <= today) ?? terms[0] ?? null
}

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
    const { writeXlsxFile, writeCsvFile } = by
    const collecting = sharing(work, 0, COLLECTING)
    const content = await collect(session, planned.value, request, words, collecting, by)
    const { texts, scores, sheets, state, summary, passages } = content
    const open = passages.filter(({ answered }) => !answered)
    if (open.length > 0) return fail('export.unanswered', { count: open.length })
    if (scores.length + sheets.length === 0 && !texts) return fail('export.nothing-for-audience')
    // After the rows: a file is always there before a row names it.
    const files = planned.value.attachments ? await filesForWorkbook(session) : null
    if (files && !files.ok) return files
    const writing = sharing(work, COLLECTING, 1)
    const about = words.about?.(summary)
    const written = texts
      ? await writeCsvFile(texts, writing)
      : await writeXlsxFile(
          { first: about && aboutSheet(about.title, about.lines), scores, sheets },
          {
            password: request.password || undefined,
            ...(state?.ok ? { state: state.value } : {}),
            ...(files ? { files: files.value } : {}),
          },
          writing,
        )
    if (!written.ok) return written
    const { bytes } = written.value
    const name = fileName(session, planned.value, words)
    const { reason = '' } = request
    const hash = await sha256Text(bytes)
    const logged = logExport(session, {
      summary,
      file: name,
      sha256: hash,
      reason,
      locked: !!request.password,
    })
    const warnings = [...written.value.warnings, ...(state && !state.ok ? [state.problem] : [])]
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
  return planned.ok ? ok(new Collection(session, planned.value, request, words).summary()) : planned
}

/** Everything as it would go out, without making the file. */
export async function reviewExport(
  session: Session,
  request: ExportRequest,
  words: ExportWords,
  work: Work = {},
): Promise<Result<Review>> {
  const planned = plan(session, request)
  if (!planned.ok) return planned
  try {
    const { summary, passages } = await collect(
      session,
      { ...planned.value, complete: false },
      request,
      words,
      work,
    )
    return ok({ summary, passages })
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

/** Tables that are sheets of a file; what the others say, these show. */
export const sheetsOf = (tables: Readonly<Record<string, Table>>): Table[] =>
  Object.values(tables).filter(({ defines }) => !defines)

interface Plan {
  readonly kind: ExportRequest['kind']
  readonly audience: Audience
  readonly term: TermSpan | null
  /** The scores of this colleague only. */
  readonly person: string | null
  readonly tables: readonly Table[]
  /** Everything goes out, to somebody who may see everything. */
  readonly complete: boolean
  readonly attachments: boolean
}

function plan({ book }: Session, request: ExportRequest): Result<Plan> {
  const { kind, person = null } = request
  const audience = audienceOf(request, book.tables)
  if (audience === null) return fail('export.no-such-audience', { name: request.audience ?? '' })
  const all = request.tables === undefined && (request.term === undefined || kind === 'csv')
  const names = request.tables ?? (all ? sheetsOf(book.tables).map(({ name }) => name) : [])
  const unknown = names.find((name) => !Object.hasOwn(book.tables, name))
  if (unknown !== undefined) return fail('export.no-such-table', { name: unknown })
  const tables = names.map((name) => book.tables[name]!)
  const base = { kind, audience, person }
  if (kind === 'csv')
    return tables.length === 1
      ? ok({ ...base, term: null, tables, complete: false, attachments: false })
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
  // Scores are worked out again wherever the file is read.
  const complete =
    audience === 'whole' &&
    sheetsOf(book.tables).every((table) => isScoreTable(table) || names.includes(table.name))
  const attachments = complete && request.attachments === true
  return ok({ ...base, term, tables: plain, complete, attachments })
}

/** Scores alone are what leaders read; everything else is what the bureau asks for. */
function audienceOf(
  { audience, tables, term }: ExportRequest,
  all: Readonly<Record<string, Table>>,
): Audience | null {
  if (audience !== undefined) return readAudience(audience)
  const scoresOnly =
    tables === undefined ? term !== undefined : tables.every((name) => all[name] && isScoreTable(all[name]))
  return scoresOnly ? 'school' : 'bureau'
}

interface Content {
  readonly scores: readonly ScoreExportData[]
  readonly sheets: readonly ExportSheet[]
  /** The one table of a CSV file. */
  readonly texts: string[][] | null
  readonly summary: ExportSummary
  readonly passages: readonly Passage[]
  /** For an exact merge; only in a file of everything, for it holds everything. */
  readonly state?: Result<Uint8Array>
}

/**
 * All rows of one moment: when the workbook changes meanwhile (another tab), everything is collected again, for half of
 * the file from before and half from after a change would be neither.
 */
async function collect(
  session: Session,
  plan: Plan,
  request: ExportRequest,
  words: ExportWords,
  work: Work,
  packer?: Packer,
): Promise<Content> {
  for (;;) {
    let moved = false
    const stop = session.subscribe((event) => (moved ||= event.type === 'changed'))
    try {
      const content = await new Collection(session, plan, request, words).collect(work, () => moved)
      if (content === null) continue
      const { signal } = work
      const around = { sheets: plan.tables.map((table) => madeSheet(table)), locale: words.locale }
      const state = plan.complete ? await exportPackage(session, around, { signal }, packer) : undefined
      stopIfAsked(work)
      if (!moved) return state ? { ...content, state } : content
    } finally {
      stop()
    }
  }
}

/** The content of one file, cell by cell as its audience may read it. */
class Collection {
  private readonly book: Workbook
  private readonly context: CellContext
  private readonly passages: Passages
  private readonly mask: Mask
  private readonly days = new Set<string>()
  private valuesOnly: readonly ColumnsOf[] = []

  constructor(
    private readonly session: Session,
    private readonly plan: Plan,
    request: ExportRequest,
    private readonly words: ExportWords,
  ) {
    const { audience } = plan
    this.book = session.book
    this.context = this.book.context(words.say)
    let people: PersonalData | null = null
    const { answers, agreed, otherwise, summaries = false } = request
    this.passages = new Passages(() => (people ??= knownPeople(this.book)), {
      audience,
      answers,
      agreed,
      otherwise,
    })
    this.mask = new Mask(this.book, this.context, this.passages, { audience, summaries })
  }

  /** Null when the workbook has changed on the way. */
  async collect(work: Work, outdated: () => boolean): Promise<Content | null> {
    const { tables, kind, complete } = this.plan
    const { scores, sheets: scoreSheets } = this.scores()
    const sheets: TableOnSheet[] = []
    let texts: string[][] | null = null
    const whole = tables.reduce((sum, { name }) => sum + this.book.view(name).size, 1)
    let done = 0
    for (const table of tables) {
      const columns = this.mask.columns(table)
      if (columns.length === 0) continue
      const ids = this.book.view(table.name).ids()
      const lines = this.lines(table, ids)
      const shape = { columns, rowIds: complete }
      const sheet = tableSheet(table, { ...lines, ids: [] }, this.context, shape)
      const rows: ExportSheet['rows'][number][] = []
      const found: string[][] = []
      for (let from = 0; from < ids.length; from += PIECE) {
        const piece = { ...lines, ids: ids.slice(from, from + PIECE) }
        if (kind === 'csv') found.push(...tableTexts(table, piece, this.context, { columns }).slice(1))
        else rows.push(...tableSheet(table, piece, this.context, shape).rows)
        work.onProgress?.((done += piece.ids.length) / whole)
        await turn()
        stopIfAsked(work)
        if (outdated()) return null
      }
      if (this.mask.hidesOrder(table)) {
        rows.sort(byWhatIsShown)
        found.sort(byWhatIsShown)
      }
      const [headings] = tableTexts(table, { ...lines, ids: [] }, this.context, { columns })
      if (kind === 'csv') texts = [headings!, ...found]
      else sheets.push({ table, columns, ids, sheet: { ...sheet, rows } })
    }
    const live = await withFormulas(this.book, sheets, (table, column) => this.mask.isAsItIs(table, column))
    this.valuesOnly = live.valuesOnly
    return {
      scores,
      sheets: [...scoreSheets, ...live.sheets],
      texts,
      summary: this.summary(),
      passages: this.passages.all(),
    }
  }

  private lines(table: Table, ids: readonly string[]): TableRows {
    const lineOf = new Map(ids.map((id, at) => [id, at + 1]))
    return {
      ids,
      value: (row, column) => {
        const cell = this.mask.cell(table, row, column, lineOf.get(row)!)
        if (table.name === 'incidents' && column === 'occurred_at' && typeof cell === 'string')
          this.days.add(cell)
        return cell
      },
    }
  }

  /** The score workbook; for a notice board no more of it than numbers of departments. */
  private scores(): { scores: readonly ScoreExportData[]; sheets: readonly ExportSheet[] } {
    const { term, person, audience } = this.plan
    if (term === null) return { scores: [], sheets: [] }
    const all = scoreExportOf(this.book, term, { school: this.session.info.name, words: this.words })
    const wanted = person === null ? all : ownScores(all, person)
    const masked = audience === 'whole' ? wanted : maskedScores(wanted, this.mask, hidesStaff(audience))
    return listsPersons(audience)
      ? { scores: [masked], sheets: [] }
      : { scores: [], sheets: [departmentScoreSheet(masked)] }
  }

  summary(): ExportSummary {
    const { session, plan, mask, book } = this
    const going = plan.tables.filter((table) => mask.columns(table).length > 0)
    const staying = (table: Table) => {
      const out = new Set(mask.columns(table))
      return Object.keys(table.columns).filter((key) => !out.has(key))
    }
    const columnsOf = (of: (table: Table) => readonly string[]) =>
      going
        .map((table) => ({ table: table.name, columns: of(table) }))
        .filter(({ columns }) => columns.length > 0)
    const days = [...this.days].sort()
    const environment = book.environment()
    return {
      audience: plan.audience,
      school: schoolName(book) || session.info.name,
      madeAt: environment.now,
      madeBy: hidesStaff(plan.audience) ? '' : session.person,
      rules: environment.policyVersion,
      term: plan.term?.name ?? null,
      own: plan.person !== null,
      tables: going.map(({ name }) => ({ table: name, rows: book.view(name).size })),
      period: days.length > 0 ? [dayOf(days[0]!), dayOf(days.at(-1)!)] : null,
      leftOut: columnsOf(staying),
      changed: columnsOf((table) => mask.columnsChanged(table)),
      valuesOnly: this.valuesOnly,
      tablesLeftOut: plan.tables.filter((table) => !going.includes(table)).map(({ name }) => name),
      staffNamed: mask.staffNamed.size,
      pupilsNamed: mask.pupilsNamed,
      pupilsBySurname: mask.pupilsBySurname,
      texts: this.passages.all().length,
      mergeable: plan.complete,
    }
  }
}

/** The day of a moment; what was made rougher on purpose stays as rough. */
const dayOf = (moment: string): string => (isLocalTime(moment) ? dateOf(moment) : moment)

/** Rows of people without names stand in the order of what can be read: their own order would say who is who. */
function byWhatIsShown(a: readonly unknown[], b: readonly unknown[]): number {
  const [one, other] = [a.join('\u0000'), b.join('\u0000')]
  return one < other ? -1 : one > other ? 1 : 0
}

const sharing = ({ signal, onProgress }: Work, from: number, to: number): Work => ({
  signal,
  onProgress: onProgress && ((share) => onProgress(from + share * (to - from))),
})

function fileName({ book, info }: Session, { kind, term, person, tables }: Plan, words: ExportWords): string {
  const what = term?.name ?? (tables.length === 1 ? tables[0]!.zh : null)
  const parts = [
    ...[words.program, schoolName(book) || info.name, what],
    term ? (person !== null && words.own) || null : dateOf(book.environment().now),
  ]
  return `${parts.filter(Boolean).map(asFileName).join('-')}.${kind}`
}
