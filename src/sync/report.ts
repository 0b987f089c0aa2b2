import { fail, ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import type { VersionVector } from './dots.ts'
import { packCells, unpackCells, type PackedCells } from './packed-cells.ts'
import { readContent, type PackageReader } from './package-reader.ts'

/** The form this build writes; raised whenever a part changes its meaning. */
export const REPORT_FORMAT = 1

/** More than a school has; a file that claims more was made to fill somebody's memory. */
const MOST_ROWS = 500_000

/** Rows as their reader may see them: nothing in them is kept back, and nothing more stands behind them. */
export interface ReportedTable {
  readonly ids: readonly string[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}

/**
 * What a school tells its bureau: the rows its audience may read, of one moment, and how far the school's own copies had
 * come by then. It cannot be merged into a workbook, for what it holds is covered; of two reports one is newer, or each
 * knows what the other does not.
 */
export interface Report {
  readonly workbook: { readonly id: string; readonly name: string }
  /** By its code the bureau knows it; empty where the school has not entered one. */
  readonly school: { readonly code: string; readonly name: string }
  /** The month it reports, `YYYY-MM`. */
  readonly period: string
  /** ISO instant of its making, by the clock of the computer that made it: for people, it decides nothing. */
  readonly made: string
  /** Local time up to which its computed cells were worked out. */
  readonly now: string
  readonly replica: string
  readonly vector: VersionVector
  /**
   * SHA-256 of the reports of other schools that it sends along: a central school's say so of those below it. Signed with
   * the rest, so that which school a report came through is known whenever and in whatever order files come.
   */
  readonly passes: readonly string[]
  readonly tables: ReadonlyMap<string, ReportedTable>
}

export function encodeReport({ tables, vector, passes, ...facts }: Report): Uint8Array {
  const packed = [...tables].map(([name, { ids, columns }]) => [
    name,
    {
      rows: ids.length,
      ids: packCells(ids, ids.length),
      columns: Object.fromEntries(packColumns(columns, ids.length)),
    },
  ])
  const content = {
    report: REPORT_FORMAT,
    reads: REPORT_FORMAT,
    ...facts,
    vector: Object.keys(vector)
      .sort()
      .map((replica) => [replica, vector[replica]!]),
    ...(passes.length > 0 ? { passes } : {}),
    tables: Object.fromEntries(packed) as unknown,
  }
  return new TextEncoder().encode(JSON.stringify(content))
}

function packColumns(columns: ReportedTable['columns'], rows: number): Map<string, PackedCells> {
  const packed = new Map<string, PackedCells>()
  const earlier = new Map<string, readonly Cell[]>()
  // In the order in which JSON will have them: a column may only repeat one that is read before it.
  for (const [key, cells] of Object.entries(columns)) {
    packed.set(key, packCells(cells, rows, earlier))
    earlier.set(key, cells)
  }
  return packed
}

/** Reads a report. Whatever the bytes are: it gives what was written, or says why it does not. */
export function decodeReport(bytes: Uint8Array): Result<Report> {
  return readContent(bytes, read)
}

function read(root: PackageReader): Result<Report> {
  if (root.part('reads').count() > REPORT_FORMAT)
    return fail('package.newer-format', { format: root.part('report').count(), known: REPORT_FORMAT })
  const text = (of: PackageReader, key: string) => of.part(key).text()
  const workbook = root.part('workbook')
  const school = root.part('school')
  const period = text(root, 'period')
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) root.refuse('period')
  return ok({
    workbook: { id: text(workbook, 'id'), name: text(workbook, 'name') },
    school: { code: text(school, 'code'), name: text(school, 'name') },
    period,
    made: text(root, 'made'),
    now: text(root, 'now'),
    replica: text(root, 'replica'),
    vector: vectorOf(root.part('vector')),
    passes: root.has('passes') ? root.part('passes').texts() : [],
    tables: new Map(
      root
        .part('tables')
        .entries()
        .map(([name, table]) => [name, tableOf(table)]),
    ),
  })
}

/** Without a prototype: replica names come out of the file, and one may be called `__proto__`. */
function vectorOf(packed: PackageReader): VersionVector {
  const vector = Object.create(null) as Record<string, number>
  for (const entry of packed.items()) {
    const [replica, count] = entry.items(2)
    vector[replica!.text()] = count!.count()
  }
  return vector
}

function tableOf(packed: PackageReader): ReportedTable {
  const rows = packed.part('rows').count()
  if (rows > MOST_ROWS) packed.part('rows').refuse()
  const ids = (unpackCells(packed.part('ids').value, rows) ?? packed.refuse('ids')).map((id) =>
    typeof id === 'string' ? id : packed.refuse('ids'),
  )
  if (new Set(ids).size < ids.length) packed.refuse('ids')
  const columns = Object.create(null) as Record<string, readonly Cell[]>
  const earlier = new Map<string, readonly Cell[]>()
  for (const [key, column] of packed.part('columns').entries()) {
    const cells = unpackCells(column.value, rows, earlier) ?? column.refuse()
    columns[key] = cells
    earlier.set(key, cells)
  }
  return { ids, columns }
}
