import { NOT_COMPARED, openPackage, returnedBy } from '../exchange/received-file.ts'
import type { Returned } from '../exchange/returned-sheets.ts'
import { SCHEMA_VERSION } from '../shared/schema-version.ts'
import { ok, type Result } from '../shared/result.ts'
import { builtInOf } from '../engine/built-ins.ts'
import { storedSchema } from '../engine/stored-schema.ts'
import { problemOf } from '../store/failure.ts'
import type { StoredState } from '../store/read-state.ts'
import { haveMet, merge, type Merge, type MergeReport } from '../sync/merge.ts'
import { meantThere, type MeantName } from '../sync/meant-names.ts'
import { decode, encode, type Making, type Package, type PackagedWorkbook } from '../sync/package.ts'
import { packFile, unpackFile } from '../sync/package-file.ts'
import { shownContent } from '../sync/shown-content.ts'
import type { SigningKey } from '../sync/signature.ts'
import type { WorkbookState } from '../sync/workbook-state.ts'
import type { Step } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import type { CarriedFile } from '../exchange/sheet-data.ts'

/**
 * What is done with packages beside the page. Everything stored is read here and not sent here: of 300,000 cells with
 * their dots the sending alone would stop the page.
 */
export type ReadStored = (workbook: string) => Promise<StoredState>

/** The stored state is of another moment than the page thinks: it asks again. */
export const OVERTAKEN = 'overtaken'

export interface PackRequest {
  readonly workbook: PackagedWorkbook
  /** Number of the last change that must be in it, and none after. */
  readonly last: number
  readonly making: Omit<Making, 'replica' | 'schema'>
  readonly key: SigningKey | null
}

/** Explanations in words, as they stand in the file. */
export type Say = (steps: readonly Step[]) => string

/** Progress is told from 0 to 1. */
type Tell = (share: number) => void

export async function pack(
  { workbook, last, making, key }: PackRequest,
  stored: ReadStored,
  tell: Tell = () => {},
): Promise<Result<Uint8Array | typeof OVERTAKEN>> {
  const read = await mine(workbook.id, stored)
  if (!read.ok) return read
  if (read.value.last !== last) return ok(OVERTAKEN)
  tell(0.4)
  const { state, replica } = read.value
  const content = encode({ workbook, state, making: { ...making, replica, schema: SCHEMA_VERSION } })
  tell(0.8)
  return ok(await packFile(content, key))
}

export interface ReceiveRequest {
  readonly bytes: Uint8Array
  readonly name: string
  readonly password?: string
  /** The open workbook, with which the file would be merged. */
  readonly workbook: string | null
  /** ISO instant; only for saying which clocks are wrong. */
  readonly now: string
  /** Left out when nobody asks what was done to the sheets. */
  readonly compare?: boolean
}

/** All there is to say of a file of ours before anybody agrees to anything. Nothing is written. */
export interface Received {
  readonly workbook: PackagedWorkbook
  readonly file: Uint8Array
  /** The attachments that came in the same file, not checked yet. */
  readonly files: readonly CarriedFile[]
  readonly key: Uint8Array | null
  readonly making: Making | null
  /** Rows that are shown, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Who has made changes that are in it. */
  readonly people: readonly string[]
  /** What a merge would bring; null while no workbook is open. */
  readonly outlook: (MergeReport & { readonly met: boolean }) | null
  readonly returned: Returned
}

export async function receive(
  { bytes, name, password, workbook, now, compare = true }: ReceiveRequest,
  stored: ReadStored,
  speak: (locale: string) => Promise<Say>,
  tell: Tell = () => {},
): Promise<Result<Received>> {
  const opened = await openPackage(bytes, name, { password, onProgress: (share) => tell(share * 0.4) })
  if (!opened.ok) return opened
  const { file, files, content, key } = opened.value
  const read = workbook === null ? null : await mine(workbook, stored)
  if (read && !read.ok) return read
  tell(0.5)
  const outlook = read && {
    ...merge(read.value.state, content.state, now).report,
    met: workbook === content.workbook.id || haveMet(read.value.state, content.state),
  }
  tell(0.6)
  const returned = compare
    ? returnedBy(opened.value, await speak(content.making?.locale ?? ''), (share) => tell(0.6 + share * 0.4))
    : NOT_COMPARED
  return ok({
    workbook: content.workbook,
    file,
    files,
    key,
    making: content.making ?? null,
    rows: liveRows(content.state),
    people: peopleIn(content.state),
    outlook,
    returned,
  })
}

export interface MergeRequest {
  readonly file: Uint8Array
  readonly workbook: string
  readonly last: number
  readonly now: string
}

export interface MergedFile extends Merge {
  /** Names typed on the other side, with the rows they meant there. */
  readonly meant: readonly MeantName[]
}

/** The merge of a file with what is stored, as one change for the page to take through its door. */
export async function mergeFile(
  { file, workbook, last, now }: MergeRequest,
  stored: ReadStored,
  tell: Tell = () => {},
): Promise<Result<MergedFile | typeof OVERTAKEN>> {
  const unpacked = await unpackFile(file)
  if (!unpacked.ok) return unpacked
  const theirs = decode(unpacked.value.content)
  if (!theirs.ok) return theirs
  tell(0.4)
  const read = await mine(workbook, stored)
  if (!read.ok) return read
  if (read.value.last !== last) return ok(OVERTAKEN)
  tell(0.7)
  const merged = merge(read.value.state, theirs.value.state, now)
  return ok({ ...merged, meant: meantThere(tablesOf(theirs.value), theirs.value.state, merged) })
}

async function mine(workbook: string, stored: ReadStored): Promise<Result<StoredState>> {
  try {
    return ok(await stored(workbook))
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** The tables as their side knows them. */
function tablesOf({ state, workbook }: Package): Readonly<Record<string, Table>> {
  const content = shownContent(state)
  return storedSchema(builtInOf(workbook.kind).tables, (table) => content.get(table))
}

function liveRows(state: WorkbookState): Record<string, number> {
  const rows: [string, number][] = []
  for (const [name, table] of state.tables)
    rows.push([name, table.ids.filter((_, at) => !table.deletion(at, state.replicas).shown).length])
  return Object.fromEntries(rows)
}

const peopleIn = (state: WorkbookState): string[] =>
  [...new Set([...state.changes].map(({ by }) => by))].filter((name) => name !== '')
