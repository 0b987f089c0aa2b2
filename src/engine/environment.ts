import type { Cell } from '../tables/cell.ts'
import { dateOf } from '../shared/local-date.ts'
import { calendarFrom } from '../rules/calendar.ts'
import { policyFrom, policyVersionOf } from '../rules/policy.ts'
import type { Environment } from '../rules/rule.ts'
import type { TermSpan } from '../rules/terms.ts'
import type { TableData } from './table-data.ts'

/** A change to one of these tables may move any computed value of the workbook. */
export const shapesEnvironment = (table: string): boolean =>
  table === 'policy' || table === 'terms' || table === 'holidays'

/**
 * What every rule may know besides its row, read from the workbook's own tables. A class, because the compiled rules
 * know it by its shape: with getters in a plain object each new one would be a stranger, and slow down every rule.
 */
class WorkbookEnvironment implements Environment {
  readonly policy
  readonly policyVersion
  readonly calendar
  readonly terms

  constructor(
    private readonly data: (table: string) => TableData | undefined,
    private readonly clock: () => string,
  ) {
    const { policy } = policyFrom(rows(data('policy'), ['key', 'value']) as { key: string; value: string }[])
    this.policy = policy
    this.policyVersion = policyVersionOf(policy)
    this.calendar = calendarFrom(rows(data('holidays'), ['date', 'kind']) as { date: string; kind: string }[])
    const terms = data('terms')
    this.terms = terms ? termsFrom(terms) : []
  }

  get staffAtWork(): number {
    return rows(this.data('staff'), ['status']).filter(({ status }) => status === '在岗').length
  }

  get now(): string {
    return this.clock()
  }
}

/** @param data undefined for a table this kind of workbook does not have: a bureau has neither terms nor a policy. */
export const environmentOf = (
  data: (table: string) => TableData | undefined,
  now: () => string,
): Environment => new WorkbookEnvironment(data, now)

function rows(data: TableData | undefined, keys: readonly string[]): Record<string, Cell>[] {
  const found: Record<string, Cell>[] = []
  if (!data) return found
  for (let position = 0; position < data.ids.length; position++) {
    if (!data.isLive(position)) continue
    const row = Object.fromEntries(keys.map((key) => [key, data.cell(key, position)]))
    if (row[keys[0]!] !== null) found.push(row)
  }
  return found
}

/** Terms with both scoring days, in order; a term without them is listed as a problem and scores nobody. */
function termsFrom(data: TableData): TermSpan[] {
  const spans: TermSpan[] = []
  const cell = (key: string, position: number) => data.cell(key, position) as string | null
  for (let position = 0; position < data.ids.length; position++) {
    const from = cell('score_from', position)
    const to = cell('score_to', position)
    if (!data.isLive(position) || from === null || to === null) continue
    const schoolYear = cell('school_year', position) ?? ''
    const closedAt = cell('closed_at', position)
    spans.push({
      id: data.ids[position]!,
      name: [schoolYear, cell('term', position)].filter(Boolean).join(' '),
      schoolYear,
      from,
      to,
      startDate: cell('start_date', position),
      endDate: cell('end_date', position),
      sealed: cell('status', position) === '已封账',
      closedOn: closedAt === null ? null : dateOf(closedAt),
    })
  }
  return spans.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
}
