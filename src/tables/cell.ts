/**
 * What a cell can hold, as plain JSON. `null` is an empty cell. Text that does not parse as the column's type is
 * kept as the text somebody typed, so a bad value is shown, marked and explained instead of lost.
 */
export type Cell = null | string | number | boolean | readonly string[]

export function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => item === b[i])
  return (a ?? null) === null && (b ?? null) === null
}
