import type { ColumnReading } from './column-reading.ts'
import { isId } from '../shared/id.ts'
import { nameAsMeant } from '../shared/typed-text.ts'
import type { Problem } from '../shared/result.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Step } from '../tables/column.ts'
import type { FormulaWorld, MakeFormulas } from '../tables/formulas.ts'
import type { Table } from '../tables/table.ts'
import { lateMinutes } from '../rules/report-legs-rules.ts'
import type { Environment, RowReads, RowsInputs, RulesByTable } from '../rules/rule.ts'
import type { DeductionEntry, ScoreFacts } from '../rules/score-facts.ts'
import { schoolBuiltIn } from './built-in.ts'
import { DELETED, type CellEdit, type Change, type RowBlock } from './change.ts'
import { bindRules, compileRules } from './compile-rules.ts'
import { lookedUpRows, type CompiledRule, type RuleWorld } from './compiled-rule.ts'
import { environmentOf, shapesEnvironment } from './environment.ts'
import { FormulaBook } from './formula-book.ts'
import { Gatherings } from './gatherings.ts'
import type { Link } from './link.ts'
import { Links, type ChildRows } from './links.ts'
import { Names } from './names.ts'
import { shapesScores } from './organisation.ts'
import { Problems } from './problems.ts'
import { Recalculation } from './recalculation.ts'
import { PLACE, placesBeside, standingOrder, type Beside, type EnteredRows } from './row-place.ts'
import { Scoring, type ScoringWorld } from './scoring.ts'
import type { TableRows } from './stored-schema.ts'
import { TableData } from './table-data.ts'
import type { Moved, TableColumns, TableView } from './table-view.ts'
import { ValueIndex } from './value-index.ts'

/** Above this many new rows one full pass is cheaper than following each row. */
const MANY_ROWS = 2_000

/**
 * All rows of the open workbook, with everything that follows from them. Pure: it keeps no clock and no store, so the
 * same rows give the same numbers in the page, in a worker and in a test.
 */
export class Workbook {
  tables!: Readonly<Record<string, Table>>
  private readonly now: () => string
  private readonly allRules: RulesByTable
  private readonly stores = new Map<string, TableData>()
  private links!: Links
  private world!: RuleWorld
  private readonly names = new Map<string, Names>()
  private rules!: ReadonlyMap<string, CompiledRule>
  private recalculation!: Recalculation
  /** Null in a workbook that scores nobody: a bureau's. */
  private scoring!: Scoring | null
  private checks!: Problems
  private formulas!: FormulaBook
  private env!: Environment
  private movedRows = new Map<string, Set<number>>()
  private readonly views = new Map<string, { version: number; view: TableView }>()

  /** @param options.rules a school's when left out */
  constructor(options: {
    readonly tables: Readonly<Record<string, Table>>
    readonly rules?: RulesByTable
    readonly now: () => string
  }) {
    this.now = options.now
    this.allRules = options.rules ?? schoolBuiltIn.rules
    this.build(options.tables)
  }

  private build(tables: Readonly<Record<string, Table>>): void {
    this.tables = tables
    for (const table of Object.values(this.tables)) {
      const data = new TableData(table)
      this.stores.set(table.name, data)
      this.names.set(table.name, new Names(data, (id) => this.shownName(id)))
    }
    this.links = new Links(this.tables, this.stores, this.names)
    this.scoring = this.stores.has('termScores') ? new Scoring(this.scoringWorld()) : null
    this.checks = new Problems({
      data: this.data,
      computed: (table, position, column) => this.at(table, position, column),
      context: () => this.context(),
      now: this.now,
    })
    this.world = this.ruleWorld()
    this.rules = compileRules(this.allRules, this.world, (table) => this.stores.has(table))
    const eager = bindRules(this.rules)
    this.recalculation = new Recalculation(eager, this.data, this.links.of, (table, position, column) => {
      this.rowMoved(table, position)
      this.formulas.cellMoved(table, position, column)
    })
    this.env = environmentOf((table) => this.stores.get(table), this.now)
    this.formulas = new FormulaBook(this, {
      data: this.data,
      link: (table, column) => this.links.at(table, column) ?? null,
      isEager: (table, column) => this.rules.get(`${table}.${column}`)?.rule.eager === true,
      now: this.now,
    })
  }

