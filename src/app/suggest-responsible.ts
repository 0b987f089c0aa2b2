import { suggestResponsible, type SuggestedPerson } from '../rules/responsible.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { IncidentDraft } from './record-incident.ts'

export type { SuggestedPerson }

/** Who may have to be examined for a draft, by the school's setting (A14–A16); a person decides. */
export function suggestedFor(book: Workbook, draft: IncidentDraft): readonly SuggestedPerson[] {
  const { staff, director } = logistics(book)
  return suggestResponsible(
    {
      scene: draft.scene || null,
      type: draft.type || null,
      lesson: draft.lesson || null,
      victimHomerooms: homeroomsOf(book, draft, '受伤者'),
      offenderHomerooms: homeroomsOf(book, draft, '肇事者'),
      // The rota and the contracts of areas are registers of their own; while the book has none, nobody is known.
      onPost: null,
      areaOwner: null,
      // Several workers of one team: the program cannot know which of them it was.
      logisticsWorker: staff.length === 1 ? staff[0]! : null,
      logisticsDirector: director,
    },
    book.environment().policy,
  )
}

const homeroomsOf = (book: Workbook, { people }: IncidentDraft, wanted: string): string[] =>
  people
    .filter((person) => person.role === wanted && person.class !== '')
    .flatMap((person) => rowNamed(book, 'staff', book.stored('classes', person.class, 'homeroom')))

function logistics(book: Workbook): { staff: string[]; director: string | null } {
  const departments = book
    .view('departments')
    .ids()
    .filter((row) => book.stored('departments', row, 'line') === '总务后勤')
  const directors = departments.flatMap((row) =>
    rowNamed(book, 'staff', book.stored('departments', row, 'director')),
  )
  const staff = departments
    .flatMap((row) => book.children('departments', row))
    .filter(({ table, by }) => table === 'staff' && by === 'dept')
    .flatMap(({ ids }) => ids)
    .filter((person) => !directors.includes(person))
  return { staff, director: directors[0] ?? null }
}

/** A reference cell holds a row's id, or its name until such a row comes. */
function rowNamed(book: Workbook, table: string, cell: unknown): string[] {
  if (typeof cell !== 'string') return []
  if (book.has(table, cell)) return [cell]
  const found = book.find([table], cell)
  return found === null || found === 'many' ? [] : [found]
}
