import type { Source } from '../engine/change.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { ChangeFacts } from './change-registry.ts'
import { DotCodes } from './dot-codes.ts'
import type { DottedValue, VersionVector } from './dots.ts'
import { packCells, unpackCells, type PackedCells } from './packed-cells.ts'
import { packNumbers, unpackNumbers } from './packed-numbers.ts'
import { readContent, type PackageReader } from './package-reader.ts'
import type { Register } from './register.ts'
import { ReplicaNames } from './replica-names.ts'
import { TableState, type ColumnState } from './table-state.ts'
import { WorkbookState } from './workbook-state.ts'

/** The form of the package this build writes; raised whenever a part changes its meaning. */
export const FORMAT = 2

/** Numbers of changes stay below this, so that a dot is one number. */
const SEQUENCES = 2 ** 32

/** More than any ledger has; a file that claims more was made to fill somebody's memory. */
const MOST_ROWS = 5_000_000

/** Which workbook a package is of. */
export interface PackagedWorkbook {
  readonly id: string
  readonly kind: string
  readonly name: string
}

/** The making of a file: whoever reads it later works out from this what it showed. */
export interface Making {
  /** ISO instant, by the clock of the computer that made it. */
  readonly at: string
  /** The copy that made it. */
  readonly replica: string
  /** The stored form of its program. */
  readonly schema: number
  /** Local time up to which computed cells were worked out. */
  readonly now: string
  /** The language of explanations. */
  readonly locale: string
  /** Sheets beside the package that show its rows; none in a bare package. */
  readonly sheets: readonly MadeSheet[]
}

export interface MadeSheet {
  readonly name: string
  readonly table: string
  readonly columns: readonly { readonly key: string; readonly heading: string }[]
}

export interface Package {
  readonly workbook: PackagedWorkbook
  readonly state: WorkbookState
  readonly making?: Making
}

/** The parts of a package and of its tables that this version knows; anything else is passed on as it is. */
const PARTS = new Set([
  'format',
  'reads',
  'workbook',
  'making',
  'replicas',
  'vector',
  'forks',
  'people',
  'sources',
  'changes',
  'saws',
  'tables',
])
const TABLE_PARTS = new Set(['ids', 'born', 'columns', 'saws'])

type Value = readonly [replica: number, seq: number, value: Cell, saw?: number]

interface PackedColumn {
  readonly cells: PackedCells
  /** Cells with a dot of their own: steps from one to the next, replica, number. */
  readonly own?: readonly number[]
  readonly many?: readonly (readonly [position: number, values: readonly Value[]])[]
}

/** A state as bytes. Rows keep their order, so that a new copy shows them as the old one does. */
export function encode({ workbook, state, making }: Package): Uint8Array {
  const writer = new Writer(state)
  const tables = [...state.tables].map(([name, table]) => [name, writer.table(table)] as const)
  const changes = writer.changes()
  const content = {
    ...state.extra,
    format: FORMAT,
    reads: FORMAT,
    workbook,
    ...(making ? { making } : {}),
    forks: Object.fromEntries(Object.entries(state.forks)),
    ...changes,
    tables: Object.fromEntries(tables),
    vector: writer.vector(state.vector),
    saws: writer.saws,
    replicas: writer.replicas.names,
  }
  return new TextEncoder().encode(JSON.stringify(content))
}

class Writer {
  readonly replicas: ReplicaNames
  readonly saws: number[][] = []
  private readonly sawAt = new Map<string, number>()

  constructor(private readonly state: WorkbookState) {
    this.replicas = new ReplicaNames(state.replicas.names)
  }

  /** Replica and number in turn. */
  vector(vector: VersionVector): number[] {
    return Object.keys(vector)
      .sort()
      .flatMap((replica) => [this.replicas.index(replica), vector[replica]!])
  }

