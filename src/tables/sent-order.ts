import type { Cell } from './cell.ts'
import type { OrderKind } from './order-kinds.ts'

/** A school as a task file addresses it. */
export interface Addressee {
  readonly code: string
  readonly name: string
}

/** Rows that go along with a task, by columns of the table that its kind says. */
export interface SentRows {
  /** As the bureau has them. */
  readonly ids: readonly string[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
  /** Of these rows those that the bureau has deleted. */
  readonly withdrawn: readonly string[]
}

/** A task on its way from the bureau to its schools. */
export interface SentOrder {
  /** Row of the bureau's 任务下达. */
  readonly id: string
  readonly no: string
  /** A newer version of the same task has the greater one. */
  readonly stamp: string
  readonly kind: OrderKind
  readonly title: string
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly due: string | null
  readonly to: readonly Addressee[]
  /** The row of the school's own ledger that the task is about; null where it has none yet, or where it is about none. */
  readonly hazard: string | null
  readonly rows: SentRows | null
}

const STAMP = /^(\d{1,9})-([0-9a-f]{16})$/

/**
 * A version of a task: how many versions of all tasks the bureau's copy had seen, and what is in it. No clock has a say, and
 * two copies of the bureau that count alike are told apart by the content, everywhere in the same way.
 */
export const stampOf = (version: number, hash: string): string => `${version}-${hash.slice(0, 16)}`

export const isStamp = (text: string): boolean => STAMP.test(text)

/** The number in it; null for what is none. */
export const versionOf = (stamp: Cell): number | null =>
  typeof stamp === 'string' && isStamp(stamp) ? Number(STAMP.exec(stamp)![1]) : null

/** Is `stamp` newer than what a row says it was written by? Whatever no task has written is older than any. */
export function isNewerStamp(stamp: string, than: Cell): boolean {
  const [mine, other] = [versionOf(stamp)!, versionOf(than)]
  return other === null || mine > other || (mine === other && stamp > String(than))
}

/** Is the task this school's? By its code; by its name only where one of the two has no code. */
export const isAddressedTo = ({ to }: SentOrder, school: Addressee): boolean =>
  to.some(({ code, name }) =>
    code !== '' && school.code !== '' ? code === school.code : name !== '' && name === school.name,
  )
