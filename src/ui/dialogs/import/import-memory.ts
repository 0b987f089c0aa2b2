import type { DeviceSettings } from '../../../app/device-settings.ts'
import { STRATEGIES, type SheetChoice, type SheetPlan, type Strategy } from '../../../app/import-file.ts'
import type { Table } from '../../../tables/table.ts'

/** How a file of some shape was imported, as it is kept on this computer: no cell of the file is in it. */
interface Kept {
  readonly table: string
  readonly columns: readonly (string | null)[]
  readonly key?: readonly string[]
  readonly strategy: Strategy
}

/** Schools import the same sheet month after month: what was put right once is right the next time. */
export class ImportMemory {
  constructor(private readonly settings: DeviceSettings) {}

  keep({ shape, table, columns }: SheetPlan, key: readonly string[] | undefined, strategy: Strategy): void {
    const kept: Kept = { table, columns, strategy, ...(key ? { key } : {}) }
    void this.settings.keepImport(shape, kept)
  }

  forget({ shape }: SheetPlan): void {
    void this.settings.keepImport(shape, null)
  }

  /** Null when it is new, or when what was kept names columns that are no more. */
  recall(
    { shape, columns }: SheetPlan,
    tables: Readonly<Record<string, Table>>,
  ): { choice: SheetChoice; strategy: Strategy } | null {
    const kept = this.settings.import(shape)
    if (!isKept(kept) || kept.columns.length !== columns.length) return null
    const table = tables[kept.table]
    const known = (key: string | null) => key === null || Object.hasOwn(table!.columns, key)
    if (!table || !kept.columns.every(known) || !(kept.key ?? []).every(known)) return null
    const { strategy, key } = kept
    const choice = { table: kept.table, columns: new Map(kept.columns.entries()), key, remembered: true }
    return { choice, strategy }
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { table, columns, key, strategy } = value as Record<string, unknown>
  const areKeys = (list: unknown) =>
    Array.isArray(list) && list.every((each) => each === null || typeof each === 'string')
  return (
    typeof table === 'string' &&
    areKeys(columns) &&
    (key === undefined || areKeys(key)) &&
    STRATEGIES.some((known) => known === strategy)
  )
}