  /**
   * Other tables and columns from now on, in place: whoever holds the workbook goes on holding it. Cells of columns that
   * are no more stay as cells of unknown columns, and become cells again when their column does. Tables that are no more
   * are handed back; `more` brings those that are known from now on.
   */
  reshape(
    tables: Readonly<Record<string, Table>>,
    more: Iterable<readonly [table: string, content: TableRows]> = [],
  ): Map<string, TableRows> {
    const contents = [...this.stores.keys()].map((table) => [table, this.rowsOf(table)] as const)
    for (const map of [this.stores, this.names, this.views]) map.clear()
    this.build(tables)
    const homeless = new Map<string, TableRows>()
    for (const [table, content] of [...contents, ...more])
      if (this.stores.has(table)) this.load(table, content)
      else homeless.set(table, content)
    this.start()
    return homeless
  }

  private rowsOf(table: string): TableRows {
    const { ids, keys, column } = this.content(table)
    return { ids, columns: Object.fromEntries(keys.map((key) => [key, column(key)])) }
  }

  /** What formulas see of it. */
  formulaWorld(): FormulaWorld {
    return this.formulas.world()
  }

  get formulaMaker(): MakeFormulas | null {
    return this.formulas.make
  }

  /** Formula columns come to something from now on. Apart from the rest, for their language is loaded only where needed. */
  calculate(make: MakeFormulas): void {
    this.formulas.start(make)
  }

  private readonly data = (table: string): TableData => {
    const data = this.stores.get(table)
    if (!data) throw new Error(`no table ${table}`)
    return data
  }

  private scoringWorld(): ScoringWorld {
    return {
      data: this.data,
      link: this.links.of,
      environment: () => this.env,
      lateMinutes: (leg) => lateMinutes((column) => this.at('reportLegs', leg, column), this.env),
      computed: (table, position, column) => this.at(table, position, column),
      why: (table, position, column) => this.rules.get(`${table}.${column}`)?.why(position) ?? [],
    }
  }

  private ruleWorld(): RuleWorld {
    const indexes = new Map<string, ValueIndex>()
    return {
      byValue: (table, column) => {
        const name = `${table}.${column}`
        let index = indexes.get(name)
        if (!index) indexes.set(name, (index = this.indexOf(table, column)))
        return index
      },
      gatherings: new Gatherings(),
      resolve: (table, reference) => {
        const row = isId(reference)
          ? this.positionOf(table, reference)
          : this.names.get(table)!.only(reference)
        return row >= 0 && this.data(table).isLive(row) ? row : -1
      },
      data: this.data,
      link: this.links.of,
      environment: () => this.env,
      computed: (table, column) => {
        const rule = this.rules.get(`${table}.${column}`)
        return !rule || rule.rule.eager ? null : (position) => rule.compute(position)
      },
      score: (id) => this.scoring?.generated.score(id) ?? null,
      entry: (id) => this.scoring?.generated.entry(id) ?? null,
    }
  }

  private indexOf(table: string, key: string): ValueIndex {
    const { to = [] } = this.tables[table]!.columns[key]!
    const targets = to.filter((target) => this.stores.has(target))
    const idOf = (reference: string) => {
      const found = isId(reference) ? null : this.find(targets, reference)
      return found === null || found === 'many' ? reference : found
    }
    return new ValueIndex(this.data(table), key, targets.map(this.data), idOf)
  }

  /**
   * What pure work over the rows of these tables comes to now, read as a rule reads them: for screens and papers that
   * show what a rule's number stands on, so that both go by the same sums.
   */
  look<const R extends RowReads, A>(reads: R, work: (rows: RowsInputs<R>, environment: Environment) => A): A {
    return work(lookedUpRows(this.world, reads) as RowsInputs<R>, this.env)
  }

  /** Puts stored rows in place; before `start`. */
  load(table: string, content: TableRows): void {
    this.data(table).append(content.ids, content.columns)
  }

  /** Links references and computes everything: after the stored rows are in place, and to check (核对). */
  start(): void {
    this.links.linkAll()
    this.recompute()
  }

  private recompute(): void {
    this.env = environmentOf((table) => this.stores.get(table), this.now)
    this.recalculation.full()
    this.scoring?.rebuild()
    this.formulas.everythingMoved()
  }

