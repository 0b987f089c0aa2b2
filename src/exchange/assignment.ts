/**
 * Pairs rows with columns so that the sum of the gains is greatest, leaving alone whatever gains nothing: the Hungarian
 * method in its O(n³) form with potentials. Taking the best pair first would let one column snatch what another needs.
 *
 * `gain[row][column]`; answers the column of each row, or -1.
 */
export function assign(gain: readonly (readonly number[])[]): number[] {
  const rows = gain.length
  const width = gain[0]?.length ?? 0
  // A blank partner for every row, at no gain, makes leaving alone a choice like the others.
  const columns = width + rows
  const cost = (row: number, column: number) => (column < width ? -Math.max(0, gain[row]![column]!) : 0)
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const before = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    const least = new Float64Array(columns + 1).fill(Infinity)
    const used = new Uint8Array(columns + 1)
    let column = 0
    do {
      used[column] = 1
      const taken = rowOf[column]!
      let delta = Infinity
      let next = 0
      for (let other = 1; other <= columns; other++) {
        if (used[other]) continue
        const reduced = cost(taken - 1, other - 1) - rowPotential[taken]! - columnPotential[other]!
        if (reduced < least[other]!) {
          least[other] = reduced
          before[other] = column
        }
        if (least[other]! < delta) {
          delta = least[other]!
          next = other
        }
      }
      for (let other = 0; other <= columns; other++)
        if (used[other]) {
          rowPotential[rowOf[other]!]! += delta
          columnPotential[other]! -= delta
        } else least[other]! -= delta
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const previous = before[column]!
      rowOf[column] = rowOf[previous]!
      column = previous
    }
  }
  const chosen = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= width; column++) {
    const row = rowOf[column]! - 1
    if (row >= 0 && gain[row]![column - 1]! > 0) chosen[row] = column - 1
  }
  return chosen
}
