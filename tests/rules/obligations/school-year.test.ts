import { beforeAll, describe, expect, it } from 'vitest'
import { obligationsOn, type Obligation } from '../../../src/rules/obligations.ts'
import { allObligations } from '../../../src/rules/obligations/all-obligations.ts'
import { ObligationReader } from '../../../src/rules/obligations/filed-evidence.ts'
import { isPerRow } from '../../../src/rules/obligations/declaration.ts'
import { addDays } from '../../../src/shared/local-date.ts'
import { tableOrder } from '../../../src/tables/index.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import { autumn, factsOn, PlainBook, spring } from './plain-book.ts'

/** A calendar written by hand from the notices of 2026 and the two terms, not by the program's own arithmetic. */
const FRIDAYS = [
  ...['03-06', '03-13', '03-20', '03-27', '04-03', '04-10', '04-17', '04-24'],
  // 劳动节 from Friday; then a week that begins on Wednesday and ends on a worked Saturday.
  ...['04-30', '05-09', '05-15', '05-22', '05-29', '06-05', '06-12'],
  // 端午 is a Friday.
  ...['06-18', '06-26', '07-03'],
  // A worked Sunday, 中秋 on a Friday, 国庆 from Thursday, and a worked Saturday.
  ...['09-04', '09-11', '09-20', '09-24', '09-30', '10-10', '10-16', '10-23', '10-30'],
  ...['11-06', '11-13', '11-20', '11-27', '12-04', '12-11', '12-18', '12-25', '12-31'],
].map((day) => `2026-${day}`)
const WEEK_ENDS = [...FRIDAYS, '2027-01-08', '2027-01-15', '2027-01-22']
const MONTH_ENDS = [
  ...['03-31', '04-30', '05-29', '06-30', '09-30', '10-30', '11-30', '12-31'].map((day) => `2026-${day}`),
  '2027-01-22',
]
const BEFORE_BREAKS = [
  ...['04-03', '04-30', '06-18', '07-03', '09-24', '09-30', '12-31'].map((day) => `2026-${day}`),
  '2027-01-22',
]
const TWENTY_EIGHTHS = [
  ...['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}-28`),
  '2027-01-28',
]
const TERM_ENDS = ['2026-07-03', '2027-01-22']

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'inspection.week': WEEK_ENDS,
  'duty.summary': WEEK_ENDS,
  'lesson.week': WEEK_ENDS,
  'inspection.holiday': BEFORE_BREAKS,
  'lesson.holiday': BEFORE_BREAKS,
  'duty.holiday': BEFORE_BREAKS,
  'meeting.month': MONTH_ENDS,
  'drill.month': MONTH_ENDS,
  'report.month': TWENTY_EIGHTHS,
  'report.quarter': ['2026-03-28', '2026-06-28', '2026-09-28', '2026-12-28'],
  'training.term': TERM_ENDS,
  'feedback.term': TERM_ENDS,
  'summary.term': TERM_ENDS,
  // Two departments.
  'review.term': ['2026-07-03', '2026-07-03', '2027-01-22', '2027-01-22'],
  'programme.term': ['2026-03-15', '2026-09-13'],
  'rules.confirm': ['2026-03-29', '2026-09-27'],
  'pledge.year': ['2026-03-15', '2026-09-13'],
  'programme.year': ['2026-03-31'],
  'summary.year': ['2026-12-31'],
  'archive.year': ['2027-01-31'],
}
/** School days: 18 weeks less five holidays and one more Saturday; 21 weeks less eight, two make-up days more. */
const SCHOOL_DAYS = 18 * 5 - 5 + 1 + (21 * 5 - 8 + 2)

const [FIRST, LAST] = ['2026-03-01', '2027-01-31']
function* year(): Generator<string> {
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) yield day
}

function school(): PlainBook {
  const book = new PlainBook(tableOrder)
  book.add('terms', { status: '进行中' }, spring.id)
  book.add('terms', { status: '进行中' }, autumn.id)
  for (const id of ['#head', '#vp', '#leader', '#t1']) book.add('staff', { status: '在岗', posts: [] }, id)
  book.set('staff', '#head', { posts: ['校长'] })
  book.add('departments', { director: '#vp' }, '#d1')
  book.add('departments', { director: '#t1' }, '#d2')
  book.add('classes', { homeroom: '#t1' }, '#c1')
  book.add('classes', { homeroom: '#leader' }, '#c2')
  return book
}

const periodic = allObligations.filter((each) => !isPerRow(each))

interface Lived {
  readonly due: string
  readonly opens: string
  readonly states: { readonly day: string; readonly state: Obligation['state'] }[]
}

