/**
 * A dot a row, each as one number (`ReplicaNames.code`), 0 for none. As a typed array and not a list: numbers of this size
 * would be an object each there, and of 20,000 rows × 15 columns the garbage collector would have to walk through them all.
 */
export class DotCodes {
  private codes: Float64Array
  private used = 0

  /** Room for so many rows from the start; it grows by itself. */
  constructor(rows = 0) {
    this.codes = new Float64Array(rows)
  }

  /** Rows up to the last that has been set. */
  get length(): number {
    return this.used
  }

  at(position: number): number {
    return position < this.used ? this.codes[position]! : 0
  }

  set(position: number, code: number): void {
    if (position >= this.codes.length) this.grow(position + 1)
    this.codes[position] = code
    if (position >= this.used) this.used = position + 1
  }

  map(change: (code: number) => number): DotCodes {
    const changed = new DotCodes(this.used)
    for (let position = 0; position < this.used; position++) changed.set(position, change(this.at(position)))
    return changed
  }

  private grow(rows: number): void {
    const codes = new Float64Array(Math.max(rows, this.codes.length * 2, 64))
    codes.set(this.codes)
    this.codes = codes
  }
}
