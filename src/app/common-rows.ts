import { dateOf } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { Workbook } from '../engine/workbook.ts'
import type { NewRow } from './completed-rows.ts'
import { rowNamed } from './duty-book.ts'
import type { Outcome, Session } from './session.ts'

type Rows = readonly Pick<NewRow, 'table' | 'cells'>[]

/**
 * What schools usually have in a table, offered while it is empty. The words are loaded when somebody asks for them: they
 * are many, and most days nobody does.
 */
const COMMON: Readonly<Record<string, (book: Workbook) => Promise<Rows>>> = {
  dutyLibrary: async () => {
    const { dutyLibraryRows } = await import('../tables/school/presets/duty-library.ts')
    return dutyLibraryRows.map((cells) => ({ table: 'dutyLibrary', cells }))
  },
  contracts: async () => {
    const { contractedItems } = await import('../tables/school/presets/contracts.ts')
    return contractedItems.map(([item, freq]) => ({
      table: 'contracts',
      cells: { kind: '项目', item, freq },
    }))
  },
  // A school has them from the start; a bureau fills them in to prescribe some of them.
  policy: async (book) => {
    const { policyRows } = await import('./new-school.ts')
    const rows = policyRows({ person: '', now: book.environment().now })
    return rows.map(({ cells }) => ({ table: 'policy', cells }))
  },
  leadership: async (book) => leadershipOf(book),
  duties: async (book) => dutiesOf(book),
  pledges: async (book) => {
    const { filledIn, pledgeTemplates } = await import('../tables/school/presets/pledges.ts')
    const { now } = book.environment()
    const templates = new Set<string>()
    const rows = layersOf(book).map(({ tier, from, to }) => {
      const { title, goals } = pledgeTemplates[tier]!
      templates.add(title)
      const department = rowNamed(book, 'departments', book.stored('staff', from, 'dept'))
      const words = {
        学年: schoolYearAt(book, dateOf(now)),
        甲方: book.shownName(from) ?? '',
        乙方: book.shownName(to) ?? '',
        报告部门: (department && book.shownName(department)) ?? '',
      }
      const cells = { tier, party_a: from, party_b: to, template: title, goals: filledIn(goals, words) }
      return { table: 'pledges', cells }
    })
    const missing = [...templates].filter((title) => book.find(['plans'], title) === null)
    return [
      ...missing.map((title) => ({
        table: 'plans',
        cells: { title, kind: '责任状模板', issued: dateOf(now), owner: safetyVpOf(book), state: '有效' },
      })),
      ...rows,
    ]
  },
}

export const hasCommonRows = (table: string): boolean => Object.hasOwn(COMMON, table)

/** Puts them into the table, as one step that can be undone; null when there is nothing to put. */
export async function addCommonRows(session: Session, table: string): Promise<Outcome | null> {
  const rows = await COMMON[table]!(session.book)
  if (!rows.length) return null
  return session.batch(
    { rows },
    { source: 'user', label: { code: 'row.common', params: { count: rows.length } } },
  )
}

const profilePerson = (book: Workbook, column: string): string | null => {
  const [profile] = book.view('profile').ids()
  return profile === undefined ? null : rowNamed(book, 'staff', book.stored('profile', profile, column))
}
const safetyVpOf = (book: Workbook) => profilePerson(book, 'safety_vp')

interface Unit {
  readonly line: Cell
  readonly id: string
  readonly director: string | null
  readonly vp: string | null
}

const unitsOf = (book: Workbook): readonly Unit[] =>
  book
    .view('departments')
    .ids()
    .map((id) => ({
      id,
      line: book.stored('departments', id, 'line'),
      director: rowNamed(book, 'staff', book.stored('departments', id, 'director')),
      vp: rowNamed(book, 'staff', book.stored('departments', id, 'vp')),
    }))

/** The group of the plans: the principal leads, vice principals are deputies, heads of offices its members. */
function leadershipOf(book: Workbook): Rows {
  const units = unitsOf(book)
  const seen = new Set<string | null>([null])
  const cast: readonly (readonly [role: string, persons: readonly (string | null)[]])[] = [
    ['组长', [profilePerson(book, 'principal')]],
    ['副组长', [safetyVpOf(book), ...units.map(({ vp }) => vp)]],
    ['成员', units.map(({ director }) => director)],
  ]
  const rows = cast.flatMap(([role, persons]) =>
    persons.flatMap((person) => {
      if (seen.has(person)) return []
      seen.add(person)
      return [{ table: 'leadership', cells: { role, person } }]
    }),
  )
  // Nobody is known yet: the seats at least, to be given to somebody.
  return rows.length ? rows : cast.map(([role]) => ({ table: 'leadership', cells: { role } }))
}

/** Whoever is at work, in each post that the library knows. */
function dutiesOf(book: Workbook): Rows {
  return atWork(book).flatMap((person) => {
    const posts = book.stored('staff', person, 'posts')
    return (Array.isArray(posts) ? (posts as readonly string[]) : []).flatMap((name) => {
      const post = rowNamed(book, 'dutyLibrary', name)
      return post === null ? [] : [{ table: 'duties', cells: { person, post } }]
    })
  })
}

const atWork = (book: Workbook): readonly string[] =>
  book
    .view('staff')
    .ids()
    .filter((id) => (book.stored('staff', id, 'status') ?? '在岗') === '在岗')

interface Layer {
  readonly tier: string
  readonly from: string
  readonly to: string
}

/** Who signs with whom, from the principal down (P2-11, P4-11): each person once, with whoever stands above. */
function layersOf(book: Workbook): readonly Layer[] {
  const layers: Layer[] = []
  const signed = new Set<string>()
  const sign = (tier: string, from: string | null, to: string | null) => {
    if (from === null || to === null || from === to || signed.has(to)) return
    signed.add(to)
    layers.push({ tier, from, to })
  }
  const principal = profilePerson(book, 'principal')
  if (principal !== null) signed.add(principal)
  const units = unitsOf(book)
  for (const vp of [safetyVpOf(book), ...units.map(({ vp }) => vp)]) sign('校长-副校长', principal, vp)
  for (const { vp, director } of units) sign('分管副校长-主任', vp ?? safetyVpOf(book), director)
  for (const person of atWork(book)) {
    const department = rowNamed(book, 'departments', book.stored('staff', person, 'dept'))
    const unit = units.find(({ id }) => id === department)
    if (unit) sign(leadsGrade(book, person) ? '部门-级部(年级组长)' : tierOf(unit), unit.director, person)
  }
  return layers
}

const leadsGrade = (book: Workbook, person: string): boolean => {
  const posts = book.stored('staff', person, 'posts')
  return Array.isArray(posts) && (posts as readonly string[]).includes('年级组长')
}

function tierOf({ line }: Unit): string {
  if (line === '总务后勤') return '总务主任-后勤'
  return line === '教育教学' || line === '德育' ? '教导主任-班主任科任' : '安保部-分管部门'
}

function schoolYearAt(book: Workbook, day: string): string {
  const term = book.environment().terms.find(({ from, to }) => from <= day && day <= to)
  const first = +day.slice(0, 4) - (+day.slice(5, 7) < 8 ? 1 : 0)
  return term?.schoolYear || `${first}-${first + 1}`
}
