import { newId } from '../shared/id.ts'
import type { LocalTime } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { Step } from '../tables/column.ts'
import type { Change, RowBlock } from '../engine/change.ts'
import { Workbook } from '../engine/workbook.ts'
import { completed, type NewRow } from './completed-rows.ts'
import { consequencesOf } from './consequences.ts'
import { readInput, type Input } from './read-input.ts'
import type { Outcome, Session } from './session.ts'

export interface DraftPerson {
  readonly role: string
  readonly who: string
  readonly class: string
  readonly level: string
  readonly name: string
  readonly injury: string
}

/** An incident as it is typed in a hurry: every field may still be empty; references hold row ids. */
export interface IncidentDraft {
  readonly occurredAt: string
  readonly knownAt: string
  readonly knownBy: string
  readonly area: string
  readonly scene: string
  readonly type: string
  readonly lesson: string
  readonly food: string
  readonly people: readonly DraftPerson[]
  readonly loss: string
  readonly lossKind: string
  readonly lossOwner: string
  readonly responsible: readonly { readonly person: string; readonly capacity: string }[]
  readonly narrative: string
  readonly firstAid: string
  /** Reports that were made while the form was still open, by leg. */
  readonly done: Readonly<Record<string, LocalTime>>
}

export const emptyDraft = (now: LocalTime): IncidentDraft => ({
  occurredAt: now,
  knownAt: now,
  knownBy: '',
  area: '',
  scene: '',
  type: '',
  lesson: '',
  food: '否',
  people: [],
  loss: '',
  lossKind: '',
  lossOwner: '学校',
  responsible: [],
  narrative: '',
  firstAid: '',
  done: {},
})

/** Enough is known for a class and for the clocks: when, where in school life, and what kind of thing. */
export const hasMinimum = ({ occurredAt, scene, type, people }: IncidentDraft): boolean =>
  occurredAt !== '' && scene !== '' && (type !== '' || people.some(({ role }) => role === '受伤者'))

/** The same person in the same leg: what a tick on 已报告 belongs to before the leg is a row. */
export const legKey = (leg: string, accountable: string): string => `${leg} ${accountable}`

const LEVELS = ['轻微', '中度', '严重'] as const

/** The ledger's own grade: of the worst person named; a death is the severest. */
function worstLevel(people: readonly DraftPerson[]): string {
  let worst = -1
  for (const { role, level } of people)
    if (role === '受伤者') worst = Math.max(worst, level === '死亡' ? 2 : LEVELS.indexOf(level as never))
  return LEVELS[worst] ?? '无'
}

type Inputs = Readonly<Record<string, Input>>

/** The rows a draft stands for; `incident` is the id its child rows point at. */
function rowsOf(draft: IncidentDraft, incident: string): { table: string; id: string; cells: Inputs }[] {
  const hasLoss = draft.loss.trim() !== ''
  return [
    {
      table: 'incidents',
      id: incident,
      cells: filled({
        occurred_at: draft.occurredAt,
        known_at: draft.knownAt,
        known_by: draft.knownBy,
        area: draft.area,
        scene: draft.scene,
        type: draft.type,
        lesson: draft.scene === '课堂' ? draft.lesson : '',
        injury_level: worstLevel(draft.people),
        loss_yuan: draft.loss,
        loss_kind: hasLoss ? draft.lossKind : '',
        loss_owner: hasLoss ? draft.lossOwner : '',
        food_poisoning: draft.food,
        narrative: draft.narrative,
        first_aid: draft.firstAid,
      }),
    },
    ...draft.people.map((person) => ({
      table: 'incidentPeople',
      id: newId(),
      cells: filled({
        incident,
        role: person.role,
        who: person.who,
        class: person.who === '学生' ? person.class : '',
        level: person.role === '受伤者' ? person.level : '',
        name: person.name,
        injury: person.injury,
      }),
    })),
    // Nobody has looked into it yet: the examination starts with both questions open.
    ...draft.responsible.map(({ person, capacity }) => ({
      table: 'findings',
      id: newId(),
      cells: filled({ incident, person, capacity, educated: '待查', guided: '待查' }),
    })),
  ]
}

const filled = (cells: Record<string, string>): Inputs =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value.trim() !== ''))

export interface PreviewLeg {
  readonly key: string
  readonly leg: string
  readonly accountable: string | null
  readonly receiver: string | null
  readonly base: LocalTime | null
  readonly due: LocalTime | null
  readonly binding: boolean
  readonly done: LocalTime | null
}

export interface IncidentPreview {
  readonly severity: string | null
  readonly class6: string | null
  readonly why: readonly Step[]
  readonly legs: readonly PreviewLeg[]
  /** The legs as rows, for saving with the incident. */
  readonly legRows: readonly { readonly id: string; readonly cells: Readonly<Record<string, Cell>> }[]
}

/** What an incident's class and deadlines depend on besides itself: a few hundred rows, whatever the ledger holds. */
const SURROUNDINGS = [
  'profile',
  'terms',
  'holidays',
  'departments',
  'staff',
  'classes',
  'areas',
  'policy',
  'pledges',
  'rota',
  'swaps',
  'holidayDuty',
] as const

/**
 * What would become of a draft: the same rules and the same engine as after saving, on a workbook that holds nothing
 * but this incident.
 */
