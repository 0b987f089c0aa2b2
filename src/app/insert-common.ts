import { newId } from '../shared/id.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { CommonPart } from '../tables/common/common-part.ts'
import type { Outcome, Session } from './session.ts'

/**
 * 填入常用: puts chosen parts of the common content into a table that is empty, as one change. References stand in it as
 * names and are read as if somebody had typed them.
 */
export function insertCommon(
  session: Session,
  table: string,
  parts: readonly CommonPart[],
): Result<Outcome & { readonly count: number }> {
  if (session.book.view(table).size > 0) return fail('preset.not-empty')
  const rows = parts.flatMap(({ rows }) => rows.map((cells) => ({ table, id: newId(), cells })))
  const outcome = session.batch(
    { rows },
    { source: 'user', label: { code: 'preset.insert', params: { count: rows.length } } },
  )
  return ok({ ...outcome, count: rows.length })
}
