import type fc from 'fast-check'
import type { Book, PlainCell, PlainRow } from './naive-school.ts'
import { drawn, seededDraw, type Draw } from './draw.ts'
import {
  CAPACITIES,
  CARE,
  dayAround,
  DEPARTMENTS,
  FOOD,
  LEGS,
  LEVELS,
  LOSSES,
  makeFinding,
  makeLeg,
  makePerson,
  OWNERS,
  PRESENCE,
  ROLES,
  SCENES,
  STATES,
  STRANGERS,
  TABLES,
  timeAround,
  VERDICTS,
  WHO,
  type MutableBook,
} from './generate-school.ts'

/**
 * One edit as plain data. `row` is the position of the row in its table, deleted rows counted, so the same edit can
 * be given to the program and to the plain rows. A reference is a shown name, an enum its label, `''` an empty cell.
 */
export type BookEdit =
  | {
      readonly kind: 'set'
      readonly table: string
      readonly row: number
      readonly column: string
      readonly value: PlainCell
    }
  | { readonly kind: 'delete' | 'restore'; readonly table: string; readonly row: number }
  | { readonly kind: 'add'; readonly table: string; readonly cells: PlainRow }
  /** A setting of `policy`, only when asked for: the naive judge knows the defaults alone. */
  | { readonly kind: 'policy'; readonly key: string; readonly value: string }

export interface EditMix {
  /** Also give rows other names, double ones included. Wants a book with ids: see `withIds`. */
  readonly renames?: boolean
  /** Settings to change and the values to change them to. */
  readonly policy?: Readonly<Record<string, readonly string[]>>
}

/** Reference columns by table: the table they point to. */
const REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  departments: { director: 'staff', vp: 'staff' },
  staff: { dept: 'departments' },
  incidentPeople: { incident: 'incidents' },
  findings: { incident: 'incidents', person: 'staff' },
  reportLegs: { incident: 'incidents', accountable: 'staff' },
}

const NAME_COLUMN: Readonly<Record<string, string>> = { staff: 'name', departments: 'dept', incidents: 'no' }

/** Not a value of any type but text: no choice, date, number, person or incident reads like it. */
export const NONSENSE = '说不清楚'

const live = (book: Book, table: string) => book[table]!.filter((row) => row['$deleted'] !== true)
const namesOf = (book: Book, table: string) => book[table]!.map((row) => String(row[NAME_COLUMN[table]!]))

type Values = (draw: Draw, book: Book) => PlainCell
const oneOf =
  (list: readonly PlainCell[]): Values =>
  (draw) =>
    draw.pick(list)
const rowOf =
  (table: string): Values =>
  (draw, book) =>
    book[table]!.length > 0 && !draw.chance(6)
      ? draw.pick(namesOf(book, table))
      : draw.pick(['', ...STRANGERS])

/** Every column that can move a class, a score, a veto or an allowance, and some that must not. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Values>>>> = {
  terms: {
    score_from: (draw, book) => dayAround(draw, book['terms']!),
    score_to: (draw, book) => dayAround(draw, book['terms']!),
    end_date: (draw, book) => dayAround(draw, book['terms']!),
  },
  departments: { director: rowOf('staff'), vp: rowOf('staff') },
  staff: {
    dept: rowOf('departments'),
    scored: oneOf(['是', '否']),
    valid: (draw, book) => (draw.chance(30) ? '' : dayAround(draw, book['terms']!)),
    valid_to: (draw, book) => (draw.chance(30) ? '' : dayAround(draw, book['terms']!)),
    note: oneOf(['兼任', '']),
  },
  incidents: {
    occurred_at: (draw, book) => timeAround(draw, book['terms']!),
    scene: oneOf(SCENES),
    loss_yuan: oneOf(LOSSES),
    loss_owner: oneOf(OWNERS),
    food_poisoning: oneOf([...FOOD, '']),
    state: oneOf([...STATES, '']),
    narrative: oneOf(['课间跑动摔倒', '']),
  },
  incidentPeople: {
    incident: rowOf('incidents'),
    role: oneOf(ROLES),
    who: oneOf(WHO),
    level: oneOf([...LEVELS, '']),
  },
  findings: {
    incident: rowOf('incidents'),
    person: rowOf('staff'),
    capacity: oneOf(CAPACITIES),
    should_be_there: oneOf([...PRESENCE, '']),
    was_there: oneOf([...PRESENCE, '']),
    educated: oneOf([...CARE, '']),
    guided: oneOf([...CARE, '']),
    absent_post: oneOf(['是', '否', '']),
  },
  reportLegs: {
    incident: rowOf('incidents'),
    leg: oneOf(LEGS),
    accountable: rowOf('staff'),
    verdict: oneOf([...VERDICTS, '']),
  },
}

/** Each table as often as it is edited in life, the ones that move much (terms, departments, staff) well represented. */
const TABLE_MIX = [
  'findings',
  'incidents',
  'incidentPeople',
  'findings',
  'incidents',
  'reportLegs',
  'departments',
  'staff',
  'terms',
]

/** An edit that makes sense for the book as it stands (but its values need not). */
export function makeEdit(draw: Draw, book: Book, mix: EditMix = {}): BookEdit {
  const settings = Object.keys(mix.policy ?? {})
  if (settings.length > 0 && draw.chance(5)) {
    const key = draw.pick(settings)
    return { kind: 'policy', key, value: draw.pick(mix.policy![key]!) }
  }
  const table = draw.pick(TABLE_MIX)
  if (draw.chance(8)) return add(draw, book)
  if (draw.chance(8)) return deleteOrRestore(draw, book)
  if (book[table]!.length === 0) return add(draw, book)
  const row = draw.int(0, book[table]!.length - 1)
  if (mix.renames && NAME_COLUMN[table] && draw.chance(8)) {
    const value = draw.pick([...STRANGERS, ...namesOf(book, table), ...DEPARTMENTS])
    return { kind: 'set', table, row, column: NAME_COLUMN[table], value }
  }
  const column = draw.pick(Object.keys(VALUES[table]!))
  const value = draw.chance(4) ? NONSENSE : draw.chance(3) ? '' : VALUES[table]![column]!(draw, book)
  return { kind: 'set', table, row, column, value }
}

