import { isId } from '../shared/id.ts'
import { nameAsMeant } from '../shared/typed-text.ts'
import type { Table } from '../tables/table.ts'
import { Link } from './link.ts'
import type { Names } from './names.ts'
import type { TableData } from './table-data.ts'

export interface ChildRows {
  readonly table: string
  readonly by: string
  readonly ids: readonly string[]
}

/** All references of a workbook: every column that points into another table, found from either end. */
export class Links {
  private readonly all = new Map<string, Link>()
  private readonly leaving = new Map<string, Link[]>()
  private readonly arriving = new Map<string, Link[]>()

  constructor(
    tables: Readonly<Record<string, Table>>,
    stores: ReadonlyMap<string, TableData>,
    private readonly names: ReadonlyMap<string, Names>,
  ) {
    for (const table of Object.values(tables))
      for (const [key, column] of Object.entries(table.columns)) {
        const to = column.type === 'reference' && !column.computed ? column.to?.[0] : undefined
        const target = to === undefined ? undefined : stores.get(to)
        if (target === undefined) continue
        const known = names.get(to!)!
        const resolve = (reference: string): number => {
          const position = isId(reference) ? target.positions.get(reference) : known.only(reference)
          return position === undefined || position < 0 || !target.isLive(position) ? -1 : position
        }
        const link = new Link(stores.get(table.name)!, key, target, resolve)
        this.all.set(`${table.name}.${key}`, link)
        this.leaving.set(table.name, [...this.from(table.name), link])
        this.arriving.set(to!, [...this.to(to!), link])
      }
  }

  readonly of = (table: string, column: string): Link => {
    const link = this.at(table, column)
    if (!link) throw new Error(`no reference column ${table}.${column}`)
    return link
  }

  /** Undefined for a column that is no reference. */
  at(table: string, column: string): Link | undefined {
    return this.all.get(`${table}.${column}`)
  }

  from(table: string): readonly Link[] {
    return this.leaving.get(table) ?? []
  }

  to(table: string): readonly Link[] {
    return this.arriving.get(table) ?? []
  }

  /** Can a row that comes, goes or is renamed matter to some reference into its table? None is by name, mostly. */
  isAwaited(table: string): boolean {
    return this.to(table).some((link) => link.hasUnsettled)
  }

  linkAll(): void {
    for (const link of this.all.values()) link.linkAll()
  }

  /** The rows that point at the one in this position, by table and column; none of a row that is not there (−1). */
  children(table: string, position: number): ChildRows[] {
    if (position < 0) return []
    return this.to(table)
      .map((link) => {
        const ids = link.from.ids
        const rows = link.childrenOf(position).sort((a, b) => a - b)
        return { table: link.from.definition.name, by: link.column, ids: rows.map((child) => ids[child]!) }
      })
      .filter((children) => children.ids.length > 0)
  }

  /** Cells that point at it by its shown name. */
  namedReferences(table: string, position: number): { table: string; row: string; column: string }[] {
    const name = position < 0 ? null : this.names.get(table)!.nameOf(position)
    if (name === null) return []
    return this.to(table).flatMap((link) =>
      link
        .namedBy(nameAsMeant(name))
        .filter((child) => link.targetOf(child) === position)
        .map((child) => ({
          table: link.from.definition.name,
          row: link.from.ids[child]!,
          column: link.column,
        })),
    )
  }
}
