import type { PickedFile } from '../../../app/read-file.ts'
import type { Session } from '../../../app/session.ts'
import { planTasks, type PlannedOrder, type TaskPlan } from '../../../app/tasks/plan-tasks.ts'
import { readTasks, type ReceivedTasks } from '../../../app/tasks/read-tasks.ts'
import { rememberSender, type TaskSender } from '../../../app/tasks/sender.ts'
import { takeTasks } from '../../../app/tasks/take-tasks.ts'
import type { Problem } from '../../../shared/result.ts'

export type TasksStep =
  | { readonly is: 'reading' }
  | { readonly is: 'refused'; readonly problem: Problem }
  /** To be agreed to. */
  | { readonly is: 'plan' }
  | { readonly is: 'done'; readonly count: number; readonly undone: boolean }

/** One file of a bureau from its reading to what is taken of it. Only `take` writes. */
export class TasksFlow {
  step = $state.raw<TasksStep>({ is: 'reading' })
  share = $state(0)
  read = $state.raw<ReceivedTasks | null>(null)
  plan = $state.raw<TaskPlan>({ orders: [], foreign: 0 })
  /** By the tasks' ids. */
  chosen = $state.raw<ReadonlySet<string>>(new Set())
  /** Somebody has said that the bureau has sent it. */
  trusted = $state(false)
  #work = new AbortController()
  readonly #unsubscribe: () => void

  constructor(
    private readonly session: Session,
    readonly file: PickedFile,
  ) {
    // What another tab has changed meanwhile may be what the file would change.
    this.#unsubscribe = session.subscribe((event) => {
      if (event.type === 'changed' && this.step.is === 'plan') this.#makePlan()
    })
    void this.#read()
  }

  get sender(): TaskSender {
    return this.read?.sender ?? { is: 'unsigned' }
  }

  get isTrusted(): boolean {
    return this.sender.is === 'known' || this.trusted
  }

  get taking(): readonly PlannedOrder[] {
    return this.plan.orders.filter(({ order, rows }) => rows.length > 0 && this.chosen.has(order.id))
  }

  close(): void {
    this.#work.abort()
    this.#unsubscribe()
  }

  async #read(): Promise<void> {
    const { signal } = this.#work
    const onProgress = (share: number) => void (this.share = share)
    const read = await readTasks(this.session, this.file, { signal, onProgress })
    if (signal.aborted) return
    if (!read.ok) {
      this.step = { is: 'refused', problem: read.problem }
      return
    }
    this.read = read.value
    if (this.#makePlan())
      this.chosen = new Set(
        this.plan.orders.filter(({ rows }) => rows.length > 0).map(({ order }) => order.id),
      )
  }

  #makePlan(): boolean {
    const plan = planTasks(this.session, this.read!.tasks)
    if (plan.ok) this.plan = plan.value
    this.step = plan.ok ? { is: 'plan' } : { is: 'refused', problem: plan.problem }
    return plan.ok
  }

  choose(id: string, on: boolean): void {
    const chosen = new Set(this.chosen)
    if (on) chosen.add(id)
    else chosen.delete(id)
    this.chosen = chosen
  }

  async take(): Promise<void> {
    const { taking, read } = this
    if (!read || taking.length === 0 || !this.isTrusted) return
    this.step = { is: 'done', count: taking.length, undone: false }
    takeTasks(this.session, read.tasks, taking)
    await rememberSender(this.session, read.tasks, read.key)
    await this.session.settled()
  }

  async undo(): Promise<void> {
    if (this.step.is !== 'done') return
    const { count } = this.step
    await this.session.undo()
    this.step = { is: 'done', count, undone: true }
  }
}
