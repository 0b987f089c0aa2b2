/** Chance that comes out the same for one seed, so that a workbook which is read wrongly can be made again. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0
  }

  /** 0 … 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  below = (limit: number): number => Math.floor(this.next() * limit)
  chance = (share: number): boolean => this.next() < share
  pick = <T>(from: readonly T[]): T => from[this.below(from.length)]!
}
