import { isId } from '../shared/id.ts'
import type { CellContext } from '../tables/cell-types/cell-type.ts'
import { cellTypeOf } from '../tables/cell-types/of.ts'
import type { Content } from '../tables/column.ts'
import type { Audience } from '../exchange/masking/audiences.ts'
import type { Place } from '../exchange/masking/passages.ts'
import { dutyBookOf, rowNamed } from './duty-book.ts'
import type { ExportWords } from './export-words.ts'
import { reportOf } from './monthly-report.ts'
import { maskFor, openDepartmentScores, readerBy } from './print-audience.ts'
import type { Session } from './session.ts'

/** Who speaks on paper: an export's words, and labels and lists in the language of whoever prints. */
export type PaperWords = ExportWords & Required<Pick<CellContext, 'optionLabel' | 'listed'>>

export interface PaperOptions {
  readonly audience: Audience
  /** Sentences that may only go out as summaries do so; whoever prints looks at them on the paper. */
  readonly summaries: boolean
}

/** What the school, or the bureau, calls itself. */
function ownName(book: Session['book']): string | null {
  const [table, column] = Object.hasOwn(book.tables, 'profile')
    ? (['profile', 'school_name'] as const)
    : (['bureauProfile', 'name'] as const)
  const [row] = book.view(table).ids()
  const name = row === undefined ? null : book.stored(table, row, column)
  return typeof name === 'string' ? name : null
}

/** What a paper for an audience may read of the workbook: one mask for all of it, so that a name is covered everywhere. */
export function paperSource(session: Session, { audience, summaries }: PaperOptions, words: PaperWords) {
  const { book } = session
  const { now, policyVersion, terms } = book.environment()
  const mask = maskFor(session, audience, words.say, { summaries })
  const { optionLabel, listed } = words
  const context: CellContext = { ...book.context(words.say), optionLabel, listed }
  const kept = new Map<string, ReadonlySet<string>>()
  const columns = (table: string): readonly string[] => [...shown(table)]
  const shown = (table: string): ReadonlySet<string> => {
    let keys = kept.get(table)
    if (!keys) kept.set(table, (keys = new Set(mask.columns(book.tables[table]!))))
    return keys
  }
  const school = ownName(book)
  const elsewhere: Place = { table: 'exports', row: '', column: 'reason', line: 0 }
  return {
    ...readerBy(mask, audience),
    book,
    duty: dutyBookOf(book),
    letterhead: {
      school: mask.text('organisation', school ?? session.info.name, elsewhere),
      printedAt: now,
      rules: policyVersion,
    },
    columns,
    text: (table: string, row: string, column: string): string => {
      if (!shown(table).has(column)) return ''
      const definition = book.tables[table]!
      const value = mask.cell(definition, row, column, book.view(table).positionOf(row) + 1)
      const { type } = definition.columns[column]!
      // What was written in the place of references is no name of a row.
      if (typeof value === 'string' && (type === 'references' || type === 'choices')) return value
      return cellTypeOf(definition.columns[column]!).format(value, definition.columns[column]!, context)
    },
    told: (content: Content, text: string): string =>
      text === '' ? '' : mask.text(content, text, elsewhere),
    named: (reference: unknown): string => {
      if (typeof reference !== 'string' || reference === '') return ''
      const row = rowNamed(book, 'staff', reference)
      if (row !== null) return mask.person(row) ?? ''
      return isId(reference) ? '' : mask.typedPerson(reference, elsewhere)
    },
    hidesOrder: (table: string) => mask.hidesOrder(book.tables[table]!),
    monthlyReport: (row: string) => reportOf(book, row, null),
    openDepartments: (term: string) => {
      const span = terms.find(({ id }) => id === term)
      return span ? openDepartmentScores(session, span, words) : []
    },
  }
}
