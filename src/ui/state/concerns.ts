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
  return ({ plan, profile }) =>
    (plan === undefined || policy[`plan.${plan}`]) &&
    (profile === undefined || school === undefined || book.stored('profile', school, profile) !== false)
}
