import { tables } from './index.ts'
import type { Columns, Table } from './table.ts'

/**
 * Every label, so that sentences that carry one can say it in another language. Of two with the same Chinese that of a
 * stored value is the later one and counts.
 */
export function labelsOf(
  schema: Readonly<Record<string, Table>>,
): { readonly zh: string; readonly en: string }[] {
  const all = Object.values(schema)
  const columns = all.flatMap((table) => Object.values<Columns[string]>(table.columns))
  return [...all, ...columns, ...columns.flatMap(({ options }) => options ?? [])]
}

/** Of a school's tables. */
export const allLabels = () => labelsOf(tables)
