import { DELETED, type CellEdit, type RowBlock } from '../engine/change.ts'
import { PLACE } from '../engine/row-place.ts'
import { sameCell, type Cell } from '../tables/cell.ts'
import type { Dot } from './dots.ts'
import { deletionSaw, isDisputed, mergeRegisters, shown, type Register } from './register.ts'
import { TableState, type ColumnState } from './table-state.ts'
import type { CellRegister, WorkbookState } from './workbook-state.ts'

/** What the other copy's table brings to mine. */
export interface TableMerge {
  readonly edits: CellEdit[]
  readonly editDots: Dot[]
  readonly added: RowBlock[]
  readonly addedDots: Dot[]
  readonly registers: CellRegister[]
  disputes: number
}

interface Sides {
  readonly me: WorkbookState
  readonly them: WorkbookState
}

/**
 * Merges one table. Nearly all of two copies is equal, and then so are its dots: a column without dots of its own is
 * skipped whole, and in any other a cell is looked at only where the two numbers differ.
 */
export function mergeTable(name: string, sides: Sides, theirs: TableState): TableMerge {
  return new TableMerging(name, sides, sides.me.tables.get(name) ?? new TableState(), theirs).run()
}

class TableMerging {
  private readonly result: TableMerge = {
    edits: [],
    editDots: [],
    added: [],
    addedDots: [],
    registers: [],
    disputes: 0,
  }
  /** Their code of each dot met so far → mine. */
  private readonly codes = new Map<number, number>()
  private lastCode = 0
  private lastMine = 0
  /** Rows both have in which some cell gets other values, with their position on the other side. */
  private readonly touched = new Map<number, number>()
  private readonly deletions: Map<number, Register> = new Map()

  constructor(
    private readonly name: string,
    private readonly sides: Sides,
    private readonly mine: TableState,
    private readonly theirs: TableState,
  ) {}

  run(): TableMerge {
    const { mine, theirs } = this
    const matches = this.matches()
    const bornApart: number[] = []
    const fresh: number[] = []
    for (let other = 0; other < matches.length; other++) {
      const position = matches[other]!
      if (position < 0) fresh.push(other)
      else if (mine.born.at(position) !== this.translated(theirs.born.at(other))) bornApart.push(other)
    }
    for (const key of new Set([...mine.columns.keys(), ...theirs.columns.keys(), DELETED]))
      this.mergeColumn(key, matches, bornApart)
    this.decideDeletions()
    this.addRows(fresh)
    return this.result
  }

  /** Where each of their rows is in mine; −1: nowhere. */
  private matches(): Int32Array {
    const { mine, theirs } = this
    const matches = new Int32Array(theirs.ids.length)
    // Copies of one ledger have their rows mostly in one order: then no row need be looked for.
    for (let other = 0; other < matches.length; other++) {
      const id = theirs.ids[other]!
      matches[other] = id === mine.ids[other] ? other : mine.positionOf(id)
    }
    return matches
  }

  private mergeColumn(key: string, matches: Int32Array, bornApart: readonly number[]): void {
    const a = this.mine.columns.get(key)
    const b = this.theirs.columns.get(key)
    for (const other of bornApart) this.mergeCell(key, matches[other]!, other)
    if (!hasDots(a) && !hasDots(b)) return
    const apart = new Set(bornApart)
    for (let other = 0; other < matches.length; other++) {
      const position = matches[other]!
      if (position < 0) continue
      const own = a?.own?.at(position) ?? 0
      const their = b?.own?.at(other) ?? 0
      const same =
        own === (their === 0 ? 0 : this.translated(their)) && !hasMany(a, position) && !hasMany(b, other)
      if (!same && !apart.has(other)) this.mergeCell(key, position, other)
    }
  }

  private mergeCell(key: string, position: number, other: number): void {
    const { me, them } = this.sides
    const a = this.mine.register(position, key, me.replicas)
    const b = this.theirs.register(other, key, them.replicas)
    const merged = mergeRegisters(a, b, me.vector, them.vector)
    if (merged === a) return
    this.touched.set(position, other)
    if (key === DELETED) {
      this.deletions.set(position, merged)
      return
    }
    this.put(this.mine.ids[position]!, key, merged, shown(a)?.value ?? null)
    if (isDisputed(merged) && key !== PLACE) this.result.disputes++
  }

  /** Writes down what a cell holds now, as an edit where people see another value than before. */
  private put(row: string, column: string, values: Register, before: Cell): void {
    const value = shown(values)!
    if (!sameCell(before, value.value)) this.edit(row, column, before, value.value, value)
    else if (values.length === 1) this.registerOf(row, column, values)
    if (values.length > 1) this.registerOf(row, column, values)
  }

