import { sameCell, type Cell } from '../tables/cell.ts'
import type { CompiledRule } from './compiled-rule.ts'
import type { Link } from './link.ts'
import type { TableData } from './table-data.ts'

interface Dependent {
  readonly rank: number
  /** Which rows of the rule's table follow a row that moved. */
  readonly rows: (position: number, enqueue: (position: number) => void) => void
}

/**
 * Keeps the eager computed columns right. Rules are ranked so that a rule runs after those it reads; a change marks the
 * rows that follow from it, rank by rank, and the wave stops wherever a value did not move.
 */
export class Recalculation {
  private readonly ranked: CompiledRule[]
  private readonly dependents = new Map<string, Dependent[]>()
  private readonly dirty: Set<number>[]

  constructor(
    rules: readonly CompiledRule[],
    private readonly data: (table: string) => TableData,
    private readonly link: (table: string, column: string) => Link,
    private readonly moved: (table: string, position: number, column: string) => void,
  ) {
    this.ranked = byRank(rules)
    this.dirty = this.ranked.map(() => new Set<number>())
    this.ranked.forEach((rule, rank) => this.registerReads(rule, rank))
  }

  private registerReads({ table, rule }: CompiledRule, rank: number): void {
    for (const column of rule.reads.own ?? [])
      this.register(`${table}.${column}`, rank, (position, add) => add(position))
    for (const [column, keys] of Object.entries(rule.reads.via ?? {})) {
      const link = this.link(table, column)
      this.register(`${table}.${column}`, rank, (position, add) => add(position))
      for (const key of keys)
        this.register(`${link.target.definition.name}.${key}`, rank, (position, add) => {
          for (let row = link.first(position); row >= 0; row = link.next(row)) add(row)
        })
    }
    for (const [child, { by, columns }] of Object.entries(rule.reads.from ?? {})) {
      const link = this.link(child, by)
      for (const key of columns)
        this.register(`${child}.${key}`, rank, (position, add) => {
          const parent = link.targetOf(position)
          if (parent >= 0) add(parent)
        })
    }
  }

  private register(input: string, rank: number, rows: Dependent['rows']): void {
    const dependents = this.dependents.get(input) ?? []
    dependents.push({ rank, rows })
    this.dependents.set(input, dependents)
  }

  /** A cell moved: what reads it will be computed anew by `settle`. */
  cellMoved(table: string, position: number, column: string): void {
    const dependents = this.dependents.get(`${table}.${column}`)
    if (!dependents) return
    for (const { rank, rows } of dependents) rows(position, (row) => this.dirty[rank]!.add(row))
  }

  /** A row came, went, or now points elsewhere: its own rules, and the roll-ups of the row it belonged to. */
  rowMoved(table: string, position: number): void {
    this.ranked.forEach((rule, rank) => {
      if (rule.table === table) this.dirty[rank]!.add(position)
    })
  }

  /** `parent` gained or lost a child row of `child` through its column `by`. */
  childMoved(child: string, by: string, parent: number): void {
    this.ranked.forEach((rule, rank) => {
      if (
        rule.rule.reads.from?.[child]?.by === by &&
        rule.table === this.link(child, by).target.definition.name
      )
        this.dirty[rank]!.add(parent)
    })
  }

  /** Computes what was marked, in rank order, until nothing moves. */
  settle(): void {
    for (let rank = 0; rank < this.ranked.length; rank++) {
      const rows = this.dirty[rank]!
      if (!rows.size) continue
      const rule = this.ranked[rank]!
      const data = this.data(rule.table)
      const { cells } = data.columns[rule.column]!
      for (const position of rows) {
        const value = data.isLive(position) ? (rule.compute(position) as Cell) : null
        if (sameCell(cells.at(position), value)) continue
        cells.set(position, value)
        this.moved(rule.table, position, rule.column)
        this.cellMoved(rule.table, position, rule.column)
      }
      rows.clear()
    }
  }

  /** Computes every row of every rule: at the start, and when policy, terms or calendar moved. */
  full(): void {
    for (const rows of this.dirty) rows.clear()
    for (const rule of this.ranked) rule.computeAll()
  }
}

/** Rules in an order in which each comes after the rules it reads. A cycle is a mistake in the rules, and throws. */
function byRank(rules: readonly CompiledRule[]): CompiledRule[] {
  const byColumn = new Map(rules.map((rule) => [`${rule.table}.${rule.column}`, rule]))
  const ordered: CompiledRule[] = []
  const state = new Map<CompiledRule, 'open' | 'done'>()
  const visit = (rule: CompiledRule, path: readonly string[]): void => {
    const name = `${rule.table}.${rule.column}`
    if (state.get(rule) === 'done') return
    if (state.get(rule) === 'open')
      throw new Error(`rules read each other in a circle: ${[...path, name].join(' → ')}`)
    state.set(rule, 'open')
    for (const input of rule.inputs()) {
      const read = byColumn.get(input)
      if (read) visit(read, [...path, name])
    }
    state.set(rule, 'done')
    ordered.push(rule)
  }
  for (const rule of rules) visit(rule, [])
  return ordered
}