function add(draw: Draw, book: Book): BookEdit {
  const table = draw.pick(['incidents', 'findings', 'incidentPeople', 'reportLegs', 'staff'])
  const people = namesOf(book, 'staff')
  if (table === 'incidents') {
    const at = timeAround(draw, book['terms']!)
    return {
      kind: 'add',
      table,
      cells: {
        no: `SG-补-${book['incidents']!.length}`,
        occurred_at: at,
        known_at: at,
        scene: draw.pick(SCENES),
        loss_yuan: draw.pick(LOSSES),
        loss_kind: '损坏',
        loss_owner: draw.pick(OWNERS),
        food_poisoning: draw.pick(FOOD),
        state: draw.pick(STATES),
        narrative: '补录',
      },
    }
  }
  if (table === 'staff') {
    // A stranger whom references already name becomes real, once each so that names stay single.
    const free = STRANGERS.filter((name) => !people.includes(name))
    const name = free.length > 0 && draw.chance(50) ? draw.pick(free) : `新人${people.length}`
    return {
      kind: 'add',
      table,
      cells: { name, dept: draw.pick(namesOf(book, 'departments')), scored: '是' },
    }
  }
  const incidents = namesOf(book, 'incidents')
  const incident = incidents.length > 0 ? draw.pick(incidents) : '待补'
  if (table === 'incidentPeople') return { kind: 'add', table, cells: makePerson(draw, incident) }
  if (table === 'reportLegs') return { kind: 'add', table, cells: makeLeg(draw, incident, people) }
  return { kind: 'add', table, cells: makeFinding(draw, incident, draw.pick(people), 50) }
}

function deleteOrRestore(draw: Draw, book: Book): BookEdit {
  const table = draw.pick(TABLES)
  const gone = book[table]!.flatMap((row, i) => (row['$deleted'] === true ? [i] : []))
  if (gone.length > 0 && draw.chance(60)) return { kind: 'restore', table, row: draw.pick(gone) }
  const here = book[table]!.flatMap((row, i) => (row['$deleted'] === true ? [] : [i]))
  // One row of everything stays: an empty school has nothing to compare.
  if (here.length < 2) return add(draw, book)
  return { kind: 'delete', table, row: draw.pick(here) }
}

/** Applies an edit to plain rows, in place. In a book with ids, a name that one live row bears becomes its id. */
export function applyEdit(book: MutableBook, edit: BookEdit): void {
  if (edit.kind === 'policy') return
  const rows = book[edit.table]!
  if (edit.kind === 'add') {
    const hasIds = book['terms']![0]?.['$id'] !== undefined
    const cells = Object.entries(edit.cells).map(([column, value]) => [
      column,
      hasIds ? pointed(book, edit.table, column, value) : value,
    ])
    rows.push({
      ...(hasIds ? { $id: rowId(edit.table, rows.length) } : {}),
      ...(Object.fromEntries(cells) as PlainRow),
    })
    return
  }
  const row = rows[edit.row]!
  if (edit.kind === 'set') {
    const value = row['$id'] === undefined ? edit.value : pointed(book, edit.table, edit.column, edit.value)
    rows[edit.row] = { ...row, [edit.column]: value }
  } else rows[edit.row] = { ...row, $deleted: edit.kind === 'delete' ? true : null }
}

const rowId = (table: string, index: number) => `#${table}:${index}`

function pointed(book: Book, table: string, column: string, value: PlainCell): PlainCell {
  const to = REFERENCES[table]?.[column]
  if (to === undefined) return value
  const bearers = live(book, to).filter((row) => row[NAME_COLUMN[to]!] === value && value !== '')
  return bearers.length === 1 ? bearers[0]!['$id'] : value
}

/** The same book with an id in every row and references by id where the name is one live row's. */
export function withIds(book: Book): MutableBook {
  const numbered: MutableBook = {}
  for (const [table, rows] of Object.entries(book))
    numbered[table] = rows.map((row, i) => ({ $id: rowId(table, i), ...row }))
  for (const [table, rows] of Object.entries(numbered))
    numbered[table] = rows.map((row) => {
      const cells = Object.entries(row).map(([column, value]) => [
        column,
        pointed(numbered, table, column, value),
      ])
      return Object.fromEntries(cells) as PlainRow
    })
  return numbered
}

/** Edits in a row, each made for the book as the ones before have left it. Changes `book`. */
export function makeEdits(draw: Draw, book: MutableBook, count: number, mix: EditMix = {}): BookEdit[] {
  return Array.from({ length: count }, () => {
    const edit = makeEdit(draw, book, mix)
    applyEdit(book, edit)
    return edit
  })
}

const copy = (book: Book): MutableBook =>
  Object.fromEntries(Object.entries(book).map(([table, rows]) => [table, [...rows]]))

/** For properties: up to `most` edits over this book, which stays as it is. */
export const editsArbitrary = (book: Book, most: number, mix: EditMix = {}): fc.Arbitrary<BookEdit[]> =>
  drawn((draw) => makeEdits(draw, copy(book), draw.int(1, most), mix))

/** For long runs. */
export const seededEdits = (book: Book, count: number, seed: number, mix: EditMix = {}): BookEdit[] =>
  makeEdits(seededDraw(seed), copy(book), count, mix)
