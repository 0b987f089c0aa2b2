import type fc from 'fast-check'
import type { PlainCell, PlainRow } from './naive-school.ts'
import { drawn, seededDraw, type Draw } from './draw.ts'

/** Whole schools by tables and column keys, references by shown name: the worked schools' format, without manners. */
export type MutableBook = Record<string, PlainRow[]>

export const TABLES = [
  'terms',
  'departments',
  'staff',
  'incidents',
  'incidentPeople',
  'findings',
  'reportLegs',
] as const

export const DEPARTMENTS = [
  '教导处',
  '总务处',
  '少先队',
  '政教处',
  '安保部',
  '办公室',
  '一年级组',
  '六年级组',
]
export const TERM_NAMES = [
  ['2025-2026', '第一学期'],
  ['2025-2026', '第二学期'],
  ['2026-2027', '第一学期'],
  ['2026-2027', '第二学期'],
] as const
/** The first ones are the common ones, so that most incidents count. */
export const SCENES = [
  '校内(非课堂)',
  '课堂',
  '后勤设施',
  '财产',
  '食堂',
  '宿舍',
  '校外集体活动',
  '校车',
  '上下学途中',
  '校外非组织',
]
export const STATES = ['已认定', '初判', '申诉中', '复核']
export const LOSSES = [0, 0.01, 1, 500, 999.99, 1000, 1000.01, 5000, 9999.99, 10000, 10000.01, 50000]
export const OWNERS = ['学校', '个人', '']
export const FOOD = ['否', '疑似', '确认']
export const ROLES = ['受伤者', '肇事者', '目击者', '财产受损方']
export const WHO = ['学生', '教职工', '家长', '外来人员']
export const LEVELS = ['轻微', '中度', '严重', '死亡']
export const CAPACITIES = ['班主任', '当堂科任教师', '后勤人员', '值周人员', '活动组织者', '其他']
export const PRESENCE = ['是', '否', '不适用']
export const CARE = ['是', '否', '待查']
export const LEGS = ['责任人→处室负责人', '通知家长', '主任→分管副校长', '副校长→校长']
export const VERDICTS = ['不追究', '迟报', '漏报', '隐瞒']
/** Names that no generated row bears; an edit may make one of them real. */
export const STRANGERS = ['查无此人', '前任主任', '待补']

