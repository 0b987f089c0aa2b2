/**
 * Which page each stored row is in: the ids of every page, as the database has them. Rows whose addition is still
 * only in the log are in no page.
 */
export class Places {
  private readonly tables = new Map<string, (readonly string[])[]>()

  constructor(pageIds: ReadonlyMap<string, readonly (readonly string[])[]> = new Map()) {
    for (const [table, pages] of pageIds) this.tables.set(table, [...pages])
  }

  pages(table: string): number {
    return this.tables.get(table)?.length ?? 0
  }

  size(table: string, page: number): number {
    return this.tables.get(table)?.[page]?.length ?? 0
  }

  set(table: string, page: number, ids: readonly string[]): void {
    const pages = this.tables.get(table) ?? []
    this.tables.set(table, pages)
    pages[page] = ids
  }

  /** The places of those rows that are in a page: one pass over the table, which folding can afford. */
  find(table: string, rows: ReadonlySet<string>): Map<string, { page: number; offset: number }> {
    const found = new Map<string, { page: number; offset: number }>()
    this.tables.get(table)?.forEach((ids, page) => {
      ids.forEach((id, offset) => {
        if (rows.has(id)) found.set(id, { page, offset })
      })
    })
    return found
  }
}
