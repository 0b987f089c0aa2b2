import type { Problem } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { Formulas, FormulaWorld } from '../tables/formulas.ts'
import { Area } from './area.ts'
import { compile, type Cells, type CompiledFormula } from './compile.ts'
import type { Reference } from './names.ts'
import { cellOf } from './shown-result.ts'
import { FormulaError, WRONG_NAME, WRONG_REFERENCE, type Content } from './value.ts'

/** One formula column: its formula made ready, and what has been worked out so far. */
interface FormulaColumn {
  readonly table: string
  readonly key: string
  readonly compiled: CompiledFormula | null
  /** What all its cells are while its formula cannot be worked out. */
  broken: FormulaError | null
  readonly values: Map<string, Content>
  /** Moves without anybody being told: by the clock, or with what is itself worked out only when somebody looks. */
  volatile: boolean
}

/** Which rows of a formula column follow a cell: the same row, those that point to its row, or all. */
type Reach = { readonly is: 'own' } | { readonly is: 'linked'; readonly by: string } | { readonly is: 'all' }

interface Dependent {
  readonly of: FormulaColumn
  readonly reach: Reach
}

/**
 * All formula columns of a workbook. A cell is worked out when somebody looks at it and kept; when a cell moves, what
 * was worked out from it is forgotten, row by row where the formula reads the row, as a whole where it reads a whole
 * column. What nobody has looked at costs nothing, and what is looked at is never old.
 */
export class FormulaColumns implements Formulas {
  private readonly columns = new Map<string, FormulaColumn>()
  private readonly problems = new Map<string, Problem>()
  private readonly dependents = new Map<string, Dependent[]>()
  private readonly volatile: FormulaColumn[] = []
  private readonly areas = new Map<string, { readonly area: Area; readonly reads: readonly string[] }>()
  private readonly areasOf = new Map<string, Set<string>>()
  private moved = new Map<string, Set<string>>()
  /** The moment up to which volatile cells are good. */
  private moment = ''
  private readonly cells: Cells

  constructor(private readonly world: FormulaWorld) {
    this.cells = {
      now: world.now,
      target: world.target,
      cell: (table, row, column) => this.content(table, row, column),
      area: (table, columns) => this.area(table, columns),
    }
    for (const table of Object.values(world.tables))
      for (const [key, { formula }] of Object.entries(table.columns)) {
        if (formula === undefined) continue
        const compiled = compile(formula, table, world.tables, this.cells)
        const name = nameOf(table.name, key)
        if (!compiled.ok) this.problems.set(name, compiled.problem)
        this.columns.set(name, {
          table: table.name,
          key,
          compiled: compiled.ok ? compiled.value : null,
          broken: compiled.ok ? null : WRONG_NAME,
          values: new Map(),
          volatile: false,
        })
      }
    this.breakCircles()
    for (const column of this.columns.values()) this.register(column)
    this.findVolatile()
  }

  /** What is wrong with the formula of a column, or null. */
  problem(table: string, column: string): Problem | null {
    return this.problems.get(nameOf(table, column)) ?? null
  }

  value(table: string, row: string, column: string): Cell {
    this.lookAtTheClock()
    return cellOf(this.content(table, row, column), this.world.tables[table]!.columns[column]!)
  }

  /** What a cell holds for other formulas, and for a sheet. */
  content(table: string, row: string, column: string): Content {
    const formula = this.columns.get(nameOf(table, column))
    if (!formula) return this.world.cell(table, row, column)
    if (formula.broken) return formula.broken
    const known = formula.values.get(row)
    if (known !== undefined) return known
    const content = this.workOut(formula, row)
    formula.values.set(row, content)
    return content
  }

  private workOut({ compiled }: FormulaColumn, row: string): Content {
    try {
      return compiled!.evaluate(row)
    } catch (error) {
      if (error instanceof FormulaError) return error
      throw error
    }
  }

  private area(table: string, columns: readonly string[]): Area {
    const name = `${table}\u0000${columns.join('\u0000')}`
    const known = this.areas.get(name)
    if (known) return known.area
    const rows = this.world.rows(table)
    const area = new Area(columns.map((column) => rows.map((row) => this.content(table, row, column))))
    const reads = columns.flatMap((column) =>
      [...this.reading(table, column, { is: 'all' })].map((read) => read.name),
    )
    this.areas.set(name, { area, reads })
    for (const each of reads) entry(this.areasOf, each, () => new Set()).add(name)
    return area
  }

  // ── What follows what ──────────────────────────────────────────────────────────────────────────────────────────

  private register(column: FormulaColumn): void {
    for (const { name, reach } of this.readsOf(column))
      entry(this.dependents, name, () => []).push({ of: column, reach })
  }

  /** Every column a formula stands on, with the rows that follow it. */
  private *readsOf({ table, compiled }: FormulaColumn): Generator<{ name: string; reach: Reach }> {
    for (const reference of compiled?.references ?? []) yield* this.readsBy(table, reference)
  }

  private *readsBy(home: string, reference: Reference): Generator<{ name: string; reach: Reach }> {
    if (reference.is === 'linked') {
      const { by, table, column } = reference
      yield* this.reading(home, by, { is: 'own' })
      yield* this.reading(table, column, { is: 'linked', by })
      return
    }
    const own = reference.is !== 'columns'
    const table = reference.is === 'columns' ? reference.table : home
    for (const column of reference.is === 'cell' ? [reference.column] : reference.columns)
      yield* this.reading(table, column, own ? { is: 'own' } : { is: 'all' })
  }

