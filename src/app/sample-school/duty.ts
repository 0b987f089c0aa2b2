import { addDays, weekdayOf, type LocalDate } from '../../shared/local-date.ts'
import { mondayOf } from '../../rules/weeks.ts'
import { weekdays } from '../../tables/school/weekday-choices.ts'
import { classes, rowsOf, type SampleCell, type SampleRow } from '../sample-school-people.ts'
import { turn, type SampleDays } from './days.ts'
import { LEADERS, TEACHERS, TERM } from './people.ts'

/** 值周: who stood where in each week of the term, what each day and each week brought, who was there. */

const POSTS = ['校门', '课间', '食堂', '放学路队', '清校'] as const
/** School days for which every class has reported. */
const REPORTED_DAYS = 10

const posts: SampleRow[] = rowsOf(
  ['post', 'count', 'hours', 'with_class'],
  [
    ['校门', 2, '07:20-08:05', false],
    ['课间', 2, '09:40-10:10', false],
    ['食堂', 2, '11:50-12:30', false],
    ['放学路队', 2, '16:30-17:00', false],
    ['清校', 2, '17:00-17:20', false],
  ],
)

const leaderOf = (week: number) => turn(LEADERS, week - 1)
/** Two for each post, others in the next week. */
const teachersOf = (week: number, post: number) =>
  [0, 1].map((n) => turn(TEACHERS, (week - 1) * POSTS.length * 2 + post * 2 + n))

/** The weeks that have begun, and the next one: before it begins it is on the wall. */
function weeksOf({ autumn, today, week, spans }: SampleDays): { week: number; monday: LocalDate }[] {
  const { startDate, endDate } = spans[1]!
  const last = week(autumn.at(-1) ?? today)
  const known = Math.max(last, today <= endDate! ? week(today) : 0) + 1
  const monday = mondayOf(startDate!)
  return Array.from({ length: known }, (_, at) => ({ week: at + 1, monday: addDays(monday, at * 7) })).filter(
    (one) => one.monday <= endDate!,
  )
}

function rota(days: SampleDays): SampleRow[] {
  const { startDate, endDate } = days.spans[1]!
  const weeks = weeksOf(days)
  return weeks.flatMap(({ week, monday }, at) => {
    const held = Array.from({ length: 7 }, (_, n) => addDays(monday, n)).filter(
      (day) => day >= startDate! && day <= endDate! && days.calendar.isWorkday(day),
    )
    // The week that comes is still to be confirmed.
    const ack = at < weeks.length - 1
    return POSTS.map((post, n) => ({
      term: TERM,
      week,
      post,
      leader: leaderOf(week),
      head: turn(TEACHERS, (week - 1) * POSTS.length * 2),
      duty_class: String(turn(classes.slice(6), week)['class_name']),
      weekday: held.map((day) => weekdays[weekdayOf(day) - 1]!.zh),
      teachers: teachersOf(week, n),
      origin: '自动轮排',
      ack,
    }))
  })
}

const WEATHER = ['晴', '多云', '晴', '阴', '小雨', '多云'] as const

/** What was out of order on some day: the check, what it was, what was done. */
const TROUBLES: readonly (readonly [check: string, issue: string, handled: string])[] = [
  ['recess_check', '二楼楼梯口课间有学生并排推挤', '当场制止，通知班主任课上提醒，楼梯口加一名教师。'],
  ['exercise_check', '两个班到操场迟了五分钟', '当天班主任例会上指出，第二天已改正。'],
  ['clearing_check', '南楼三层有两间教室窗户没有关', '通知班主任返回关闭，清校单加一项。'],
  ['patrol_check', '东围墙外堆放了易燃纸箱', '联系门口商户当天清走，拍照留存。'],
  ['rollcall_check', '一节课前点名表没有签字', '教导处提醒任课教师补签并说明。'],
]

function dutyLog({ autumn, week }: SampleDays): SampleRow[] {
  return autumn.map((date, at) => {
    const trouble = at % 9 === 4 ? turn(TROUBLES, Math.floor(at / 9)) : null
    const number = week(date)
    return {
      date,
      weather: turn(WEATHER, at * 5),
      leader: leaderOf(number),
      teachers: POSTS.flatMap((_, post) => teachersOf(number, post)).slice(0, 6),
      absence_confirmed: '已全部确认',
      recess_check: '正常',
      exercise_check: '正常',
      rollcall_check: '正常',
      clearing_check: '正常',
      clearing_at: `${date} 17:10`,
      patrol_check: '正常',
      patrol_rounds: 3,
      outsiders: '无',
      perimeter_event: '无',
      other_checks: '正常',
      ...(trouble ? { [trouble[0]]: '异常', issues: trouble[1], handled: trouble[2] } : {}),
      sign: leaderOf(number),
      filled_at: `${date} 17:25`,
    }
  })
}

