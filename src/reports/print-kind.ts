import type { MessageKey } from '../i18n/translate.ts'
import type { LocalDate } from '../shared/local-date.ts'
import type { Print } from './paper.ts'
import type { PaperSource } from './paper-source.ts'

/** What somebody has to say before a paper can be made. */
export type Ask = 'rows' | 'term' | 'weeks' | 'lists' | 'tables' | 'days'

/** What was said. A print reads what it asks for; the rest stands at what it began with. */
export interface PrintChoice {
  readonly rows: readonly string[]
  /** By id; null: of all time. */
  readonly term: string | null
  /** First and last week of the term. */
  readonly weeks: readonly [first: number, last: number]
  /** Names of checklists. */
  readonly lists: readonly string[]
  readonly tables: readonly string[]
  readonly days: readonly [from: LocalDate, to: LocalDate]
}

/** More rows than a browser lays out; told before they are all read. */
export interface TooLong {
  readonly tooLong: number
}

/** Null where nothing is left to print: no row fits, or none may go to this reader. */
export type MakePrint = (source: PaperSource, choice: PrintChoice) => Print | TooLong | null

/** Something that can be printed: all that menus and the dialog need; how it is made is loaded when it is. */
export interface PrintKind {
  readonly id: string
  readonly name: MessageKey & `report.kind.${string}`
  /** Where people look for it. */
  readonly table: string
  /** Another table, without which nobody has a use for it: a bureau only sends its lists to the schools that inspect. */
  readonly usedIn?: string
  readonly asks: readonly Ask[]
  /** Columns that tell rows apart in the list to choose from, besides their names. */
  readonly tells?: readonly string[]
  /** Rows alike in these columns are one paper: any of them stands for all. */
  readonly onePer?: readonly string[]
  /** About persons, or signed by them: nothing for a notice board. */
  readonly neverPosted?: true
  /** Has sentences in it that go to the bureau as summaries, or not at all. */
  readonly narrates?: true
  readonly load: () => Promise<MakePrint>
}
