import { fail, ok, type Result } from '../shared/result.ts'
import { dateOf } from '../shared/local-date.ts'
import { REPORTED } from '../tables/school/reported.ts'
import type { Table } from '../tables/table.ts'
import type { Environment } from '../rules/rule.ts'
import type { TermSpan } from '../rules/terms.ts'
import { readAudience, type Audience } from '../exchange/masking/audiences.ts'
import type { Answer } from '../exchange/masking/passages.ts'
import type { Session } from './session.ts'

export interface ExportRequest {
  /** `parquet`: a zip of one file a table, for data platforms. */
  readonly kind: 'xlsx' | 'csv' | 'parquet'
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

/** Tables that the program makes from others: they go out as the score workbook, whose numbers are formulas. */
const SCORE_TABLES: ReadonlySet<string> = new Set(['termScores', 'allowances', 'deductions'])

export const isScoreTable = (table: Table): boolean => SCORE_TABLES.has(table.name)

/** Tables that are sheets of a file; what the others say, these show. */
export const sheetsOf = (tables: Readonly<Record<string, Table>>): Table[] =>
  Object.values(tables).filter(({ defines }) => !defines)

/** The term that is running, else the last one that has begun, else the first. */
export function presentTerm({ terms, now }: Pick<Environment, 'terms' | 'now'>): TermSpan | null {
  const today = dateOf(now)
  return terms.findLast((term) => term.from <= today) ?? terms[0] ?? null
}

/** What a request comes to in this workbook. */
export interface Plan {
  readonly kind: ExportRequest['kind']
  readonly audience: Audience
  readonly term: TermSpan | null
  /** The scores of this colleague only. */
  readonly person: string | null
  readonly tables: readonly Table[]
  /** Everything goes out, to somebody who may see everything. */
  readonly complete: boolean
  readonly attachments: boolean
  /** The bureau gets all it wants to know, and its program can take it in by itself. */
  readonly reports: boolean
}

export function plan({ book }: Session, request: ExportRequest): Result<Plan> {
  const { kind, person = null } = request
  const audience = audienceOf(request, book.tables)
  if (audience === null) return fail('export.no-such-audience', { name: request.audience ?? '' })
  const all = request.tables === undefined && (request.term === undefined || kind !== 'xlsx')
  const names = request.tables ?? (all ? sheetsOf(book.tables).map(({ name }) => name) : [])
  const unknown = names.find((name) => !Object.hasOwn(book.tables, name))
  if (unknown !== undefined) return fail('export.no-such-table', { name: unknown })
  const tables = names.map((name) => book.tables[name]!)
  const base = { kind, audience, person }
  // Never a file that anybody can open where one behind a password was asked for.
  if (kind !== 'xlsx' && request.password) return fail('export.password-xlsx-only')
  const rowsAlone = { ...base, term: null, tables, complete: false, attachments: false, reports: false }
  if (kind === 'csv') return tables.length === 1 ? ok(rowsAlone) : fail('export.csv-one-table')
  if (kind === 'parquet') return tables.length > 0 ? ok(rowsAlone) : fail('export.nothing-chosen')

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
  const reports = audience === 'bureau' && REPORTED.every((name) => names.includes(name))
  return ok({ ...base, term, tables: plain, complete, attachments, reports })
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
