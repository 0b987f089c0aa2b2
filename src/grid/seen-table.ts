import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { GridAdapter } from './adapter.ts'
import type { RowSource } from './row-source.ts'

/** A table as somebody sees it: hidden columns and rows left out, in the order of the screen. */
export interface SeenTable {
  readonly head: readonly string[]
  /** Columns set flush right. */
  readonly numbers: readonly number[]
  readonly rowCount: number
  readonly rows: () => Generator<readonly string[]>
}

export function seenTable(
  adapter: GridAdapter,
  source: RowSource,
  labelOf: (column: string) => string,
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
    rowCount: adapter.rowCount,
    *rows() {
      for (let index = 0; index < adapter.rowCount; index++) {
        const row = adapter.rowAt(index)
        if (row !== null) yield keys.map((key) => signed(row, key))
      }
    },
  }
}
