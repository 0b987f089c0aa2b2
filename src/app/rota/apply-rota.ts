import { fixedId, newId } from '../../shared/id.ts'
import { sameCell, type Cell } from '../../tables/cell.ts'
import { DELETED, type CellEdit } from '../../engine/change.ts'
import { policyRows } from '../../engine/trial.ts'
import type { Workbook } from '../../engine/workbook.ts'
import { settingOf } from '../../rules/policy.ts'
import { weekdayName } from '../../rules/on-duty.ts'
import type { RotaSolution } from '../../rules/rota/rota-problem.ts'
import type { NewRow } from '../completed-rows.ts'
import type { Outcome, Session } from '../session.ts'
import { LEADS_WEEK, peopleOf, templatesOf, type RotaDraft } from './rota-draft.ts'
import type { RotaWork } from './rota-work.ts'

export interface RotaMade {
  readonly work: RotaWork
  readonly teachers: RotaSolution
  readonly leaders: RotaSolution
}

type Edits = { readonly edits: CellEdit[]; readonly rows: NewRow[] }

/**
 * Writes a rota, and what was changed for it (posts, exemptions, limits, how people change), as one step. Rows that are
 * there already for the same post and days get other people; what the template no longer has goes; all others stay.
 */
export function applyRota(session: Session, draft: RotaDraft, made: RotaMade): Outcome {
  const parts = [
    rotaRows(session, made),
    postRows(session, draft),
    staffCells(session, draft),
    turnSetting(session, draft),
  ]
  return session.accept(
    { edits: parts.flatMap(({ edits }) => edits), rows: parts.flatMap(({ rows }) => rows) },
    // By the program, as nobody has touched these rows by hand: those are told apart by it.
    { source: 'program', label: { code: 'rota.plan', params: { count: made.work.places.length } } },
  )
}

function rotaRows(session: Session, { work, teachers, leaders }: RotaMade): Edits {
  const edits: CellEdit[] = []
  const rows: NewRow[] = []
  const leaderOf = new Map(work.leaderOf)
  for (const [at, week] of work.leaderWeeks.entries()) {
    const [leader] = leaders.holders[at]!
    if (leader !== undefined) leaderOf.set(week, work.leaderIds[leader]!)
  }
  const free = new Map(work.replaceable.map((row) => [row.id, row]))
  for (const [at, { week, template, days }] of work.places.entries()) {
    const weekday = days.map(weekdayName)
    const cells: Record<string, Cell> = {
      term: work.term.id,
      week,
      post: template.post,
      weekday,
      leader: leaderOf.get(week) ?? null,
      teachers: people(teachers.holders[at]!, work.teacherIds),
      origin: '自动轮排',
    }
    const known = [...free.values()].find(
      (row) => row.week === week && row.post === template.post && String(row.days) === String(days),
    )
    if (!known) {
      const [same] = work.replaceable.filter((row) => row.week === week)
      rows.push({
        table: 'rota',
        id: newId(),
        cells: { ...cells, head: same?.head ?? null, duty_class: same?.dutyClass ?? null },
      })
      continue
    }
    free.delete(known.id)
    edits.push(...changed(session.book, 'rota', known.id, cells))
  }
  for (const row of free.keys()) edits.push({ table: 'rota', row, column: DELETED, from: null, to: true })
  return { edits, rows }
}

const people = (holders: readonly number[], ids: readonly string[]): Cell =>
  holders.length === 0 ? null : holders.map((person) => ids[person]!)

/** Only what differs; an empty list of people is an empty cell. */
function changed(
  book: Workbook,
  table: string,
  row: string,
  cells: Readonly<Record<string, Cell>>,
): CellEdit[] {
  return Object.entries(cells).flatMap(([column, to]) => {
    const from = book.stored(table, row, column)
    return sameCell(from, to) ? [] : [{ table, row, column, from, to }]
  })
}

/** The template as it was used: what was proposed becomes rows, what was taken off goes. */
function postRows(session: Session, { posts }: RotaDraft): Edits {
  const edits: CellEdit[] = []
  const rows: NewRow[] = []
  const gone = new Set(templatesOf(session.book).map(({ row }) => row!))
  for (const { row, post, weekdays, seats, withClass, hours = null } of posts) {
    const cells = {
      post,
      weekday: weekdays === null ? null : [...weekdays],
      count: seats,
      with_class: withClass,
    }
    if (row === null) rows.push({ table: 'rotaPosts', id: newId(), cells: { ...cells, hours } })
    else {
      gone.delete(row)
      edits.push(...changed(session.book, 'rotaPosts', row, cells))
    }
  }
  for (const row of gone) edits.push({ table: 'rotaPosts', row, column: DELETED, from: null, to: true })
  return { edits, rows }
}

/** Who takes part, and how often at most, stands with the person. */
function staffCells({ book }: Session, { people }: RotaDraft): Edits {
  const known = new Map(peopleOf(book).map(({ id, part }) => [id, part]))
  // Who leads is guessed from posts until somebody says otherwise; then all who do are named.
  const named = people.some(({ id, part }) => (known.get(id) === 'leader') !== (part === 'leader'))
  const edits = people.flatMap(({ id, part, exempt, cap }) => {
    const cells: Record<string, Cell> = { on_roster: part !== 'none', roster_cap: cap }
    if (part === 'none') cells['roster_exempt'] = exempt.trim() || null
    if (named) cells['posts'] = postsOf(book, id, part === 'leader')
    return changed(book, 'staff', id, cells)
  })
  return { edits, rows: [] }
}

function postsOf(book: Workbook, id: string, leads: boolean): Cell {
  const posts = book.stored('staff', id, 'posts')
  const held = Array.isArray(posts) ? (posts as readonly string[]) : []
  if (held.includes(LEADS_WEEK) === leads) return posts
  return leads ? [...held, LEADS_WEEK] : held.filter((post) => post !== LEADS_WEEK)
}

/** By the week or by the day is the school's way, not this rota's. */
function turnSetting(session: Session, { turn }: RotaDraft): Edits {
  const { book, now, person } = session
  if (book.environment().policy['rota.turn'] === turn) return { edits: [], rows: [] }
  const key = 'rota.turn'
  const cells = { value: turn, changed: person || null, changed_at: now }
  const known = policyRows(book).get(key)
  if (known !== undefined) return { edits: changed(book, 'policy', known, cells), rows: [] }
  const { group, basis } = settingOf(key)
  return {
    edits: [],
    rows: [{ table: 'policy', id: fixedId('policy', key), cells: { group, key, basis, ...cells } }],
  }
}
