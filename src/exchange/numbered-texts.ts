/** Texts numbered from 0 as they first come, each once. */
export class NumberedTexts {
  readonly #numbers = new Map<string, number>()

  constructor(first: readonly string[] = []) {
    for (const text of first) this.numberOf(text)
  }

  get size(): number {
    return this.#numbers.size
  }

  get all(): Iterable<string> {
    return this.#numbers.keys()
  }

  numberOf(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size))
    return number
  }
}
