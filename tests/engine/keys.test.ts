import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Keys } from '../../src/engine/keys.ts'
import { TableData } from '../../src/engine/table-data.ts'
import { tables } from '../../src/tables/index.ts'
import type { Cell } from '../../src/tables/cell.ts'
import type { Table } from '../../src/tables/table.ts'

/** Rows that share a whole key with another live row, looked for the long way. */
function shared(data: TableData): boolean[] {
  const keyOf = (position: number): string | null => {
    const cells = data.definition.key.map((column) => data.stored(position, column))
    return !data.isLive(position) || cells.includes(null) ? null : JSON.stringify(cells)
  }
  const keys = data.ids.map((_, position) => keyOf(position))
  return keys.map((key) => key !== null && keys.filter((other) => other === key).length > 1)
}

const cell = fc.constantFrom<Cell>(null, '#a', '#b', '甲', '乙', 'ab', 'a', 'b')
const step = fc.oneof(
  fc.record({ what: fc.constant('add' as const), cells: fc.array(cell, { minLength: 3, maxLength: 3 }) }),
  fc.record({ what: fc.constant('edit' as const), row: fc.nat(), column: fc.nat(), to: cell }),
  fc.record({ what: fc.constant('delete' as const), row: fc.nat(), to: fc.boolean() }),
)

const keyed: readonly Table[] = Object.values(tables).filter(
  ({ key, generated }) => key.length > 0 && !generated,
)
const longKeyed = keyed.filter(({ key }) => key.length > 1)

test('after any edits exactly the rows are shared that the long way finds', () => {
  expect(longKeyed.length).toBeGreaterThan(0)
  fc.assert(
    fc.property(
      fc.constantFrom(...keyed, ...longKeyed),
      fc.nat({ max: 100 }),
      fc.array(step, { size: 'max', maxLength: 300 }),
      (table, already, steps) => {
        const data = new TableData(table)
        const add = (cells: readonly Cell[]) =>
          data.append(
            [`#${data.ids.length}`],
            Object.fromEntries(table.key.map((column, i) => [column, [cells[i % cells.length]!]])),
          )
        for (let i = 0; i < already; i++) add([['甲', '乙', 'a'][i % 3]!, `${i % 7}`])
        const keys = new Keys(data)
        // Asked once, so that from here on it has to keep up.
        if (already) keys.isShared(0)
        for (const each of steps) {
          const position = each.what === 'add' ? data.ids.length : each.row % Math.max(1, data.ids.length)
          if (each.what === 'add') add(each.cells)
          else if (position >= data.ids.length) continue
          else if (each.what === 'delete') data.setDeleted(position, each.to)
          else data.store(position, table.key[each.column % table.key.length]!, each.to)
          keys.moved(position)
        }
        expect(data.ids.map((_, position) => keys.isShared(position))).toEqual(shared(data))
      },
    ),
    { numRuns: 200 },
  )
})
