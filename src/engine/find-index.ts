import type { Found } from '../shared/text-search.ts'

/** The texts of one column: each different one once, and by row which of them it is. */
export interface ColumnTexts {
  readonly texts: readonly string[]
  readonly codes: Uint32Array<ArrayBuffer>
}

/** A cell that reads otherwise now. */
export interface MovedText {
  readonly column: string
  readonly row: number
  readonly text: string
}

/** The cells of a column that were found: 1 where the row has one. */
export interface ColumnHits {
  readonly column: string
  readonly rows: Uint8Array<ArrayBuffer>
  readonly count: number
}

/** Different texts looked at between two pauses: some milliseconds, by pinyin too. */
const AT_ONCE = 2000

/**
 * What a table shows, made for searching. A ledger says the same few hundred things in most of its columns, so a text is
 * looked at once however many rows have it: two million cells are found in the time of their different texts.
 */
export class FindIndex {
  private readonly tables = new Map<
    string,
    Map<string, { texts: string[]; codes: Uint32Array<ArrayBuffer> }>
  >()

  set(table: string, column: string, { texts, codes }: ColumnTexts): void {
    const columns = this.tables.get(table) ?? new Map()
    this.tables.set(table, columns)
    columns.set(column, { texts: [...texts], codes })
  }

  /** Texts that nobody has any more stay and are found in no row. */
  move(table: string, moved: readonly MovedText[]): void {
    const columns = this.tables.get(table)
    for (const { column, row, text } of moved) {
      const data = columns?.get(column)
      if (!data || row >= data.codes.length) continue
      data.codes[row] = data.texts.push(text) - 1
    }
  }

  forget(table: string): void {
    this.tables.delete(table)
  }

  /** Column by column; yields null now and then, so that something else can have its turn. */
  *search(table: string, find: (text: string) => Found | null): Generator<ColumnHits | null, void> {
    for (const [column, { texts, codes }] of this.tables.get(table) ?? []) {
      const hit = new Uint8Array(texts.length)
      let any = false
      for (let code = 0; code < texts.length; code++) {
        if (code % AT_ONCE === AT_ONCE - 1) yield null
        if (find(texts[code]!) === null) continue
        hit[code] = 1
        any = true
      }
      if (!any) continue
      const rows = new Uint8Array(codes.length)
      let count = 0
      for (let row = 0; row < codes.length; row++) {
        const found = hit[codes[row]!]!
        rows[row] = found
        count += found
      }
      if (count > 0) yield { column, rows, count }
    }
  }
}