/** How many of the class are away on a day, and why: most days nobody. */
const ABSENT = [0, 0, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0] as const

function classAttendance({ autumn }: SampleDays): SampleRow[] {
  return autumn.slice(-REPORTED_DAYS).flatMap((date, day) =>
    classes.map((row, at) => {
      const absent = turn(ABSENT, day * 5 + at)
      return {
        date,
        class: String(row['class_name']),
        session: '晨检',
        present: Number(row['students']) - absent,
        sick: Math.min(absent, 1),
        leave: Math.max(absent - 1, 0),
        reported_at: `${date} 08:${String(20 + at * 2).padStart(2, '0')}`,
        by: String(row['homeroom']),
      }
    }),
  )
}

const SYMPTOMS = ['发热', '咳嗽', '腹泻', '发热'] as const

/** One row for each pupil who was away in those days. */
function absences(days: SampleDays): SampleRow[] {
  let count = 0
  return classAttendance(days).flatMap((row) =>
    [
      ...Array<string>(Number(row['sick'])).fill('病假'),
      ...Array<string>(Number(row['leave'])).fill('事假'),
    ].map((reason) => {
      const number = ++count
      const sick = reason === '病假'
      const date = String(row['date'])
      return {
        date,
        class: row['class']!,
        pupil_code: `XS26${String(100 + number * 7).slice(-3)}`,
        reason,
        ...(sick ? { symptom: [turn(SYMPTOMS, number)] } : {}),
        parent_told: `${date} 08:50`,
        channel: '电话',
        track: sick ? '家长说昨晚起不舒服，已去镇卫生院看过，在家休息。' : '家中有事，家长前一天已请假。',
        confirmed_by: String(row['by']),
        ...(days.autumn.at(-1)! > date ? { returned: days.autumn[days.autumn.indexOf(date) + 1]! } : {}),
      }
    }),
  )
}

/** Somebody who was away that day stood nowhere: whom the rota of the week leaves free. */
function freeIn(week: number, n: number): string {
  const standing = new Set(POSTS.flatMap((_, post) => teachersOf(week, post)))
  return turn(
    TEACHERS.filter((name) => !standing.has(name)),
    n,
  )
}

const AWAY: readonly (readonly [back: number, kind: string, period: string, days: number])[] = [
  [28, '病假', '全天', 1],
  [22, '公出', '全天', 1],
  [17, '事假', '上午', 0.5],
  [12, '迟到', '上午', 0],
  [9, '病假', '全天', 1],
  [4, '公出', '下午', 0.5],
]

function staffAttendance({ autumn, week }: SampleDays): SampleRow[] {
  return AWAY.map(([back, kind, period, days], at) => {
    const date = autumn.at(-back) ?? autumn[0]!
    return {
      date,
      person: freeIn(week(date), at),
      kind,
      period,
      days,
      ...(days > 0 ? { covered: freeIn(week(date), at + 1), approved: '宋文渊' } : {}),
      by: leaderOf(week(date)),
    }
  })
}

const SUMMARIES: readonly (readonly [review: string, summary: string, problems: string, advice: string])[] = [
  [
    '十二个班每天按时上报，缺勤当天都有原因。',
    '上放学秩序良好，课间值守到位。',
    '个别班级放学后关窗断电不及时。',
    '清校单上加关窗一项。',
  ],
  [
    '两个班晨检上报偏晚，已提醒。',
    '雨天大课间改在走廊进行，各班有序。',
    '雨天楼梯湿滑。',
    '雨天前铺防滑垫，由总务处落实。',
  ],
  [
    '缺勤都已联系到家长，没有去向不明的学生。',
    '校门护学岗协警同在，未见可疑人员。',
    '门前有商户占道。',
    '请镇综合执法队协助清理。',
  ],
]

/** A week is summed up on its last day of school: not one that goes on. */
function weeklySummaries({ autumn, week, isLast }: SampleDays): SampleRow[] {
  const ends = autumn.filter((day) => isLast(day, addDays(mondayOf(day), 6)))
  return ends.map((last) => {
    const number = week(last)
    const [class_review, summary, problems, advice] = turn(SUMMARIES, number)
    return {
      term: TERM,
      week: number,
      class_review,
      summary,
      problems,
      advice,
      handover: leaderOf(number),
      receiver: leaderOf(number + 1),
      handed_at: `${last} 16:50`,
    }
  })
}