  /** A cell that names another row says what that row is called: it follows its name, too. */
  private *reading(
    table: string,
    column: string,
    reach: Reach,
    seen: ReadonlySet<string> = new Set(),
  ): Generator<{ name: string; reach: Reach }> {
    const name = nameOf(table, column)
    yield { name, reach }
    const { type, to = [] } = this.world.tables[table]!.columns[column]!
    if ((type !== 'reference' && type !== 'references') || seen.has(name)) return
    const link: Reach =
      reach.is === 'own' && type === 'reference' ? { is: 'linked', by: column } : { is: 'all' }
    for (const target of to)
      for (const part of this.world.tables[target]?.shownBy ?? [])
        yield* this.reading(target, part, link, new Set([...seen, name]))
  }

  /** A formula that reads itself, directly or in a ring, has no value. */
  private breakCircles(): void {
    const done = new Set<FormulaColumn>()
    const visit = (column: FormulaColumn, path: readonly FormulaColumn[]): void => {
      const at = path.indexOf(column)
      if (at >= 0) {
        const ring = path.slice(at)
        for (const each of ring) this.breakCircle(each, ring)
        return
      }
      if (done.has(column)) return
      for (const { name } of this.readsOf(column)) {
        const read = this.columns.get(name)
        if (read) visit(read, [...path, column])
      }
      done.add(column)
    }
    for (const column of this.columns.values()) visit(column, [])
  }

  private breakCircle(column: FormulaColumn, ring: readonly FormulaColumn[]): void {
    column.broken = WRONG_REFERENCE
    const labels = ring.map(({ table, key }) => this.world.tables[table]!.columns[key]!.zh)
    this.problems.set(nameOf(column.table, column.key), {
      code: 'formula.circular',
      params: { names: labels.join(' → '), at: 1 },
    })
  }

  private findVolatile(): void {
    const moves = (name: string): boolean => {
      const read = this.columns.get(name)
      if (read) return read.volatile
      const [table, column] = name.split('\u0000') as [string, string]
      return !this.world.isTold(table, column)
    }
    let found = true
    while (found) {
      found = false
      for (const column of this.columns.values()) {
        if (column.volatile || column.broken) continue
        if (!column.compiled!.volatile && ![...this.readsOf(column)].some(({ name }) => moves(name))) continue
        column.volatile = found = true
        this.volatile.push(column)
      }
    }
  }

  // ── Forgetting ─────────────────────────────────────────────────────────────────────────────────────────────────

  cellMoved(table: string, row: string, column: string): void {
    this.forgetVolatile()
    this.follow(table, row, column)
  }

  private follow(table: string, row: string, column: string): void {
    const name = nameOf(table, column)
    this.forgetAreas(name)
    for (const { of, reach } of this.dependents.get(name) ?? []) {
      if (reach.is === 'own') this.forget(of, row)
      else {
        const rows = reach.is === 'linked' ? this.world.pointing(of.table, reach.by, row) : null
        if (rows) for (const each of rows) this.forget(of, each)
        else this.forgetAll(of)
      }
    }
  }

  rowMoved(table: string, row: string): void {
    this.forgetVolatile()
    // It may come back with other cells than it went with.
    for (const column of this.columns.values()) if (column.table === table) this.forget(column, row)
    for (const column of Object.keys(this.world.tables[table]?.columns ?? {})) {
      const name = nameOf(table, column)
      this.forgetAreas(name)
      for (const { of, reach } of this.dependents.get(name) ?? []) if (reach.is !== 'own') this.forgetAll(of)
    }
  }

  everythingMoved(): void {
    this.areas.clear()
    this.areasOf.clear()
    for (const column of this.columns.values()) {
      for (const row of column.values.keys()) this.remember(column.table, row)
      column.values.clear()
    }
  }

  takeMoved(): ReadonlyMap<string, ReadonlySet<string>> {
    const taken = this.moved
    this.moved = new Map()
    return taken
  }

  /** What was not worked out cannot have been read by anything that is kept: there the wave stops. */
  private forget(column: FormulaColumn, row: string): void {
    if (!column.values.delete(row)) return
    this.remember(column.table, row)
    this.follow(column.table, row, column.key)
  }

  private forgetAll(column: FormulaColumn): void {
    const { table, values } = column
    const name = nameOf(table, column.key)
    if (values.size === 0) return this.forgetAreas(name)
    for (const row of values.keys()) this.remember(table, row)
    values.clear()
    this.forgetAreas(name)
    for (const { of } of this.dependents.get(name) ?? []) this.forgetAll(of)
  }

  private forgetAreas(name: string): void {
    for (const area of this.areasOf.get(name) ?? []) this.areas.delete(area)
    this.areasOf.delete(name)
  }

  private forgetVolatile(): void {
    for (const column of this.volatile) this.forgetAll(column)
    // Their areas over columns that tell nothing are as old as they are.
    for (const [name, { reads }] of this.areas)
      if (reads.some((read) => !this.tells(read))) this.areas.delete(name)
  }

  private tells(name: string): boolean {
    const formula = this.columns.get(name)
    if (formula) return !formula.volatile
    const [table, column] = name.split('\u0000') as [string, string]
    return this.world.isTold(table, column)
  }

  private lookAtTheClock(): void {
    if (this.volatile.length === 0) return
    const now = this.world.now()
    if (now === this.moment) return
    this.moment = now
    this.forgetVolatile()
  }

  private remember(table: string, row: string): void {
    entry(this.moved, table, () => new Set()).add(row)
  }
}

const nameOf = (table: string, column: string): string => `${table}\u0000${column}`

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key)
  if (found === undefined) map.set(key, (found = make()))
  return found
}
