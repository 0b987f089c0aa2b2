import type { Cell } from '../tables/cell.ts'
import type { Step } from '../tables/column.ts'
import type { Environment, Rule } from '../rules/rule.ts'
import type { DeductionEntry, ScoreFacts, VetoEntry } from '../rules/score-facts.ts'
import type { Link } from './link.ts'
import type { TableData } from './table-data.ts'
import type { Gatherings, Work } from './gatherings.ts'
import type { ValueIndex } from './value-index.ts'

/** What a rule is run against. */
export interface RuleWorld {
  readonly data: (table: string) => TableData
  readonly link: (table: string, column: string) => Link
  readonly environment: () => Environment
  /** A computed column of another (or this) table at a position; null when it is an input column. */
  readonly computed: (table: string, column: string) => ((position: number) => unknown) | null
  /** The rows of a table by what a column holds. */
  readonly byValue: (table: string, column: string) => ValueIndex
  readonly gatherings: Gatherings
  /** The position of the row that a reference, an id or a name, points to; -1 for none. */
  readonly resolve: (table: string, reference: string) => number
  /** The score a generated row shows; null for other rows. */
  readonly score: (id: string) => ScoreFacts | null
  readonly entry: (id: string) => DeductionEntry | VetoEntry | null
}

/**
 * Where a cursor stands. Apart from the cursor, because every cursor has a shape of its own and moving it is the one
 * thing done for each row by the same code.
 */
interface Place {
  row: number
}

type Cursor = Record<string, unknown>

/** An object whose properties read the cells of the row it stands on: one object for all rows, nothing is copied. */
function cursorOver(world: RuleWorld, table: string, keys: readonly string[], place: Place): Cursor {
  const cursor: Cursor = {}
  const data = world.data(table)
  for (const key of keys) {
    const column = data.definition.columns[key]
    if (!column) throw new Error(`rule reads unknown column ${table}.${key}`)
    const compute = column.computed ? world.computed(table, key) : null
    const { cells } = data.columns[key]!
    Object.defineProperty(cursor, key, {
      enumerable: true,
      get: compute ? () => compute(place.row) : () => cells.at(place.row),
    })
  }
  return cursor
}

function* livePositions(data: TableData): Generator<number> {
  for (let row = 0; row < data.ids.length; row++) if (data.isLive(row)) yield row
}

/** A rule bound to its tables: `compute` and `why` take the position of a row. */
export class CompiledRule {
  private cursor!: Cursor
  private readonly place: Place = { row: 0 }
  /** The row's id, where it is not one of the table's own rows (a generated row has no position). */
  private generatedId: string | null = null

  constructor(
    readonly table: string,
    readonly column: string,
    readonly rule: Rule,
    private readonly world: RuleWorld,
  ) {}

  /** Binds the reads. After all rules exist, since rules read each other's columns. */
  bind(): void {
    const { world, rule, table } = this
    const data = world.data(table)
    const { place } = this
    const cursor = cursorOver(world, table, rule.reads.own ?? [], place)
    this.cursor = cursor
    Object.defineProperty(cursor, 'id', { get: () => this.generatedId ?? data.ids[place.row] })
    if (rule.reads.via) cursor.via = this.linkedRows(rule.reads.via)
    if (rule.reads.from) cursor.from = this.childRows(rule.reads.from)
    if (rule.reads.rows) {
      const rows = this.lookedUpRows(rule.reads.rows)
      const sources = Object.keys(rule.reads.rows).map(world.data)
      cursor.rows = rows
      cursor.gather = (work: Work) => world.gatherings.of(work, rows, sources, world.environment())
    }
    if (rule.reads.score)
      Object.defineProperty(cursor, 'score', { get: () => world.score(cursor.id as string) })
    if (rule.reads.entry)
      Object.defineProperty(cursor, 'entry', { get: () => world.entry(cursor.id as string) })
  }

  /** Every `table.column` the rule reads. */
  inputs(): string[] {
    const { own = [], via = {}, from = {} } = this.rule.reads
    const inputs = own.map((column) => `${this.table}.${column}`)
    for (const [column, keys] of Object.entries(via)) {
      const target = this.world.link(this.table, column).target.definition.name
      inputs.push(...keys.map((key) => `${target}.${key}`))
    }
    for (const [child, { columns }] of Object.entries(from))
      inputs.push(...columns.map((key) => `${child}.${key}`))
    return inputs
  }

