import { dateOf } from '../../shared/local-date.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { currentContract, isOpenSchool, type ContractFacts } from '../../rules/bureau/contracts-in-force.ts'
import type { CountyFacts, ListedFact, SchoolFact } from '../../rules/bureau/summary/county-facts.ts'
import type { Cell } from '../../tables/cell.ts'
import { rowNamed } from '../duty-book.ts'

/** The open workbook as a summary reads it; good until its next change. */
export function countyFactsOf(book: Workbook): CountyFacts {
  const ids = book.view('schools').ids()
  const places = new Map<Cell, number>(ids.map((id, place) => [id, place]))
  const placeOf = (reference: Cell): number => {
    if (reference === null) return -1
    const known = places.get(reference)
    if (known !== undefined) return known
    // A name that somebody typed: looked up once, however many rows say it.
    const named = rowNamed(book, 'schools', reference)
    const place = named === null ? -1 : (places.get(named) ?? -1)
    places.set(reference, place)
    return place
  }
  const [profile] = book.view('bureauProfile').ids()
  const day = profile === undefined ? null : book.stored('bureauProfile', profile, 'deadlines')
  const today = dateOf(book.environment().now)
  return {
    today,
    monthlyDay: typeof day === 'number' ? day : MONTHLY_DAY,
    schools: schoolsOf(book, ids, placeOf, today),
    placeOf,
    hazards: book.columns('allHazards'),
    incidents: book.columns('allIncidents'),
    receipts: book.columns('receipts'),
    pledges: book.columns('schoolPledges'),
    listed: listedOf(book),
  }
}

/** P5-25: before the 28th, where the bureau has set no other day. */
const MONTHLY_DAY = 28

const textOf = (cell: Cell): string | null => (typeof cell === 'string' && cell !== '' ? cell : null)

function schoolsOf(
  book: Workbook,
  ids: readonly string[],
  placeOf: CountyFacts['placeOf'],
  today: string,
): SchoolFact[] {
  const contracts = new Map<number, ContractFacts[]>()
  for (const id of book.view('schoolContracts').ids()) {
    const cell = (key: string) => book.stored('schoolContracts', id, key)
    const place = placeOf(cell('school'))
    const [leader, dept] = [textOf(cell('leader')), textOf(cell('dept'))]
    const contract = { leader, dept, valid: textOf(cell('valid')), valid_to: textOf(cell('valid_to')) }
    contracts.set(place, [...(contracts.get(place) ?? []), contract])
  }
  return ids.map((id, place): SchoolFact => {
    const cell = (key: string) => book.stored('schools', id, key)
    const own = contracts.get(place) ?? []
    const contract = currentContract({ fold: (start, step) => own.reduce(step, start) }, today)
    const [parent, size] = [cell('parent'), cell('size')]
    return {
      id,
      name: textOf(cell('name')) ?? '',
      type: textOf(cell('type')),
      parent: rowNamed(book, 'schools', parent) ?? textOf(parent),
      leader: contract ? (rowNamed(book, 'bureauStaff', contract.leader) ?? contract.leader) : null,
      pupils: typeof size === 'number' ? size : null,
      isOpen: isOpenSchool({ state: textOf(cell('state')) }),
    }
  })
}

const listedOf = (book: Workbook): ListedFact[] =>
  book
    .view('majorHazards')
    .ids()
    .map((id) => {
      const text = (key: string) => textOf(book.stored('majorHazards', id, key))
      return {
        id,
        hazard: rowNamed(book, 'allHazards', text('hazard')),
        leader: text('leader'),
        plan: text('plan'),
        due: text('due'),
        extension: text('extension'),
        closed: text('closed'),
      }
    })
