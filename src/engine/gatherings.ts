import { dateOf, type LocalDate } from '../shared/local-date.ts'
import type { Environment } from '../rules/rule.ts'
import type { TableData } from './table-data.ts'

export type Work = (rows: never, environment: Environment) => unknown

interface Gathered {
  readonly versions: string
  readonly environment: Environment
  readonly today: LocalDate
  readonly value: unknown
}

/** What rules make of whole tables, kept for as long as nothing it was made from has moved. */
export class Gatherings {
  private readonly known = new WeakMap<Work, Gathered>()

  of(work: Work, rows: unknown, sources: readonly TableData[], environment: Environment): unknown {
    const versions = sources.map((data) => data.version).join()
    const today = dateOf(environment.now)
    const before = this.known.get(work)
    if (before?.versions === versions && before.environment === environment && before.today === today)
      return before.value
    const value = work(rows as never, environment)
    this.known.set(work, { versions, environment, today, value })
    return value
  }
}
