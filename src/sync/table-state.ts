import { DELETED } from '../engine/change.ts'
import type { Cell } from '../tables/cell.ts'
import { DotCodes } from './dot-codes.ts'
import type { VersionVector } from './dots.ts'
import type { ForkNames } from './forks.ts'
import { deletionSaw, isDisputed, type Register } from './register.ts'
import type { ReplicaNames } from './replica-names.ts'

/**
 * A column: one value a cell, as most have. A cell with a dot of its own has it in `own`, any other its row's; a cell
 * with several values has them in `many`.
 */
export interface ColumnState {
  readonly cells: Cell[]
  own: DotCodes | null
  readonly many: Map<number, Register>
}

/** Is the row deleted for those who look, and which values speak for that? */
export interface Deletion {
  readonly shown: boolean
  /** Deletions that somebody contradicts: by having the row live, or by an edit the deletion had not seen. */
  readonly disputed: boolean
}

/** The rows of a table with their dots. A row that has ever been there stays: a deletion is a value as well. */
export class TableState {
  readonly ids: string[] = []
  /** The dot that made the row: of each of its filled cells without one of their own. */
  born = new DotCodes()
  readonly columns = new Map<string, ColumnState>()
  /** What the one who deleted the row had seen, where one value says so. */
  readonly saws = new Map<number, VersionVector>()
  /** Parts of a file's table that this version does not know. */
  extra: Readonly<Record<string, unknown>> = {}
  private positions: Map<string, number> | null = null

  positionOf(id: string): number {
    return this.rows().get(id) ?? -1
  }

  /** No row may be there twice: whoever looked for it would find only one of the two. */
  isUnique(): boolean {
    return this.rows().size === this.ids.length
  }

  add(id: string, born: number): number {
    const position = this.ids.push(id) - 1
    this.born.set(position, born)
    this.positions?.set(id, position)
    return position
  }

  column(key: string): ColumnState {
    let column = this.columns.get(key)
    if (!column) this.columns.set(key, (column = { cells: [], own: null, many: new Map() }))
    return column
  }

  /** A cell of a row that has just been added. */
  begin(position: number, key: string, value: Cell): void {
    const { cells } = this.column(key)
    while (cells.length < position) cells.push(null)
    cells[position] = value
  }

  write(position: number, key: string, value: Cell, code: number, saw?: VersionVector): void {
    this.begin(position, key, value)
    const column = this.column(key)
    column.own ??= new DotCodes()
    column.own.set(position, code)
    column.many.delete(position)
    if (key !== DELETED) return
    if (value === true && saw) this.saws.set(position, saw)
    else this.saws.delete(position)
  }

  setRegister(position: number, key: string, values: Register, replicas: ReplicaNames): void {
    const [first] = values
    this.write(position, key, first!.value, replicas.code(first!), first!.saw)
    if (values.length < 2) return
    this.column(key).many.set(position, values)
    if (key === DELETED) this.saws.delete(position)
  }

  register(position: number, key: string, replicas: ReplicaNames): Register {
    const column = this.columns.get(key)
    const several = column?.many.get(position)
    if (several) return several
    const value = column?.cells[position] ?? null
    const own = column?.own?.at(position) ?? 0
    // Every row has a say in whether it is deleted, from its first moment; any other cell has one once it is filled.
    if (own === 0 && value === null && key !== DELETED) return []
    const saw = key === DELETED ? this.saws.get(position) : undefined
    const { replica, seq } = replicas.dot(own || this.born.at(position))
    return [saw ? { replica, seq, value, saw } : { replica, seq, value }]
  }

  /** A row stays in sight while anybody holds against its deletion, or has edited it unseen by every deletion. */
  deletion(position: number, replicas: ReplicaNames): Deletion {
    const register = this.register(position, DELETED, replicas)
    const deletions = register.filter(({ value }) => value === true)
    if (deletions.length === 0) return { shown: false, disputed: false }
    const disputed = isDisputed(register) || this.unseen(position, deletions, replicas).length > 0
    return { shown: !disputed, disputed }
  }

  /** Values of the row that none of these deletions had seen. */
  unseen(position: number, deletions: Register, replicas: ReplicaNames): Register {
    return [...this.columns.keys()]
      .filter((key) => key !== DELETED)
      .flatMap((key) => this.register(position, key, replicas))
      .filter((value) => !deletions.some((deletion) => deletionSaw(deletion, value)))
  }

  translated(translate: (code: number) => number, names: ForkNames): TableState {
    const translated = new TableState()
    translated.extra = this.extra
    for (const id of this.ids) translated.ids.push(id)
    translated.born = this.born.map(translate)
    for (const [position, saw] of this.saws) translated.saws.set(position, names.vector(saw))
    for (const [key, { cells, own, many }] of this.columns)
      translated.columns.set(key, {
        cells: cells.slice(),
        own: own && own.map(translate),
        many: new Map(
          [...many].map(([position, values]) => [
            position,
            values.map((value) => ({
              ...value,
              replica: names.nameOf(value),
              ...(value.saw ? { saw: names.vector(value.saw) } : {}),
            })),
          ]),
        ),
      })
    return translated
  }

  private rows(): Map<string, number> {
    if (this.positions) return this.positions
    const positions = new Map<string, number>()
    for (let position = 0; position < this.ids.length; position++)
      positions.set(this.ids[position]!, position)
    return (this.positions = positions)
  }
}