  table(table: TableState): object {
    const born: number[] = []
    let run = 0
    for (let position = 0; position < table.ids.length; position++) {
      const code = table.born.at(position)
      run++
      // Past the last row there is no dot, so the last run ends like any other.
      if (table.born.at(position + 1) === code) continue
      const { replica, seq } = this.state.replicas.dot(code)
      born.push(this.replicas.index(replica), seq, run)
      run = 0
    }
    return {
      ...table.extra,
      ids: packCells(table.ids, table.ids.length),
      born,
      columns: this.columns(table),
      saws: [...table.saws].sort(([a], [b]) => a - b).flatMap(([position, saw]) => [position, this.saw(saw)]),
    }
  }

  private columns(table: TableState): Readonly<Record<string, PackedColumn>> {
    const packed = new Map<string, PackedColumn>()
    const earlier = new Map<string, readonly Cell[]>()
    // In the order in which JSON will have them: a column may only repeat one that is read before it.
    for (const [key, column] of Object.entries(Object.fromEntries(table.columns))) {
      packed.set(key, this.column(table, column, earlier))
      earlier.set(key, column.cells)
    }
    return Object.fromEntries(packed)
  }

  private column(
    table: TableState,
    { cells, own, many }: ColumnState,
    earlier: ReadonlyMap<string, readonly Cell[]>,
  ): PackedColumn {
    const dots: number[] = []
    let last = 0
    for (let position = 0; position < (own?.length ?? 0); position++) {
      const code = own!.at(position)
      if (code === 0) continue
      const { replica, seq } = this.state.replicas.dot(code)
      dots.push(position - last, this.replicas.index(replica), seq)
      last = position
    }
    const several = [...many].sort(([a], [b]) => a - b)
    return {
      cells: packCells(cells, table.ids.length, earlier),
      ...(dots.length > 0 ? { own: dots } : {}),
      ...(several.length > 0
        ? { many: several.map(([position, values]) => [position, values.map((each) => this.value(each))]) }
        : {}),
    }
  }

  private value({ replica, seq, value, saw }: DottedValue): Value {
    const index = this.replicas.index(replica)
    return saw ? [index, seq, value, this.saw(saw)] : [index, seq, value]
  }

  /** Deletions of one moment have seen the same, so each vector is written once. */
  private saw(vector: VersionVector): number {
    const packed = this.vector(vector)
    const key = packed.join()
    let index = this.sawAt.get(key)
    if (index === undefined) {
      index = this.saws.push(packed) - 1
      this.sawAt.set(key, index)
    }
    return index
  }

  changes(): object {
    const people = new ReplicaNames()
    const sources = new ReplicaNames()
    const registry = this.state.changes
    const changes = registry
      .replicas()
      .sort()
      .map((replica) => {
        const known: { seq: number; facts: ChangeFacts }[] = []
        for (let seq = registry.first(replica); seq <= registry.last(replica); seq++) {
          const facts = registry.of({ replica, seq })
          if (facts) known.push({ seq, facts })
        }
        return {
          replica: this.replicas.index(replica),
          count: known.length,
          seq: packNumbers(known.map(({ seq }) => seq)),
          at: packCells(
            known.map(({ facts }) => facts.at),
            known.length,
          ),
          by: packNumbers(known.map(({ facts }) => people.index(facts.by))),
          source: packNumbers(known.map(({ facts }) => sources.index(facts.source))),
          print: packNumbers(known.map(({ facts }) => facts.print)),
        }
      })
    return { people: people.names, sources: sources.names, changes }
  }
}

/** Reads a package. Whatever the bytes are: it gives the state that was written, or says why it does not. */
export function decode(bytes: Uint8Array): Result<Package> {
  return readContent(bytes, read)
}

