import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { GridAdapter } from './adapter.ts'
import type { Group } from './grouped-rows.ts'
import type { RowSource } from './row-source.ts'

export type SeenRow = readonly string[] | { readonly heading: string; readonly level: number }

/** A table as somebody sees it: hidden columns and rows left out, in the order of the screen. */
export interface SeenTable {
  readonly head: readonly string[]
  /** Columns set flush right. */
  readonly numbers: readonly number[]
  readonly rowCount: number
  /** A row as its texts; or the heading of the group that follows. */
  readonly rows: () => Generator<SeenRow>
}

export function seenTable(
  adapter: GridAdapter,
  source: RowSource,
  labelOf: (column: string) => string,
  headingOf: (group: Group) => string,
): SeenTable {
  const keys = adapter.geometry.columns.map(({ key }) => key)
  const [first] = keys
  /** Paper has no colours to rely on: what stands out does so by its sign, a whole row at its first cell. */
  const signed = (row: string, key: string): string => {
    const look = source.look?.(row, key)
    const sign = look?.signed || (look && key === first) ? `${look.look.sign} ` : ''
    return sign + source.text(row, key)
  }
  return {
    head: keys.map(labelOf),
    numbers: keys.flatMap((key, i) => (cellTypeOf(source.table.columns[key]!).align === 'end' ? [i] : [])),
    rowCount: adapter.groups.rowsBetween(0, adapter.rowCount - 1),
    *rows() {
      for (let index = 0; index < adapter.rowCount; index++) {
        const row = adapter.rowAt(index)
        const group = adapter.groups.at(index)
        if (group) yield { heading: headingOf(group), level: group.level }
        else if (row !== null) yield keys.map((key) => signed(row, key))
      }
    },
  }
}
