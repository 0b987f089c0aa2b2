import { newId } from '../shared/id.ts'
import { dateOf } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellEdit } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import { legsFor, type Organisation, type PlannedLeg, type ReportedIncident } from '../rules/report-chain.ts'
import type { NewRow } from './completed-rows.ts'

export interface LegChanges {
  readonly rows: readonly NewRow[]
  readonly edits: readonly CellEdit[]
}

const NOTHING: LegChanges = { rows: [], edits: [] }

/**
 * The report legs an incident needs and does not have yet. A leg that was waiting for a person to be named gets him;
 * legs that are there stay as they are, whatever the plan says now: they are facts. Nothing for an incident entered
 * afterwards (补录), whose reports were made outside the program, or before it is known when and where it was.
 */
export function missingLegs(book: Workbook, incident: string): LegChanges {
  const cell = (column: string) => book.value('incidents', incident, column) as Cell
  if (cell('occurred_at') === null || cell('scene') === null || cell('backfilled') === true) return NOTHING
  const planned = legsFor(reportedIncident(book, incident), organisationOf(book), book.environment().policy)
  const existing = (
    book.children('incidents', incident).find(({ table }) => table === 'reportLegs')?.ids ?? []
  ).map((id) => ({
    id,
    leg: book.stored('reportLegs', id, 'leg'),
    accountable: book.stored('reportLegs', id, 'accountable'),
  }))
  const rows: NewRow[] = []
  const edits: CellEdit[] = []
  const ids: string[] = []
  const used = new Set<string>()
  for (const leg of planned) {
    const same = existing.find(
      (row) => row.leg === leg.leg && row.accountable === leg.accountable && !used.has(row.id),
    )
    const open = existing.find((row) => row.leg === leg.leg && row.accountable === null && !used.has(row.id))
    const known = same ?? open
    if (known) {
      used.add(known.id)
      ids.push(known.id)
      if (!same && leg.accountable !== null) edits.push(...named(book, known.id, leg))
      continue
    }
    const id = newId()
    ids.push(id)
    rows.push({ table: 'reportLegs', id, cells: cellsOf(leg, incident, ids) })
  }
  return { rows, edits }
}

const cellsOf = (leg: PlannedLeg, incident: string, ids: readonly string[]): Record<string, Cell> => ({
  incident,
  leg: leg.leg,
  accountable: leg.accountable,
  receiver: leg.receiver || null,
  severity_then: leg.severityThen,
  follows: leg.follows === null ? null : (ids[leg.follows] ?? null),
})

function named(book: Workbook, row: string, leg: PlannedLeg): CellEdit[] {
  const edit = (column: string, to: Cell): CellEdit => ({
    table: 'reportLegs',
    row,
    column,
    from: book.stored('reportLegs', row, column),
    to,
  })
  return [edit('accountable', leg.accountable), edit('receiver', leg.receiver || null)]
}

function reportedIncident(book: Workbook, incident: string): ReportedIncident {
  const text = (column: string) => book.value('incidents', incident, column) as string | null
  const children = new Map(book.children('incidents', incident).map(({ table, ids }) => [table, ids]))
  const people = children.get('incidentPeople') ?? []
  const injury = text('injury_level')
  return {
    severity: text('severity') as ReportedIncident['severity'],
    food: text('food_poisoning'),
    scene: text('scene'),
    aspect: text('aspect'),
    anyoneHurt:
      (injury !== null && injury !== '无') ||
      people.some((person) => book.stored('incidentPeople', person, 'role') === '受伤者'),
    responsible: (children.get('findings') ?? []).flatMap(
      (finding) => personIn(book, 'findings', finding, 'person') ?? [],
    ),
    knownBy: personIn(book, 'incidents', incident, 'known_by'),
  }
}

/** The id of the staff row a cell names, or null. */
function personIn(book: Workbook, table: string, row: string, column: string): string | null {
  const cell = book.stored(table, row, column)
  if (typeof cell !== 'string') return null
  if (book.has('staff', cell)) return cell
  const found = book.find(['staff'], cell)
  return found === 'many' ? null : found
}

/** Who stands above whom, read from the workbook. No rota and no pledges are kept yet, so neither speaks. */
export function organisationOf(book: Workbook): Organisation {
  const today = dateOf(book.environment().now)
  const text = (table: string, row: string, column: string) =>
    book.stored(table, row, column) as string | null
  const departments = book
    .view('departments')
    .ids()
    .map((id) => ({
      id,
      name: book.shownName(id) ?? '',
      line: text('departments', id, 'line'),
      director: personIn(book, 'departments', id, 'director'),
      vp: personIn(book, 'departments', id, 'vp'),
      receivesReports: book.stored('departments', id, 'receives_reports') === true,
    }))
  const [profile] = book.view('profile').ids()
  return {
    departments,
    departmentOf: (person) => {
      const cell = text('staff', person, 'dept')
      if (cell === null || book.has('departments', cell)) return cell
      const found = book.find(['departments'], cell)
      return found === 'many' ? null : found
    },
    pledgedTo: () => null,
    nameOf: (person) => book.shownName(person) ?? '',
    isAtWork: (person) => {
      const status = text('staff', person, 'status')
      const left = text('staff', person, 'valid_to')
      return (status === null || status === '在岗') && (left === null || left >= today)
    },
    safetyVp: profile === undefined ? null : personIn(book, 'profile', profile, 'safety_vp'),
    principal: profile === undefined ? null : personIn(book, 'profile', profile, 'principal'),
    dutyLeader: null,
  }
}
