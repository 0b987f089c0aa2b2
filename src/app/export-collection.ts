import { isLocalTime, dateOf } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { REPORTED } from '../tables/school/reported.ts'
import type { Table } from '../tables/table.ts'
import { formatRulesOf, type FormatRule } from '../engine/formats/format-rules.ts'
import type { Workbook } from '../engine/workbook.ts'
import { peopleTablesOf } from '../exchange/masking/people-tables.ts'
import { hidesStaff, listsPersons } from '../exchange/masking/audiences.ts'
import { departmentScoreSheet } from '../exchange/masking/department-scores.ts'
import { formatMarks, hasTypedWords } from '../exchange/format-marks.ts'
import { Mask } from '../exchange/masking/mask.ts'
import { maskedScores, ownScores } from '../exchange/masking/masked-scores.ts'
import { Passages, type Passage } from '../exchange/masking/passages.ts'
import type { Examiner } from '../exchange/masking/text-examiner.ts'
import type { ScoreExportData } from '../exchange/score-data.ts'
import {
  parquetColumns,
  parquetRows,
  type ParquetColumn,
  type ParquetTable,
} from '../exchange/parquet-rows.ts'
import { tableSheet, tableTexts, type TableRows } from '../exchange/table-sheet.ts'
import type { ExportSheet } from '../exchange/xlsx-write.ts'
import type { ReportedTable } from '../sync/report.ts'
import { schoolsBelow } from './central/reports-below.ts'
import { stopIfAsked, turn, type Work } from './book-copy.ts'
import type { ExportRequest, Plan } from './export-plan.ts'
import { withFormulas, type TableOnSheet } from './export-formulas.ts'
import type { ColumnsOf, ExportSummary } from './export-summary.ts'
import type { ExportWords } from './export-words.ts'
import { ReportedRows } from './school-report.ts'
import { schoolName, scoreExportOf } from './score-export.ts'
import type { Session } from './session.ts'

export interface Content {
  readonly scores: readonly ScoreExportData[]
  readonly sheets: readonly ExportSheet[]
  /** The one table of a CSV file. */
  readonly texts: string[][] | null
  /** Table by table for a data platform. */
  readonly parquet: readonly ParquetTable[]
  /** What the bureau takes in by itself, table by table. */
  readonly reported: ReadonlyMap<string, ReportedTable>
  readonly summary: ExportSummary
  readonly passages: readonly Passage[]
}

/** The rows of a table as the file's kind has them; the other two lists stay empty. */
interface Made {
  readonly rows: ExportSheet['rows'][number][]
  readonly texts: string[][]
  readonly records: Cell[][]
}

const nothingYet = (): Made => ({ rows: [], texts: [], records: [] })

/** Rows put into sheets before looking at the clock, and milliseconds between two chances for the page to answer a key. */
const PIECE = 20
const TURN = 12

