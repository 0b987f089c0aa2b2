import type { Step } from '../tables/column.ts'
import type { Environment, Rule } from '../rules/rule.ts'
import type { DeductionEntry, ScoreFacts, VetoEntry } from '../rules/score-facts.ts'
import type { Link } from './link.ts'
import type { TableData } from './table-data.ts'

/** What a rule is run against. */
export interface RuleWorld {
  readonly data: (table: string) => TableData
  readonly link: (table: string, column: string) => Link
  readonly environment: () => Environment
  /** A computed column of another (or this) table at a position; null when it is an input column. */
  readonly computed: (table: string, column: string) => ((position: number) => unknown) | null
  /** The score a generated row shows; null for other rows. */
  readonly score: (id: string) => ScoreFacts | null
  readonly entry: (id: string) => DeductionEntry | VetoEntry | null
}

type Cursor = { position: number } & Record<string, unknown>

/** An object whose properties read the cells of the row it stands on: one object for all rows, nothing is copied. */
function cursorOver(world: RuleWorld, table: string, keys: readonly string[]): Cursor {
  const cursor = { position: 0 } as Cursor
  const data = world.data(table)
  for (const key of keys) {
    const column = data.definition.columns[key]
    if (!column) throw new Error(`rule reads unknown column ${table}.${key}`)
    const compute = column.computed ? world.computed(table, key) : null
    const { cells } = data.columns[key]!
    Object.defineProperty(cursor, key, {
      enumerable: true,
      get: compute ? () => compute(cursor.position) : () => cells[cursor.position],
    })
  }
  return cursor
}

/** A rule bound to its tables: `compute` and `why` take the position of a row. */
export class CompiledRule {
  private cursor!: Cursor
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
    const cursor = cursorOver(world, table, rule.reads.own ?? [])
    this.cursor = cursor
    Object.defineProperty(cursor, 'id', { get: () => this.generatedId ?? data.ids[cursor.position] })
    if (rule.reads.via) cursor.via = this.linkedRows(rule.reads.via)
    if (rule.reads.from) cursor.from = this.childRows(rule.reads.from)
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
    const via = {}
    for (const [column, keys] of Object.entries(reads)) {
      const link = this.world.link(this.table, column)
      const linked = cursorOver(this.world, link.target.definition.name, keys)
      Object.defineProperty(via, column, {
        get: () => {
          const target = link.targetOf(this.cursor.position)
          if (target < 0) return null
          linked.position = target
          return linked
        },
      })
    }
    return via
  }

  private childRows(reads: Readonly<Record<string, { by: string; columns: readonly string[] }>>): object {
    const from: Record<string, unknown> = {}
    for (const [table, { by, columns }] of Object.entries(reads)) {
      const link = this.world.link(table, by)
      const child = cursorOver(this.world, table, columns)
      from[table] = {
        fold: <A>(start: A, step: (accumulated: A, child: Cursor) => A): A => {
          let accumulated = start
          for (let row = link.first(this.cursor.position); row >= 0; row = link.next(row)) {
            child.position = row
            accumulated = step(accumulated, child)
          }
          return accumulated
        },
      }
    }
    return from
  }

  compute(position: number): unknown {
    const before = this.cursor.position
    this.cursor.position = position
    const value = this.rule.compute(this.cursor as never, this.world.environment())
    this.cursor.position = before
    return value
  }

  why(position: number): readonly Step[] {
    if (!this.rule.why) return []
    const before = this.cursor.position
    this.cursor.position = position
    const steps = this.rule.why(this.cursor as never, this.world.environment())
    this.cursor.position = before
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
