import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { classify } from '../../src/rules/classification.ts'
import { findingOf, type Examined } from '../../src/rules/diligence.ts'
import {
  injuredCount,
  injuryLabel,
  NO_INJURY,
  worstInjury,
  type InjuredPerson,
  type Injury,
} from '../../src/rules/injury.ts'
import { gatherFinding } from '../../src/rules/liability.ts'
import { defaultPolicy as policy } from '../../src/rules/policy.ts'
import { countsAsFoodPoisoning, type Harm } from '../../src/rules/severity.ts'

type Plain = Readonly<Record<string, string | number>>
interface Case {
  readonly book: Readonly<Record<'incidents' | 'incidentPeople' | 'findings', readonly Plain[]>>
  readonly classes: Readonly<Record<string, string | null>>
}

const filled = (row: Plain) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === '' ? null : value]))

// The rules alone, without the engine that links and folds: where the two disagree, the engine is at fault.
it.each(['term-1', 'term-2', 'term-3'])(
  'the pure rules class every incident of the worked school %s',
  (name) => {
    const path = new URL(`../fixtures/cases/${name}.json`, import.meta.url)
    const { book, classes } = JSON.parse(readFileSync(path, 'utf8')) as Case
    const of = (table: 'incidentPeople' | 'findings', no: string) =>
      book[table].filter(({ incident }) => incident === no).map(filled)

    const found = book.incidents.map((row) => {
      const no = String(row.no)
      const people = of('incidentPeople', no).map((person) => ({
        first_level: null,
        injury: null,
        ...person,
      })) as unknown as InjuredPerson[]
      const harm = {
        ...filled(row),
        injured: people.reduce(injuredCount(policy), 0),
        injury_counted: injuryLabel(people.reduce<Injury>(worstInjury(policy), NO_INJURY)),
      } as unknown as Harm
      const food = countsAsFoodPoisoning(harm, policy)
      const findings = (of('findings', no) as unknown as Examined[])
        .map((examined) => ({ finding: food ? '未尽责' : findingOf(examined, policy) }))
        .reduce(gatherFinding, 0)
      return [no, classify(harm, findings, policy).class6]
    })
    expect(found.length).toBe(Object.keys(classes).length)
    expect(Object.fromEntries(found)).toEqual(classes)
  },
)
