import type { JudgedReport } from '../../app/bureau/judge-report.ts'
import type { PlainQuestion } from '../../app/bureau/plain/plan-plain.ts'
import { doubtsOf, type Doubt, type ReceivedPlain } from '../../app/bureau/receive-reports.ts'
import { inOneLine, labelOf, listed, t, tell } from '../../i18n/translate.ts'
import { tables } from '../../tables/index.ts'
import type { Table } from '../../tables/table.ts'
import type { Arrival } from './reception.svelte.ts'

const schoolTables: Readonly<Record<string, Table>> = tables
export const tableName = (table: string): string =>
  Object.hasOwn(schoolTables, table) ? labelOf(schoolTables[table]!) : table

export function columnName(table: string, column: string): string {
  const definition = Object.hasOwn(schoolTables, table) ? schoolTables[table]!.columns[column] : undefined
  return definition ? labelOf(definition) : column
}

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
  const rows = shortly(edits.map(({ table, row, column }) => `${row} ${columnName(table, column)}`))
  return listed([
    ...(edits.length > 0 ? [t('ui.reception.edited-cells', { count: edits.length, rows })] : []),
    ...(added > 0 ? [t('ui.reception.edited-added', { count: added })] : []),
    ...(deleted > 0 ? [t('ui.reception.edited-deleted', { count: deleted })] : []),
  ])
}

function named(found: JudgedReport['read']['named']): string[] {
  if (found.length === 0) return []
  const places = found.map(({ table, column, count }) =>
    t('ui.reception.named-place', { table: tableName(table), column: columnName(table, column), count }),
  )
  return [t('ui.reception.named', { places: shortly(places) })]
}

/** What stays written on the receipt of a report: not that its key was new, which is over once it is agreed to. */
export const problemsOf = (judged: JudgedReport): string =>
  inOneLine([
    ...doubtsOf(judged)
      .filter((kind) => kind !== 'new-key' && kind !== 'new-school')
      .map((kind) => doubt(kind, judged, false)),
    ...named(judged.read.named),
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
export function whyOf({ received, doubts, outcome, rivals, corrected }: Arrival, below = false): string[] {
  switch (received.is) {
    case 'plain':
      if (outcome === 'same') return [t('ui.reception.same-why')]
      return [
        ...(received.plan.plan.sheets.length === 0 ? [t('ui.plain.unknown')] : plainAsks(received.plan.asks)),
        ...(outcome === 'older' ? [t('ui.reception.older-why')] : []),
        ...(outcome !== 'taken' && rivals.length > 0
          ? [t('ui.plain.rivals', { files: shortly(rivals) })]
          : []),
        ...plainFindings(received),
      ]
    case 'locked':
      return [t('ui.reception.locked-why')]
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
        ...(outcome === 'taken'
          ? takenAs(judged, corrected)
          : doubts.map((kind) => doubt(kind, judged, below))),
        ...named(judged.read.named),
      ]
    }
  }
}

/** Of a file whose sheets were written in: which of the two it was taken as. */
const takenAs = ({ read: { edited } }: JudgedReport, corrected: boolean): string[] =>
  edited
    ? [t(corrected ? 'ui.reception.taken-edited' : 'ui.reception.taken-signed', { what: editedText(edited) })]
    : []

/** What the wizard has to ask about a school's own spreadsheet. */
const plainAsks = (asks: readonly PlainQuestion[]): string[] => asks.map((ask) => t(`ui.plain.asks.${ask}`))

/** What was found in it, and what of it is not taken. */
export function plainFindings({ plan: { rows, named: places, others, replaces } }: ReceivedPlain): string[] {
  const counts = [...rows.tables].map(([table, { ids }]) =>
    t('ui.plain.rows', { table: tableName(table), count: ids.length }),
  )
  return [
    ...(counts.length > 0 ? [t('ui.plain.found', { rows: listed(counts) })] : []),
    ...(replaces.length > 0 ? [t('ui.plain.replaces', { files: shortly(replaces) })] : []),
    ...plainRefusals(rows),
    ...(rows.pupils.length > 0 ? [t('ui.plain.pupils', { headings: listed(rows.pupils) })] : []),
    ...named(places),
    ...(counts.length === 0 ? [] : others).map(({ sheet, table }) =>
      t('ui.plain.other', { sheet, table: tableName(table) }),
    ),
  ]
}

function plainRefusals({ refused }: ReceivedPlain['plan']['rows']): string[] {
  const rows = new Set(refused.filter(({ isRow }) => isRow).map(({ sheet, row }) => `${sheet}!${row}`))
  const cells = refused.filter(({ isRow }) => !isRow)
  return [
    ...(rows.size > 0 ? [t('ui.plain.refused-rows', { count: rows.size })] : []),
    ...(cells.length > 0 ? [t('ui.plain.refused-cells', { count: cells.length })] : []),
  ]
}

/** What stays written on the receipt of a spreadsheet. */
export const plainProblemsOf = (received: ReceivedPlain): string => {
  const { rows, named: places } = received.plan
  return inOneLine([
    ...plainRefusals(rows),
    ...(rows.pupils.length > 0 ? [t('ui.plain.pupils', { headings: listed(rows.pupils) })] : []),
    ...named(places),
  ])
}

export function schoolOf({ received }: Arrival): string {
  if (received.is === 'plain') return received.plan.schoolName
  return received.is === 'report' ? received.judged.schoolName : ''
}

export function monthOf({ received }: Arrival): string {
  if (received.is === 'plain') return received.plan.month ?? ''
  return received.is === 'report' ? received.judged.read.period : ''
}
