import { addDays, dateOf, type LocalDate } from '../shared/local-date.ts'
import type { Cell } from '../tables/cell.ts'
import type { DefaultFacts } from './default-facts.ts'
import { leaderOn, teachersOn, weekAt, weekdayName } from './on-duty.ts'
import { mondayOf } from './weeks.ts'

type Cells = Readonly<Record<string, Cell>>
type Defaults = Record<string, Cell>

const text = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell !== '' ? cell : null

const RESPONSIBILITY: Readonly<Record<string, string>> = {
  组长: '第一责任人(总责)',
  副组长: '具体责任人(分管责任)',
  成员: '分管责任',
  办公室主任: '直接责任',
}

/** What the plans give each role of the group to do, in a sentence; the school writes it out. */
const TASKS: Readonly<Record<string, string>> = {
  组长: '全面负责安全稳定工作：定制度、保经费、议隐患、奖惩兑现。',
  副组长: '落实分管线的安全工作：检查、考核，组织救援和调查，修订预案。',
  成员: '管好本处室、本年级的安全：教育、排查、整改、上报。',
  办公室主任: '承办小组日常事务：通知、记录、报表、档案。',
}

/** Of whom the register of patrols tells that they had no business at the school. */
const STRANGERS = ['外来人员', '可疑人员', '违规入校'] as const

/** The first of the two years of the school year a day belongs to; it begins in August. */
export const schoolYearOf = (date: LocalDate): number => +date.slice(0, 4) - (+date.slice(5, 7) < 8 ? 1 : 0)

/** What the program fills in by itself in new rows about responsibility, duty and attendance. */
export const dutyDefaults: Readonly<Record<string, (cells: Cells, facts: DefaultFacts) => Defaults>> = {
  leadership: ({ role }, { now }) => ({
    responsibility: RESPONSIBILITY[text(role) ?? ''] ?? null,
    duty: TASKS[text(role) ?? ''] ?? null,
    valid: dateOf(now),
  }),
  dutyLibrary: (_, { now }) => ({ effective: dateOf(now) }),
  duties: ({ person }, facts) => ({
    reports_to: superiorOf(text(person), facts),
    valid: dateOf(facts.now),
  }),
  contracts: (_, { now }) => ({ valid: dateOf(now) }),
  pledges: pledgeDefaults,
  rota: (cells, facts) => {
    const term = text(cells.term) ?? weekAt(dateOf(facts.now), facts.duty?.terms() ?? [])?.term.id ?? null
    return { term, weekday: schoolDaysOf(term, cells.week ?? null, facts) }
  },
  swaps: (_, { now }) => ({ date: dateOf(now) }),
  dutyLog: ({ date }, facts) => {
    const day = text(date) ?? dateOf(facts.now)
    const { duty } = facts
    const teachers = duty ? teachersOn(day, duty) : []
    const open = duty?.where('absences', 'date', day).some(({ cell }) => cell('confirmed_by') === null)
    const patrols = duty?.during('patrols', 'at', day) ?? []
    const kinds = new Set(patrols.map(({ cell }) => text(cell('kind'))))
    const rounds = patrols.filter(({ cell }) => cell('kind') === '例行巡查').length
    return {
      date: day,
      leader: duty ? leaderOn(day, duty) : null,
      teachers: teachers.length ? teachers : null,
      absence_confirmed: open ? '未完' : '已全部确认',
      patrol_rounds: rounds === 0 ? null : rounds,
      outsiders: STRANGERS.some((kind) => kinds.has(kind)) ? '有' : null,
      perimeter_event: kinds.has('周边治安') ? '有' : null,
      filled_at: facts.now,
    }
  },
  staffAttendance: ({ date, kind, period }, facts) => {
    const day = text(date) ?? dateOf(facts.now)
    return {
      date: day,
      days: daysOff(text(kind), text(period)),
      by: facts.duty ? leaderOn(day, facts.duty) : null,
    }
  },
  classAttendance: (cells, { now, duty, cellOf }) => {
    const day = text(cells.date) ?? dateOf(now)
    const own = text(cells.class)
    return {
      date: day,
      // Of another day nobody knows when it was reported: a ledger of last year was not reported late today.
      reported_at: day === dateOf(now) ? now : null,
      by: own === null ? null : (duty?.idOf('staff', cellOf('classes', own, 'homeroom')) ?? null),
    }
  },
  absences: (_, { now }) => ({ date: dateOf(now) }),
  weeklySummaries: (cells, { now, duty }): Defaults => {
    if (!duty) return {}
    const today = weekAt(dateOf(now), duty.terms())
    const term = duty
      .terms()
      .find(({ id }) => id === (duty.idOf('terms', cells.term ?? null) ?? today?.term.id))
    const week = typeof cells.week === 'number' ? cells.week : (today?.week ?? null)
    if (!term?.startDate || week === null) return {}
    const monday = addDays(mondayOf(term.startDate), (week - 1) * 7)
    return {
      term: term.id,
      week,
      handover: leaderOfWeek(monday, duty),
      receiver: leaderOfWeek(addDays(monday, 7), duty),
    }
  },
  patrols: ({ action }, { now }) => ({ at: now, police: action === '报警' || action === '移交派出所' }),
  aftercare: (_, { now }) => ({ date: dateOf(now) }),
}