  /** Applies a change to the inputs and brings everything that follows from them up to date. */
  apply(change: Change): Moved {
    this.movedRows = new Map()
    const reshaped = new Set<string>()
    const wide = { environment: false, organisation: false, rows: 0 }
    for (const block of change.added) this.addRows(block, reshaped, wide)
    for (const edit of change.edits) this.editCell(edit, reshaped, wide)
    const scoresBefore = this.scoring?.version
    for (const table of reshaped) this.views.delete(table)
    const everything = wide.environment || wide.organisation || wide.rows > MANY_ROWS
    if (wide.environment || wide.rows > MANY_ROWS) this.recompute()
    else {
      this.recalculation.settle()
      if (wide.organisation) this.scoring?.rebuild()
      else this.scoring?.settle()
    }
    return this.movedBy(reshaped, everything, this.scoring?.version !== scoresBefore)
  }

  private addRows(
    block: RowBlock,
    reshaped: Set<string>,
    wide: { environment: boolean; organisation: boolean; rows: number },
  ) {
    const data = this.data(block.table)
    const first = data.append(block.ids, block.columns)
    reshaped.add(block.table)
    wide.rows += block.ids.length
    this.widen(block.table, null, wide)
    for (let position = first; position < data.ids.length; position++) this.rowAppeared(block.table, position)
  }

  private rowAppeared(table: string, position: number): void {
    const data = this.data(table)
    this.checks.keyMoved(table, position)
    this.names.get(table)!.add(position)
    for (const link of this.links.from(table)) this.relink(link, position)
    if (this.links.isAwaited(table))
      this.resolveAnew(table, [data.ids[position]!, this.names.get(table)!.nameOf(position)])
    this.recalculation.rowMoved(table, position)
    this.formulas.rowMoved(table, position)
    this.rowMoved(table, position)
  }

  private editCell(
    edit: CellEdit,
    reshaped: Set<string>,
    wide: { environment: boolean; organisation: boolean; rows: number },
  ) {
    const data = this.data(edit.table)
    const position = data.positions.get(edit.row)
    if (position === undefined) throw new Error(`no row ${edit.row} in ${edit.table}`)
    if (sameCell(data.stored(position, edit.column), edit.to)) return
    this.widen(edit.table, edit.column, wide)
    if (edit.column === DELETED) {
      reshaped.add(edit.table)
      this.setDeleted(edit.table, position, edit.to === true)
      return
    }
    if (edit.column === PLACE) {
      data.store(position, PLACE, edit.to)
      reshaped.add(edit.table)
      this.remember(edit.table, position)
      return
    }
    const names = this.names.get(edit.table)!
    // A deleted row bears no name: nobody can mean it, so a rename concerns nobody until it comes back.
    const renames = data.isLive(position) && data.definition.shownBy.includes(edit.column)
    const before = renames ? names.nameOf(position) : null
    data.store(position, edit.column, edit.to)
    if (renames) {
      names.remove(position, before)
      names.add(position)
      this.resolveAnew(edit.table, [before, names.nameOf(position)])
    }
    if (data.definition.key.includes(edit.column)) this.checks.keyMoved(edit.table, position)
    const link = this.links.at(edit.table, edit.column)
    if (link) this.relink(link, position)
    this.recalculation.cellMoved(edit.table, position, edit.column)
    this.formulas.cellMoved(edit.table, position, edit.column)
    this.rowMoved(edit.table, position)
  }

  private setDeleted(table: string, position: number, deleted: boolean): void {
    const data = this.data(table)
    const names = this.names.get(table)!
    const name = names.nameOf(position)
    if (!data.setDeleted(position, deleted)) return
    if (!deleted) {
      this.rowAppeared(table, position)
      return
    }
    this.checks.keyMoved(table, position)
    names.remove(position, name)
    for (const link of this.links.from(table)) this.relink(link, position)
    for (const link of this.links.to(table))
      for (const child of link.childrenOf(position)) this.relink(link, child)
    this.resolveAnew(table, [name])
    this.recalculation.rowMoved(table, position)
    this.formulas.rowMoved(table, position)
    this.rowMoved(table, position)
  }

