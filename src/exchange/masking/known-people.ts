import { isId } from '../../shared/id.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { contentOf } from './content.ts'
import { peopleTablesOf } from './people-tables.ts'
import { plainSurnames, surnamesLikeWords, surnameOf } from './surnames.ts'
import type { Names } from './text-examiner.ts'

const SURNAMES: ReadonlySet<string> = new Set([...plainSurnames, ...surnamesLikeWords])

/** An entry of a column for a person: 县教育局值班室 stands there as well as 李建国. */
const looksLikeName = (text: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(text.replace(/[\s\u3000]+/g, '')) &&
  SURNAMES.has(surnameOf(text)) &&
  !/[处室局所科办组队班会园校]$|老师|主任|校长|书记|家长/u.test(text)

/**
 * Everybody the workbook knows by name: in the columns for names, typed where a row is meant, and in rows that have
 * been deleted since, for what was written about them is still there.
 */
export function knownPeople(book: Workbook): Names {
  const pupils = new Set<string>()
  const staff = new Set<string>()
  const { people } = peopleTablesOf(book.tables)
  for (const table of Object.values(book.tables)) {
    const content = book.content(table.name)
    for (const [key, column] of Object.entries(table.columns)) {
      const holds = contentOf(column, book.tables)
      if (column.computed || (holds !== 'pupil-name' && holds !== 'staff-name')) continue
      const isNameOfRow = table.name === people && key === 'name'
      for (const cell of content.column(key).flat()) {
        if (typeof cell !== 'string' || isId(cell)) continue
        if (holds === 'pupil-name') pupils.add(cell)
        else if (isNameOfRow || looksLikeName(cell)) staff.add(cell)
      }
    }
  }
  return { pupils: [...pupils], staff: [...staff] }
}
