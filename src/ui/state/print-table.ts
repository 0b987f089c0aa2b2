import type { SeenTable } from '../../grid/seen-table.ts'
import { t } from '../../i18n/translate.ts'
import type { GroupLine, Paper } from '../../reports/paper.ts'

/** More columns than this need the paper turned. */
const UPRIGHT_COLUMNS = 6

export const isWide = ({ head }: SeenTable): boolean => head.length > UPRIGHT_COLUMNS

/** A table as it is seen, for printing. */
export function seenPaper(
  { head, numbers, rowCount, rows }: SeenTable,
  { title, school, at }: { readonly title: string; readonly school: string; readonly at: string },
): Paper {
  const lines: (readonly string[])[] = []
  const groups: GroupLine[] = []
  for (const row of rows())
    if ('heading' in row) groups.push({ text: row.heading, level: row.level, below: lines.length })
    else lines.push(row)
  return [
    { is: 'title', text: title, under: t('ui.print.under', { school, count: rowCount, at }) },
    { is: 'table', caption: '', head, numbers, rows: lines, groups },
  ]
}
