import { DELETED, type Change } from '../engine/change.ts'
import type { Cell } from '../tables/cell.ts'
import { ChangeRegistry, printOf, type RegisteredChange } from './change-registry.ts'
import { advance, EMPTY_VECTOR, mergeVectors, type Dot, type VersionVector } from './dots.ts'
import { mergeForks, NO_FORKS, type ForkNames, type Forks } from './forks.ts'
import { shown, type CellRegister, type Register } from './register.ts'
import { changeOf, type Author } from './reopen.ts'
import { ReplicaNames } from './replica-names.ts'
import { TableState } from './table-state.ts'

export type { CellRegister }

/** Parts of a file that this version does not know, by name: kept, and passed on. */
export type Extra = Readonly<Record<string, unknown>>

/** Such parts of the whole and of each table. */
export interface Extras {
  readonly parts: Extra
  readonly tables: Readonly<Record<string, Extra>>
}

/** A change as the log keeps it, with all that a merge adds to one. */
export interface StateRecord {
  readonly replica: string
  /** 0 for a merge: it writes nothing of its own. */
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly change: Change
  readonly saw?: VersionVector
  readonly dots?: { readonly edits: readonly Dot[]; readonly added: readonly Dot[] }
  readonly learned?: VersionVector
  readonly conflicts?: readonly CellRegister[]
  readonly changes?: readonly RegisteredChange[]
  readonly authors?: readonly Author[]
  readonly forks?: Forks
  readonly extra?: Extras
}

/**
 * All that copies of a workbook must know of each other to merge exactly: every cell with the dots of its values, the
 * vector of what has been seen, and who made which change. Replaying a copy's log gives its state.
 */
export class WorkbookState {
  readonly replicas = new ReplicaNames()
  readonly tables = new Map<string, TableState>()
  readonly changes = new ChangeRegistry()
  vector: VersionVector = EMPTY_VECTOR
  forks: Forks = NO_FORKS
  extra: Extra = {}

  table(name: string): TableState {
    let table = this.tables.get(name)
    if (!table) this.tables.set(name, (table = new TableState()))
    return table
  }

  register(table: string, row: string, column: string): Register {
    const rows = this.tables.get(table)
    const position = rows?.positionOf(row) ?? -1
    return position < 0 ? [] : rows!.register(position, column, this.replicas)
  }

  /** What people see in the cell. */
  shown(table: string, row: string, column: string): Cell {
    if (column === DELETED) {
      const rows = this.tables.get(table)
      const position = rows?.positionOf(row) ?? -1
      return position >= 0 && rows!.deletion(position, this.replicas).shown ? true : null
    }
    return shown(this.register(table, row, column))?.value ?? null
  }

  apply(record: StateRecord): void {
    this.write(record)
    if (record.learned) this.vector = mergeVectors(this.vector, record.learned)
    if (record.seq > 0) this.vector = advance(this.vector, record)
    this.remember(record)
  }

  /** Enters the record's change, and those it has brought, into the registry. */
  remember(record: StateRecord): void {
    const { replica, seq, change } = record
    for (const author of record.authors ?? [])
      this.enter({ replica, ...author }, changeOf(author, replica, record.conflicts))
    if (seq > 0) this.enter(record, change)
    for (const learned of record.changes ?? []) this.changes.add(learned)
    if (record.forks) this.forks = mergeForks(this.forks, record.forks)
    if (!record.extra) return
    this.extra = { ...this.extra, ...record.extra.parts }
    for (const [name, extra] of Object.entries(record.extra.tables)) {
      const table = this.table(name)
      table.extra = { ...table.extra, ...extra }
    }
  }

  private enter(
    { replica, seq, at, by }: Dot & { readonly at: string; readonly by: string },
    change: Change,
  ) {
    const previous = this.changes.of({ replica, seq: seq - 1 })?.print ?? 0
    this.changes.add({
      replica,
      seq,
      at,
      by,
      source: change.source,
      print: printOf(previous, { at, by, change }),
    })
  }

  /** Writes the record's cells, and nothing else of it. */
  write(record: StateRecord): void {
    const { change, dots } = record
    change.added.forEach((block, i) => {
      const code = this.replicas.code(dots?.added[i] ?? record)
      const table = this.table(block.table)
      const columns = Object.entries(block.columns)
      block.ids.forEach((id, at) => {
        const known = table.positionOf(id)
        const position = known < 0 ? table.add(id, code) : known
        for (const [key, cells] of columns)
          if (known < 0) table.begin(position, key, cells[at] ?? null)
          else table.write(position, key, cells[at] ?? null, code)
      })
    })
    change.edits.forEach((edit, i) => {
      const code = this.replicas.code(dots?.edits[i] ?? record)
      const table = this.table(edit.table)
      const known = table.positionOf(edit.row)
      const position = known < 0 ? table.add(edit.row, code) : known
      table.write(position, edit.column, edit.to, code, edit.to === true ? record.saw : undefined)
    })
    for (const { table, row, column, values } of record.conflicts ?? [])
      this.setRegister(table, row, column, values)
  }

  /** Of a row that is there; of any other there is nothing to say. */
  setRegister(table: string, row: string, column: string, values: Register): void {
    const rows = this.table(table)
    const position = rows.positionOf(row)
    if (position >= 0 && values.length > 0) rows.setRegister(position, column, values, this.replicas)
  }

  /** The same content with the names that forks ask for; itself where they concern nothing here. */
  renamed(forks: Forks, names: ForkNames): WorkbookState {
    const renamed = new WorkbookState()
    renamed.forks = forks
    renamed.extra = this.extra
    renamed.vector = names.vector(this.vector)
    for (const change of this.changes) renamed.changes.add({ ...change, replica: names.nameOf(change) })
    const concerned = this.replicas.names.map((replica) => names.concerns(replica))
    const translate = (code: number): number => {
      if (code === 0) return 0
      const dot = this.replicas.dot(code)
      return renamed.replicas.code(
        concerned[this.replicas.index(dot.replica)] ? { ...dot, replica: names.nameOf(dot) } : dot,
      )
    }
    for (const [name, table] of this.tables) renamed.tables.set(name, table.translated(translate, names))
    return renamed
  }
}
