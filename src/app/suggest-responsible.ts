import { dateOf } from '../shared/local-date.ts'
import { onPostAt } from '../rules/on-duty.ts'
import { suggestResponsible, type SuggestedPerson } from '../rules/responsible.ts'
import type { Workbook } from '../engine/workbook.ts'
import { areaOwner } from './area-owner.ts'
import { dutyBookOf, rowNamed } from './duty-book.ts'
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
      onPost: onPost(book, draft),
      areaOwner: draft.area === '' ? null : areaOwner(book, draft.area, dateOf(draft.occurredAt)),
      // Several workers of one team: the program cannot know which of them it was.
      logisticsWorker: staff.length === 1 ? staff[0]! : null,
      logisticsDirector: director,
    },
    book.environment().policy,
  )
}

function onPost(book: Workbook, { occurredAt, area }: IncidentDraft): readonly string[] {
  if (occurredAt === '') return []
  const place = rowNamed(book, 'areas', area)
  const kind = place === null ? null : (book.stored('areas', place, 'kind') as string | null)
  return onPostAt(occurredAt, kind, dutyBookOf(book))
}

const homeroomsOf = (book: Workbook, { people }: IncidentDraft, wanted: string): string[] =>
  people
    .filter((person) => person.role === wanted && person.class !== '')
    .flatMap((person) => rowNamed(book, 'staff', book.stored('classes', person.class, 'homeroom')) ?? [])

function logistics(book: Workbook): { staff: string[]; director: string | null } {
  const departments = book
    .view('departments')
    .ids()
    .filter((row) => book.stored('departments', row, 'line') === '总务后勤')
  const directors = departments.flatMap(
    (row) => rowNamed(book, 'staff', book.stored('departments', row, 'director')) ?? [],
  )
  const staff = departments
    .flatMap((row) => book.children('departments', row))
    .filter(({ table, by }) => table === 'staff' && by === 'dept')
    .flatMap(({ ids }) => ids)
    .filter((person) => !directors.includes(person))
  return { staff, director: directors[0] ?? null }
}