function read(root: PackageReader): Result<Package> {
  if (root.part('reads').count() > FORMAT)
    return fail('package.newer-format', { format: root.part('format').count(), known: FORMAT })
  const state = new WorkbookState()
  state.extra = root.others(PARTS)
  const workbook = root.part('workbook')
  const names = root.part('replicas').texts()
  for (const name of names) state.replicas.index(name)
  if (state.replicas.names.length !== names.length) root.part('replicas').refuse()
  state.vector = vectorOf(root.part('vector'), names)
  const saws = root
    .part('saws')
    .items()
    .map((saw) => vectorOf(saw, names))
  state.forks = Object.fromEntries(
    root
      .part('forks')
      .entries()
      .map(([base, points]) => [base, points.counts()]),
  )
  readChanges(root, state, names)
  for (const [name, table] of root.part('tables').entries())
    state.tables.set(name, tableOf(table, state.replicas, saws))
  return ok({
    workbook: {
      id: workbook.part('id').text(),
      kind: workbook.part('kind').text(),
      name: workbook.part('name').text(),
    },
    state,
    ...(root.has('making') ? { making: makingOf(root.part('making')) } : {}),
  })
}

function makingOf(packed: PackageReader): Making {
  const text = (key: string) => packed.part(key).text()
  return {
    at: text('at'),
    replica: text('replica'),
    schema: packed.part('schema').count(),
    now: text('now'),
    locale: text('locale'),
    sheets: packed
      .part('sheets')
      .items()
      .map((sheet) => ({
        name: sheet.part('name').text(),
        table: sheet.part('table').text(),
        columns: sheet
          .part('columns')
          .items()
          .map((column) => ({ key: column.part('key').text(), heading: column.part('heading').text() })),
      })),
  }
}

function vectorOf(packed: PackageReader, names: readonly string[]): VersionVector {
  const vector = Object.create(null) as Record<string, number>
  const numbers = packed.counts(2)
  for (let i = 0; i < numbers.length; i += 2) vector[packed.oneOf(names, numbers[i]!)] = numbers[i + 1]!
  return vector
}

function readChanges(root: PackageReader, state: WorkbookState, names: readonly string[]): void {
  const people = root.part('people').texts()
  const sources = root.part('sources').texts()
  for (const packed of root.part('changes').items()) {
    if (packed.isList()) {
      readFlatChanges(packed, state, { names, people, sources })
      continue
    }
    const replica = packed.oneOf(names, packed.part('replica').count())
    const count = packed.part('count').count()
    const numbers = (key: string, limit?: number): Float64Array =>
      unpackNumbers(packed.part(key).value, count, limit) ?? packed.refuse(key)
    const at = unpackCells(packed.part('at').value, count) ?? packed.refuse('at')
    const by = numbers('by', people.length)
    const source = numbers('source', sources.length)
    const print = numbers('print')
    numbers('seq', SEQUENCES).forEach((seq, i) => {
      const time = at[i]
      if (typeof time !== 'string') return packed.refuse('at')
      // A source of a newer version is passed on like any other.
      const facts = { at: time, by: people[by[i]!]!, source: sources[source[i]!] as Source, print: print[i]! }
      state.changes.add({ replica, seq, ...facts })
    })
  }
}

/** The changes of one replica as the first format had them: five values each, one after the other. */
function readFlatChanges(
  packed: PackageReader,
  state: WorkbookState,
  { names, people, sources }: Readonly<Record<'names' | 'people' | 'sources', readonly string[]>>,
): void {
  const [index, flat] = packed.items(2)
  const replica = packed.oneOf(names, index!.count())
  const values = flat!.list()
  if (values.length % 5 !== 0) flat!.refuse()
  const count = (i: number): number =>
    Number.isSafeInteger(values[i]) && (values[i] as number) >= 0 ? (values[i] as number) : flat!.refuse()
  let seq = 0
  for (let i = 0; i < values.length; i += 5) {
    seq += count(i)
    const at = values[i + 1]
    if (typeof at !== 'string') return flat!.refuse()
    const by = flat!.oneOf(people, count(i + 2))
    const source = flat!.oneOf(sources, count(i + 3)) as Source
    state.changes.add({ replica, seq, at, by, source, print: count(i + 4) })
  }
}

