import { DELETED } from '../../src/engine/change.ts'
import { ChangeRegistry } from '../../src/sync/change-registry.ts'
import { merge, type Merge } from '../../src/sync/merge.ts'
import { isDisputed, shown } from '../../src/sync/register.ts'
import type { DottedValue } from '../../src/sync/dots.ts'
import type { WorkbookState } from '../../src/sync/workbook-state.ts'
import { type CellRegister } from '../../src/sync/workbook-state.ts'
import type { Step } from './schedules.ts'
import { bytesOf, soundMachine, stateOf, type Machine } from './copy.ts'

/**
 * Twelve ways in which programs of this kind have lost people's work, each planted into an otherwise sound machine.
 * The schedules are worth something only while they find every one of them.
 */
export const plantedFaults: Readonly<Record<string, Partial<Machine>>> = {
  'the last writer wins': {
    merge: (mine, theirs, now) => settling(merge(mine, theirs, now), (values) => shown(values)!),
  },
  'the wall clock decides': {
    merge: (mine, theirs, now) => {
      const merged = merge(mine, theirs, now)
      const at = (value: DottedValue) =>
        (mine.changes.of(value) ?? merged.changes.find((change) => same(change, value)))?.at ?? ''
      return settling(merged, (values) => [...values].sort((a, b) => (at(a) < at(b) ? 1 : -1))[0]!)
    },
  },
  'whatever arrives last wins': {
    merge: (mine, theirs, now) =>
      settling(merge(mine, theirs, now), (values, { table, row, column }) => {
        const arrived = theirs.register(table, row, column)
        return values.find((value) => arrived.some((each) => same(each, value))) ?? values[0]!
      }),
  },
  'values from the future are dropped': {
    merge: (mine, theirs, now) => {
      const late = Date.parse(now) + 300_000
      const future = (value: { replica: string; seq: number }) =>
        Date.parse(theirs.changes.of(value)?.at ?? now) > late
      const merged = merge(mine, theirs, now)
      const kept = merged.change.edits.map((_, i) => !future(merged.dots.edits[i]!))
      return {
        ...merged,
        change: { ...merged.change, edits: merged.change.edits.filter((_, i) => kept[i]) },
        dots: { ...merged.dots, edits: merged.dots.edits.filter((_, i) => kept[i]) },
        conflicts: merged.conflicts.filter(({ values }) => !values.some(future)),
      }
    },
  },
  'a copied profile is not noticed': {
    merge: (mine, theirs, now) => {
      const merged = merge(withoutPrints(mine), withoutPrints(theirs), now)
      return { ...merged, changes: theirs.changes.beyond(mine.changes) }
    },
  },
  'a vector promises what was not sent': {
    // A "small" file that passes on only the maker's newest change, with the vector of all.
    pack: (state) => {
      const small = stateOf(bytesOf(state))
      for (const table of small.tables.values())
        for (const { own } of table.columns.values())
          for (let position = 0; position < (own?.length ?? 0); position++) {
            const code = own!.at(position)
            if (code > 0 && small.replicas.dot(code).seq % 3 === 0) own!.set(position, 0)
          }
      return bytesOf(small)
    },
  },
  'deletions are forgotten early': {
    pack: (state) => {
      const cleaned = stateOf(bytesOf(state))
      for (const table of cleaned.tables.values()) table.columns.delete(DELETED)
      return bytesOf(cleaned)
    },
  },
  'what a deletion had seen is not sent': {
    pack: (state) => {
      const blind = stateOf(bytesOf(state))
      for (const table of blind.tables.values()) table.saws.clear()
      return bytesOf(blind)
    },
  },
  'numbers start again after a restart': { numberAtStart: () => 0 },
  'a conflict is not sent on': {
    pack: (state) => {
      const decided = stateOf(bytesOf(state))
      for (const table of decided.tables.values())
        for (const [key, { many }] of table.columns)
          for (const [position, values] of [...many].filter(([, several]) => isDisputed(several)))
            table.setRegister(position, key, [shown(values)!], decided.replicas)
      return bytesOf(decided)
    },
  },
  'totals are not counted again after a merge': { recounts: false },
  'a merge is a change of its own': {
    record: (merged, copy) => ({
      ...soundMachine.record(merged, copy),
      seq: (copy.state.vector[copy.id] ?? 0) + 1,
    }),
  },
}

const same = (a: { replica: string; seq: number }, b: { replica: string; seq: number }): boolean =>
  a.replica === b.replica && a.seq === b.seq

/** The merge with every conflict settled by a rule, the other values gone. */
function settling(
  merged: Merge,
  choose: (values: readonly DottedValue[], cell: CellRegister) => DottedValue,
): Merge {
  const conflicts = merged.conflicts.map((cell) =>
    isDisputed(cell.values) ? { ...cell, values: [choose(cell.values, cell)] } : cell,
  )
  const edits = merged.change.edits.map((edit) => {
    const settled = conflicts.find(
      ({ table, row, column }) => table === edit.table && row === edit.row && column === edit.column,
    )
    return settled && edit.column !== DELETED ? { ...edit, to: settled.values[0]!.value } : edit
  })
  return { ...merged, conflicts, change: { ...merged.change, edits } }
}

function withoutPrints(state: WorkbookState): WorkbookState {
  const blind = stateOf(bytesOf(state))
  const changes = new ChangeRegistry()
  for (const change of state.changes) changes.add({ ...change, print: 0 })
  return Object.assign(blind, { changes })
}

/** What must happen in a schedule for a fault to show; the shortest schedule that shows it says so. */
export const showsBy: Readonly<Partial<Record<string, Step['do']>>> = {
  'values from the future are dropped': 'clock',
  'a copied profile is not noticed': 'clone',
  'deletions are forgotten early': 'delete',
  'what a deletion had seen is not sent': 'delete',
  'numbers start again after a restart': 'restart',
}
