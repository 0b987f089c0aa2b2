import type { CellEdit } from '../../../src/engine/change.ts'
import { merge, replay } from '../../../src/sync/merge.ts'
import { decode, encode } from '../../../src/sync/package.ts'
import { packFile, unpackFile } from '../../../src/sync/package-file.ts'
import { WorkbookState } from '../../../src/sync/workbook-state.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import { benchSchool } from '../school.ts'

const TABLE = 'incidents'
const WORKBOOK = { id: 'w', kind: 'school', name: '实验小学' }

export interface Rows {
  readonly ids: readonly string[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}

/** The ledger of incidents of the bench, 15 cells a row. */
export const ledger = (rows: number): Rows => benchSchool(rows).tables[TABLE]!

/** Our state as the program merges it: the file of the other copy, bytes in, merged state in memory. */
export class Ours {
  private state = new WorkbookState()
  private seq = 0

  constructor(private readonly replica: string) {}

  make(rows: Rows): void {
    this.write([], [{ table: TABLE, ids: rows.ids, columns: rows.columns }])
  }

  edit(edits: readonly { row: string; column: string; value: string }[]): void {
    for (const { row, column, value } of edits) {
      const from = this.state.shown(TABLE, row, column)
      this.write([{ table: TABLE, row, column, from, to: value }], [])
    }
  }

  private write(edits: readonly CellEdit[], added: readonly (Rows & { readonly table: string })[]): void {
    this.state.apply({
      replica: this.replica,
      seq: ++this.seq,
      at: '2027-03-10T09:00:00.000Z',
      by: this.replica,
      change: { source: 'user', label: { code: 'edit' }, edits, added },
    })
  }

  save(): Promise<Uint8Array> {
    return packFile(encode({ workbook: WORKBOOK, state: this.state }))
  }

  async load(file: Uint8Array): Promise<void> {
    this.state = stateOf(await contentOf(file))
  }

  /** The number of cells that people are asked about. `done` is told after each step what has been done. */
  async merge(file: Uint8Array, done: (step: string) => void = () => {}): Promise<number> {
    const content = await contentOf(file)
    done('unpack')
    const theirs = stateOf(content)
    done('decode')
    const merged = merge(this.state, theirs, '2027-03-10T10:00:00.000Z')
    done('merge')
    this.state = replay(this.state, { ...merged, replica: this.replica, seq: 0, at: '', by: '' })
    done('apply')
    return merged.report.conflicts
  }

  /** The same, and what is then written for the others, as no part of a merge. */
  async mergeAndWrite(file: Uint8Array, done: (step: string) => void): Promise<void> {
    await this.merge(file, done)
    const content = encode({ workbook: WORKBOOK, state: this.state })
    done('encode')
    await packFile(content)
    done('pack')
  }

  cells(): Cell[][] {
    const table = this.state.tables.get(TABLE)!
    const order = table.ids
      .map((_, position) => position)
      .sort((a, b) => (table.ids[a]! < table.ids[b]! ? -1 : 1))
    const keys = [...table.columns.keys()].sort()
    return order.map((position) => keys.map((key) => this.state.shown(TABLE, table.ids[position]!, key)))
  }
}

async function contentOf(file: Uint8Array): Promise<Uint8Array> {
  const content = await unpackFile(file)
  if (!content.ok) throw new Error(content.problem.code)
  return content.value.content
}

function stateOf(content: Uint8Array): WorkbookState {
  const read = decode(content)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.state
}
