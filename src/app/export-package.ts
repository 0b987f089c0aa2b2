import { ok, type Result } from '../shared/result.ts'
import { encode } from '../sync/package.ts'
import { packFile } from '../sync/package-file.ts'
import type { Session } from './session.ts'

/** All of the open workbook as one file that another copy can merge exactly. */
export async function exportPackage(session: Session): Promise<Result<Uint8Array>> {
  await session.settled()
  // What could not be saved is not in the state, and a file that leaves it out would say so to nobody.
  if (session.saving.problem) return { ok: false, problem: session.saving.problem }
  const read = await session.state()
  if (!read.ok) return read
  const { id, kind, name } = session.info
  return ok(await packFile(encode({ workbook: { id, kind, name }, state: read.value.state })))
}