  private relink(link: Link, position: number): void {
    const table = link.from.definition.name
    const before = link.targetOf(position)
    if (!link.relink(position)) return
    const after = link.targetOf(position)
    for (const parent of [before, after])
      if (parent >= 0) this.recalculation.childMoved(table, link.column, parent)
    this.recalculation.cellMoved(table, position, link.column)
    this.formulas.cellMoved(table, position, link.column)
    this.rowMoved(table, position)
  }

  /** Rows that name these ids or names may now point elsewhere. */
  private resolveAnew(table: string, references: readonly (string | null)[]): void {
    for (const link of this.links.to(table))
      for (const reference of references)
        if (reference !== null)
          for (const child of link.namedBy(isId(reference) ? reference : nameAsMeant(reference)))
            this.relink(link, child)
  }

  private widen(table: string, column: string | null, wide: { environment: boolean; organisation: boolean }) {
    if (shapesEnvironment(table)) wide.environment = true
    if (shapesScores(table, column)) wide.organisation = true
  }

  private rowMoved(table: string, position: number): void {
    this.scoring?.inputMoved(table, position)
    this.remember(table, position)
  }

  private remember(table: string, position: number): void {
    let rows = this.movedRows.get(table)
    if (!rows) this.movedRows.set(table, (rows = new Set()))
    rows.add(position)
  }

  private movedBy(reshaped: Set<string>, everything: boolean, scored: boolean): Moved {
    const rows = new Map<string, Set<string>>()
    for (const [table, positions] of this.movedRows) {
      const ids = this.data(table).ids
      rows.set(table, new Set([...positions].map((position) => ids[position]!)))
    }
    for (const [table, ids] of this.formulas.takeMoved())
      rows.set(table, new Set([...(rows.get(table) ?? []), ...ids]))
    const tables = new Set([...rows.keys(), ...reshaped])
    if (scored || everything)
      for (const table of Object.values(this.tables))
        if (everything || table.generated) {
          tables.add(table.name)
          if (table.generated) reshaped.add(table.name)
        }
    return { tables, rows: everything ? new Map() : rows, reshaped, everything }
  }

  // ── Reading ────────────────────────────────────────────────────────────────────────────────────────────────────

  environment(): Environment {
    return this.env
  }

  /** The inputs of a table as they are stored, deleted rows included: what the store writes pages from. */
  content(table: string): {
    ids: readonly string[]
    column: (key: string) => readonly Cell[]
    keys: readonly string[]
  } {
    const data = this.data(table)
    const inputs = Object.keys(data.columns).filter((key) => !data.definition.columns[key]!.computed)
    const keys = [...inputs, ...Object.keys(data.unknown), DELETED]
    return { ids: data.ids, keys, column: (key) => data.ids.map((_, position) => data.stored(position, key)) }
  }

  /** For what adds up 100,000 rows: asking for each cell by names costs fifty times as much. */
  columns(table: string): TableColumns {
    const data = this.data(table)
    return {
      ids: data.ids,
      isLive: (position) => data.isLive(position),
      column: (key) => data.columns[key]!.cells,
    }
  }

  positionOf(table: string, row: string): number {
    return this.stores.get(table)?.positions.get(row) ?? -1
  }

  /** The live rows as they are now; the same view until rows come or go. */
  view(table: string): TableView {
    const definition = this.tables[table]
    if (!definition) throw new Error(`no table ${table}`)
    const version = definition.generated ? this.scoring!.version : 0
    const known = this.views.get(table)
    if (known?.version === version) return known.view
    const ids = this.liveIds(definition)
    // Where all rows stand as they were entered, the table knows their places: a second index weighs 2 MB.
    const asEntered = this.isAsEntered(definition)
    let positions: ReadonlyMap<string, number> | null = null
    const view: TableView = {
      table: definition,
      size: ids.length,
      idAt: (position) => ids[position]!,
      positionOf: (id) => {
        positions ??= asEntered ? this.data(table).positions : new Map(ids.map((each, at) => [each, at]))
        const position = positions.get(id) ?? -1
        return position < ids.length ? position : -1
      },
      ids: () => ids,
    }
    this.views.set(table, { version, view })
    return view
  }

  private liveIds(table: Table): readonly string[] {
    if (this.isAsEntered(table)) return this.data(table.name).ids.slice()
    const written = this.written(table.name)
    return table.generated
      ? [...this.scoring!.generated.of(table.name).rows.map(({ id }) => id), ...written]
      : written
  }

