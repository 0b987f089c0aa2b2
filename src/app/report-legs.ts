import { newId } from '../shared/id.ts'
import { dateOf, type LocalDate } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { CellEdit } from '../engine/change.ts'
import type { Workbook } from '../engine/workbook.ts'
import { allRules } from '../rules/all-rules.ts'
import { legsFor, type Organisation, type PlannedLeg, type ReportedIncident } from '../rules/report-chain.ts'
import { leaderOn } from '../rules/on-duty.ts'
import type { NewRow } from './completed-rows.ts'
import { dutyBookOf, rowNamed } from './duty-book.ts'

export interface LegChanges {
  readonly rows: readonly NewRow[]
  readonly edits: readonly CellEdit[]
}

const NOTHING: LegChanges = { rows: [], edits: [] }

/** Cells of an incident that `missingLegs` looks at. */
const LOOKED_AT = [
  'occurred_at',
  'known_at',
  'known_by',
  'backfilled',
  'scene',
  'aspect',
  'food_poisoning',
  'injury_level',
  'severity',
] as const

/**
 * May another value in this column of an incident ask for another report? Those looked at, and whatever they are worked
 * out from. Whoever mends the wording of an old ledger must not set its clocks going.
 */
export const decidesReports = (column: string): boolean => DECIDING.has(column)

const DECIDING = readBy(LOOKED_AT)

function readBy(columns: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (column: string): void => {
    if (found.has(column)) return
    found.add(column)
    for (const read of allRules.incidents?.[column]?.reads.own ?? []) visit(read)
  }
  columns.forEach(visit)
  return found
}

interface ExistingLeg {
  readonly id: string
  readonly leg: Cell
  readonly accountable: Cell
  /** Somebody has acted on it or judged it: a fact, whatever the plan says now. */
  readonly touched: boolean
}

/**
 * The report legs an incident needs and does not have yet. A leg nobody has acted on goes to the person the plan names
 * now, as soon as more is known; one that was done or judged stays as it is. Nothing for an incident entered afterwards
 * (补录), whose reports were made outside the program, or before it is known when and where it was.
 */
export function missingLegs(book: Workbook, incident: string, known?: Organisation): LegChanges {
  const cell = (column: string) => book.value('incidents', incident, column) as Cell
  if (cell('occurred_at') === null || cell('scene') === null || cell('backfilled') === true) return NOTHING
  const day = dateOf(String(cell('known_at') ?? cell('occurred_at')))
  // Whoever led the week in which it happened, not the one in which it is written down.
  const organisation = known
    ? { ...known, dutyLeader: leaderOn(day, dutyBookOf(book)) }
    : organisationOf(book, day)
  const planned = legsFor(reportedIncident(book, incident), organisation, book.environment().policy)
  const existing = existingLegs(book, incident)
  const isPlanned = ({ leg, accountable }: ExistingLeg) =>
    planned.some((other) => other.leg === leg && other.accountable === accountable)
  const rows: NewRow[] = []
  const edits: CellEdit[] = []
  const ids: string[] = []
  const used = new Set<string>()
  for (const leg of planned) {
    const candidates = existing.filter((row) => row.leg === leg.leg && !used.has(row.id))
    const same = candidates.find((row) => row.accountable === leg.accountable)
    const known = same ?? candidates.find((row) => !row.touched && !isPlanned(row))
    const id = known?.id ?? newId()
    used.add(id)
    ids.push(id)
    if (!known) rows.push({ table: 'reportLegs', id, cells: cellsOf(leg, incident, ids) })
    else if (!same) edits.push(...reassigned(book, id, leg))
  }
  return { rows, edits }
}

function existingLegs(book: Workbook, incident: string): ExistingLeg[] {
  const ids = book.children('incidents', incident).find(({ table }) => table === 'reportLegs')?.ids ?? []
  return ids.map((id) => ({
    id,
    leg: book.stored('reportLegs', id, 'leg'),
    accountable: book.stored('reportLegs', id, 'accountable'),
    touched: ['done_at', 'verdict', 'reason', 'accepted'].some(
      (column) => book.stored('reportLegs', id, column) !== null,
    ),
  }))
}

const cellsOf = (leg: PlannedLeg, incident: string, ids: readonly string[]): Record<string, Cell> => ({
  incident,
  leg: leg.leg,
  accountable: leg.accountable,
  receiver: leg.receiver || null,
  severity_then: leg.severityThen,
  follows: leg.follows === null ? null : (ids[leg.follows] ?? null),
})

function reassigned(book: Workbook, row: string, leg: PlannedLeg): CellEdit[] {
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

/** Who stands above whom, read from the workbook, and who was on duty on `day`. */
export function organisationOf(
  book: Workbook,
  day: LocalDate = dateOf(book.environment().now),
): Organisation {
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
    pledgedTo: (person) => pledgedTo(book, person, today),
    nameOf: (person) => book.shownName(person) ?? '',
    isAtWork: (person) => {
      const status = text('staff', person, 'status')
      const left = text('staff', person, 'valid_to')
      return (status === null || status === '在岗') && (left === null || left >= today)
    },
    safetyVp: profile === undefined ? null : personIn(book, 'profile', profile, 'safety_vp'),
    principal: profile === undefined ? null : personIn(book, 'profile', profile, 'principal'),
    dutyLeader: leaderOn(day, dutyBookOf(book)),
  }
}

/** The department of somebody's pledge that is signed and in force (R9); of several, of the one signed last. */
function pledgedTo(book: Workbook, person: string, today: LocalDate): string | null {
  let last: { readonly signed: string; readonly department: string } | null = null
  for (const row of book.view('pledges').ids()) {
    const cell = (column: string) => book.stored('pledges', row, column)
    const [signed, ends] = [cell('signed_on'), cell('valid_to')]
    if (typeof signed !== 'string' || signed > today || (typeof ends === 'string' && ends < today)) continue
    const department = rowNamed(book, 'departments', cell('report_dept'))
    if (department === null || rowNamed(book, 'staff', cell('party_b')) !== person) continue
    if (!last || signed > last.signed) last = { signed, department }
  }
  return last?.department ?? null
}
