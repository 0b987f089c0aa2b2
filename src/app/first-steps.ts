import type { Workbook } from '../engine/workbook.ts'

/** What a new school's workbook needs before it can score anybody, in the order in which it is best done. */
export const firstSteps = ['terms', 'staff', 'leaders', 'departments', 'classes', 'incidents'] as const
export type FirstStep = (typeof firstSteps)[number]

/** The steps still to be done; none for a school that is set up. */
export function stepsLeft(book: Workbook): FirstStep[] {
  return firstSteps.filter((step) => !isDone(book, step))
}

/** What makes the daily work go by itself, once scores can be worked out; in the order in which one builds on the other. */
export const furtherSteps = ['profile', 'rules', 'duties', 'rota', 'pledges', 'checklists', 'backup'] as const
export type FurtherStep = (typeof furtherSteps)[number]

/** Who and what the program asks the profile for whenever something is due. */
const PROFILE = ['school_type', 'safety_vp', 'safety_office_head'] as const

/** Further steps still to be done, of the plans the school follows. `copied`: there is a copy outside the browser. */
export function furtherStepsLeft(book: Workbook, copied: boolean): FurtherStep[] {
  const { policy } = book.environment()
  const wanted = furtherSteps.filter(
    (step) =>
      (step !== 'rota' || policy['plan.dutyWeek']) &&
      (step !== 'pledges' || policy['plan.pledges']) &&
      (step !== 'rules' || policy['plan.scoring']),
  )
  return wanted.filter((step) => (step === 'backup' ? !copied : placeOf(book, step) !== null))
}

/** Where a step is done: a table, and the cell where one is known; null when there is nothing left to do. */
export function placeOf(
  book: Workbook,
  step: Exclude<FurtherStep, 'backup'>,
): { readonly table: string; readonly row: string | null; readonly column: string } | null {
  if (step !== 'profile' && step !== 'rules')
    return book.view(step).size > 0 ? null : { table: step, row: null, column: '' }
  const [row = null] = book.view('profile').ids()
  const column = (step === 'rules' ? ['ruleset_confirmed'] : PROFILE).find(
    (key) => row === null || book.stored('profile', row, key) === null,
  )
  return column === undefined ? null : { table: 'profile', row, column }
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
