import { addDays, dateOf, type LocalDate } from '../../shared/local-date.ts'
import { sha256OfText } from '../../shared/sha-256-text.ts'
import { newId } from '../../shared/id.ts'
import { defaultPolicy } from '../../rules/policy.ts'
import { monthlyDue, quarterlyDue } from '../../rules/report-due.ts'
import { monthlyReports } from '../../rules/report-figures.ts'
import { snapshotText } from '../../rules/report-snapshot.ts'
import { monthsOfQuarter } from '../../tables/school/report-periods.ts'
import type { SampleRow } from '../sample-school-people.ts'
import type { SampleDays } from './days.ts'
import type { SampleHazard } from './hazards.ts'

const MONTHS = 12
const SIGNERS = ['韦立峰', '程远山'] as const
const QUIET = '寒暑假期间没有开展教学活动，值班巡查没有新发现。'

const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7)

interface Report {
  readonly id: string
  readonly month: string
  readonly sent_at: string
  readonly snapshot: string
}

/** A table with these rows, as rules read it. */
const over = (rows: readonly object[]) => {
  const all = {
    fold: <A>(start: A, step: (sum: A, row: never) => A): A =>
      rows.reduce<A>((sum, row) => step(sum, row as never), start),
  }
  return { all, where: () => all, named: () => null }
}

/** The ledger as it stood on a day: what came later nobody could report. */
const asOf = (hazards: readonly SampleHazard[], day: LocalDate) =>
  hazards
    .filter(({ cells }) => String(cells['found_on']) <= day)
    .map(({ id, cells }) => {
      const until = (key: string) => (String(cells[key] ?? '9') <= day ? (cells[key] ?? null) : null)
      return {
        ...EMPTY,
        ...cells,
        id,
        done_on: until('done_on'),
        reviewed_on: until('reviewed_on'),
        review: until('reviewed_on') === null ? null : (cells['review'] ?? null),
        closed_on: until('closed_on'),
      }
    })
const EMPTY = { extension: null, reviewer: null, measure: null, shelved: null, fund: null }

/**
 * The months whose report has fallen due, each frozen as it would have been on the day it was sent, and the hazards marked
 * with the report that first told of them. One was sent a day late.
 */
export function reportRows(days: SampleDays, hazards: readonly SampleHazard[]) {
  const { today, calendar, spans: terms } = days
  const facts = { policy: defaultPolicy, calendar, terms }
  const due = (month: string) => monthlyDue(month, facts)!
  const months: string[] = []
  for (let month = today.slice(0, 7); months.length < MONTHS; month = monthBefore(month))
    if (due(month) < today) months.unshift(month)
  const sent: Report[] = []
  const rows: SampleRow[] = []
  const register: SampleRow[] = []
  for (const [at, month] of months.entries()) {
    const late = at === 4
    const sent_at = `${late ? addDays(due(month), 1) : addDays(due(month), -(at % 3))} 1${at % 5}:20`
    const known = { id: newId(), month, sent_at }
    const reports = monthlyReports(
      {
        hazards: over(asOf(hazards, dateOf(sent_at))),
        areas: over([]),
        monthlyReports: over([...sent, { ...known, snapshot: null }]),
      } as never,
      { ...facts, now: sent_at },
    )
    const { period, figures, hazards: told } = reports.get(known.id)!
    const snapshot = snapshotText({ from: period.from, to: period.to, due: period.due, hazards: told })
    sent.push({ ...known, snapshot })
    const ids = new Set(told.map(({ id }) => id))
    for (const { id, cells } of hazards)
      if (ids.has(id) && cells['reported'] === '否') {
        cells['reported'] = '月报'
        cells['reported_on'] = sent_at
      }
    rows.push({
      month,
      signers: SIGNERS,
      sent_at,
      snapshot,
      ...(figures.new === 0 ? { zero_note: QUIET } : {}),
    })
    register.push({
      item: '隐患月报',
      period: month,
      due: due(month),
      sent_at,
      channel: '文件',
      to: '丰禾县教育局安稳办',
      hash: sha256OfText(snapshot),
      receipt: '安稳办已收',
    })
  }
  const quarters = quartersOf(days)
  return [
    { table: 'monthlyReports', rows, ids: sent.map(({ id }) => id) },
    { table: 'quarterlySummaries', rows: quarters.map(({ row }) => row) },
    { table: 'submissions', rows: [...register, ...quarters.map(({ entry }) => entry), ...others(days)] },
  ]
}

const WORK = [
  '每周检查十二次，节前检查一次，开学检查一次；消防、食堂、用电各做一次专项检查。',
  '按月演练，全校疏散用时都在三分钟以内；班主任会讲一次课间安全。',
  '暑期维修六处；防溺水告知书发到每户，回执收齐。',
  '更换应急灯和灭火器，燃气报警器全部检验；护学岗每天到位。',
] as const
const PROBLEMS = [
  '个别隐患配件到货慢，整改超过七天。',
  '课间楼梯口仍有推挤。',
  '门前道路没有人行信号灯，学校无力解决。',
] as const
const NEXT = [
  '常用配件备货；课间楼梯口加一名教师；继续报请安装信号灯。',
  '班主任会专题讲课间安全，值周抽查加密。',
] as const

function quartersOf({ today, calendar }: SampleDays) {
  const quarters: string[] = []
  for (let year = +today.slice(0, 4) - 1; year <= +today.slice(0, 4); year++)
    for (let n = 1; n <= 4; n++) quarters.push(`${year}-Q${n}`)
  return quarters
    .map((quarter) => ({ quarter, due: quarterlyDue(quarter, { policy: defaultPolicy, calendar }) }))
    .filter(({ due }) => due < today)
    .slice(-4)
    .map(({ quarter, due }, at) => {
      const sent_at = `${addDays(due, -2)} 15:40`
      return {
        row: {
          quarter,
          done: WORK[(+monthsOfQuarter(quarter)[0]!.slice(5) - 1) / 3]!,
          problems: PROBLEMS[at % PROBLEMS.length]!,
          next: NEXT[at % NEXT.length]!,
          sent_at,
          signed: '程远山',
        } satisfies SampleRow,
        entry: {
          item: '季度总结',
          period: quarter,
          due,
          sent_at,
          channel: '系统',
          to: '丰禾县教育局安稳办',
        } satisfies SampleRow,
      }
    })
}

const others = ({ today, ago }: SampleDays): SampleRow[] => [
  {
    item: '专项自查',
    period: `${today.slice(0, 4)} 冬季取暖与用电`,
    due: addDays(today, 9),
    channel: '纸质',
    to: '丰禾县教育局安稳办',
  },
  {
    item: '重大隐患',
    period: '燃气报警器失灵',
    due: ago(40),
    sent_at: `${ago(40)} 15:20`,
    channel: '系统',
    to: '丰禾县教育局安稳办',
    receipt: '已收，限三十天',
  },
]
