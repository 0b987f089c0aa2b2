import { dateOf, daysBetween, type LocalDate, type LocalTime } from '../shared/local-date.ts'
import { sha256OfText } from '../shared/sha-256-text.ts'
import { monthsOfQuarter, quarterOf } from '../tables/school/report-periods.ts'
import type { Step } from '../tables/column.ts'
import type { Tables } from '../tables/index.ts'
import { monthlyReports, type Figures, type MonthlyReport } from './report-figures.ts'
import { quarterlyDue } from './report-due.ts'
import { rulesOf, type Environment } from './rule.ts'

const rows = {
  hazards: {
    columns: [
      'no',
      'found_on',
      'area',
      'category',
      'content',
      'level',
      'owner',
      'due',
      'extension',
      'done_on',
      'reviewer',
      'reviewed_on',
      'review',
      'closed_on',
      'taken_over',
      'fund',
    ],
  },
  areas: { columns: ['area'] },
  monthlyReports: { columns: ['month', 'sent_at', 'snapshot'] },
} as const

const monthly = rulesOf<Tables['monthlyReports']>()
const quarterly = rulesOf<Tables['quarterlySummaries']>()
const register = rulesOf<Tables['submissions']>()

/** Null while nobody can say: not sent, and the day has not passed. */
function onTime(due: LocalDate | null, sent: LocalTime | null, today: LocalDate): boolean | null {
  if (due === null) return null
  if (sent !== null) return dateOf(sent) <= due
  return today > due ? false : null
}

const figure = (key: Exclude<keyof Figures, 'categories'>) =>
  monthly.rule({ rows }, ({ id, gather }) => gather(monthlyReports).get(id)?.figures[key] ?? null, {
    why: ({ id, gather }): Step[] => {
      const report = gather(monthlyReports).get(id)
      if (!report) return []
      const { from, to } = report.period
      const { carried, new: found, closed, open } = report.figures
      return [
        { code: 'monthly-report.period', params: { from, to } },
        { code: 'monthly-report.balance', params: { carried, found, closed, open } },
        { code: report.sent ? 'monthly-report.frozen' : 'monthly-report.live' },
        ...(report.changed ? [{ code: 'monthly-report.changed' }] : []),
      ]
    },
  })

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10

/** One line a hazard, as people would copy it. */
const lineOf = (hazard: MonthlyReport['hazards'][number], at: number): string =>
  [at + 1, hazard.no, hazard.found, hazard.area, hazard.category, hazard.level, hazard.content]
    .concat(hazard.closed === null ? [] : [`${hazard.closed} 销号`])
    .join(' ')

export const monthlyReportsRules = monthly.all({
  from_to: monthly.rule({ rows }, ({ id, gather }) => gather(monthlyReports).get(id)?.period.from ?? null),
  to: monthly.rule({ rows }, ({ id, gather }) => gather(monthlyReports).get(id)?.period.to ?? null),
  new: figure('new'),
  new_major: figure('new_major'),
  carried: figure('carried'),
  closed: figure('closed'),
  open: figure('open'),
  overdue: figure('overdue'),
  rate: monthly.rule({ rows }, ({ id, gather }) => {
    const figures = gather(monthlyReports).get(id)?.figures
    return figures ? percent(figures.closed, figures.carried + figures.new) : null
  }),
  fund: figure('fund'),
  by_cat: monthly.rule(
    { rows },
    ({ id, gather }) =>
      gather(monthlyReports)
        .get(id)
        ?.figures.categories.map(([category, count]) => `${category} ${count}`)
        .join('；') || null,
  ),
  rows: monthly.rule(
    { rows },
    ({ id, gather }) => gather(monthlyReports).get(id)?.hazards.map(lineOf).join('\n') || null,
  ),
  due_on: monthly.rule({ rows }, ({ id, gather }) => gather(monthlyReports).get(id)?.period.due ?? null, {
    why: ({ id, gather }, { policy }) => {
      const due = gather(monthlyReports).get(id)?.period.due
      return due
        ? [
            {
              code: `monthly-report.due-${policy['monthly.shift']}`,
              params: { day: policy['monthly.day'], due },
            },
          ]
        : [{ code: 'monthly-report.not-asked' }]
    },
  }),
  on_time: monthly.rule({ own: ['sent_at'], rows }, ({ id, sent_at, gather }, { now }) =>
    onTime(gather(monthlyReports).get(id)?.period.due ?? null, sent_at, dateOf(now)),
  ),
  hash: monthly.rule({ own: ['snapshot'] }, ({ snapshot }) =>
    snapshot === null ? null : sha256OfText(snapshot),
  ),
  changed: monthly.rule({ rows }, ({ id, gather }) => gather(monthlyReports).get(id)?.changed ?? null),
})