/** Every day of the year, what was said on it; `settle` may write rows after each. */
function live(book: PlainBook, settle: (today: string, list: readonly Obligation[]) => ReadonlySet<string>) {
  const reader = new ObligationReader(book, allObligations)
  const lived = new Map<string, Lived>()
  for (const day of year()) {
    const list = obligationsOn(factsOn(day), reader, allObligations)
    const ids = list.map(({ id }) => id)
    expect(new Set(ids).size, `twice on ${day}`).toBe(ids.length)
    for (const { id, due, opens, state } of list) {
      const known = lived.get(id)
      if (!known) lived.set(id, { due, opens, states: [{ day, state }] })
      else {
        // What it is and when it is due does not depend on the day one asks.
        expect({ id, due, opens }).toEqual({ id, due: known.due, opens: known.opens })
        known.states.push({ day, state })
      }
    }
    reader.moved(settle(day, list))
  }
  return lived
}

const within = ({ due }: Lived) => due >= FIRST && due <= LAST
const of = (lived: ReadonlyMap<string, Lived>, obligation: string) =>
  [...lived].filter(([id, each]) => id.startsWith(`${obligation}/`) && within(each)).map(([, each]) => each)

describe('a school that does nothing', () => {
  let lived: Map<string, Lived>
  beforeAll(() => {
    lived = live(school(), () => new Set())
  })

  it.each(Object.entries(EXPECTED))('%s is due on the days of the calendar, each once', (name, days) => {
    expect(
      of(lived, name)
        .map(({ due }) => due)
        .sort(),
    ).toEqual(days)
  })

  it.each(['duty.log', 'canteen.log', 'duty.attendance'])('%s is due on every day of school', (name) => {
    const days = of(lived, name).map(({ due }) => due)
    expect(days).toHaveLength(SCHOOL_DAYS)
    for (const day of ['2026-05-09', '2026-09-20', '2026-10-10']) expect(days).toContain(day)
    for (const day of ['2026-05-04', '2026-09-25', '2026-08-31', '2026-07-06'])
      expect(days).not.toContain(day)
  })

  it('the rota of a week is made before its first day', () => {
    const days = of(lived, 'duty.rota').map(({ due }) => due)
    // Before the week after 中秋, before the one that begins after 国庆 on a Thursday, before the first of the term.
    for (const day of ['2026-09-24', '2026-09-30', '2026-08-31', '2026-04-30']) expect(days).toContain(day)
    expect(days).toHaveLength(WEEK_ENDS.length - 1)
  })

  it('names every periodic obligation at least once', () => {
    const silent = periodic.filter(({ id }) => of(lived, id).length === 0).map(({ id }) => id)
    // The school is no kindergarten.
    expect(silent).toEqual(['drill.quarter'])
  })

  it('each is announced, then due, then overdue, without a gap, and none comes back', () => {
    const order = ['upcoming', 'due', 'overdue']
    for (const [id, { opens, due, states }] of lived) {
      if (!within({ opens, due, states })) continue
      for (const [i, { day, state }] of states.entries()) {
        expect(state, `${id} on ${day}`).toBe(day > due ? 'overdue' : day < opens ? 'upcoming' : 'due')
        if (i === 0) continue
        expect(day, id).toBe(addDays(states[i - 1]!.day, 1))
        expect(order.indexOf(state)).toBeGreaterThanOrEqual(order.indexOf(states[i - 1]!.state))
      }
      // Told on its last day in time at the latest: nothing is first heard of when it is too late.
      expect(states[0]!.day <= due, id).toBe(true)
    }
  })

  it.each([
    ['inspection.holiday', '2026-09-30', '2026-09-28'],
    ['inspection.holiday', '2026-04-03', '2026-04-01'],
    ['meeting.month', '2026-10-30', '2026-10-25'],
    ['meeting.month', '2027-01-22', '2027-01-22'],
    ['drill.month', '2026-09-30', '2026-09-01'],
    ['inspection.week', '2026-10-10', '2026-10-08'],
  ])('%s due %s can be done from %s', (name, due, opens) => {
    expect(of(lived, name).find((each) => each.due === due)!.opens).toBe(opens)
  })
})

