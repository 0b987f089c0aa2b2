import type { Cell } from '../tables/cell.ts'

/** Rows that show the same text in a column, within the group around them. */
export interface Group {
  /** Says the texts of its path, so that the same group is found again after every change. */
  readonly id: string
  readonly column: string
  readonly text: string
  /** 0 for the outermost groups. */
  readonly level: number
  readonly parent: Group | null
  /** Groups within it, in their order; empty where rows follow. */
  readonly groups: Group[]
  /** The rows of an innermost group, as they stand. */
  readonly rows: string[]
  /** Rows in it and in the groups within it. */
  readonly count: number
  /** What it is ordered by among its neighbours: the value of one of its rows. */
  readonly value: Cell
}

interface GrowingGroup extends Group {
  readonly parent: GrowingGroup | null
  readonly groups: GrowingGroup[]
  readonly byText: Map<string, GrowingGroup>
  count: number
}

export interface GroupColumn {
  readonly key: string
  readonly textOf: (row: string) => string
  readonly valueOf: (row: string) => Cell
  /** The order of two groups with different texts. */
  readonly compare: (a: Group, b: Group) => number
}

/** Begins the id of every group; rows have ids of another kind. */
const MARK = '$group '

export const isGroupId = (id: string): boolean => id.startsWith(MARK)

export const groupId = (texts: readonly string[]): string => MARK + JSON.stringify(texts)

/**
 * Rows in groups, and the groups in groups. Within a group rows stand as they were given. An edit moves its rows only;
 * what comes of it is what grouping all rows anew would give.
 */
export class GroupedRows {
  readonly #rows: readonly string[]
  readonly #columns: readonly GroupColumn[]
  readonly #root = growing([], '', null, '', null)
  readonly #byId = new Map<string, GrowingGroup>()
  /** Where each row was given, and which group holds it: made when the first row moves. */
  #places: Map<string, number> | null = null
  #holders: Map<string, GrowingGroup> | null = null

  constructor(rows: readonly string[], columns: readonly GroupColumn[]) {
    this.#rows = rows
    this.#columns = columns
    for (const row of rows) this.#holderFor(row, false).rows.push(row)
    this.#order(this.#root)
    count(this.#root)
  }

  get groups(): readonly Group[] {
    return this.#root.groups
  }

  get count(): number {
    return this.#root.count
  }

  group(id: string): Group | null {
    return this.#byId.get(id) ?? null
  }

  /** Every group, each before those within it. */
  *all(groups: readonly Group[] = this.groups): Generator<Group> {
    for (const group of groups) {
      yield group
      yield* this.all(group.groups)
    }
  }

  /** The innermost group of a row; null when the row is not among them. */
  holderOf(row: string): Group | null {
    return this.#held().get(row) ?? null
  }

  /** Moves rows whose texts have changed into their groups. True when one has moved. */
  update(touched: Iterable<string>): boolean {
    let moved = false
    for (const row of touched) {
      const holder = this.#held().get(row)
      if (!holder || this.#belongs(row, holder)) continue
      this.#takeOut(row, holder)
      this.#putIn(row, this.#holderFor(row, true))
      moved = true
    }
    return moved
  }

  #belongs(row: string, holder: GrowingGroup): boolean {
    let group: GrowingGroup | null = holder
    for (let level = this.#columns.length - 1; level >= 0; level--) {
      if (group!.text !== this.#columns[level]!.textOf(row)) return false
      group = group!.parent
    }
    return true
  }

  /** The innermost group for a row, made where there is none yet; `placed` puts new groups where they belong. */
  #holderFor(row: string, placed: boolean): GrowingGroup {
    let group = this.#root
    for (const { key, textOf, valueOf, compare } of this.#columns) {
      const text = textOf(row)
      let inner = group.byText.get(text)
      if (!inner) {
        inner = growing(pathOf(group, text), key, group === this.#root ? null : group, text, valueOf(row))
        group.byText.set(text, inner)
        this.#byId.set(inner.id, inner)
        const at = placed ? group.groups.findIndex((other) => compare(other, inner!) > 0) : -1
        group.groups.splice(at < 0 ? group.groups.length : at, 0, inner)
      }
      group = inner
    }
    return group
  }

  #takeOut(row: string, holder: GrowingGroup): void {
    holder.rows.splice(this.#placeIn(holder, row), 1)
    for (let group: GrowingGroup | null = holder; group; group = group.parent) {
      group.count--
      if (group.count > 0) continue
      const { groups, byText } = group.parent ?? this.#root
      groups.splice(groups.indexOf(group), 1)
      byText.delete(group.text)
      this.#byId.delete(group.id)
    }
  }

  #putIn(row: string, holder: GrowingGroup): void {
    holder.rows.splice(this.#placeIn(holder, row), 0, row)
    this.#held().set(row, holder)
    for (let group: GrowingGroup | null = holder; group; group = group.parent) group.count++
  }

  /** How many rows of the group were given before this one. */
  #placeIn({ rows }: Group, row: string): number {
    this.#places ??= new Map(this.#rows.map((each, at) => [each, at]))
    const places = this.#places
    const wanted = places.get(row)!
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places.get(rows[middle]!)! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }

  #held(): Map<string, GrowingGroup> {
    if (this.#holders) return this.#holders
    const holders = (this.#holders = new Map<string, GrowingGroup>())
    const hold = (group: GrowingGroup) => {
      for (const row of group.rows) holders.set(row, group)
      group.groups.forEach(hold)
    }
    hold(this.#root)
    return holders
  }

  #order(group: GrowingGroup, level = 0): void {
    const column = this.#columns[level]
    if (!column) return
    group.groups.sort(column.compare)
    for (const inner of group.groups) this.#order(inner, level + 1)
  }
}

export function firstRow(group: Group): string {
  return group.rows[0] ?? firstRow(group.groups[0]!)
}

/** All rows of a group, as they stand. */
export function* rowsIn(group: Group): Generator<string> {
  yield* group.rows
  for (const inner of group.groups) yield* rowsIn(inner)
}

function pathOf(parent: Group, text: string): string[] {
  const path = [text]
  for (let group: Group | null = parent; group && group.level >= 0; group = group.parent)
    path.unshift(group.text)
  return path
}

const growing = (
  path: readonly string[],
  column: string,
  parent: GrowingGroup | null,
  text: string,
  value: Cell,
): GrowingGroup => ({
  id: groupId(path),
  column,
  text,
  level: path.length - 1,
  parent,
  groups: [],
  rows: [],
  byText: new Map(),
  count: 0,
  value,
})

function count(group: GrowingGroup): number {
  group.count = group.groups.reduce((sum, inner) => sum + count(inner), group.rows.length)
  return group.count
}