  private edit(row: string, column: string, from: Cell, to: Cell, { replica, seq }: Dot): void {
    this.result.edits.push({ table: this.name, row, column, from, to })
    this.result.editDots.push({ replica, seq })
  }

  private registerOf(row: string, column: string, values: Register): void {
    this.result.registers.push({ table: this.name, row, column, values })
  }

  /**
   * Whether a row is deleted hangs on all its cells: an edit the deletion had not seen keeps it in sight. So this is
   * decided when the cells are.
   */
  private decideDeletions(): void {
    const { me } = this.sides
    for (const position of this.touched.keys()) {
      const before = this.mine.register(position, DELETED, me.replicas)
      const after = this.deletions.get(position) ?? before
      const was = this.mine.deletion(position, me.replicas)
      const deletions = after.filter(({ value }) => value === true)
      const disputed = deletions.length > 0 && (isDisputed(after) || this.hasUnseen(position, deletions))
      const deleted = deletions.length > 0 && !disputed
      const row = this.mine.ids[position]!
      if (was.shown !== deleted)
        this.edit(row, DELETED, was.shown ? true : null, deleted ? true : null, shown(after)!)
      if (after !== before || was.shown !== deleted) this.registerOf(row, DELETED, after)
      if (disputed && (!was.disputed || after !== before)) this.result.disputes++
    }
  }

  private hasUnseen(position: number, deletions: Register): boolean {
    const other = this.touched.get(position)!
    const { me, them } = this.sides
    const keys = new Set([...this.mine.columns.keys(), ...this.theirs.columns.keys()])
    keys.delete(DELETED)
    return [...keys].some((key) =>
      mergeRegisters(
        this.mine.register(position, key, me.replicas),
        this.theirs.register(other, key, them.replicas),
        me.vector,
        them.vector,
      ).some((value) => !deletions.some((deletion) => deletionSaw(deletion, value))),
    )
  }

  /** Rows that are new here, in blocks of those that one change has made. */
  private addRows(fresh: readonly number[]): void {
    const { them } = this.sides
    const groups = new Map<number, number[]>()
    for (const other of fresh) {
      const born = this.theirs.born.at(other)
      const group = groups.get(born)
      if (group) group.push(other)
      else groups.set(born, [other])
    }
    const columns = [...this.theirs.columns].filter(([key]) => key !== DELETED)
    for (const [born, rows] of groups) {
      const cells: [string, Cell[]][] = []
      for (const [key, column] of columns) {
        const block = rows.map((other) => (isOwn(column, other) ? null : (column.cells[other] ?? null)))
        if (block.some((cell) => cell !== null)) cells.push([key, block])
      }
      this.result.added.push({
        table: this.name,
        ids: rows.map((other) => this.theirs.ids[other]!),
        columns: Object.fromEntries(cells),
      })
      this.result.addedDots.push(them.replicas.dot(born))
    }
    for (const [key, column] of columns)
      if (hasDots(column))
        for (const other of fresh)
          if (isOwn(column, other)) {
            const values = this.theirs.register(other, key, them.replicas)
            this.put(this.theirs.ids[other]!, key, values, null)
            if (isDisputed(values) && key !== PLACE) this.result.disputes++
          }
    const gone = this.theirs.columns.get(DELETED)
    if (!gone) return
    for (const other of fresh) {
      if (!isOwn(gone, other) && (gone.cells[other] ?? null) === null) continue
      const values = this.theirs.register(other, DELETED, them.replicas)
      const { shown: deleted, disputed } = this.theirs.deletion(other, them.replicas)
      const row = this.theirs.ids[other]!
      if (deleted) this.edit(row, DELETED, null, true, shown(values)!)
      this.registerOf(row, DELETED, values)
      if (disputed) this.result.disputes++
    }
  }

  private translated(code: number): number {
    // One import has made most rows, so mostly the code is the one before.
    if (code === this.lastCode) return this.lastMine
    let mine = this.codes.get(code)
    if (mine === undefined) {
      mine = this.sides.me.replicas.code(this.sides.them.replicas.dot(code))
      this.codes.set(code, mine)
    }
    this.lastCode = code
    this.lastMine = mine
    return mine
  }
}

const hasDots = (column: ColumnState | undefined): boolean =>
  column !== undefined && (column.own !== null || column.many.size > 0)

const hasMany = (column: ColumnState | undefined, position: number): boolean =>
  column !== undefined && column.many.size > 0 && column.many.has(position)

const isOwn = (column: ColumnState, position: number): boolean =>
  (column.own?.at(position) ?? 0) !== 0 || column.many.has(position)
