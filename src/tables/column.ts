import type { Cell } from './cell.ts'

/** A choice. `zh` is also the stored value and the value in files, so it is never renamed; `note` explains it. */
export interface Option {
  readonly zh: string
  readonly en: string
  readonly note?: string
  /** Other spellings people type for it ('初一' for '7'). */
  readonly also?: readonly string[]
  /** Must catch the eye: exported sheets mark it by colour and by a sign. */
  readonly alarm?: true
}

export type CellTypeName =
  | 'text'
  | 'long'
  | 'choice'
  | 'choices'
  | 'yesno'
  | 'integer'
  | 'number'
  | 'money'
  | 'date'
  | 'time'
  | 'reference'
  | 'references'
  | 'file'
  /** A row of any table; written by the program alone. */
  | 'row'
  | 'signature'
  /** Computed only: sentences that explain a value, as codes with parameters. */
  | 'steps'

/**
 * What a cell tells about people. It is said here, once; who may see it is said by the audiences of an export
 * (`exchange/masking/audiences.ts`). A reference tells what the names of the rows it points to tell.
 */
export type Content =
  /** Chosen, counted or set by the school; names nobody. */
  | 'plain'
  /** Known to everybody anyway: the days of a term, emergency numbers, the meaning of a rule. */
  | 'public'
  /** The school's or the bureau's own name and numbers. */
  | 'organisation'
  | 'pupil-name'
  | 'pupil-code'
  | 'class'
  | 'grade'
  | 'age'
  | 'sex'
  | 'staff-name'
  | 'staff-number'
  | 'post'
  | 'department'
  | 'phone'
  | 'signature'
  | 'health'
  | 'injury-grade'
  | 'family'
  | 'cost'
  /** What only those who deal with it may read: a quarrel, a sanction, a pupil one worries about. */
  | 'confidential'
  /** How many people. */
  | 'count'
  | 'moment'
  | 'place'
  /** What happened, as a choice: of some kinds even that may not be told. */
  | 'incident-kind'
  /** Made from the day, which it gives away. */
  | 'incident-number'
  /** A few typed words: a subject, an entry of a list. */
  | 'label'
  /** Sentences somebody wrote. */
  | 'narrative'
  /** Sentences the program wrote. */
  | 'explanation'
  /** A file by its name. */
  | 'document'

export interface ColumnOptions {
  readonly zh: string
  readonly en: string
  /** An empty cell is a problem. Columns that are required only sometimes stand in the table's `requiredWhen`. */
  readonly required?: boolean
  /** Required, and known only later by nature: an empty cell is something still to be filled in, and no fault of the row. */
  readonly awaited?: true
  /** Other headings under which outside files carry this column. */
  readonly synonyms?: readonly string[]
  /** Personal (P) or sensitive (S) data: what masks and exports go by. */
  readonly privacy?: 'P' | 'S'
  /** What the cells tell; by the column's type when left out (`contentOf`). */
  readonly holds?: Content
  /** What the cell of a new row starts with. Defaults that depend on other cells stand in `rules/defaults.ts`. */
  readonly initial?: Cell
  /** One sentence for the person filling the cell in. */
  readonly hint?: { readonly zh: string; readonly en: string }
  /** Width in the grid at 100 %, in pixels; the cell type's width when left out. */
  readonly width?: number
  /** Smallest and largest number, dates as text. */
  readonly min?: number
  readonly max?: number
  /** A list that suggests but does not limit: other entries are as good (`staff.posts`). */
  readonly open?: boolean
  /** Written once, by the program, with the row: no other cell tells it again, and nobody types into it. */
  readonly fixed?: boolean
}

export interface Column<
  Type extends CellTypeName = CellTypeName,
  Value = unknown,
  Computed extends boolean = boolean,
> extends ColumnOptions {
  readonly type: Type
  readonly computed: Computed
  readonly options?: readonly Option[]
  /** The table a reference points to; more than one for `vetoes.who`. */
  readonly to?: readonly string[]
  /** How a computed column of the user's own is worked out; names of columns and tables by their keys. */
  readonly formula?: string
  /** Added by the school, not by us. */
  readonly own?: true
  /** Type-level only: what a valid, non-empty cell holds. */
  readonly value?: Value
}

type Labels<O extends readonly Option[]> = O[number]['zh']

/** Personal or sensitive data says of what kind it is, else nobody could tell who may see it. */
type Answered = { readonly privacy?: never } | { readonly privacy: 'P' | 'S'; readonly holds: Content }

const column =
  <Type extends CellTypeName, Value>(type: Type) =>
  <const O extends ColumnOptions>(options: O & Answered): Column<Type, Value, false> & O => ({
    ...options,
    type,
    computed: false,
  })

/** Anything can be typed into a text cell, so its type says nothing about what it tells: each says it itself. */
export const text = <const O extends ColumnOptions & { readonly holds: Content }>(
  options: O,
): Column<'text', string, false> & O => ({ ...options, type: 'text', computed: false })
export const long = column<'long', string>('long')
export const yesno = column<'yesno', boolean>('yesno')
export const integer = column<'integer', number>('integer')
export const number = column<'number', number>('number')
export const money = column<'money', number>('money')
export const date = column<'date', string>('date')
export const time = column<'time', string>('time')
export const file = column<'file', string>('file')
export const row = column<'row', string>('row')
export const signature = column<'signature', string>('signature')

/** One of a fixed list, stored as the option's Chinese label. */
export const choice = <const O extends readonly Option[]>(
  choices: O,
  options: ColumnOptions & Answered,
): Column<'choice', Labels<O>, false> => ({ ...options, type: 'choice', computed: false, options: choices })

/** Any number of a list, stored as an array of labels. With an empty list, free entries. */
export const choices = <const O extends readonly Option[]>(
  list: O,
  options: ColumnOptions & Answered,
): Column<'choices', readonly string[], false> => ({
  ...options,
  type: 'choices',
  computed: false,
  options: list,
})

/** What a reference column adds: the table whose columns a rule may read through it (the first of several). */
export interface Reference<T extends string> {
  readonly to: readonly string[]
  readonly toTable: T
}

/** A row of another table, stored as its id, or as the typed name while no row bears it. */
export const reference = <const T extends string>(
  to: T,
  options: ColumnOptions & { readonly alsoTo?: readonly string[] },
): Column<'reference', string, false> & Reference<T> => ({
  ...options,
  type: 'reference',
  computed: false,
  to: [to, ...(options.alsoTo ?? [])],
  toTable: to,
})

/** Any number of rows of another table. */
export const references = <const T extends string>(
  to: T,
  options: ColumnOptions & { readonly alsoTo?: readonly string[] },
): Column<'references', readonly string[], false> & Reference<T> => ({
  ...options,
  type: 'references',
  computed: false,
  to: [to, ...(options.alsoTo ?? [])],
  toTable: to,
})

/** Marks a column as computed: it has a rule in `rules/`, nobody types into it, and merging never touches it. */
export const computed = <C extends Column<CellTypeName, unknown, false>>(
  column: C,
): Omit<C, 'computed'> & { readonly computed: true } => ({ ...column, computed: true })

/** Sentences explaining a value, written by a rule as codes and spoken by `i18n`. */
export const steps = (options: ColumnOptions): Column<'steps', readonly Step[], true> => ({
  ...options,
  type: 'steps',
  computed: true,
})

/** One step of an explanation: `code` is a key under `why.` in `i18n`, or after `name:` a key of its own. */
export interface Step {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}
