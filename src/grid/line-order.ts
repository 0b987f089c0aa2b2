/** Looked for one by one; whoever asks for more is going through a list. */
const FEW = 8

/** What stands below each other, by index and by id. The ids are held as they were when they were put in order. */
export class LineOrder {
  #asked = 0
  #places: ReadonlyMap<string, number> | null = null

  constructor(
    readonly ids: readonly string[],
    /** Where a line may be; it is looked for elsewhere when it is not. */
    private readonly guess: (id: string) => number,
  ) {}

  /**
   * -1 when it is not among them. Most tables stand as they were entered, and there the guess is right. Elsewhere an
   * index of all lines would have to be made anew after each move, and weighs more than the lines: a few are found faster
   * without.
   */
  indexOf(id: string): number {
    const guessed = this.guess(id)
    if (guessed >= 0 && this.ids[guessed] === id) return guessed
    if (!this.#places && this.#asked++ < FEW) return this.ids.indexOf(id)
    this.#places ??= new Map(this.ids.map((each, index) => [each, index]))
    return this.#places.get(id) ?? -1
  }
}
