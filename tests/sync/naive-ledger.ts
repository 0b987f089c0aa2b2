import type { Cell } from '../../src/tables/cell.ts'

/**
 * The judge of merging, made without anything of it: every value ever written stays in one list, with the list of what
 * its writer knew. No vectors, no dots, no numbers of changes; a copy of the workbook is a set of list places.
 */
interface Written {
  readonly change: number
  readonly row: string
  readonly column: string
  readonly value: Cell
  readonly writerKnew: ReadonlySet<number>
}

export type Known = ReadonlySet<number>

export class NaiveLedger {
  private readonly all: Written[] = []

  write(known: Set<number>, change: number, cells: readonly (readonly [string, string, Cell])[]): void {
    const writerKnew = new Set(known)
    for (const [row, column, value] of cells)
      known.add(this.all.push({ change, row, column, value, writerKnew }) - 1)
  }

  /** What a copy that knows this must hold: of each cell what nobody known has written over, knowing it. */
  standing(known: Known): Map<string, Map<string, Standing[]>> {
    const rows = new Map<string, Map<string, number[]>>()
    for (const n of known) {
      const { row, column } = this.all[n]!
      if (!rows.has(row)) rows.set(row, new Map())
      const cells = rows.get(row)!
      if (!cells.has(column)) cells.set(column, [])
      cells.get(column)!.push(n)
    }
    const still = (cell: readonly number[]) =>
      cell.filter((n) => !cell.some((other) => this.all[other]!.writerKnew.has(n)))
    return new Map(
      [...rows].map(([row, cells]) => [
        row,
        new Map(
          [...cells].map(([column, cell]) => [column, still(cell).map((n) => ({ n, ...this.all[n]! }))]),
        ),
      ]),
    )
  }
}

export interface Standing extends Written {
  readonly n: number
}

export function deletionOf(row: ReadonlyMap<string, readonly Standing[]>): 'live' | 'deleted' | 'disputed' {
  const words = row.get('$deleted') ?? []
  const deletions = words.filter(({ value }) => value === true)
  if (deletions.length === 0) return 'live'
  if (deletions.length < words.length) return 'disputed'
  const values = [...row].flatMap(([column, cell]) => (column === '$deleted' ? [] : cell))
  const unseen = values.filter(
    ({ n, change }) =>
      !deletions.some((deletion) => deletion.writerKnew.has(n) || deletion.change === change),
  )
  return unseen.length > 0 ? 'disputed' : 'deleted'
}