/** The content of one file, cell by cell as its audience may read it. */
export class Collection {
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
    examiner: Examiner,
  ) {
    const { audience } = plan
    this.book = session.book
    this.context = this.book.context(words.say)
    const { answers, agreed, otherwise, summaries = false } = request
    this.passages = new Passages(examiner, { audience, answers, agreed, otherwise })
    this.mask = new Mask(this.book, this.context, this.passages, { audience, summaries })
  }

  /** Goes through every text on its way out, for whoever examines them. False when the workbook has changed on the way. */
  async gather(work: Work, outdated: () => boolean): Promise<boolean> {
    this.scores()
    this.school()
    this.term()
    return this.walk(work, outdated, (table, rows) => {
      for (const column of this.mask.columns(table)) for (const row of rows.ids) rows.value(row, column)
    })
  }

  /** Null when the workbook has changed on the way. */
  async collect(work: Work, outdated: () => boolean): Promise<Content | null> {
    const { tables, kind } = this.plan
    const { scores, sheets: scoreSheets } = this.scores()
    const sheets: TableOnSheet[] = []
    let texts: string[][] | null = null
    const parquet: ParquetTable[] = []
    const made = new Map<string, Made>()
    const reported = new ReportedRows(this.context)
    for (const table of tables) if (this.isReported(table)) reported.begin(table, this.mask.columns(table))
    const whole = await this.walk(work, outdated, (table, rows) => {
      const columns = this.mask.columns(table)
      const shape = { columns, rowIds: this.hasRowIds(table) }
      if (this.isReported(table)) reported.add(table, rows)
      const so = made.get(table.name) ?? nothingYet()
      made.set(table.name, so)
      if (kind === 'csv') so.texts.push(...tableTexts(table, rows, this.context, { columns }).slice(1))
      else if (kind === 'parquet') so.records.push(...this.records(table, rows))
      else so.rows.push(...tableSheet(table, rows, this.context, shape).rows)
    })
    if (!whole) return null
    for (const table of tables) {
      const columns = this.mask.columns(table)
      if (columns.length === 0) continue
      const { rows, texts: found, records } = made.get(table.name) ?? nothingYet()
      if (this.mask.hidesOrder(table)) for (const each of [rows, found, records]) each.sort(byWhatIsShown)
      const none = this.lines(table, [])
      const shape = { columns, rowIds: this.hasRowIds(table) }
      if (kind === 'csv') texts = [...tableTexts(table, none, this.context, { columns }), ...found]
      else if (kind === 'parquet') {
        const { name, zh, en } = table
        parquet.push({ name, zh, en, columns: this.parquetColumns(table), rows: records })
      } else {
        const sheet = this.marked(table, columns, { ...tableSheet(table, none, this.context, shape), rows })
        sheets.push({ table, columns, ids: this.book.view(table.name).ids(), sheet })
      }
    }
    const live = await withFormulas(this.book, sheets, (table, column) => this.mask.isAsItIs(table, column))
    this.valuesOnly = live.valuesOnly
    return {
      scores,
      sheets: [...scoreSheets, ...live.sheets],
      texts,
      parquet,
      reported: reported.all,
      summary: this.summary(),
      passages: this.passages.all(),
    }
  }

  private parquetColumns(table: Table): ParquetColumn[] {
    const changed = new Set(this.mask.columnsChanged(table))
    return parquetColumns(table, this.mask.columns(table), changed)
  }

  /** Where the order of persons would tell who is who, what tells one from another through the months would as well. */
  private records(table: Table, rows: TableRows): Cell[][] {
    const withIds = !this.mask.hidesOrder(table)
    return parquetRows(table, this.parquetColumns(table), rows, this.context, withIds)
  }

  private isReported(table: Table): boolean {
    return this.plan.reports && (REPORTED as readonly string[]).includes(table.name)
  }

  /** So that what somebody writes into the file later is found again. */
  private hasRowIds(table: Table): boolean {
    return this.plan.complete || this.isReported(table)
  }

  /** With the conditional formats of its table, alive. */
  private marked(table: Table, columns: readonly string[], sheet: ExportSheet): ExportSheet {
    const mayTell = (rule: FormatRule) =>
      this.plan.audience === 'whole' || !hasTypedWords(rule, table.columns)
    const rules = formatRulesOf(this.book, table.name).filter(mayTell)
    if (rules.length === 0) return sheet
    const changed = new Set(this.mask.columnsChanged(table))
    const marks = formatMarks(table, columns, rules, (column) => !changed.has(column))
    return { ...sheet, columns: sheet.columns.map((column, at) => ({ ...column, marks: marks[at] ?? [] })) }
  }

  /** The rows that go out, a few at a time, letting the page answer keys in between. */
  private async walk(
    work: Work,
    outdated: () => boolean,
    take: (table: Table, rows: TableRows) => void,
  ): Promise<boolean> {
    const { tables } = this.plan
    const whole = tables.reduce((sum, { name }) => sum + this.book.view(name).size, 1)
    let done = 0
    let until = performance.now() + TURN
    for (const table of tables) {
      if (this.mask.columns(table).length === 0) continue
      const ids = this.book.view(table.name).ids()
      const lines = this.lines(table, ids)
      for (let from = 0; from < ids.length; from += PIECE) {
        const piece = ids.slice(from, from + PIECE)
        take(table, { ...lines, ids: piece })
        done += piece.length
        if (performance.now() < until) continue
        work.onProgress?.(done / whole)
        await turn()
        stopIfAsked(work)
        if (outdated()) return false
        until = performance.now() + TURN
      }
      work.onProgress?.(done / whole)
    }
    return !outdated()
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

  /** In every file and its name, so it, too, is what its audience may read. */
  private school(): string {
    const { profile, ownName } = peopleTablesOf(this.book.tables)
    const place = { table: profile, row: '', column: ownName, line: 1 }
    return this.mask.text('organisation', schoolName(this.book) || this.session.info.name, place)
  }

  private term(): string | null {
    const { term } = this.plan
    const place = { table: 'terms', row: term?.id ?? '', column: 'name', line: 0 }
    return term && this.mask.text('label', term.name, place)
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
      school: this.school(),
      madeAt: environment.now,
      madeBy: hidesStaff(plan.audience) ? '' : session.person,
      rules: environment.policyVersion,
      term: this.term(),
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
      schoolsBelow: plan.reports ? schoolsBelow(book).length : 0,
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