function tableOf(packed: PackageReader, replicas: ReplicaNames, saws: readonly VersionVector[]): TableState {
  const table = new TableState()
  table.extra = packed.others(TABLE_PARTS)
  const born = packed.part('born').counts(3)
  const ids = idsOf(packed.part('ids'), born)
  const code = (replica: number, seq: number): number => {
    packed.oneOf(replicas.names, replica)
    if (seq < 1 || seq >= SEQUENCES) packed.refuse()
    return replicas.code({ replica: replicas.names[replica]!, seq })
  }
  for (let i = 0, row = 0; i < born.length; i += 3)
    for (let run = born[i + 2]!, dot = code(born[i]!, born[i + 1]!); run > 0 && row < ids.length; run--)
      table.add(ids[row++]!, dot)
  if (table.ids.length !== ids.length) packed.part('born').refuse()
  if (!table.isUnique()) packed.part('ids').refuse()
  const earlier = new Map<string, readonly Cell[]>()
  for (const [key, part] of packed.part('columns').entries()) {
    const column = columnOf(part, ids.length, { replicas, saws, code, earlier })
    table.columns.set(key, column)
    earlier.set(key, column.cells)
  }
  const deleted = packed.part('saws').counts(2)
  for (let i = 0; i < deleted.length; i += 2) {
    if (deleted[i]! >= ids.length) packed.part('saws').refuse()
    table.saws.set(deleted[i]!, packed.oneOf(saws, deleted[i + 1]!))
  }
  return table
}

/** Rows are counted twice, by how they were made and by their ids: a file in which the two differ is refused. */
function idsOf(packed: PackageReader, born: readonly number[]): string[] {
  let rows = 0
  for (let i = 2; i < born.length; i += 3) rows += born[i]!
  const ids = rows <= MOST_ROWS ? unpackCells(packed.value, rows) : null
  return ids?.every((id) => typeof id === 'string') ? ids : packed.refuse()
}

function columnOf(
  packed: PackageReader,
  rows: number,
  {
    replicas,
    saws,
    code,
    earlier,
  }: {
    replicas: ReplicaNames
    saws: readonly VersionVector[]
    code: (replica: number, seq: number) => number
    earlier: ReadonlyMap<string, readonly Cell[]>
  },
): ColumnState {
  const cells = unpackCells(packed.part('cells').value, rows, earlier)
  if (cells === null) packed.part('cells').refuse()
  let own: DotCodes | null = null
  if (packed.has('own')) {
    own = new DotCodes(rows)
    const dots = packed.part('own').counts(3)
    for (let i = 0, position = 0; i < dots.length; i += 3) {
      position += dots[i]!
      if (position >= rows) packed.part('own').refuse()
      own.set(position, code(dots[i + 1]!, dots[i + 2]!))
    }
  }
  const many = new Map<number, Register>()
  for (const entry of packed.has('many') ? packed.part('many').items() : []) {
    const [at, values] = entry.items(2)
    const position = at!.count()
    if (position >= rows || values!.items().length < 2) entry.refuse()
    many.set(
      position,
      values!.items().map((value) => valueOf(value, { replicas, saws, code })),
    )
  }
  return { cells: cells!, own, many }
}

function valueOf(
  packed: PackageReader,
  {
    replicas,
    saws,
    code,
  }: {
    replicas: ReplicaNames
    saws: readonly VersionVector[]
    code: (replica: number, seq: number) => number
  },
): DottedValue {
  const parts = packed.items()
  if (parts.length !== 3 && parts.length !== 4) packed.refuse()
  const dot = replicas.dot(code(parts[0]!.count(), parts[1]!.count()))
  const value = parts[2]!.cell()
  return parts.length === 3
    ? { ...dot, value }
    : { ...dot, value, saw: packed.oneOf(saws, parts[3]!.count()) }
}
