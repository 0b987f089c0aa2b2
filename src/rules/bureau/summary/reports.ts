import { monthOf } from '../../../tables/school/report-periods.ts'
import { cameInTime, dueIn, hasCome } from '../reporting-schools.ts'
import type { CountyFacts } from './county-facts.ts'
import { readerOf } from './county-facts.ts'
import { slotOf, type CountsBySchool, type ReportFigure } from './figures.ts'

interface ReceiptRow {
  readonly school: string | null
  readonly month: string | null
  readonly received: string | null
  readonly returned: boolean | null
}
const COLUMNS = ['school', 'month', 'received', 'returned'] as const

/** What has become of a month's file, from the best to nothing at all. */
export type ReportState = Exclude<ReportFigure, 'reportsDue'>

/** The files of all schools and months, from the register. */
export class Reports {
  /** By month and the school's place: the row of the register that tells of a file that has come. */
  private readonly come = new Map<string, { readonly receipt: string; readonly inTime: boolean }>()
  /** The first month of which there is a file. Before it nobody had to send one here. */
  private readonly began: string

  constructor(private readonly facts: CountyFacts) {
    const { receipts, monthlyDay, placeOf, today } = facts
    const read = readerOf<ReceiptRow>(receipts, COLUMNS)
    let began = today.slice(0, 7)
    for (let at = 0; at < receipts.ids.length; at++) {
      if (!receipts.isLive(at)) continue
      const row = read(at)
      const month = row.month === null ? null : monthOf(row.month)
      if (month === null || !hasCome(row)) continue
      if (month < began) began = month
      const key = `${month} ${placeOf(row.school)}`
      const inTime = cameInTime(row, dueIn(month, monthlyDay))
      if (inTime || !this.come.has(key)) this.come.set(key, { receipt: receipts.ids[at]!, inTime })
    }
    this.began = began
  }

  /** Null for a school that does not report itself, and for a month of which nothing is due here (yet). */
  stateOf(place: number, month: string): ReportState | null {
    const { schools, today, monthlyDay } = this.facts
    const school = schools[place]
    if (!school?.isOpen || school.parent !== null) return null
    if (month < this.began || month > today.slice(0, 7)) return null
    const file = this.come.get(`${month} ${place}`)
    if (file) return file.inTime ? 'inTime' : 'late'
    return today > dueIn(month, monthlyDay) ? 'missing' : 'awaited'
  }

  receiptOf(place: number, month: string): string | null {
    return this.come.get(`${month} ${place}`)?.receipt ?? null
  }

  count(counts: CountsBySchool, places: readonly number[], months: readonly string[]): void {
    for (const place of places)
      for (const month of months) {
        const state = this.stateOf(place, month)
        if (state === null) continue
        counts.reportsDue[slotOf(place, counts)]!++
        counts[state][slotOf(place, counts)]!++
      }
  }
}