describe('a school that does everything on the first day it can', () => {
  type Writer = (book: PlainBook, today: string, one: Obligation) => readonly [string, Record<string, Cell>][]
  const about = ({ about }: Obligation) => about!.rows
  const dated =
    (table: string, cells: Record<string, Cell> = {}, column = 'date'): Writer =>
    (_, today) => [[table, { [column]: today, ...cells }]]
  const weekOf = (today: string) => {
    for (const { id, startDate, endDate } of [spring, autumn])
      for (
        let monday = id === spring.id ? '2026-03-02' : '2026-08-31', n = 1;
        ;
        monday = addDays(monday, 7), n++
      ) {
        if (monday > endDate!) break
        if (today < addDays(monday, 7) && today >= addDays(monday, -7) && startDate) return { id, n, monday }
      }
    throw new Error(`no week on ${today}`)
  }
  /** By hand, what a person would write to settle each. */
  const WRITERS: Readonly<Record<string, Writer>> = {
    'duty.log': dated('dutyLog', { status: '已填' }),
    'duty.attendance': (_, date, one) =>
      about(one).map((row) => ['classAttendance', { date, class: row, present: 40 }]),
    'duty.summary': (_, today) => {
      const { id, n, monday } = weekOf(today)
      return [['weeklySummaries', { term: id, week: today >= monday ? n : n - 1, summary: '平稳' }]]
    },
    'duty.rota': (_, __, one) => {
      const start = one.period! < '2026-08-01' ? '2026-03-02' : '2026-08-31'
      const n = (Date.parse(one.period!) - Date.parse(start)) / 86_400_000 / 7 + 1
      return [['rota', { term: start === '2026-03-02' ? spring.id : autumn.id, week: n }]]
    },
    'duty.holiday': (_, __, one) => {
      const rows: [string, Record<string, Cell>][] = []
      for (let day = addDays(one.due, 1), i = 0; i < 70; i++, day = addDays(day, 1))
        rows.push(['holidayDuty', { date: day }])
      return rows
    },
    'inspection.week': dated('inspections', { kind: '每周必查' }),
    'inspection.holiday': dated('inspections', { kind: '节前必查' }),
    'report.month': (_, today, one) => [
      [
        'monthlyReports',
        { month: `${one.period!.slice(0, 4)}年${+one.period!.slice(5)}月`, sent_at: `${today} 09:00` },
      ],
    ],
    'report.quarter': (_, today, one) => [
      ['quarterlySummaries', { quarter: one.period!, sent_at: `${today} 09:00` }],
    ],
    'meeting.month': dated('meetings', { kind: '安全稳定领导小组例会(月底)' }, 'at'),
    'training.term': dated('training'),
    'drill.month': (_, today) => [['drills', { at: `${today} 10:00`, counts: true }]],
    'lesson.week': (_, date, one) => [['safetyLessons', { date, kind: '主题班会', target: about(one) }]],
    'lesson.holiday': (_, date) => [['safetyLessons', { date, kind: '30分钟节前', whole: true }]],
    'feedback.term': dated('feedback', { adopt: '采纳' }),
    'pledge.year': (_, today, one) =>
      about(one).map((row) => ['pledges', { party_b: row, signed_on: today, year: one.period! }]),
    'review.term': (_, today, one) => [
      [
        'departmentReviews',
        { dept: one.id.split('/')[2]!, term: today < '2026-08-01' ? spring.id : autumn.id },
      ],
    ],
    'rules.confirm': dated('profile', {}, 'ruleset_confirmed_on'),
    'programme.term': (_, today) => [
      [
        'programmes',
        { kind: '学期计划', period: today < '2026-07-01' ? '2025-2026学年 第二学期' : '2026-2027 第一学期' },
      ],
    ],
    'summary.term': (_, today) => [
      [
        'programmes',
        { kind: '学期总结', period: today < '2026-08-01' ? '2025-2026 第二学期' : '2026-2027 第一学期' },
      ],
    ],
    'programme.year': (_, __, one) => [['programmes', { kind: '年度计划', period: `${one.period!}年度` }]],
    'summary.year': (_, __, one) => [['programmes', { kind: '年度总结', period: one.period! }]],
    'archive.year': (_, __, one) => [['archives', { year: one.period! }]],
    'canteen.log': dated('canteenLog'),
  }

  it('is never told that anything is overdue, and each is settled by one piece of evidence', () => {
    const book = school()
    const written = new Map<string, number>()
    const lived = live(book, (today, list) => {
      const moved = new Set<string>()
      for (const one of list) {
        if (one.state !== 'due' || one.due < FIRST) continue
        written.set(one.id, (written.get(one.id) ?? 0) + 1)
        for (const [table, cells] of WRITERS[one.obligation]!(book, today, one)) {
          book.add(table, cells)
          moved.add(table)
        }
      }
      return moved
    })
    const again = [...written].filter(([, times]) => times > 1).map(([id]) => id)
    expect(again).toEqual([])
    const late = [...lived]
      .filter(([, each]) => within(each) && each.states.some(({ state }) => state === 'overdue'))
      .map(([id]) => id)
    expect(late).toEqual([])
    for (const [id, each] of lived)
      if (within(each) && each.states.at(-1)!.day >= each.opens)
        expect(each.states.at(-1)!.day === each.opens || each.states.at(-1)!.state === 'done', id).toBe(true)
  })
})
