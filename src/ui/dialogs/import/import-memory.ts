import type { DeviceSettings } from '../../../app/device-settings.ts'
import { STRATEGIES, type SheetChoice, type SheetPlan, type Strategy } from '../../../app/import-file.ts'
import type { Table } from '../../../tables/table.ts'

/** How a file of some shape was imported, as it is kept on this computer: no cell of the file is in it. */
interface Kept {
  readonly table: string
  readonly columns: readonly (string | null)[]
  /** Where somebody has pointed at the headings. */
  readonly header?: readonly [number, number]
  readonly key?: readonly string[]
  readonly strategy: Strategy
  /** The other tables of the sheet were taken along. */
  readonly along?: boolean
}

/** Schools import the same sheet month after month: what was put right once is right the next time. */
export class ImportMemory {
  constructor(private readonly settings: DeviceSettings) {}

  keep(
    shape: string,
    { table, columns }: Pick<SheetPlan, 'table' | 'columns'>,
    { key, header }: SheetChoice,
    { strategy, along }: { readonly strategy: Strategy; readonly along: boolean },
  ): void {
    const kept: Kept = {
      ...{ table, columns, strategy },
      ...(key ? { key } : {}),
      ...(header ? { header } : {}),
      ...(along ? { along } : {}),
    }
    void this.settings.keepImport(shape, kept)
  }

  forget(shape: string): void {
    void this.settings.keepImport(shape, null)
  }

  /** Null when it is new, or when what was kept names columns that are no more. */
  recall(
    { shape, columns }: Pick<SheetPlan, 'shape' | 'columns'>,
    tables: Readonly<Record<string, Table>>,
  ): { choice: SheetChoice; strategy: Strategy; along: boolean } | null {
    const kept = this.settings.import(shape)
    if (!isKept(kept) || kept.columns.length !== columns.length) return null
    const table = Object.hasOwn(tables, kept.table) ? tables[kept.table] : undefined
    const known = (key: string | null) => key === null || Object.hasOwn(table!.columns, key)
    if (!table || !kept.columns.every(known) || !(kept.key ?? []).every(known)) return null
    const { strategy, key, header, along = false } = kept
    const placed = new Map(kept.columns.entries())
    const choice = { table: kept.table, columns: placed, key, header, remembered: true }
    return { choice, strategy, along }
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { table, columns, key, header, strategy, along } = value as Record<string, unknown>
  const areKeys = (list: unknown) =>
    Array.isArray(list) && list.every((each) => each === null || typeof each === 'string')
  return (
    typeof table === 'string' &&
    areKeys(columns) &&
    (key === undefined || areKeys(key)) &&
    (header === undefined ||
      (Array.isArray(header) && header.every(Number.isInteger) && header.length === 2)) &&
    (along === undefined || typeof along === 'boolean') &&
    STRATEGIES.some((known) => known === strategy)
  )
}
