import { DELETED } from '../engine/change.ts'
import type { DottedValue } from './dots.ts'
import { sameDot, type Register } from './register.ts'
import type { ReplicaNames } from './replica-names.ts'
import { TableState } from './table-state.ts'
import { WorkbookState } from './workbook-state.ts'

/**
 * The state in the one order that does not depend on who has collected it: encoded, two copies that hold the same
 * have the same bytes.
 */
export function canonical(state: WorkbookState): WorkbookState {
  const sorted = new WorkbookState()
  for (const name of usedNames(state)) sorted.replicas.index(name)
  sorted.vector = state.vector
  sorted.forks = Object.fromEntries(Object.entries(state.forks).sort(byKey))
  sorted.extra = Object.fromEntries(Object.entries(state.extra).sort(byKey))
  for (const change of state.changes) sorted.changes.add(change)
  for (const [name, table] of [...state.tables].sort(byKey))
    if (table.ids.length > 0) sorted.tables.set(name, sortedTable(table, state.replicas, sorted.replicas))
  return sorted
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const byDot = (a: DottedValue, b: DottedValue): number =>
  a.replica !== b.replica ? (a.replica < b.replica ? -1 : 1) : a.seq - b.seq

function usedNames(state: WorkbookState): string[] {
  const used = new Set([...Object.keys(state.vector), ...state.changes.replicas()])
  for (const table of state.tables.values()) {
    for (const saw of table.saws.values()) for (const name of Object.keys(saw)) used.add(name)
    table.ids.forEach((_, position) => {
      for (const key of [...table.columns.keys(), DELETED])
        for (const { replica, saw } of table.register(position, key, state.replicas)) {
          used.add(replica)
          for (const name of Object.keys(saw ?? {})) used.add(name)
        }
    })
  }
  return [...used].sort()
}

function sortedTable(table: TableState, from: ReplicaNames, to: ReplicaNames): TableState {
  const sorted = new TableState()
  sorted.extra = table.extra
  const keys = [...new Set([...table.columns.keys(), DELETED])].sort()
  const order = table.ids.map((_, position) => position)
  order.sort((a, b) => (table.ids[a]! < table.ids[b]! ? -1 : 1))
  for (const position of order) {
    const cells = keys.map((key): [string, Register] => [key, table.register(position, key, from)])
    // Which of several dots a copy has taken for the row's own is its business: the first of all is everybody's.
    const born = cells.flatMap(([, register]) => register).reduce((a, b) => (byDot(a, b) <= 0 ? a : b))
    const at = sorted.add(table.ids[position]!, to.code(born))
    for (const [key, register] of cells) {
      if (register.length === 0) continue
      const [only] = register
      const implied =
        register.length === 1 && sameDot(only!, born) && (only!.value !== null) === (key !== DELETED)
      if (implied && key === DELETED) continue
      if (implied) sorted.begin(at, key, only!.value)
      else sorted.setRegister(at, key, [...register].sort(byDot), to)
    }
  }
  const columns = [...sorted.columns].sort(byKey)
  sorted.columns.clear()
  for (const [key, column] of columns) sorted.columns.set(key, column)
  return sorted
}
