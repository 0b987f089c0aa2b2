import type { Cell } from '../tables/cell.ts'
import type { TableData } from './table-data.ts'

/**
 * The live rows of a table by what one of their columns holds: a moment by its day, a list by each of its entries, a
 * reference by the id of the row it points to. Made when somebody first asks, and anew after the table has moved: most
 * are asked for a screenful of rows and then not for a long time, so following every edit would cost more than it saves.
 */
export class ValueIndex {
  private positions = new Map<string | number, number[]>()
  private version = ''

  constructor(
    private readonly data: TableData,
    private readonly column: string,
    /** The tables its references point to, whose rows may come, go and be renamed. */
    private readonly targets: readonly TableData[],
    private readonly idOf: (reference: string) => string,
  ) {}

  rows(value: string | number): readonly number[] {
    const version = [this.data, ...this.targets].map((data) => data.version).join()
    if (version !== this.version) {
      this.version = version
      this.build()
    }
    return this.positions.get(this.keyOf(value)) ?? []
  }

  private build(): void {
    this.positions = new Map()
    const { data } = this
    for (let row = 0; row < data.ids.length; row++) {
      const cell = data.isLive(row) ? data.stored(row, this.column) : null
      if (cell === null) continue
      for (const value of entriesOf(cell)) {
        const key = this.keyOf(value)
        const rows = this.positions.get(key)
        if (rows) rows.push(row)
        else this.positions.set(key, [row])
      }
    }
  }

  private keyOf(value: string | number): string | number {
    if (typeof value === 'number') return value
    if (this.targets.length) return this.idOf(value)
    return this.data.definition.columns[this.column]!.type === 'time' ? value.slice(0, 10) : value
  }
}

const entriesOf = (cell: Exclude<Cell, null>): readonly (string | number)[] =>
  typeof cell === 'object' ? cell : [typeof cell === 'boolean' ? String(cell) : cell]
