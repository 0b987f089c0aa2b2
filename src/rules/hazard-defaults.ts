import { addDays, dateOf, isLocalDate, type LocalDate, type LocalTime } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { Calendar } from './calendar.ts'
import { nextNumber } from './next-number.ts'
import { defaultPolicy, type Policy } from './policy.ts'
import { dueOfPeriod } from './report-due.ts'
import type { Environment } from './rule.ts'

type Cells = Readonly<Record<string, Cell>>

/** What these defaults know of the workbook: a part of `DefaultFacts`. */
interface Facts {
  readonly now: LocalTime
  readonly used: (table: string, column: string) => { has: (value: string) => boolean }
  readonly cellOf: (table: string, row: string, column: string) => Cell
  readonly terms: () => readonly unknown[]
  readonly policy?: Policy
  readonly calendar?: Calendar
  readonly keeperOf?: (area: string) => string | null
}

const text = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell !== '' ? cell : null

/** A day that can be reckoned with; what somebody typed that is none stays in its cell, marked. */
const day = (cell: Cell | undefined): LocalDate | null =>
  typeof cell === 'string' && isLocalDate(cell) ? cell : null

const compact = (date: LocalDate) => date.replace(/-/g, '')

/** What goes up at once (P5-27): the day somebody writes it down is the last on which it is in time. */
const AT_ONCE: ReadonlySet<string | null> = new Set(['突发信息', '事故快报', '重大隐患'])

const EVERY_DAY: Pick<Calendar, 'isWorkday' | 'nextWorkday'> = {
  isWorkday: () => true,
  nextWorkday: (day) => addDays(day, 1),
}

/** What the program fills in by itself in new rows about hazards, inspections and reports. */
export const hazardDefaults: Readonly<Record<string, (cells: Cells, facts: Facts) => Record<string, Cell>>> =
  {
    hazards: (cells, facts) => {
      const found = day(cells.found_on) ?? dateOf(facts.now)
      const policy = facts.policy ?? defaultPolicy
      const days = policy[cells.level === '重大' ? 'hazard.majorDays' : 'hazard.days']
      const area = text(cells.area)
      const owner = text(cells.owner) ?? (area === null ? null : (facts.keeperOf?.(area) ?? null))
      return {
        found_on: found,
        no: nextNumber(`YH-${compact(found)}-`, 2, facts.used('hazards', 'no')),
        owner,
        dept: owner === null ? null : facts.cellOf('staff', owner, 'dept'),
        due: addDays(found, days),
      }
    },
    inspections: (cells, facts) => {
      const date = day(cells.date) ?? dateOf(facts.now)
      return { date, no: nextNumber(`JC-${compact(date)}-`, 2, facts.used('inspections', 'no')) }
    },
    inspectionItems: (cells, facts) => ({
      area: text(cells.item) === null ? null : facts.cellOf('checklists', text(cells.item)!, 'area'),
    }),
    monthlyReports: (_, facts) => ({ month: facts.now.slice(0, 7) }),
    submissions: (cells, facts) => ({
      due: AT_ONCE.has(text(cells.item))
        ? dateOf(facts.now)
        : dueOfPeriod(text(cells.item), text(cells.period), {
            policy: facts.policy ?? defaultPolicy,
            calendar: facts.calendar ?? EVERY_DAY,
            terms: facts.terms() as Environment['terms'],
          }),
    }),
    chemicals: (_, facts) => ({ date: dateOf(facts.now) }),
    canteenLog: (_, facts) => ({ date: dateOf(facts.now) }),
    funds: (_, facts) => ({ date: dateOf(facts.now) }),
  }
