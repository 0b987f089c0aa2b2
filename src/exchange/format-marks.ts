import type { Condition } from '../engine/formats/condition.ts'
import { natureOf } from '../engine/formats/condition.ts'
import type { FormatRule } from '../engine/formats/format-rules.ts'
import type { CellTypeName, Column } from '../tables/column.ts'
import type { Table } from '../tables/table.ts'
import type { Look } from '../tables/own/formats.ts'

/** A conditional format as it goes into a file. */
export interface ExportMark {
  /** Which column of the sheet is asked. */
  readonly at: number
  readonly type: CellTypeName
  readonly condition: Condition
  readonly look: Look
  /** The cells bear the sign; of a whole row the first one and the one that is asked. */
  readonly signed: boolean
}

/**
 * What may colour each column of a sheet, first match first. Only of columns that go out as they are: a formula over
 * cells in another form would say something else.
 */
export function formatMarks(
  table: Table,
  columns: readonly string[],
  rules: readonly FormatRule[],
  isAsItIs: (column: string) => boolean,
): readonly (readonly ExportMark[])[] {
  const going = rules.flatMap((rule) => {
    const at = columns.indexOf(rule.column)
    return rule.condition && at >= 0 && isAsItIs(rule.column) ? [{ rule, condition: rule.condition, at }] : []
  })
  return columns.map((key, column) =>
    going
      .filter(({ rule }) => rule.wholeRow || rule.column === key)
      .map(({ rule, condition, at }) => ({
        at,
        type: table.columns[rule.column]!.type,
        condition,
        look: rule.look,
        signed: column === at || column === 0,
      })),
  )
}

/** Words somebody has typed into a rule may name people; labels of the column, numbers and days do not. */
export function hasTypedWords({ condition, column }: FormatRule, columns: Table['columns']): boolean {
  if (condition === null || !Object.hasOwn(columns, column)) return false
  switch (condition.is) {
    case 'contains':
    case 'lacks':
    case 'begins':
      return true
    case 'one-of':
      return !condition.list.every((entry) => isLabel(entry, columns[column]!))
    case 'compared':
      return typeof condition.to === 'string' && !isLabel(condition.to, columns[column]!)
    default:
      return false
  }
}

const isLabel = (entry: string, column: Column): boolean =>
  natureOf(column) === 'day' ||
  (column.type === 'yesno' && (entry === '是' || entry === '否')) ||
  (column.options ?? []).some(({ zh }) => zh === entry)
