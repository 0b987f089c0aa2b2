import type { Step } from '../tables/column.ts'
import type { ComputedKey, Row, Table, ValueOf } from '../tables/table.ts'
import type { KnownTables as Tables } from '../tables/known-tables.ts'
import type { Calendar } from './calendar.ts'
import type { Policy } from './policy.ts'
import type { DeductionEntry, ScoreFacts, VetoEntry } from './score-facts.ts'
import type { TermSpan } from './terms.ts'

/** All a rule may know besides the row: nothing in `rules/` reads a clock, a store or a preference. */
export interface Environment {
  readonly policy: Policy
  /** Short hash of the policy's values: which rules a number was worked out by. */
  readonly policyVersion: string
  readonly calendar: Calendar
  /** The workbook's terms in order of their first scoring day. */
  readonly terms: readonly TermSpan[]
  /** Staff of the status 在岗. */
  readonly staffAtWork: number
  /** Local wall time `YYYY-MM-DD HH:mm`. */
  readonly now: string
}

type TableName = keyof Tables & string
type ColumnsOf<T> = T extends Table<string, infer C> ? C : never
type Key<T> = keyof ColumnsOf<T> & string
type Target<C> = C extends { readonly toTable: infer T extends TableName } ? T : never
/** The reference columns of `C` that point at rows of the table named `Name`. */
type KeyTo<C, Name> = {
  [K in Key<C>]: [Target<ColumnsOf<C>[K]>] extends [never]
    ? never
    : Target<ColumnsOf<C>[K]> extends Name
      ? K
      : never
}[Key<C>]
type NameOf<T> = T extends Table<infer Name> ? Name : never
type ReferenceKey<T> = { [K in Key<T>]: Target<ColumnsOf<T>[K]> extends never ? never : K }[Key<T>]

/** The rows of another table that point at this one, folded without making an array. */
export interface Children<R> {
  readonly fold: <A>(start: A, step: (accumulated: A, child: R) => A) => A
}

/** Every child table a rule reads: which of its reference columns points here, and which columns are read. */
export type ChildReads<Name> = {
  readonly [T in TableName]?: {
    readonly by: KeyTo<Tables[T], Name>
    readonly columns: readonly Key<Tables[T]>[]
  }
}
/**
 * Every table of which a rule looks rows up by what they hold: those of a day, of a class, with this name. `by` is the
 * column they are found by.
 */
export type RowReads = {
  readonly [T in TableName]?: {
    readonly by?: Key<Tables[T]>
    readonly columns: readonly Key<Tables[T]>[]
  }
}

/** The live rows of a table, found by value. A row is good until the next one is asked for. */
export interface RowsOf<R> {
  /**
   * Rows whose column `by` holds the value: a moment by its day, a list by each of its entries, a reference by the row it
   * points to (its id or its name).
   */
  readonly where: (value: string | number | null) => Children<R & { readonly id: string }>
  readonly all: Children<R & { readonly id: string }>
  /** The row with this id, or the only one with this name. */
  readonly named: (reference: string | null) => (R & { readonly id: string }) | null
}

export type LinkReads<T> = {
  readonly [K in ReferenceKey<T>]?: readonly Key<Tables[Target<ColumnsOf<T>[K]>]>[]
}

export interface Reads<T> {
  readonly own?: readonly Key<T>[]
  /** Columns of the row a reference column of this row points to. */
  readonly via?: LinkReads<T>
  /** Columns of the rows that point to this row. */
  readonly from?: ChildReads<NameOf<T>>
  /** Rows of any table. Only for rules that are looked up: nobody would tell a kept value that such a row came. */
  readonly rows?: RowReads
  /** The score of this row's `person` in this row's `term`; only for generated score tables. */
  readonly score?: true
  /** The entry a generated row stands for; null in a row somebody added by hand. */
  readonly entry?: 'deduction' | 'veto'
}