export function previewIncident(book: Workbook, draft: IncidentDraft): IncidentPreview {
  const { now } = book.environment()
  const alone = new Workbook({ tables: book.tables, now: () => now })
  for (const table of SURROUNDINGS) {
    const { ids, keys, column } = book.content(table)
    alone.load(table, { ids, columns: Object.fromEntries(keys.map((key) => [key, column(key)])) })
  }
  alone.start()
  const incident = newId()
  const rows = rowsOf(draft, incident).map(({ table, id, cells }): NewRow => ({
    table,
    id,
    cells: readAll(alone, table, cells),
  }))
  const change = changeOf(completed(alone, rows, now).map(blockOf))
  alone.apply(change)
  const legRows = consequencesOf(alone, change).rows
  alone.apply(changeOf(completed(alone, legRows, now).map(blockOf)))
  const legs = alone.view('reportLegs').ids()
  alone.apply({
    ...changeOf([]),
    edits: legs.flatMap((row) => {
      const to = doneAt(alone, row, draft)
      return to === undefined ? [] : [{ table: 'reportLegs', row, column: 'done_at', from: null, to }]
    }),
  })
  return {
    severity: alone.value('incidents', incident, 'severity') as string | null,
    class6: alone.value('incidents', incident, 'class6') as string | null,
    why: (alone.value('incidents', incident, 'why') ?? []) as readonly Step[],
    legs: legs.map((row) => legOf(alone, row)),
    legRows: legs.map((id) => ({ id, cells: storedCells(alone, 'reportLegs', id) })),
  }
}

/**
 * When a leg was ticked off. Naming the person responsible afterwards hands the leg to him, and the report that was made
 * stays made.
 */
function doneAt(book: Workbook, row: string, { done }: IncidentDraft): LocalTime | undefined {
  const leg = String(book.stored('reportLegs', row, 'leg') ?? '')
  const own = done[keyOfLeg(book, row)]
  return own ?? Object.entries(done).find(([key]) => key.startsWith(`${leg} `))?.[1]
}

const keyOfLeg = (book: Workbook, row: string) =>
  legKey(
    String(book.stored('reportLegs', row, 'leg') ?? ''),
    String(book.stored('reportLegs', row, 'accountable') ?? ''),
  )

/** The report legs of a saved incident, as clocks. */
export const legsOf = (book: Workbook, incident: string): (PreviewLeg & { readonly row: string })[] =>
  book
    .children('incidents', incident)
    .filter(({ table }) => table === 'reportLegs')
    .flatMap(({ ids }) => ids)
    .map((row) => legOf(book, row))

/** A report leg as a clock shows it, of a draft or of a saved incident. */
export function legOf(book: Workbook, row: string): PreviewLeg & { readonly row: string } {
  const cell = (column: string) => book.value('reportLegs', row, column) as string | null
  const accountable = cell('accountable')
  return {
    row,
    key: keyOfLeg(book, row),
    leg: cell('leg') ?? '',
    accountable: accountable === null ? null : (book.shownName(accountable) ?? accountable),
    receiver: cell('receiver'),
    base: cell('base_at'),
    due: cell('due_at'),
    binding: book.value('reportLegs', row, 'binding') === true,
    done: cell('done_at'),
  }
}

function storedCells(book: Workbook, table: string, row: string): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [key, column] of Object.entries(book.tables[table]!.columns)) {
    const cell = column.computed ? null : book.stored(table, row, key)
    if (cell !== null) cells[key] = cell
  }
  return cells
}

function readAll(book: Workbook, table: string, cells: Inputs): Record<string, Cell> {
  const context = book.context()
  return Object.fromEntries(
    Object.entries(cells).map(([key, input]) => [
      key,
      readInput(input, book.tables[table]!.columns[key]!, context),
    ]),
  )
}

const changeOf = (added: readonly RowBlock[]): Change => ({
  source: 'user',
  label: { code: 'incident.record' },
  edits: [],
  added,
})

const blockOf = ({ table, id, cells }: NewRow): RowBlock => ({
  table,
  ids: [id],
  columns: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, [cell]])),
})

/**
 * Writes incident, people, findings and report legs as one change: one step to undo, and no moment at which an incident
 * stands in the ledger without its clocks.
 */
export function recordIncident(
  session: Session,
  draft: IncidentDraft,
): Outcome & { readonly incident: string } {
  const incident = newId()
  // The legs keep the ids they were shown under, so that those that follow one another still do.
  const legs = previewIncident(session.book, draft).legRows.map(({ id, cells }) => ({
    table: 'reportLegs',
    id,
    cells: { ...cells, incident } as Inputs,
  }))
  const outcome = session.batch(
    { rows: [...rowsOf(draft, incident), ...legs] },
    { source: 'user', label: { code: 'incident.record' } },
  )
  return { ...outcome, incident }
}

/** 已报告: the report of a leg has just been made, or (null) was ticked by mistake. */
export function reportLeg(session: Session, row: string, at: LocalTime | null): Outcome {
  return session.edit([{ table: 'reportLegs', row, column: 'done_at', input: at }], {
    source: 'user',
    label: { code: at === null ? 'leg.undone' : 'leg.done' },
  })
}