  private linkedRows(reads: Readonly<Record<string, readonly string[]>>): object {
    const { place } = this
    const via = {}
    for (const [column, keys] of Object.entries(reads)) {
      const link = this.world.link(this.table, column)
      const at: Place = { row: 0 }
      const linked = cursorOver(this.world, link.target.definition.name, keys, at)
      Object.defineProperty(via, column, {
        get: () => {
          const target = link.targetOf(place.row)
          if (target < 0) return null
          at.row = target
          return linked
        },
      })
    }
    return via
  }

  private childRows(reads: Readonly<Record<string, { by: string; columns: readonly string[] }>>): object {
    const { place } = this
    const from: Record<string, unknown> = {}
    for (const [table, { by, columns }] of Object.entries(reads)) {
      const link = this.world.link(table, by)
      const at: Place = { row: 0 }
      const child = cursorOver(this.world, table, columns, at)
      from[table] = {
        fold: <A>(start: A, step: (accumulated: A, child: Cursor) => A): A => {
          let accumulated = start
          for (let row = link.first(place.row); row >= 0; row = link.next(row)) {
            at.row = row
            accumulated = step(accumulated, child)
          }
          return accumulated
        },
      }
    }
    return from
  }

  private lookedUpRows(
    reads: Readonly<Record<string, { by?: string; columns: readonly string[] }>>,
  ): Record<string, unknown> {
    const { world } = this
    const rows: Record<string, unknown> = {}
    for (const [table, { by, columns }] of Object.entries(reads)) {
      const data = world.data(table)
      const at: Place = { row: 0 }
      const found = cursorOver(world, table, columns, at)
      Object.defineProperty(found, 'id', { get: () => data.ids[at.row] })
      const over = (positions: Iterable<number>) => ({
        fold: <A>(start: A, step: (accumulated: A, row: Cursor) => A): A => {
          // A fold within a fold moves the same cursor, and hands it back where it stood.
          const before = at.row
          let accumulated = start
          for (const row of positions) {
            at.row = row
            accumulated = step(accumulated, found)
          }
          at.row = before
          return accumulated
        },
      })
      const named: Place = { row: 0 }
      const single = cursorOver(world, table, columns, named)
      Object.defineProperty(single, 'id', { get: () => data.ids[named.row] })
      rows[table] = {
        where: (value: string | number | null) =>
          over(value === null || by === undefined ? [] : world.byValue(table, by).rows(value)),
        all: over({ [Symbol.iterator]: () => livePositions(data) }),
        named: (reference: string | null) => {
          const row = reference === null ? -1 : world.resolve(table, reference)
          named.row = row
          return row < 0 ? null : single
        },
      }
    }
    return rows
  }

  compute(position: number): unknown {
    const { place } = this
    const before = place.row
    place.row = position
    const value = this.rule.compute(this.cursor as never, this.world.environment())
    place.row = before
    return value
  }

  /** Computes the rule for every row of the table, into its column. */
  computeAll(): void {
    const { place, cursor, world } = this
    const data = world.data(this.table)
    const { cells } = data.columns[this.column]!
    const environment = world.environment()
    const compute = this.rule.compute as (inputs: unknown, environment: Environment) => unknown
    for (let row = 0, size = data.ids.length; row < size; row++) {
      place.row = row
      const value = data.isLive(row) ? (compute(cursor, environment) as Cell) : null
      if (value !== null && row >= cells.length) cells.makeRoom(size)
      cells.set(row, value)
    }
  }

  why(position: number): readonly Step[] {
    if (!this.rule.why) return []
    const { place } = this
    const before = place.row
    place.row = position
    const steps = this.rule.why(this.cursor as never, this.world.environment())
    place.row = before
    return steps
  }

  /** Runs the rule for a generated row, which has an id but no position of its own (`position` holds its overlay). */
  ofGenerated<R>(id: string, position: number, run: (position: number) => R): R {
    const before = this.generatedId
    this.generatedId = id
    const value = run(position)
    this.generatedId = before
    return value
  }
}
