import type { Workbook } from '../engine/workbook.ts'

/** What a new school's workbook needs before it can score anybody, in the order in which it is best done. */
export const firstSteps = ['terms', 'staff', 'leaders', 'departments', 'classes', 'incidents'] as const
export type FirstStep = (typeof firstSteps)[number]

/** The steps still to be done; none for a school that is set up. */
export function stepsLeft(book: Workbook): FirstStep[] {
  return firstSteps.filter((step) => !isDone(book, step))
}

function isDone(book: Workbook, step: FirstStep): boolean {
  switch (step) {
    case 'terms':
      return book.environment().terms.length > 0
    case 'leaders': {
      const [profile] = book.view('profile').ids()
      return profile !== undefined && book.stored('profile', profile, 'principal') !== null
    }
    case 'departments':
      return book.view('departments').size > 0 && departmentsWithoutLeader(book).length === 0
    default:
      return book.view(step).size > 0
  }
}

/** Departments in which somebody works and nobody answers for the line: their management points go to nobody. */
export function departmentsWithoutLeader(book: Workbook): string[] {
  const used = new Set<unknown>()
  for (const person of book.view('staff').ids()) used.add(book.stored('staff', person, 'dept'))
  return book
    .view('departments')
    .ids()
    .filter(
      (row) =>
        (used.size === 0 || used.has(row) || used.has(book.shownName(row))) &&
        (book.stored('departments', row, 'director') === null ||
          book.stored('departments', row, 'vp') === null),
    )
}

/** Years the terms reach into for which no official days off are known: deadlines then go by weekends alone. */
export function yearsWithoutHolidays(book: Workbook): readonly number[] {
  const { terms, calendar, now } = book.environment()
  const today = now.slice(0, 10)
  const last = terms.reduce((latest, { to }) => (to > latest ? to : latest), today)
  return calendar.yearsWithoutData(today, last)
}
