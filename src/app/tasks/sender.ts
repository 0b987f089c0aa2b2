import type { TaskFile } from '../../sync/task-file.ts'
import type { Session } from '../session.ts'

/** Who has sent a task file, as far as its signature tells. */
export type TaskSender =
  /** This bureau has sent with this key before. */
  | { readonly is: 'known' }
  /** The first file that anybody has taken in from it. */
  | { readonly is: 'new' }
  /** Another computer of the bureau, or another bureau, than the one that has sent until now. */
  | { readonly is: 'other'; readonly before: string }
  /** The same computer used to sign with another key. */
  | { readonly is: 'changed'; readonly before: string }
  | { readonly is: 'unsigned' }

/** Keys of bureaus stand in the same ring as those of the school's own computers, and are never taken for them. */
const BUREAU = 'bureau '
const placeOf = ({ bureau, replica }: TaskFile): string => `${BUREAU}${bureau.workbook} ${replica}`

export async function senderOf(
  session: Session,
  tasks: TaskFile,
  fingerprint: string | null,
): Promise<TaskSender> {
  if (fingerprint === null) return { is: 'unsigned' }
  const known = (await session.keys?.known()) ?? []
  const bureaus = known.filter(({ replicas }) => replicas.some((place) => place.startsWith(BUREAU)))
  if (bureaus.some((key) => key.fingerprint === fingerprint)) return { is: 'known' }
  const changed = bureaus.find(({ replicas }) => replicas.includes(placeOf(tasks)))
  if (changed) return { is: 'changed', before: changed.fingerprint }
  const [other] = bureaus
  return other ? { is: 'other', before: other.name } : { is: 'new' }
}

/** From now on its files are known. */
export async function rememberSender(
  session: Session,
  tasks: TaskFile,
  key: Uint8Array | null,
): Promise<void> {
  if (key !== null) await session.keys?.remember(key, placeOf(tasks), tasks.bureau.name)
}
