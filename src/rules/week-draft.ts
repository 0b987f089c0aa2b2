import type { LocalDate } from '../shared/local-date.ts'
import type { Step } from '../tables/column.ts'

/** The attendance of a class over a week, in pupils and days. */
export interface ClassWeek {
  readonly name: string
  readonly absent: number
  readonly sick: number
  readonly leave: number
  readonly late: number
}

/** The text a weekly summary starts with, for people to go on from; null where there is nothing to tell. */
export interface WeekDraft {
  readonly class_review: string | null
  readonly summary: string
  readonly problems: string | null
}

/** What the figures of the week (`weeklySummaries.stats`) are called in a sentence. */
const WORDS: Readonly<Record<string, (count: number) => string>> = {
  'week.abnormal': (count) => `巡查异常 ${count} 项`,
  'week.outsiders': (count) => `外来、可疑或违规入校 ${count} 人次`,
  'week.incidents': (count) => `发生事故 ${count} 起`,
  'week.hazards': (count) => `查出隐患 ${count} 处`,
}

export function weekDraft(facts: {
  readonly week: number
  readonly leader: string | null
  /** The logs of the week, by day. */
  readonly logs: readonly {
    readonly date: LocalDate
    readonly issues: string | null
    readonly handled: string | null
  }[]
  readonly stats: readonly Step[]
  /** How many reports of classes there are. */
  readonly reports: number
  readonly classes: readonly ClassWeek[]
}): WeekDraft {
  const { week, leader, logs, stats, reports, classes } = facts
  const found = stats.flatMap(({ code, params }) => {
    const words = WORDS[code]
    return words && typeof params?.['count'] === 'number' ? [words(params['count'])] : []
  })
  const issues = logs.filter((log) => log.issues !== null)
  return {
    class_review: reports === 0 ? null : reviewOf(reports, classes),
    summary: [
      `第 ${week} 周${leader === null ? '' : `由${leader}带班`}，填写值周日志 ${logs.length} 天。`,
      found.length > 0 ? `本周${found.join('，')}。` : '本周没有发现异常。',
    ].join(''),
    problems:
      issues.length === 0
        ? null
        : issues
            .map(
              ({ date, issues: what, handled }) =>
                `${dayOf(date)}：${ended(what!)}${handled === null ? '' : `处理：${ended(handled)}`}`,
            )
            .join('\n'),
  }
}

function reviewOf(reports: number, classes: readonly ClassWeek[]): string {
  const absent = classes.filter((own) => own.absent > 0).sort((a, b) => b.absent - a.absent)
  const late = classes.filter((own) => own.late > 0).sort((a, b) => b.late - a.late)
  return [
    `各班共上报出勤 ${reports} 次，`,
    absent.length === 0 ? '没有学生缺勤。' : `缺勤：${absent.map(absentOf).join('；')}。`,
    late.length === 0
      ? '没有迟报。'
      : `迟报：${late.map(({ name, late: times }) => `${name} ${times} 次`).join('；')}。`,
  ].join('')
}

function absentOf({ name, absent, sick, leave }: ClassWeek): string {
  const kinds = [
    ['病假', sick],
    ['事假', leave],
    ['原因待查', absent - sick - leave],
  ] as const
  const told = kinds.filter(([, count]) => count > 0).map(([kind, count]) => `${kind} ${count}`)
  return `${name} ${absent} 人次${told.length ? `（${told.join('、')}）` : ''}`
}

const dayOf = (date: LocalDate): string => `${+date.slice(5, 7)}月${+date.slice(8)}日`
const ended = (text: string): string => (/[。！？；]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)
