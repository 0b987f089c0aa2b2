import { addDays, dateOf, daysBetween, type LocalDate } from '../shared/local-date.ts'
import { closedOn } from '../tables/school/hazard-steps.ts'
import type { Tables } from '../tables/index.ts'
import type { Calendar } from './calendar.ts'
import { rulesOf } from './rule.ts'

const { rule, all } = rulesOf<Tables['contracts']>()

/** Longest wait between two checks, in days; a daily one is counted in days of school. */
const LONGEST: Readonly<Record<string, number>> = { 每周: 7, 每月: 31, 每季两次: 46 }

/** What a contracted matter is called in the ledger of hazards (P3-05). */
const CATEGORIES: readonly (readonly [word: string, category: string])[] = [
  ['用电', '用电'],
  ['交通', '校车交通'],
  ['校车', '校车交通'],
  ['炉火', '燃气炉火'],
  ['煤气', '燃气炉火'],
  ['燃气', '燃气炉火'],
  ['房屋', '校舍建筑'],
  ['围墙', '校舍建筑'],
  ['厕所', '校舍建筑'],
  ['门卫', '门卫安防'],
  ['食品', '食品饮水'],
  ['食堂', '食品饮水'],
  ['卫生', '卫生防疫'],
  ['疾病', '卫生防疫'],
  ['消防', '消防'],
  ['宿舍', '宿舍'],
  ['药品', '实验室危化'],
  ['专用教室', '实验室危化'],
]
const categoryOf = (item: string | null): string | null =>
  CATEGORIES.find(([word]) => item?.includes(word))?.[1] ?? null

type Areas = {
  readonly named: (cell: string | null) => { readonly id: string; readonly parent: string | null } | null
}
/** Campus, building, floor, room: an end where areas lie in each other by mistake. */
const LEVELS = 8

/** Is the place the one contracted, or in it? */
function liesIn(place: string | null, target: string, areas: Areas): boolean {
  let at = areas.named(place)
  for (let level = 0; at !== null && level < LEVELS; level++) {
    if (at.id === target) return true
    at = areas.named(at.parent)
  }
  return false
}

/** The last day of `days`, or null. */
const latest = (days: readonly LocalDate[]): LocalDate | null =>
  days.reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), null)

const schoolDaysSince = (from: LocalDate, to: LocalDate, { isWorkday }: Calendar): number => {
  let count = 0
  // After a fortnight nobody asks how many days it was.
  for (let day = addDays(from, 1); day <= to && count < 10; day = addDays(day, 1)) if (isWorkday(day)) count++
  return count
}

export const contractsRules = all({
  /** An inspection by the owner or his helper, of the contracted place where there is one. */
  last_check: rule(
    {
      own: ['owner', 'deputy', 'target', 'valid'],
      rows: {
        staff: { columns: [] },
        areas: { columns: ['parent'] },
        inspections: { columns: ['date', 'inspectors', 'leader', 'areas'] },
      },
    },
    ({ owner, deputy, target, valid, rows }, { now }) => {
      const { staff, areas, inspections } = rows
      const idOf = (cell: string | null) => staff.named(cell)?.id ?? null
      const owners = [idOf(owner), idOf(deputy)].filter((id) => id !== null)
      const place = areas.named(target)?.id ?? null
      const today = dateOf(now)
      const days = inspections.all.fold<LocalDate[]>(
        [],
        (found, { date, inspectors, leader, areas: places }) => {
          if (date === null || date > today || (valid !== null && date < valid)) return found
          if (![leader, ...(inspectors ?? [])].some((cell) => owners.includes(idOf(cell) ?? ''))) return found
          if (place === null || (places ?? []).some((cell) => liesIn(cell, place, areas))) found.push(date)
          return found
        },
      )
      return latest(days)
    },
  ),

  /** Not looked at for longer than agreed; before its first day and after its last nothing is due. */
  overdue: rule(
    { own: ['freq', 'valid', 'valid_to', 'last_check'] },
    ({ freq, valid, valid_to, last_check }, { now, calendar }) => {
      const today = dateOf(now)
      const since = last_check ?? valid
      if (freq === null || since === null) return null
      if (since > today || (valid_to !== null && valid_to < today)) return false
      if (freq === '每日') return schoolDaysSince(since, today, calendar) > 1
      return daysBetween(since, today) > LONGEST[freq]!
    },
  ),

  /** Of the place; of a matter, those of its kind; else those its owner has to put right. */
  open_hazards: rule(
    {
      own: ['item', 'target', 'owner'],
      rows: {
        staff: { columns: [] },
        areas: { columns: ['parent'] },
        hazards: {
          columns: [
            'found_on',
            'owner',
            'done_on',
            'reviewer',
            'reviewed_on',
            'review',
            'closed_on',
            'taken_over',
            'area',
            'category',
          ],
        },
      },
    },
    ({ item, target, owner, rows }) => {
      const { staff, areas, hazards } = rows
      const place = areas.named(target)?.id ?? null
      const category = categoryOf(item)
      const person = staff.named(owner)?.id ?? owner
      return hazards.all.fold(0, (count, hazard) => {
        if (hazard.found_on === null || closedOn(hazard) !== null) return count
        const isOf =
          place !== null
            ? liesIn(hazard.area, place, areas)
            : category !== null
              ? hazard.category === category
              : (staff.named(hazard.owner)?.id ?? hazard.owner) === person
        return count + (isOf ? 1 : 0)
      })
    },
  ),
})
