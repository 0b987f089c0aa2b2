import type { JudgedReport } from '../../app/bureau/judge-report.ts'
import { doubtsOf, type Doubt } from '../../app/bureau/receive-reports.ts'
import { inOneLine, labelOf, listed, t, tell } from '../../i18n/translate.ts'
import { tables } from '../../tables/index.ts'
import type { Table } from '../../tables/table.ts'
import type { Arrival } from './reception.svelte.ts'

const schoolTables: Readonly<Record<string, Table>> = tables
const tableName = (table: string): string =>
  Object.hasOwn(schoolTables, table) ? labelOf(schoolTables[table]!) : table

/** Rows named in one sentence; more would be a list. */
const NAMED = 5

export const shortly = (names: readonly string[]): string =>
  listed(names.slice(0, NAMED)) + (names.length > NAMED ? '…' : '')

/** `below`: said at a central school, of those below it. */
function doubt(kind: Doubt, { read, schoolName, through }: JudgedReport, below: boolean): string {
  switch (kind) {
    case 'other-parent':
      return t('ui.reception.doubt.other-parent', { school: through?.name ?? '' })
    case 'new-key':
      return t('ui.reception.doubt.new-key', { signer: read.signer ?? '' })
    case 'new-school':
      return t(below ? 'ui.reception.doubt.new-school-below' : 'ui.reception.doubt.new-school', {
        code: read.school.code,
        school: schoolName,
      })
    case 'edited':
      return (
        t('ui.reception.doubt.edited', { what: editedText(read.edited!) }) +
        (below ? t('ui.reception.edited-below') : '')
      )
    default:
      return t(`ui.reception.doubt.${kind}`)
  }
}

function editedText({ edits, added, deleted }: NonNullable<JudgedReport['read']['edited']>): string {
  const rows = shortly([...new Set(edits.map(({ row }) => row))])
  return listed([
    ...(edits.length > 0 ? [t('ui.reception.edited-cells', { count: edits.length, rows })] : []),
    ...(added > 0 ? [t('ui.reception.edited-added', { count: added })] : []),
    ...(deleted > 0 ? [t('ui.reception.edited-deleted', { count: deleted })] : []),
  ])
}

function named({ read }: JudgedReport): string[] {
  if (read.named.length === 0) return []
  const places = read.named.map(({ table, column, count }) => {
    const definition = schoolTables[table]?.columns[column]
    const params = { table: tableName(table), column: definition ? labelOf(definition) : column, count }
    return t('ui.reception.named-place', params)
  })
  return [t('ui.reception.named', { places: shortly(places) })]
}

/** What stays written on the receipt of a report: not that its key was new, which is over once it is agreed to. */
export const problemsOf = (judged: JudgedReport): string =>
  inOneLine([
    ...doubtsOf(judged)
      .filter((kind) => kind !== 'new-key' && kind !== 'new-school')
      .map((kind) => doubt(kind, judged, false)),
    ...named(judged),
  ])

/** That a report came through a central school, and what the directory will say of it. */
function through({ through: by }: JudgedReport, outcome: Arrival['outcome']): string[] {
  if (by === null) return []
  const school = by.name
  const fills = by.parent === 'unsaid' && outcome !== 'same' && outcome !== 'taken'
  return [
    t('ui.reception.through', { school }),
    ...(fills ? [t('ui.reception.parent-unsaid', { school })] : []),
  ]
}

/** Why a file is where it is, and what to do about it; one sentence each. */
export function whyOf({ received, doubts, outcome }: Arrival, below = false): string[] {
  switch (received.is) {
    case 'plain':
      if (below) return [t(received.pupils ? 'ui.reception.plain-pupils-below' : 'ui.reception.plain-below')]
      return [t(received.pupils ? 'ui.reception.plain-pupils' : 'ui.reception.plain-why')]
    case 'whole':
      return [t(below ? 'ui.reception.whole-below' : 'ui.reception.whole-why')]
    case 'broken':
      return [tell(received.problem)]
    case 'report': {
      const { judged } = received
      if (outcome === 'same') return [t('ui.reception.same-why'), ...through(judged, outcome)]
      const { hazards = 0, incidents = 0 } = judged.read.rows
      return [
        t('ui.reception.counts', { hazards, incidents }),
        ...through(judged, outcome),
        ...(judged.is === 'lost' && outcome !== 'taken' ? [t('ui.reception.lost-why')] : []),
        ...(judged.is === 'older' ? [t(below ? 'ui.reception.older-below' : 'ui.reception.older-why')] : []),
        ...(outcome === 'taken' ? [] : doubts.map((kind) => doubt(kind, judged, below))),
        ...named(judged),
      ]
    }
  }
}

export const schoolOf = ({ received }: Arrival): string =>
  received.is === 'report' ? received.judged.schoolName : ''

export const monthOf = ({ received }: Arrival): string =>
  received.is === 'report' ? received.judged.read.period : ''