/** Adds days on a calendar without time zones. */
export function shiftDate(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

export function makeSchool(draw: Draw): MutableBook {
  const staffCount = draw.int(3, 60)
  const incidentCount = draw.int(0, 150)
  const termCount = draw.int(1, 4)
  const departmentCount = draw.int(1, 8)
  const names = Array.from({ length: staffCount }, (_, i) => `教工${String(i + 1).padStart(2, '0')}`)
  const departments = DEPARTMENTS.slice(0, departmentCount)
  const terms = makeTerms(draw, termCount)
  const book: MutableBook = {
    terms,
    departments: departments.map((dept) => ({
      dept,
      director: leader(draw, names),
      // Few vice principals, so that each has several lines and some directors are vice principals too.
      vp: leader(draw, names.slice(0, 4)),
    })),
    staff: names.map((name) => makeStaff(draw, name, departments, terms)),
    incidents: [],
    incidentPeople: [],
    findings: [],
    reportLegs: [],
  }
  // A school's own bias: one is careless, one careful, so that counters reach their thresholds in some of them.
  const bias: Bias = { careless: draw.pick([25, 50, 90]), hurt: draw.pick([40, 70, 95]) }
  for (let i = 0; i < incidentCount; i++) {
    const incident = makeIncident(draw, i, terms)
    book['incidents']!.push(incident)
    addChildren(draw, book, String(incident['no']), names, bias)
  }
  return book
}

interface Bias {
  readonly careless: number
  readonly hurt: number
}

function leader(draw: Draw, names: readonly string[]): string {
  if (draw.chance(8)) return ''
  if (draw.chance(3)) return draw.pick(STRANGERS)
  return draw.pick(names)
}

function makeTerms(draw: Draw, count: number): PlainRow[] {
  const terms: PlainRow[] = []
  let from = shiftDate('2025-08-15', draw.int(0, 40))
  for (const [school_year, term] of TERM_NAMES.slice(0, count)) {
    const to = shiftDate(from, draw.pick([180, 140, 90, 30, 14, 0]) + draw.int(0, 20))
    terms.push({ school_year, term, start_date: from, end_date: to, score_from: from, score_to: to })
    from = shiftDate(to, draw.chance(35) ? draw.int(2, 60) : 1)
  }
  return terms
}

function makeStaff(draw: Draw, name: string, departments: readonly string[], terms: PlainRow[]): PlainRow {
  const dept = draw.chance(4) ? draw.pick(['', '不存在的处室']) : draw.pick(departments)
  const row: Record<string, string> = { name, dept, scored: draw.chance(10) ? '否' : '是' }
  if (draw.chance(12)) row['valid'] = dayAround(draw, terms)
  if (draw.chance(8)) row['valid_to'] = dayAround(draw, terms)
  return row
}

/** A day in, at the edge of, or just outside a term; the term's own dates may have been edited to anything. */
export function dayAround(draw: Draw, terms: readonly PlainRow[]): string {
  const term = draw.pick(terms)
  const [from, to] = [dateOr(term['score_from'], '2026-09-01'), dateOr(term['score_to'], '2027-01-31')]
  const length = Math.max(0, daysFrom(from, to))
  return shiftDate(from, draw.pick([draw.int(0, length), 0, length, length + 1, -1, -40, length + 70]))
}

const dateOr = (value: PlainCell, otherwise: string): string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : otherwise

const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export function timeAround(draw: Draw, terms: readonly PlainRow[]): string {
  const minute = draw.pick(['09:30', '00:00', '23:59', '16:05'])
  return `${dayAround(draw, terms)} ${minute}`
}

function makeIncident(draw: Draw, index: number, terms: readonly PlainRow[]): PlainRow {
  const at = draw.chance(70) ? `${inside(draw, terms)} 10:15` : timeAround(draw, terms)
  const loss = draw.chance(20) ? draw.pick(LOSSES) : 0
  return {
    no: `SG-${at.slice(0, 10).replaceAll('-', '')}-${String(index).padStart(3, '0')}`,
    occurred_at: at,
    known_at: at,
    scene: draw.chance(70) ? draw.pick(SCENES.slice(0, 3)) : draw.pick(SCENES),
    loss_yuan: loss,
    loss_kind: loss > 0 ? draw.pick(['损坏', '失窃', '其他']) : '',
    loss_owner: loss > 0 ? draw.pick(OWNERS) : '',
    food_poisoning: draw.chance(5) ? draw.pick(FOOD) : '否',
    state: draw.chance(20) ? draw.pick(STATES) : '已认定',
    narrative: `第${index}起`,
  }
}

function inside(draw: Draw, terms: readonly PlainRow[]): string {
  const term = draw.pick(terms)
  const from = String(term['score_from'])
  return shiftDate(from, draw.int(0, daysFrom(from, String(term['score_to']))))
}

function addChildren(draw: Draw, book: MutableBook, incident: string, names: readonly string[], bias: Bias) {
  if (draw.chance(bias.hurt)) book['incidentPeople']!.push(injured(draw, incident))
  while (draw.chance(25)) book['incidentPeople']!.push(makePerson(draw, incident))
  const judged = new Set<string>()
  for (let i = draw.pick([1, 1, 1, 2, 3, 0]); i > 0; i--) {
    const person = draw.chance(3) ? draw.pick(STRANGERS) : draw.pick(names)
    if (judged.has(person)) continue
    judged.add(person)
    book['findings']!.push(makeFinding(draw, incident, person, bias.careless))
  }
  if (draw.chance(12)) book['reportLegs']!.push(makeLeg(draw, incident, names))
}

const injured = (draw: Draw, incident: string): PlainRow => ({
  incident,
  role: '受伤者',
  who: '学生',
  level: draw.chance(40) ? draw.pick(LEVELS) : LEVELS[0]!,
})

export const makePerson = (draw: Draw, incident: string): PlainRow => ({
  incident,
  role: draw.pick(ROLES),
  who: draw.pick(WHO),
  level: draw.pick([...LEVELS, '']),
})

export function makeFinding(draw: Draw, incident: string, person: string, careless: number): PlainRow {
  const care = () => (draw.chance(careless) ? draw.pick([...CARE, '']) : '是')
  return {
    incident,
    person,
    capacity: draw.pick(CAPACITIES),
    should_be_there: draw.pick([...PRESENCE, '']),
    was_there: draw.chance(careless) ? draw.pick([...PRESENCE, '']) : '是',
    educated: care(),
    guided: care(),
    absent_post: draw.chance(careless / 4) ? draw.pick(['', '否', '是']) : '',
  }
}

export const makeLeg = (draw: Draw, incident: string, names: readonly string[]): PlainRow => ({
  incident,
  leg: draw.pick(LEGS),
  accountable: draw.chance(4) ? draw.pick(STRANGERS) : draw.pick(names),
  verdict: draw.chance(50) ? draw.pick(VERDICTS) : '',
})

/** For properties: a failure shrinks to a small school. */
export const schoolArbitrary = (): fc.Arbitrary<MutableBook> => drawn(makeSchool)

/** For long runs: the same schools from a number, without the cost of being able to shrink. */
export const seededSchool = (seed: number): MutableBook => makeSchool(seededDraw(seed))
