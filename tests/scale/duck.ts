/** A query over Parquet files, by DuckDB; rows as plain objects. */
export interface Duck {
  rows(query: string): Promise<Record<string, unknown>[]>
  close(): void
}

/** Null where its package is not installed: it is for tests alone, and not made for every computer. */
export async function openDuck(): Promise<Duck | null> {
  const duckdb = await import('@duckdb/node-api').catch(() => null)
  if (duckdb === null) return null
  const instance = await duckdb.DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  return {
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
