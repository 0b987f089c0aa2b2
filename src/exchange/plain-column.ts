import type { Column } from '../tables/column.ts'

/** A column as a report has it: what was worked out or referred to is written down, and refers to nothing here. */
export function plainColumn(column: Column): Column {
  const { to: _to, alsoTo: _alsoTo, formula: _formula, ...rest } = column as Column & Record<string, unknown>
  const refers = column.type === 'reference' || column.type === 'references'
  return { ...(refers ? rest : column), ...(refers ? { type: 'text' } : {}), computed: false } as Column
}
