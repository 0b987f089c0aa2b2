import { addDays, type LocalDate } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import { rowOfCell } from '../tables/cell-types/row.ts'
import { bureauDefaults } from './bureau/bureau-defaults.ts'
import { dutyDefaults } from './duty-defaults.ts'
import { ledgerDefaults } from './ledger-defaults.ts'
import type { DefaultFacts } from './default-facts.ts'
import { hazardDefaults } from './hazard-defaults.ts'
import { nextNumber } from './next-number.ts'
import { defaultPolicy, type Policy } from './policy.ts'

export type { DefaultFacts } from './default-facts.ts'
type Given = Readonly<Record<string, Cell>>
type Defaults = Record<string, Cell>

const text = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell !== '' ? cell : null

/**
 * The cells of a new row that follow from its other cells and from the workbook. Only proposals for empty cells: what
 * somebody gave is never among them. Constants stand in the column itself (`initial`).
 */
export function defaultsFor(table: string, cells: Given, facts: DefaultFacts): Defaults {
  const rule = DEFAULTS[table]
  if (!rule) return {}
  const defaults: Defaults = {}
  for (const [key, cell] of Object.entries(rule(cells, facts)))
    if (cell !== null && (cells[key] ?? null) === null) defaults[key] = cell
  return defaults
}

const DEFAULTS: Readonly<Record<string, (cells: Given, facts: DefaultFacts) => Defaults>> = {
  incidents: (cells, facts) => {
    const occurred = text(cells.occurred_at)
    const day = occurred?.slice(0, 10) ?? facts.now.slice(0, 10)
    return {
      no: nextNumber(`SG-${day.replace(/-/g, '')}-`, 2, facts.used('incidents', 'no')),
      known_at: occurred,
      aspect: aspectOf(text(cells.scene), facts.policy ?? defaultPolicy),
      entered_at: facts.now,
    }
  },
  incidentPeople: (cells) => ({ first_level: text(cells.level) }),
  staff: (cells, facts) => ({
    staff_no: nextNumber('', 3, facts.used('staff', 'staff_no')),
    scored: cells.employment !== '外包',
  }),
  departments: (cells, facts) => ({
    vp: facts.profile('safety_vp'),
    sub_leader: text(cells.director),
    line: lineOf(text(cells.dept)),
    receives_reports: RECEIVING.has(text(cells.dept) ?? ''),
  }),
  classes: (cells) => ({
    handover: cells.grade === '1' || cells.grade === '2' || KINDERGARTEN.has(cells.grade),
  }),
  terms: termDefaults,
  ...hazardDefaults,
  attachments: (cells, facts) => ({
    added_at: facts.now,
    // Photos of the injured show faces, papers about them a diagnosis.
    sensitive: rowOfCell(cells.refs)?.table === 'incidentPeople' ? true : null,
  }),
  ...ledgerDefaults,
  ...dutyDefaults,
  ...bureauDefaults,
  holidays: (cells) => ({ major: isMajor(text(cells.name), text(cells.kind)) }),
}

/** 教育教学 or 总务后勤, by whom the school examines in the scene (A13). */
function aspectOf(scene: string | null, policy: Policy): string | null {
  const row = scene === null ? undefined : policy['classify.scenes'][scene]
  if (scene === null) return null
  return row === '后勤人员' ? '总务后勤' : '教育教学'
}

/** The offices the plan has reports go to (P4-23). */
const RECEIVING = new Set(['教导处', '总务处', '少先队'])
const KINDERGARTEN = new Set<Cell | undefined>(['托', '小', '中', '大'])

const LINE_WORDS: readonly (readonly [word: string, line: string])[] = [
  ['总务', '总务后勤'],
  ['后勤', '总务后勤'],
  ['安保', '安全保卫'],
  ['保卫', '安全保卫'],
  ['政教', '德育'],
  ['德育', '德育'],
  ['少先队', '德育'],
  ['团委', '德育'],
  ['教导', '教育教学'],
  ['教务', '教育教学'],
  ['教学', '教育教学'],
  ['年级', '教育教学'],
]

const lineOf = (department: string | null): string | null =>
  department === null ? null : (LINE_WORDS.find(([word]) => department.includes(word))?.[1] ?? '其他')

/** School year and scoring days of a term from its first day and the terms already there. */
function termDefaults(cells: Given, facts: DefaultFacts): Defaults {
  const start = text(cells.start_date)
  if (start === null) return {}
  const others = facts.terms()
  // A spring term belongs to the school year that began the autumn before.
  const year = +start.slice(0, 4) - (+start.slice(5, 7) < 7 ? 1 : 0)
  const autumn = +start.slice(5, 7) >= 7
  let before: LocalDate | null = null
  let after: LocalDate | null = null
  for (const { from, to } of others) {
    if (to < start && (before === null || to > before)) before = to
    if (from > start && (after === null || from < after)) after = from
  }
  return {
    school_year: `${year}-${year + 1}`,
    term: autumn ? '第一学期' : '第二学期',
    score_from: before === null ? start : addDays(before, 1),
    score_to: after === null ? lastScoringDay(start, text(cells.end_date), autumn) : addDays(after, -1),
  }
}

/**
 * The vacation belongs to the term before it: a spring term scores to the end of August. An autumn term's winter
 * vacation ends on a day nobody knows yet, so it scores to its own last day until the spring term says when.
 */
function lastScoringDay(start: LocalDate, end: LocalDate | null, autumn: boolean): LocalDate | null {
  if (autumn) return end
  const endOfAugust = `${start.slice(0, 4)}-08-31`
  return end !== null && end > endOfAugust ? end : endOfAugust
}

const MAJOR = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆']

const isMajor = (name: string | null, kind: string | null): boolean =>
  kind === '寒假' ||
  kind === '暑假' ||
  (kind !== '调休上班' && name !== null && MAJOR.some((word) => name.includes(word)))
