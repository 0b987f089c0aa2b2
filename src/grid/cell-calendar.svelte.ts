import { addDays, dateOf, isLocalDate, type LocalDate, type LocalTime } from '../shared/local-date.ts'
import { popupId, type CellPopup } from './cell-popup.ts'
import { addMonths, monthSheet } from './month.ts'
import type { Input } from './row-source.ts'

export interface CalendarOptions {
  readonly withTime: boolean
  readonly now: LocalTime
  /** The date or time a text means, null when it means none (yet). */
  readonly parse: (text: string) => string | null
  readonly read: () => string
  readonly write: (text: string) => void
  readonly commit: () => void
}

/** The month sheet under a date or time cell. Text and sheet follow each other; either is enough. */
export class CellCalendar implements CellPopup {
  readonly id = popupId()
  readonly withTime: boolean
  readonly today: LocalDate
  readonly #options: CalendarOptions
  /** The day in hand. */
  day = $state('')
  /** Once somebody types, left and right move in the text again. */
  #typing = false

  constructor(options: CalendarOptions) {
    this.#options = options
    this.withTime = options.withTime
    this.today = dateOf(options.now)
    this.day = this.#dayIn(options.read()) ?? this.today
  }

  get weeks() {
    return monthSheet(this.day)
  }

  get activeId(): string {
    return this.dayId(this.day)
  }

  dayId(date: LocalDate): string {
    return `${this.id}-${date}`
  }

  typed(text: string): void {
    this.#typing = true
    this.day = this.#dayIn(text) ?? this.day
  }

  key(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
    const sideways = this.#typing ? undefined : { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const days = sideways ?? { ArrowUp: -7, ArrowDown: 7 }[event.key]
    const months = { PageUp: -1, PageDown: 1 }[event.key]
    if (days !== undefined) this.#show(addDays(this.day, days))
    else if (months !== undefined) this.#show(addMonths(this.day, months))
    else return false
    return true
  }

  turn(months: number): void {
    this.day = addMonths(this.day, months)
  }

  /** A click on a day is the answer for a date; a time still wants its hour. */
  pick(date: LocalDate): void {
    this.#show(date)
    if (!this.withTime) this.#options.commit()
  }

  pickNow(): void {
    this.#options.write(this.withTime ? this.#options.now : this.today)
    this.#options.commit()
  }

  input(text: string): Input {
    return text
  }

  #show(date: LocalDate): void {
    this.day = date
    const time = /\d{1,2}[:：]\d{2}\s*$/.exec(this.#options.read())?.[0] ?? ''
    this.#options.write(this.withTime ? `${date} ${time}` : date)
  }

  #dayIn(text: string): LocalDate | null {
    const parsed = this.#options.parse(text.trim())
    const date = parsed === null ? text.trim().slice(0, 10) : dateOf(parsed)
    return isLocalDate(date) ? date : null
  }
}
