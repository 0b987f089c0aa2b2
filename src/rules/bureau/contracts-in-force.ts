import type { LocalDate } from '../../shared/local-date.ts'
import type { Children, RowsOf } from '../rule.ts'

interface Validity {
  readonly valid: LocalDate | null
  readonly valid_to: LocalDate | null
}

/** The last day still counts. */
export const isInForce = ({ valid, valid_to }: Validity, day: LocalDate): boolean =>
  valid !== null && valid <= day && (valid_to === null || valid_to >= day)

/** The columns of contracts that say who answers for a school. */
export interface ContractFacts extends Validity {
  readonly leader: string | null
  readonly dept: string | null
}

/** Of a school's contracts the one that began last, should two overlap; null when nobody answers for it. */
export const currentContract = (contracts: Children<ContractFacts>, day: LocalDate): ContractFacts | null =>
  contracts.fold<ContractFacts | null>(null, (current, { leader, dept, valid, valid_to }) =>
    isInForce({ valid, valid_to }, day) && (current === null || valid! > current.valid!)
      ? { leader, dept, valid, valid_to }
      : current,
  )

export interface SchoolFacts {
  readonly name: string | null
  readonly state: string | null
}

/** A school of the county: its row and what it is called. */
export interface ContractedSchool {
  readonly id: string
  readonly name: string
}

/** Closed schools have nobody to look after. */
export const isOpenSchool = ({ state }: Pick<SchoolFacts, 'state'>): boolean =>
  state === null || state === '在办'

/** The open schools a section answers for on a day, by name. */
export function schoolsOf(
  contracts: Children<Validity & { readonly school: string | null }>,
  schools: Pick<RowsOf<SchoolFacts>, 'named'>,
  day: LocalDate,
): ContractedSchool[] {
  const found = new Map<string, ContractedSchool>()
  contracts.fold(null, (nothing, contract) => {
    if (!isInForce(contract, day)) return nothing
    const school = schools.named(contract.school)
    if (school !== null && isOpenSchool(school))
      found.set(school.id, { id: school.id, name: school.name ?? '' })
    return nothing
  })
  return [...found.values()]
}