/** The days of the National Day, some weekends, and who stands at the road before and after school this week. */
function holidayDuty({ autumn, today, spans }: SampleDays): SampleRow[] {
  const row = (date: string, kind: string, shift: string, n: number): SampleRow => ({
    date,
    kind,
    shift,
    leader: turn(LEADERS, n),
    staff: [turn(['郝铁成', '柴保全'], n), turn(TEACHERS, n * 3)],
    ...(date < today
      ? {
          signin: `${date} ${shift.slice(0, 5)}`,
          signout: `${date} ${shift.slice(6)}`,
          log: '巡查两遍，门窗、水电、监控正常，没有外来人员。',
        }
      : {}),
  })
  const holidays = Array.from({ length: 7 }, (_, n) => addDays('2026-10-01', n)).map((day, n) =>
    row(day, '节假日', '08:00-20:00', n),
  )
  const saturdays = [1, 2, 3].map((n) => addDays(mondayOf(today), 5 - n * 7))
  const weekends = saturdays.map((day, n) => row(day, '周末', '08:00-18:00', n + 3))
  const roads = autumn
    .slice(-3)
    .flatMap((day, n) => [
      row(day, '护学岗(早)', '07:20-08:10', n),
      row(day, '护学岗(晚)', '16:20-17:10', n + 1),
    ])
  const evening = today <= spans[1]!.endDate! ? [row(today, '夜间', '18:00-22:00', 2)] : []
  return [...holidays, ...weekends, ...roads, ...evening]
}

function swaps({ autumn, week }: SampleDays): SampleRow[] {
  const day = autumn.at(-6)!
  const number = week(day)
  const named = (of: number, post: string) => `${TERM} ${of} ${post}`
  return rowsOf(
    ['date', 'from_row', 'absent', 'on', 'kind', 'to_person', 'reason', 'approved_by', 'status'],
    [
      [
        autumn.at(-8)!,
        named(number, '课间'),
        teachersOf(number, 1)[0]!,
        day,
        '代班',
        turn(TEACHERS, number * 10),
        '病假',
        '韦立峰',
        '同意',
      ],
      [
        autumn.at(-1)!,
        named(week(autumn.at(-1)!), '清校'),
        teachersOf(week(autumn.at(-1)!), 4)[1]!,
        null,
        '临时顶岗',
        turn(TEACHERS, week(autumn.at(-1)!) * 10 + 1),
        '公出',
        null,
        '待批',
      ],
    ],
  )
}

function patrols({ autumn }: SampleDays): SampleRow[] {
  const rows: readonly (readonly SampleCell[])[] = [
    [26, '10:05', '门前道路', '周边治安', '校门左侧有两辆摩托车占住人行道。', '劝离', '郝铁成', null],
    [
      21,
      '09:30',
      '学校大门',
      '来访登记',
      '镇卫生院两人来做入学体检对接，登记后由校医接待。',
      '登记放行',
      '柴保全',
      '镇卫生院 2 人',
    ],
    [
      18,
      '12:40',
      '大操场',
      '例行巡查',
      '午间巡查，低年级在树荫下活动，秩序正常。',
      '无需处置',
      '韦立峰',
      null,
    ],
    [
      15,
      '16:35',
      '门前道路',
      '外来人员',
      '一名男子在校门口推销课外读物，劝说后离开。',
      '劝离',
      '柴保全',
      '推销人员 1 人',
    ],
    [
      11,
      '07:50',
      '学校大门',
      '违规入校',
      '家长未登记跟随学生进门，带回门卫室补登记。',
      '登记放行',
      '郝铁成',
      '家长 1 人',
    ],
    [
      8,
      '20:10',
      '东围墙',
      '可疑人员',
      '夜间围墙外有人徘徊，保安喊话后离开，已告知派出所。',
      '移交派出所',
      '柴保全',
      null,
    ],
    [5, '10:10', '北楼走廊', '例行巡查', '课间巡查两遍，走廊没有追逐。', '无需处置', '余晓岚', null],
    [
      3,
      '09:15',
      '学校大门',
      '来访登记',
      '县教育局两人来校看食堂，登记后由总务主任陪同。',
      '登记放行',
      '郝铁成',
      '县教育局 2 人',
    ],
    [1, '16:50', '食品仓库', '例行巡查', '仓库温度、门锁正常。', '无需处置', '贺长庚', null],
  ]
  return rows.map(([back, clock, area, kind, text, action, by, visitor]) => ({
    at: `${autumn.at(-Number(back)) ?? autumn[0]!} ${String(clock)}`,
    area: area!,
    kind: kind!,
    text: text!,
    action: action!,
    police: action === '移交派出所',
    by: by!,
    ...(visitor === null ? {} : { visitor: visitor! }),
  }))
}

export const dutyRows = (days: SampleDays) => [
  { table: 'rotaPosts', rows: posts },
  { table: 'rota', rows: rota(days) },
  { table: 'dutyLog', rows: dutyLog(days) },
  { table: 'classAttendance', rows: classAttendance(days) },
  { table: 'absences', rows: absences(days) },
  { table: 'staffAttendance', rows: staffAttendance(days) },
  { table: 'weeklySummaries', rows: weeklySummaries(days) },
  { table: 'holidayDuty', rows: holidayDuty(days) },
  { table: 'swaps', rows: swaps(days) },
  { table: 'patrols', rows: patrols(days) },
]