const quarterRows = {
  ...rows,
  inspections: { columns: ['date'] },
  drills: { columns: ['at'] },
  incidents: { columns: ['occurred_at'] },
} as const

const countIn = <R>(
  list: { readonly all: { fold: <A>(start: A, step: (total: A, row: R) => A) => A } },
  day: (row: R) => LocalDate | null,
  months: readonly string[],
): number => list.all.fold(0, (total, row) => total + (months.includes((day(row) ?? '').slice(0, 7)) ? 1 : 0))

export const quarterlySummariesRules = quarterly.all({
  stats: quarterly.rule({ own: ['quarter'], rows: quarterRows }, ({ quarter, gather, rows: list }) => {
    const read = quarter === null ? null : quarterOf(quarter)
    if (read === null) return null
    const months = monthsOfQuarter(read)
    const reports = [...gather(monthlyReports).values()].filter(({ period }) => months.includes(period.month))
    const total = (key: Exclude<keyof Figures, 'categories'>) =>
      reports.reduce((sum, { figures }) => sum + figures[key], 0)
    const missing = months.filter((month) => !reports.some(({ period }) => period.month === month))
    return [
      `上期结转 ${reports[0]?.figures.carried ?? 0} 处`,
      `新增隐患 ${total('new')} 处，其中重大 ${total('new_major')} 处`,
      `销号 ${total('closed')} 处`,
      `期末未销号 ${reports.at(-1)?.figures.open ?? 0} 处，其中逾期 ${reports.at(-1)?.figures.overdue ?? 0} 处`,
      `投入资金 ${total('fund')} 元`,
      `检查 ${countIn(list.inspections, ({ date }) => date, months)} 次`,
      `演练 ${countIn(list.drills, ({ at }) => at, months)} 次`,
      `事故 ${countIn(list.incidents, ({ occurred_at }) => occurred_at, months)} 起`,
      ...(missing.length ? [`还没有 ${missing.join('、')} 的月报`] : []),
    ].join('；')
  }),
  due_sent: quarterly.rule({ own: ['quarter'] }, ({ quarter }, environment) =>
    quarterDue(quarter, environment),
  ),
  on_time: quarterly.rule({ own: ['quarter', 'sent_at'] }, ({ quarter, sent_at }, environment) =>
    onTime(quarterDue(quarter, environment), sent_at, dateOf(environment.now)),
  ),
})

function quarterDue(written: string | null, environment: Environment): LocalDate | null {
  const quarter = written === null ? null : quarterOf(written)
  return quarter === null ? null : quarterlyDue(quarter, environment)
}

/** From so many days before it is due, it waits to be sent. */
const REMINDER_DAYS = 5

export const submissionsRules = register.all({
  state: register.rule({ own: ['due', 'sent_at'] }, ({ due, sent_at }, { now }) => {
    if (sent_at !== null) return '已报'
    if (due === null) return null
    const left = daysBetween(dateOf(now), due)
    return left < 0 ? '逾期' : left <= REMINDER_DAYS ? '待报' : '未到期'
  }),
})
