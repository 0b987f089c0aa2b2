import { labelOf, t, tell } from '../i18n/translate.ts'
import type { HeadingWords } from './group-heading.ts'
import type { Group } from './grouped-rows.ts'
import { sumText } from './grouping.ts'
import type { RowSource } from './row-source.ts'
import type { ActiveCell } from './selecting.ts'
import type { Range } from './selection.ts'

/** What is selected, as its rows are counted. */
interface Selected {
  readonly ranges: readonly Range[]
  readonly cells: number
  readonly rowsIn: (range: Range) => number
}

/** What screen readers are told, and what stands under a marked cell. */
export class Speech {
  constructor(private readonly source: RowSource) {}

  labelOf(column: string): string {
    return labelOf(this.source.table.columns[column]!)
  }

  /** A cell with its address, heading, value and what is wrong with it. */
  cell({ row, column }: ActiveCell, number: number): string {
    if (row === null || column === '') return t('grid.empty')
    const label = t('grid.cell', {
      row: number,
      column: this.labelOf(column),
      value: this.source.text(row, column) || t('grid.blank'),
    })
    return [label, this.look(row, column), this.note(row, column)].filter(Boolean).join(' ')
  }

  /** What a conditional format shows by colour and sign, in words. */
  private look(row: string, column: string): string {
    const found = this.source.look?.(row, column)
    if (!found) return ''
    const look = labelOf(found.look)
    return t(found.signed ? 'grid.look' : 'grid.row-look', { look })
  }

  /** What the heading of a group says. */
  heading(
    group: Group,
    { folded, sums }: { readonly folded: boolean; readonly sums: ReadonlyMap<string, number> },
  ): HeadingWords {
    return {
      name: t('grid.group-name', {
        column: this.labelOf(group.column),
        value: group.text || t('grid.filter-blank'),
      }),
      count: t('grid.group-count', { count: group.count }),
      sums: [...sums].map(([column, sum]) =>
        t('grid.group-sum', { column: this.labelOf(column), sum: sumText(this.source, column, sum) }),
      ),
      level: group.level,
      folded,
    }
  }

  /** The heading of a group as the active line. */
  group(words: HeadingWords): string {
    const { name, count, sums, level, folded } = words
    const label = t('grid.group-told', { level: level + 1, name: `${name}${count}` })
    return [
      label,
      ...sums.map((sum) => `${sum}。`),
      t(folded ? 'grid.group-folded' : 'grid.group-open'),
    ].join('')
  }

  /** Why the cell is marked; empty when it is not. */
  note(row: string, column: string): string {
    const problem = this.source.problem(row, column)
    const notes = [problem && tell(problem), this.source.disputed(row, column) && t('grid.disputed')]
    return notes.filter(Boolean).join(' ')
  }

  ranges({ ranges, cells, rowsIn }: Selected): string {
    const [only] = ranges
    if (ranges.length > 1 || !only) return t('grid.ranges', { ranges: ranges.length, cells })
    return t('grid.range', { rows: rowsIn(only), columns: only.right - only.left + 1, cells })
  }

  /** Why a column takes no input. */
  refusal(column: string): string {
    const computed = this.source.table.columns[column]?.computed === true
    return t(computed ? 'grid.computed' : 'grid.locked', { column: this.labelOf(column) })
  }
}
