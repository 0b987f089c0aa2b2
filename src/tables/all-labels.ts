import { tables } from './index.ts'
import type { Columns } from './table.ts'

/** Every label a stored value can be, so that sentences that carry one can say it in another language. */
export function allLabels(): { readonly zh: string; readonly en: string }[] {
  return Object.values(tables).flatMap(({ columns }) =>
    Object.values<Columns[string]>(columns).flatMap((column) => [...(column.options ?? [])]),
  )
}