/** The rows of the tables a rule looks up, as it reads them. */
export type RowsInputs<W> = {
  readonly [C in keyof W & TableName]: W[C] extends { columns: infer Keys }
    ? RowsOf<PickRow<Tables[C], Keys>>
    : never
}

type PickRow<T, Keys> = Keys extends readonly (infer K extends Key<T>)[] ? Pick<Row<T>, K> : never

export type Inputs<T, R extends Reads<T>> = (R extends { own: infer O } ? PickRow<T, O> : unknown) & {
  /** The row's own id. */
  readonly id: string
} & (R extends { via: infer V }
    ? {
        readonly via: {
          readonly [K in keyof V & ReferenceKey<T>]: PickRow<Tables[Target<ColumnsOf<T>[K]>], V[K]> | null
        }
      }
    : unknown) &
  (R extends { from: infer F }
    ? {
        readonly from: {
          readonly [C in keyof F & TableName]: F[C] extends { columns: infer Keys }
            ? Children<PickRow<Tables[C], Keys>>
            : never
        }
      }
    : unknown) &
  (R extends { rows: infer W }
    ? {
        readonly rows: RowsInputs<W>
        /**
         * What `work` makes of these tables as a whole: made once, and anew only after one of them, the policy, the
         * calendar or the day has moved. A balance or a ranking then costs each row a look and not a walk through all.
         * `work` is one function of a module, and reads no column that is itself looked up.
         */
        readonly gather: <A>(work: (rows: RowsInputs<W>, environment: Environment) => A) => A
      }
    : unknown) &
  (R extends { score: true } ? { readonly score: ScoreFacts | null } : unknown) &
  (R extends { entry: 'deduction' } ? { readonly entry: DeductionEntry | null } : unknown) &
  (R extends { entry: 'veto' } ? { readonly entry: VetoEntry | null } : unknown)

/** A computed column's rule as the engine runs it. */
export interface Rule {
  readonly reads: {
    readonly own?: readonly string[]
    readonly via?: Readonly<Record<string, readonly string[]>>
    readonly from?: Readonly<Record<string, { readonly by: string; readonly columns: readonly string[] }>>
    readonly rows?: Readonly<Record<string, { readonly by?: string; readonly columns: readonly string[] }>>
    readonly score?: true
    readonly entry?: 'deduction' | 'veto'
  }
  // The engine hands in cursors that fit the declared reads; `rule()` below has checked the shapes.
  readonly compute: (inputs: never, environment: Environment) => unknown
  /** One sentence per step: why the value is what it is. */
  readonly why?: (inputs: never, environment: Environment) => readonly Step[]
  /**
   * Kept in memory and recomputed when an input moves. The others are computed when somebody looks, which costs
   * nothing until then and is always right, also when only the clock has moved.
   */
  readonly eager: boolean
}

/** The rules of a kind of workbook, by table and column. */
export type RulesByTable<Name extends string = string> = Readonly<
  Partial<Record<Name, Readonly<Record<string, Rule>>>>
>

/**
 * The rules of one table. A missing rule, a read of a column not listed, a misspelt column and a result of the wrong
 * type are each a compile error.
 */
export function rulesOf<T extends Table>() {
  return {
    rule: <const R extends Reads<T>, V>(
      reads: R,
      compute: (inputs: Inputs<T, R>, environment: Environment) => V,
      options: {
        eager?: boolean
        why?: (inputs: Inputs<T, R>, environment: Environment) => readonly Step[]
      } = {},
    ): Rule & { readonly result?: V } => ({
      reads: reads as Rule['reads'],
      compute: compute as unknown as Rule['compute'],
      why: options.why as unknown as Rule['why'],
      eager: options.eager ?? false,
    }),
    all: (rules: {
      readonly [K in ComputedKey<T>]: Rule & { readonly result?: ValueOf<ColumnsOf<T>[K]> | null }
    }): Readonly<Record<string, Rule>> => rules,
  }
}
