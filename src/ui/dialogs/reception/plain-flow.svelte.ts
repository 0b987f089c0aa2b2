import type { PlainDecision, PlainPlan } from '../../../app/bureau/plain/plan-plain.ts'
import type { SheetChoice, SheetPlan } from '../../../app/import-file.ts'
import type { ReceivedPlain } from '../../../app/bureau/receive-reports.ts'
import type { Problem } from '../../../shared/result.ts'
import type { Arrival, Reception } from '../../state/reception.svelte.ts'
import type { SheetDecisions } from '../import/sheet-decisions.ts'

/** What somebody decides about one school's own spreadsheet, until it is agreed to or left as it was. */
export class PlainFlow implements SheetDecisions {
  plan = $state.raw<PlainPlan>() as PlainPlan
  problem = $state.raw<Problem | null>(null)
  busy = $state(false)
  readonly along: ReadonlyMap<number, readonly [number, number]> = new Map()
  #decided: PlainDecision
  #asked = 0

  constructor(
    private readonly reception: Reception,
    private readonly arrival: Arrival,
    readonly received: ReceivedPlain,
  ) {
    this.plan = received.plan
    const { school, month, monthly, bySheet, shapes } = received.plan
    this.#decided = {
      ...(school === null ? {} : { school }),
      ...(month === null ? {} : { month }),
      ...{ monthly, bySheet, shapes, agreed: true },
    }
  }

  get choices(): readonly (SheetChoice | null | undefined)[] {
    return this.plan.bySheet
  }

  decide(decided: PlainDecision): Promise<void> {
    this.#decided = { ...this.#decided, ...decided }
    return this.#read()
  }

  choose(sheet: number, choice: SheetChoice | null | undefined): Promise<void> {
    const bySheet = this.received.plain.sheets.map((_, at) => (at === sheet ? choice : this.choices[at]))
    return this.decide({ bySheet })
  }

  place(sheet: SheetPlan, at: number, key: string | null): Promise<void> {
    // All as they are now: one that is moved must not make the others look for places anew.
    const columns = new Map(sheet.columns.entries())
    if (key !== null) for (const [position, each] of columns) if (each === key) columns.set(position, null)
    columns.set(at, key)
    return this.choose(sheet.at, {
      ...this.choices[sheet.at],
      table: sheet.table,
      columns,
      remembered: false,
    })
  }

  headAt(sheet: number, header: readonly [number, number] | undefined): Promise<void> {
    return this.choose(sheet, { table: this.choices[sheet]?.table, header })
  }

  async agree(): Promise<void> {
    await this.reception.agree(this.arrival, this.plan)
  }

  async #read(): Promise<void> {
    const asked = ++this.#asked
    this.busy = true
    const plan = await this.reception.plan(this.arrival, this.#decided)
    // Somebody who chooses quickly sees what he chose last.
    if (asked !== this.#asked) return
    this.busy = false
    this.problem = plan.ok ? null : plan.problem
    if (plan.ok) this.plan = plan.value
  }
}
