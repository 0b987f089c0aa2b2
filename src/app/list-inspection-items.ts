import { newId } from '../shared/id.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Cell } from '../tables/cell.ts'
import { isForSchool } from '../rules/checklist-scope.ts'
import { profileOf } from './profile-of.ts'
import type { Outcome, Session } from './session.ts'

/**
 * 列出检查项目: the items of the lists an inspection uses, each not looked at yet, as one change. Those that are listed
 * already are left as they are; those for a dormitory, a canteen or a bus are for schools that have one.
 */
export function listInspectionItems(
  session: Session,
  inspection: string,
): Result<Outcome & { readonly count: number }> {
  const { book } = session
  if (!book.has('inspections', inspection)) return fail('row.unknown')
  const lists = new Set(listed(book.stored('inspections', inspection, 'lists')))
  const listedHere = new Set(
    book
      .children('inspections', inspection)
      .filter(({ table, by }) => table === 'inspectionItems' && by === 'insp')
      .flatMap(({ ids }) => ids)
      .map((row) => book.stored('inspectionItems', row, 'item')),
  )
  const profile = profileOf(book)
  const rows = book
    .view('checklists')
    .ids()
    .filter((row) => lists.has(String(book.stored('checklists', row, 'list'))))
    .sort((a, b) => orderOf(session, a) - orderOf(session, b))
    .filter((row) => !listedHere.has(row) && isForSchool(book.stored('checklists', row, 'applies'), profile))
    .map((item) => ({ table: 'inspectionItems', id: newId(), cells: { insp: inspection, item } }))
  if (rows.length === 0 && listedHere.size === 0) return fail('inspection.no-lists')
  const outcome = session.accept(
    { edits: [], rows },
    { source: 'user', label: { code: 'inspection.items', params: { count: rows.length } } },
  )
  return ok({ ...outcome, count: rows.length })
}

const listed = (cell: Cell): readonly string[] => (Array.isArray(cell) ? (cell as readonly string[]) : [])

const orderOf = ({ book }: Session, row: string): number => Number(book.stored('checklists', row, 'seq') ?? 0)
