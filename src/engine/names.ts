import { isId } from '../shared/id.ts'
import { nameAsMeant } from '../shared/typed-text.ts'
import type { TableData } from './table-data.ts'

/**
 * The names under which rows of one table are shown and found. Built when somebody first asks by name; kept up from
 * then on. Two rows may bear one name (two 王伟): then a typed name finds neither, and says so.
 */
export class Names {
  private byName: Map<string, number[]> | null = null

  /** `shown` gives the name of a row of any table, for tables whose rows are named after others (a finding). */
  constructor(
    private readonly data: TableData,
    private readonly shown: (id: string) => string | null,
  ) {}

  nameOf(position: number): string | null {
    const { shownBy } = this.data.definition
    let name = ''
    for (const key of shownBy) {
      const cell = this.data.stored(position, key)
      if (cell === null || typeof cell === 'object') continue
      const part = isId(cell) ? (this.shown(cell) ?? '') : String(cell)
      name = name === '' ? part : `${name} ${part}`
    }
    return name === '' ? null : name
  }

  /** Positions of the live rows with this name. */
  find(name: string): readonly number[] {
    return this.index().get(nameAsMeant(name)) ?? []
  }

  /** The name's only live row, or -1. */
  only(name: string): number {
    const found = this.find(name)
    return found.length === 1 ? found[0]! : -1
  }

  add(position: number): void {
    if (this.byName) this.put(this.byName, position)
  }

  remove(position: number, name: string | null): void {
    if (!this.byName || name === null) return
    const key = nameAsMeant(name)
    const rest = (this.byName.get(key) ?? []).filter((other) => other !== position)
    if (rest.length) this.byName.set(key, rest)
    else this.byName.delete(key)
  }

  private index(): Map<string, number[]> {
    if (this.byName) return this.byName
    const index = new Map<string, number[]>()
    this.byName = index
    for (let position = 0; position < this.data.ids.length; position++)
      if (this.data.isLive(position)) this.put(index, position)
    return index
  }

  private put(index: Map<string, number[]>, position: number) {
    const name = this.nameOf(position)
    if (name === null) return
    const key = nameAsMeant(name)
    const others = index.get(key)
    if (others) others.push(position)
    else index.set(key, [position])
  }
}
