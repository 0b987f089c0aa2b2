import { CENTRAL_SCHOOL } from '../../tables/school/profile.ts'
import type { Concern } from '../../tables/table.ts'
import type { Book } from './session-types.ts'

/**
 * Whether a school has what a table is for: the plan is taken up, and the profile does not say that there is no canteen.
 * What nobody has answered yet is taken for a yes, so that nothing is missed.
 */
export function concernsOf(book: Book): (when: Concern) => boolean {
  const { policy } = book.environment()
  // A bureau has no profile of a school, and no table that goes by one.
  const [school] = Object.hasOwn(book.tables, 'profile') ? book.view('profile').ids() : []
  return ({ plan, profile, schoolsBelow }) =>
    (plan === undefined || policy[`plan.${plan}`]) &&
    (!schoolsBelow || takesReports(book)) &&
    (profile === undefined || school === undefined || book.stored('profile', school, profile) !== false)
}

/**
 * Whether others report to this one: every bureau, and a school that says it is a central one or has listed schools below
 * it. What nobody has answered is a no here, for most schools have none.
 */
export function takesReports(book: Book): boolean {
  if (!Object.hasOwn(book.tables, 'villageSchools')) return true
  const [school] = book.view('profile').ids()
  return (
    book.view('villageSchools').size > 0 ||
    (school !== undefined && book.stored('profile', school, 'school_type') === CENTRAL_SCHOOL)
  )
}
