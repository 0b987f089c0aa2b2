import { newId } from '../shared/id.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { CommonPart } from '../tables/common/common-part.ts'
import { isForSchool } from '../rules/checklist-scope.ts'
import { profileOf } from './profile-of.ts'
import type { Outcome, Session } from './session.ts'

/** The parts that are not for this school, such as the list of a dormitory: offered, but not put in unless asked for. */
export function foreignParts(book: Session['book'], parts: readonly CommonPart[]): ReadonlySet<string> {
  // A bureau has lists for every kind of school.
  if (!Object.hasOwn(book.tables, 'profile')) return new Set()
  const profile = profileOf(book)
  const isForeign = ({ rows }: CommonPart) => rows.every(({ applies }) => !isForSchool(applies, profile))
  return new Set(parts.filter(isForeign).map(({ name }) => name))
}

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