type Duty = NonNullable<DefaultFacts['duty']>

function leaderOfWeek(monday: LocalDate, duty: Duty): string | null {
  for (let day = 0; day < 7; day++) {
    const leader = leaderOn(addDays(monday, day), duty)
    if (leader !== null) return leader
  }
  return null
}

/** The head of the department, and above him the vice principal in charge. */
function superiorOf(person: string | null, { cellOf, duty }: DefaultFacts): string | null {
  if (person === null || !duty) return null
  const department = text(cellOf('staff', person, 'dept'))
  if (department === null) return null
  const [director, vp] = ['director', 'vp'].map((key) =>
    duty.idOf('staff', cellOf('departments', department, key)),
  )
  return director === duty.idOf('staff', person) ? vp! : director!
}

function pledgeDefaults(cells: Cells, { now, used, cellOf }: DefaultFacts): Defaults {
  const signed = text(cells.signed_on) ?? dateOf(now)
  const first = schoolYearOf(signed)
  const year = text(cells.year) ?? `${first}-${first + 1}`
  const issuer = text(cells.party_a)
  const last = /^\d{4}-(\d{4})$/.exec(year)?.[1]
  return {
    no: nextPledge(`ZRZ-${year}-`, used('pledges', 'no')),
    year,
    report_dept: issuer === null ? null : cellOf('staff', issuer, 'dept'),
    valid_to: last === undefined ? null : `${last}-08-31`,
  }
}

function nextPledge(prefix: string, used: { has: (value: string) => boolean }): string {
  for (let n = 1; ; n++) {
    const number = prefix + String(n).padStart(4, '0')
    if (!used.has(number)) return number
  }
}

/** The days of the week on which there is school, a make-up Saturday among them. */
function schoolDaysOf(term: Cell, week: Cell, { duty, calendar }: DefaultFacts): Cell {
  const span = duty?.terms().find(({ id }) => id === duty.idOf('terms', term))
  if (!span?.startDate || !span.endDate || typeof week !== 'number' || !calendar) return null
  const monday = addDays(mondayOf(span.startDate), (week - 1) * 7)
  const days = Array.from({ length: 7 }, (_, day) => addDays(monday, day))
  const inTerm = (day: LocalDate) => day >= span.startDate! && day <= span.endDate!
  return days.filter((day) => inTerm(day) && calendar.isWorkday(day)).map(weekdayName)
}

/** Half a day is half; being late or away from one's post costs no day. */
function daysOff(kind: string | null, period: string | null): number | null {
  if (kind === '迟到' || kind === '早退' || kind === '值周脱岗' || period === '第n节') return 0
  if (period === '上午' || period === '下午') return 0.5
  return 1
}
