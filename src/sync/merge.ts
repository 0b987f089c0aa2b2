import type { CellEdit, Change, RowBlock } from '../engine/change.ts'
import type { Problem } from '../shared/result.ts'
import { clockWarnings } from './clock-warnings.ts'
import type { RegisteredChange } from './change-registry.ts'
import { seen, type Dot, type VersionVector } from './dots.ts'
import { findForks, ForkNames, forksOf, mergeForks, sameForks, type Forks } from './forks.ts'
import { mergeExtra } from './extra.ts'
import { mergeTable, type TableMerge } from './merge-table.ts'
import type { CellRegister, Extra, Extras, StateRecord, WorkbookState } from './workbook-state.ts'

/** What another copy brings, as one change for the one door, with all that the store must know of it. */
export interface Merge {
  readonly change: Change
  readonly dots: { readonly edits: readonly Dot[]; readonly added: readonly Dot[] }
  readonly conflicts: readonly CellRegister[]
  readonly learned: VersionVector
  readonly changes: readonly RegisteredChange[]
  /** All forks known from now on; left out when the merge has brought none. */
  readonly forks?: Forks
  readonly extra?: Extras
  readonly report: MergeReport
}

export interface MergeReport {
  /** False when the copy had seen everything already. */
  readonly news: boolean
  readonly rows: number
  readonly cells: number
  /** Cells and rows that are in dispute and were not before, or are so with other values now. */
  readonly conflicts: number
  /** Changes other computers have made that this one had not seen. */
  readonly changes: number
  /** Replicas found to have been copied by this merge. */
  readonly clones: readonly string[]
  readonly warnings: readonly Problem[]
}

/**
 * Merges what another copy holds into mine. Both stay as they are; replaying the result on mine gives the
 * merged state.
 * Which order copies meet in, and how often, makes no difference to where they end.
 */
export function merge(mine: WorkbookState, theirs: WorkbookState, now: string): Merge {
  const { forks, mine: me, theirs: them } = agreeOnNames(mine, theirs)
  const parts: TableMerge[] = []
  for (const [name, table] of them.tables) parts.push(mergeTable(name, { me, them }, table))
  const edits: CellEdit[] = parts.flatMap((part) => part.edits)
  const added: RowBlock[] = parts.flatMap((part) => part.added)
  const learned = news(me.vector, them.vector)
  const changes = them.changes.beyond(me.changes)
  const extra = newExtras(me, them)
  const conflicts = parts.flatMap((part) => part.registers)
  const clones = newForks(mine.forks, forks)
  const rows = added.reduce((sum, block) => sum + block.ids.length, 0)
  const disputes = parts.reduce((sum, part) => sum + part.disputes, 0)
  return {
    change: {
      source: 'merge',
      label: { code: 'merge.package', params: { rows, cells: edits.length, conflicts: disputes } },
      edits,
      added,
    },
    dots: {
      edits: parts.flatMap((part) => part.editDots),
      added: parts.flatMap((part) => part.addedDots),
    },
    conflicts,
    learned,
    changes,
    ...(sameForks(mine.forks, forks) ? {} : { forks }),
    ...(extra === null ? {} : { extra }),
    report: {
      news:
        rows + edits.length + conflicts.length + changes.length > 0 ||
        Object.keys(learned).length > 0 ||
        extra !== null ||
        !sameForks(mine.forks, forks),
      rows,
      cells: edits.length,
      conflicts: disputes,
      changes: changes.length,
      clones,
      warnings: clockWarnings(changes, now),
    },
  }
}

/** Gives the same names to the same changes on both sides, cutting replicas that turn out to be copies. */
function agreeOnNames(mine: WorkbookState, theirs: WorkbookState) {
  let forks = mergeForks(mine.forks, theirs.forks)
  let [me, them] = [named(mine, forks), named(theirs, forks)]
  for (;;) {
    const all = mergeForks(forks, findForks(me.changes, them.changes))
    if (sameForks(all, forks)) return { forks, mine: me, theirs: them }
    forks = all
    me = named(me, forks)
    them = named(them, forks)
  }
}

/** The state under the names that forks ask for; itself when it knows them already. */
export function named(state: WorkbookState, forks: Forks): WorkbookState {
  return sameForks(state.forks, forks) ? state : state.renamed(forks, new ForkNames(forks, state.changes))
}

/** The state after a recorded change. It may be the same object, changed, or another one under new names. */
export function replay(state: WorkbookState, record: StateRecord): WorkbookState {
  const after = record.forks ? named(state, mergeForks(state.forks, record.forks)) : state
  after.apply(record)
  return after
}

/** Copies of one workbook share somebody's changes; so do two that were begun apart and have been put together. */
export const haveMet = (a: WorkbookState, b: WorkbookState): boolean =>
  Object.keys(a.vector).some((replica) => Object.hasOwn(b.vector, replica))

/** Must a copy that writes under this name take another one, because somebody else has used it too? */
export const isForked = (forks: Forks, replica: string): boolean => forksOf(forks, replica).length > 0

function newForks(before: Forks, after: Forks): string[] {
  return Object.keys(after).filter((base) => forksOf(after, base).join() !== forksOf(before, base).join())
}

function newExtras(me: WorkbookState, them: WorkbookState): Extras | null {
  const parts = mergeExtra(me.extra, them.extra)
  const tables: [string, Extra][] = []
  for (const [name, table] of them.tables) {
    const extra = mergeExtra(me.tables.get(name)?.extra ?? {}, table.extra)
    if (extra) tables.push([name, extra])
  }
  return parts || tables.length > 0 ? { parts: parts ?? {}, tables: Object.fromEntries(tables) } : null
}

/** What the vector gains. */
function news(mine: VersionVector, theirs: VersionVector): VersionVector {
  const learned = Object.create(null) as Record<string, number>
  for (const replica of Object.keys(theirs))
    if (theirs[replica]! > seen(mine, replica)) learned[replica] = theirs[replica]!
  return learned
}
