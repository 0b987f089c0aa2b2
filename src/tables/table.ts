import type { Cell } from './cell.ts'
import type { Column } from './column.ts'

export type Columns = Readonly<Record<string, Column>>

export type TableGroup =
  | 'duty'
  | 'hazard'
  | 'incident'
  /** A bureau's: what comes in from its schools, what that makes together, how it looks after them and what is urgent. */
  | 'reception'
  | 'county'
  | 'supervision'
  | 'emergency'
  | 'score'
  | 'organisation'
  | 'ledger'
  | 'settings'

/**
 * A rule over one row's own cells that says why a value is not acceptable. Reads only its arguments.
 *
 * Checks and conditions are declared as methods so that a table of known columns is still a `Table`: parameters of
 * methods are compared both ways, and whoever runs one always hands it a row of that same table.
 */
export interface RowCheck<C extends Columns> {
  /** The cell that is marked. */
  readonly column: string
  /** A key of `problem.` in `i18n`, or null when the row is fine. `now` is local wall time. */
  problem(row: RowOf<C>, now: string): string | null
}

interface RowCondition<C extends Columns> {
  holds(row: RowOf<C>): boolean
}

/** Parts of the six plans that a school may leave out, each with a switch of the policy (`plan.…`). */
export type Plan = 'pledges' | 'contracts' | 'scoring' | 'county' | 'dutyWeek'

/** When a table concerns a school: a feature it has, or a plan it follows. All that is said must hold. */
export interface Concern {
  readonly profile?: 'boarding' | 'canteen' | 'school_bus'
  readonly plan?: Plan
  /** Village schools report through this one. */
  readonly schoolsBelow?: true
}

export interface Table<Name extends string = string, C extends Columns = Columns> {
  readonly name: Name
  readonly zh: string
  readonly en: string
  readonly group: TableGroup
  readonly columns: C
  /** The columns that tell one row from another on import and for people; empty when nothing does. */
  readonly key: readonly string[]
  /** Tells rows apart where the key is empty: a list of staff without numbers goes by name. */
  readonly alternateKey?: readonly string[]
  /** The columns whose texts, joined by a space, are the row's shown name in references. */
  readonly shownBy: readonly string[]
  /** One row for the whole workbook. */
  readonly single?: boolean
  /** Rows the program makes from other tables (scores, deductions); people only fill the columns left to them. */
  readonly generated?: boolean
  /** Rows the program writes down for good: nobody adds, edits or deletes one, and they are no input of the workbook. */
  readonly record?: boolean
  /** Its rows say what tables, columns and looks there are: people meet them as those, not as rows of a sheet. */
  readonly defines?: boolean
  /** Found behind 更多表: used a few times a year, or in a few schools. */
  readonly tier?: 'more'
  /** Shown at first only in schools that it concerns; in the others behind 更多表. */
  readonly when?: Concern
  /** Added by the school, not by us. */
  readonly own?: true
  readonly checks?: readonly RowCheck<C>[]
  /**
   * What a new row says by coming from a file of others: the cells that follow, and a key of `problem.` that tells so;
   * null when nothing does.
   */
  readonly imported?: (
    cells: Cells,
  ) => { readonly cells: Cells; readonly column: string; readonly note: string } | null
  /** 'C' columns of the owner's list: required when the row says so. */
  readonly requiredWhen?: Readonly<Partial<Record<string, RowCondition<C>['holds']>>>
}

/** A table as it is written down: the same, with every column name checked. */
interface TableDefinition<Name extends string, C extends Columns> extends Table<Name, C> {
  readonly key: readonly (keyof C & string)[]
  readonly alternateKey?: readonly (keyof C & string)[]
  readonly shownBy: readonly (keyof C & string)[]
  readonly checks?: readonly (RowCheck<C> & { readonly column: keyof C & string })[]
  readonly requiredWhen?: Readonly<Partial<Record<keyof C & string, RowCondition<C>['holds']>>>
}

/** A row as rules see it: valid values only, `null` for an empty cell or one that does not parse. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> | null }
export type ValueOf<C> = C extends { readonly value?: infer V } ? Exclude<V, undefined> : never
export type Row<T> = T extends Table<string, infer C> ? RowOf<C> : never
export type ComputedKey<T> =
  T extends Table<string, infer C>
    ? { [K in keyof C]: C[K]['computed'] extends true ? K : never }[keyof C] & string
    : never

/** Does a row begin with something only the program can write (a photo's hash)? Nobody types or imports such rows. */
export const isTakenIn = ({ columns }: Table): boolean =>
  Object.values(columns).some(({ fixed, required }) => fixed && required)

/** Cells by column key, as they enter and leave the program. */
export type Cells = Readonly<Record<string, Cell>>

/**
 * Says a table once; grid columns, headings, validation, import headings, files and documentation derive from it.
 * Keys are never renamed or reused: schools on different versions exchange files.
 */
export const defineTable = <const Name extends string, const C extends Columns>(
  table: TableDefinition<Name, C>,
): Table<Name, C> => table