  private isAsEntered({ name, generated }: Table): boolean {
    const { live, ids, unknown } = this.data(name)
    return !generated && live === ids.length && !unknown[PLACE]
  }

  /**
   * The live rows that people or files brought. What somebody wrote beside a row that the program makes is shown with
   * that row, never as a row of its own.
   */
  private written(table: string): string[] {
    const data = this.data(table)
    const { generated } = data.definition
    const isWritten = (id: string, position: number) =>
      data.isLive(position) && !(generated && isGeneratedId(id))
    if (!data.unknown[PLACE]) return data.ids.filter(isWritten)
    return standingOrder(entered(data)).flatMap((position) => {
      const id = data.ids[position]!
      return isWritten(id, position) ? [id] : []
    })
  }

  /** What to write into `PLACE` of so many rows, new or `moving`, so that they stand beside another. */
  placesBeside(table: string, beside: Beside, count: number, moving?: ReadonlySet<string>): string[] {
    return placesBeside(entered(this.data(table)), beside, count, moving)
  }

  has(table: string, row: string): boolean {
    const definition = this.tables[table]
    if (!definition) return false
    if (definition.generated && isGeneratedId(row))
      return this.scoring!.generated.of(table).positions.has(row)
    const position = this.positionOf(table, row)
    return position >= 0 && this.data(table).isLive(position)
  }

  /** The input as kept: typed text when it is not valid, null when empty or computed. */
  stored(table: string, row: string, column: string): Cell {
    const position = this.positionOf(table, row)
    const cell = position < 0 ? null : this.data(table).stored(position, column)
    if (cell !== null || !this.tables[table]?.generated) return cell
    const made = this.scoring!.generated.of(table)
    const at = made.positions.get(row)
    if (at === undefined) return cell
    return made.rows[at]!.cells[column] ?? this.tables[table]!.columns[column]?.initial ?? null
  }

  value(table: string, row: string, column: string): Cell | readonly Step[] {
    const definition = this.tables[table]?.columns[column]
    if (!definition?.computed) return this.stored(table, row, column)
    if (definition.formula !== undefined) return this.formulas.value(table, row, column)
    const position = this.positionOf(table, row)
    const rule = this.rules.get(`${table}.${column}`)
    if (!rule) return null
    const value = this.tables[table]!.generated
      ? rule.ofGenerated(row, position, (at) => rule.compute(at))
      : position < 0
        ? null
        : this.at(table, position, column)
    return (value ?? null) as Cell | readonly Step[]
  }

  /** All values of a column, in the order of the view. */
  readColumn(table: string, column: string): ColumnReading {
    const definition = this.tables[table]!
    const { computed, formula } = definition.columns[column]!
    if (!this.isAsEntered(definition) || formula !== undefined) {
      const view = this.view(table)
      return { at: (place) => this.value(table, view.idAt(place), column), coded: null }
    }
    // All rows are there and stand as they were entered: a place is a position.
    const data = this.data(table)
    const { cells, asTyped } = data.columns[column]!
    if (!computed)
      return { at: (place) => data.stored(place, column), coded: asTyped.size ? null : cells.coded }
    const rule = this.rules.get(`${table}.${column}`)
    if (!rule) return { at: () => null, coded: null }
    if (rule.rule.eager) return { at: (place) => cells.at(place), coded: cells.coded }
    return { at: (place) => (rule.compute(place) ?? null) as Cell | readonly Step[], coded: null }
  }

  /** A computed or stored value by position. */
  private at(table: string, position: number, column: string): unknown {
    const rule = this.rules.get(`${table}.${column}`)
    if (rule && !rule.rule.eager) return rule.compute(position)
    return this.data(table).cell(column, position)
  }

  /** Why a computed cell holds what it does, one step a sentence. */
  why(table: string, row: string, column: string): readonly Step[] {
    const rule = this.rules.get(`${table}.${column}`)
    if (!rule) return []
    const position = this.positionOf(table, row)
    if (this.tables[table]!.generated) return rule.ofGenerated(row, position, (at) => rule.why(at))
    return position < 0 ? [] : rule.why(position)
  }

