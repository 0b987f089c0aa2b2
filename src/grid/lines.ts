import type { Group } from './grouped-rows.ts'

/**
 * What stands below each other in the grid: headings of groups, and the rows of those that are not folded. A line is
 * the id of a row, or a group.
 */
export class Lines {
  readonly all: (string | Group)[] = []
  /** The line of each row on show. */
  readonly #lines: number[] = []
  /** The number of each line's row among all rows, folded ones too: what a fold hides shows as a gap. */
  readonly #numbers: number[] = []
  /** Rows on show above each line. */
  readonly #above: number[] = []

  constructor(groups: readonly Group[], isFolded: (group: Group) => boolean) {
    let number = 1
    const add = (group: Group) => {
      this.#push(group, number)
      if (isFolded(group)) {
        number += group.count
        return
      }
      for (const row of group.rows) {
        this.#push(row, number++)
        this.#lines.push(this.all.length - 1)
      }
      group.groups.forEach(add)
    }
    groups.forEach(add)
    this.#above.push(this.#lines.length)
  }

  groupAt(index: number): Group | null {
    const line = this.all[index]
    return line === undefined || typeof line === 'string' ? null : line
  }

  /** Counted from 1; of a heading the number of the row that comes next. */
  numberAt(index: number): number {
    return this.#numbers[index] ?? index + 1
  }

  /** How many rows stand above a line; headings are none. */
  rowsAbove(index: number): number {
    return this.#above[Math.min(Math.max(0, index), this.all.length)]!
  }

  /** The line of the n-th row on show, counted from 0; past the last row the lines go on counting. */
  lineOf(row: number): number {
    const shown = this.#lines.length
    return row < shown ? this.#lines[row]! : this.all.length + row - shown
  }

  #push(line: string | Group, number: number): void {
    this.#above.push(this.#lines.length)
    this.#numbers.push(number)
    this.all.push(line)
  }
}
