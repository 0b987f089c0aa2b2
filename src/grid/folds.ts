/** Which groups are folded. After folding all, groups that are new are folded too. */
export interface FoldState {
  readonly all: boolean
  /** Ids of the groups that somebody has turned the other way since. */
  readonly except: readonly string[]
}

export class Folds {
  #all: boolean
  readonly #except: Set<string>

  constructor(state: Partial<FoldState> | undefined) {
    this.#all = state?.all === true
    this.#except = new Set(Array.isArray(state?.except) ? state.except : [])
  }

  has(group: string): boolean {
    return this.#except.has(group) !== this.#all
  }

  fold(group: string, folded: boolean): void {
    if (folded === this.#all) this.#except.delete(group)
    else this.#except.add(group)
  }

  foldAll(folded: boolean): void {
    this.#all = folded
    this.#except.clear()
  }

  state(): FoldState {
    return { all: this.#all, except: [...this.#except] }
  }
}