  /** The cell as people read it, in Chinese; explanations are left to whoever can speak them. */
  text(table: string, row: string, column: string): string {
    const definition = this.tables[table]!.columns[column]!
    return cellTypeOf(definition).format(this.value(table, row, column), definition, this.context())
  }

  problem(table: string, row: string, column: string): Problem | null {
    const position = this.positionOf(table, row)
    return position < 0 || isGeneratedId(row) ? null : this.checks.of(table, position, column)
  }

  *problems(): Iterable<{ table: string; row: string; column: string; problem: Problem }> {
    for (const table of Object.keys(this.tables)) {
      const { ids } = this.data(table)
      for (let position = 0; position < ids.length; position++)
        for (const [column, problem] of this.problemsAt(table, position))
          yield { table, row: ids[position]!, column, problem }
    }
  }

  /** What is wrong in the row at a position, counted as in `content`; nothing in a row that is gone, or that is made. */
  *problemsAt(table: string, position: number): Generator<[column: string, problem: Problem]> {
    const data = this.data(table)
    if (!data.isLive(position) || isGeneratedId(data.ids[position]!)) return
    for (const column of this.checks.suspects(table)) {
      const problem = this.checks.of(table, position, column)
      if (problem) yield [column, problem]
    }
  }

  shownName(id: string): string | null {
    // What is named is mostly a person or a place: looked for among 100,000 incidents first, it would have indexes made
    // of them that nobody else asks for.
    for (const large of [false, true])
      for (const [table, data] of this.stores) {
        if (data.ids.length > MANY_ROWS !== large) continue
        const position = data.positions.get(id)
        if (position !== undefined && !(this.tables[table]!.generated && isGeneratedId(id)))
          return data.isLive(position) ? this.names.get(table)!.nameOf(position) : null
      }
    return null
  }

  find(tables: readonly string[], shownName: string): string | 'many' | null {
    let found: string | null = null
    for (const table of tables) {
      const rows = this.names.get(table)?.find(shownName) ?? []
      if (rows.length > 1 || (rows.length && found !== null)) return 'many'
      if (rows.length) found = this.data(table).ids[rows[0]!]!
    }
    return found
  }

  /** What cell types need to read and write cells of this workbook. */
  context(say: (steps: readonly Step[]) => string = () => ''): CellContext {
    return {
      now: this.now(),
      find: (tables, shownName) => this.find(tables, shownName),
      nameOf: (id) => this.shownName(id),
      labelOfTable: (table) => (Object.hasOwn(this.tables, table) ? this.tables[table]! : null),
      say,
    }
  }

  /** The rows that point at this one, by table and column. */
  children(table: string, row: string): ChildRows[] {
    return this.links.children(table, this.positionOf(table, row))
  }

  /** Cells that name this row by its shown name instead of its id: a rename would leave them pointing at nobody. */
  namedReferences(table: string, row: string): { table: string; row: string; column: string }[] {
    return this.links.namedReferences(table, this.positionOf(table, row))
  }

  /** Is any row of the table named by a cell that does not have its id? */
  isNamed(table: string): boolean {
    return this.links.isAwaited(table)
  }

  score(term: string, person: string): ScoreFacts | null {
    return this.scoring?.score(term, person) ?? null
  }

  /** What the rows come to now, also where the term is sealed: what a decision after the seal would have made of it. */
  liveScore(term: string, person: string): ScoreFacts | null {
    return this.scoring?.liveScore(term, person) ?? null
  }

  /** True when scores of the term have been written down for good. */
  isSealed(term: string): boolean {
    return this.scoring?.isSealed(term) ?? false
  }

  /** Everybody with a score in the term, in the order of the staff list; of a sealed one also those who are gone. */
  assessed(term: string): string[] {
    return this.scoring?.assessed(term) ?? []
  }

  /** Every line of a person's score in a term. */
  receipt(term: string, person: string): readonly DeductionEntry[] {
    return this.scoring?.receipt(term, person) ?? []
  }
}

/** Rows the program makes; what people write beside one is stored under the same id. */
export const isGeneratedId = (id: string): boolean => /^#(?:score|allowance|deduction|veto):/.test(id)

const entered = ({ ids, positions, unknown }: TableData): EnteredRows => ({
  ids,
  positions,
  places: unknown[PLACE] ?? [],
})
