import { dateOf } from '../../shared/local-date.ts'
import type { CellContext } from '../../tables/cell-types/cell-type.ts'
import { formats, type Look } from '../../tables/own/formats.ts'
import type { Table } from '../../tables/table.ts'
import type { Moved } from '../table-view.ts'
import { conditionOf, type Asked } from './condition.ts'
import { formatRulesOf, type FormatBook, type FormatRule } from './format-rules.ts'
import { keyReader, matcherOf, type Matches } from './matching.ts'
import { ColumnStatistics } from './statistics.ts'

/** How a cell stands out. Of a whole row only the cell that is asked bears the sign; the row's own stands at its number. */
export interface CellLook {
  readonly look: Look
  readonly signed: boolean
}

interface Compiled {
  readonly column: string
  readonly wholeRow: boolean
  readonly matches: Matches
  readonly signed: CellLook
  readonly unsigned: CellLook
}

/** What a reader may not see must not shine through in colours either. */
export type IsHidden = (column: string) => boolean

/**
 * The looks of one table's cells. Rules are compiled once, and what they ask about whole columns is found out when
 * somebody first looks: drawing a cell costs a look-up where no rule concerns it.
 */
export class TableFormats {
  private readonly table: Table
  private readonly context: CellContext
  private rules: readonly FormatRule[] | null = null
  /** By column, its own rules and those of whole rows, in order; `null` only those of whole rows. */
  private readonly compiled = new Map<string | null, readonly Compiled[]>()
  private readonly statistics = new Map<string, ColumnStatistics>()

  constructor(
    private readonly book: FormatBook,
    table: string,
    private readonly now: () => string,
  ) {
    this.table = book.tables[table]!
    this.context = book.context()
  }

  /** All of them, sleeping ones too. */
  get all(): readonly FormatRule[] {
    return (this.rules ??= formatRulesOf(this.book, this.table.name))
  }

  /** Something has changed: what may not hold any more is forgotten. */
  moved({ tables, everything }: Moved): void {
    if (everything || tables.has(formats.name)) {
      this.rules = null
      this.compiled.clear()
    }
    for (const column of this.statistics.keys())
      if (everything || tables.has(this.table.name) || this.comesFromElsewhere(column))
        this.statistics.delete(column)
  }

  /** Names, sums and formulas move with other tables, and not every such move is told. */
  private comesFromElsewhere(column: string): boolean {
    const { computed, to } = this.table.columns[column]!
    return computed || to !== undefined
  }

  of(row: string, column: string, isHidden: IsHidden = NOTHING_HIDDEN): CellLook | null {
    for (const rule of this.rulesFor(column))
      if (!isHidden(rule.column) && rule.matches(this.book.value(this.table.name, row, rule.column)))
        return rule.column === column ? rule.signed : rule.unsigned
    return null
  }

  /** Of the row as a whole, for its number. */
  ofRow(row: string, isHidden: IsHidden = NOTHING_HIDDEN): Look | null {
    for (const rule of this.rulesFor(null))
      if (!isHidden(rule.column) && rule.matches(this.book.value(this.table.name, row, rule.column)))
        return rule.signed.look
    return null
  }

  /** The rows that meet a condition now, whether another rule comes first or not; none while it would sleep. */
  *matching(asked: Asked, column: string): Generator<string | null> {
    const definition = this.table.columns[column]
    const condition = definition ? conditionOf(asked, definition) : null
    if (!definition || !condition) return
    const matches = this.matcher(condition, column)
    for (const row of this.book.view(this.table.name).ids())
      yield matches(this.book.value(this.table.name, row, column)) ? row : null
  }

  private rulesFor(column: string | null): readonly Compiled[] {
    let rules = this.compiled.get(column)
    if (rules) return rules
    rules = this.all.flatMap((rule) => {
      const concerns = rule.wholeRow || rule.column === column
      return concerns && rule.condition ? [this.compile(rule, rule.condition)] : []
    })
    this.compiled.set(column, rules)
    return rules
  }

  private compile(
    { column, look, wholeRow }: FormatRule,
    condition: NonNullable<FormatRule['condition']>,
  ): Compiled {
    return {
      column,
      wholeRow,
      matches: this.matcher(condition, column),
      signed: { look, signed: true },
      unsigned: { look, signed: false },
    }
  }

  private matcher(condition: NonNullable<FormatRule['condition']>, column: string): Matches {
    const statisticsOf = (key: string) => this.statisticsOf(key)
    return matcherOf(condition, this.table.columns[column]!, {
      context: this.context,
      today: () => dateOf(this.now()),
      // Asked anew at every cell: what it was may have been forgotten since.
      get statistics() {
        return statisticsOf(column)
      },
    })
  }

  private statisticsOf(column: string): ColumnStatistics {
    let known = this.statistics.get(column)
    if (!known) {
      const { book, table, context } = this
      const keyOf = keyReader(table.columns[column]!, context)
      known = new ColumnStatistics(function* () {
        for (const row of book.view(table.name).ids()) yield keyOf(book.value(table.name, row, column))
      })
      this.statistics.set(column, known)
    }
    return known
  }
}

const NOTHING_HIDDEN: IsHidden = () => false
