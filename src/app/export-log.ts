import { newId } from '../shared/id.ts'
import { tables } from '../tables/index.ts'
import { AUDIENCES } from '../exchange/masking/audiences.ts'
import { rowsIn, type ExportSummary } from './export-summary.ts'
import type { Session } from './session.ts'

export interface Logged {
  readonly summary: Pick<
    ExportSummary,
    'audience' | 'madeAt' | 'term' | 'tables' | 'staffNamed' | 'pupilsNamed' | 'pupilsBySurname'
  >
  readonly file: string
  readonly sha256: string
  readonly reason: string
  readonly locked: boolean
}

/**
 * Writes down that a file has left. Not while the workbook cannot be saved: what is taken out then is what could be
 * lost, and one more change that cannot be saved would help nobody. Says whether it is written.
 */
export function logExport(session: Session, { summary, file, sha256, reason, locked }: Logged): boolean {
  if (session.saving.problem) return false
  const { options } = tables.exports.columns.audience
  const cells = {
    at: summary.madeAt,
    by: session.person || null,
    audience: options![AUDIENCES.indexOf(summary.audience)]!.zh,
    contents: contentsOf(session, summary),
    rows: rowsIn(summary),
    staff_named: summary.staffNamed,
    pupils_named: summary.pupilsNamed + summary.pupilsBySurname,
    reason: reason.trim() || null,
    locked,
    file,
    sha256,
  }
  const columns = Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, [cell]]))
  session.write({
    source: 'program',
    label: { code: 'workbook.exported' },
    edits: [],
    added: [{ table: 'exports', ids: [newId()], columns }],
  })
  return true
}

const contentsOf = ({ book }: Session, { term, tables }: Pick<ExportSummary, 'term' | 'tables'>): string =>
  [
    ...(term === null ? [] : [term]),
    ...tables.map(({ table, rows }) => `${book.tables[table]!.zh} ${rows}`),
  ].join('、')
