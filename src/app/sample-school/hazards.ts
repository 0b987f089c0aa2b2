import { addDays, daysBetween, type LocalDate } from '../../shared/local-date.ts'
import { newId } from '../../shared/id.ts'
import { staff, type SampleRow } from '../sample-school-people.ts'
import { turn, type SampleDays } from './days.ts'
import { stories, type HazardStory } from './hazard-stories.ts'

/** A hazard of the sample with the id its row will have, so that a report can speak of it before there is a workbook. */
export interface SampleHazard {
  readonly id: string
  readonly cells: Record<string, SampleRow[string]>
}

/** Days ago on which the finished ones were found: about six in a month of school, over more than a year. */
const FOUND = Array.from({ length: 75 }, (_, at) => 398 - at * 5)
/** Longer than a holiday: nobody was there to find anything. */
const VACATION_DAYS = 9
/** How long each took to put right; now and then longer than it should. */
const TOOK = [3, 2, 5, 1, 4, 6, 2, 3, 12, 4, 2, 5, 3, 20, 1, 4, 6, 2] as const
const SOURCES = ['每周检查', '值周', '每周检查', '分包督查', '师生举报', '每周检查', '专项'] as const

const departmentOf = (person: string): string =>
  String(staff.find(({ name }) => name === person)?.['dept'] ?? '总务处')

interface Found {
  readonly story: HazardStory
  readonly found: LocalDate
  readonly source: string
}

/** As it was entered. The number is given by the day, in the order of the ledger. */
const entered = ({ story, found, source }: Found): Record<string, SampleRow[string]> => ({
  found_on: found,
  source,
  found_by: source === '值周' ? '余晓岚' : '韦立峰',
  area: story.area,
  category: story.category,
  content: story.content,
  level: '一般',
  dept: departmentOf(story.owner),
  owner: story.owner,
  fund: story.fund ?? 0,
  due: addDays(found, 7),
  reported: '否',
})

const checker = ({ owner }: HazardStory): string => (owner === '韦立峰' ? '高志勤' : '韦立峰')

function finished(one: Found, took: number): Record<string, SampleRow[string]> {
  const done_on = addDays(one.found, took)
  const late = took > 7
  return {
    ...entered(one),
    measure: one.story.measure,
    ...(late
      ? { extension: addDays(one.found, 30), extension_reason: '配件要从县里订货', interim: '拉警戒线，停用' }
      : {}),
    done_text: one.story.done,
    done_on,
    photo_after: '整改后.jpg',
    reviewer: checker(one.story),
    reviewed_on: addDays(done_on, 1),
    review: '合格',
    closed_on: addDays(done_on, 1),
    closed_by: '高志勤',
  }
}

/** One in each state that is not the last; one of them is too late. */
function unfinished({ ago }: SampleDays): Record<string, SampleRow[string]>[] {
  const story = (at: number): HazardStory => stories[at]!
  const at = (index: number, back: number, source = '每周检查'): Found => ({
    story: story(index),
    found: ago(back),
    source,
  })
  const [overdue, working, fresh, waiting, passed, beyond, major] = [
    at(13, 13),
    at(9, 4),
    at(24, 2, '值周'),
    at(4, 6),
    at(19, 9),
    at(10, 34, '师生举报'),
    at(20, 40, '上级检查'),
  ]
  return [
    { ...entered(overdue), measure: overdue.story.measure },
    {
      ...entered(working),
      measure: working.story.measure,
      due: addDays(working.found, 12),
      interim: '拉警戒线',
    },
    { ...entered(fresh), due: addDays(fresh.found, 14), interim: '立提示牌' },
    {
      ...entered(waiting),
      measure: waiting.story.measure,
      due: addDays(waiting.found, 15),
      interim: '暂停使用',
      done_text: waiting.story.done,
      done_on: ago(1),
      photo_after: '整改后.jpg',
      reviewer: checker(waiting.story),
    },
    {
      ...entered(passed),
      measure: passed.story.measure,
      due: addDays(passed.found, 20),
      interim: '锁窗',
      done_text: passed.story.done,
      done_on: ago(4),
      photo_after: '整改后.jpg',
      reviewer: checker(passed.story),
      reviewed_on: ago(2),
      review: '合格',
    },
    {
      ...entered(beyond),
      content: '门前道路没有人行信号灯',
      measure: '报请交警部门安装',
      due: addDays(beyond.found, 60),
      interim: '上放学由护学岗疏导',
      shelved: true,
      reported: '立即上报',
      reported_on: `${beyond.found} 16:00`,
    },
    {
      ...finished(major, 18),
      level: '重大',
      content: '操作间燃气报警器失灵',
      category: '燃气炉火',
      major_basis: '重大事故隐患判定：燃气报警装置失效',
      impact: '泄漏时不能报警，可能爆燃',
      measure: '停气，更换报警器和切断阀',
      done_text: '燃气公司更换，联动试验合格',
      interim: '停用燃气，改用电灶',
      supervisor: '程远山',
      fund: 2600,
      due: addDays(major.found, 30),
      extension: null,
      extension_reason: null,
      reported: '立即上报',
      reported_on: `${major.found} 15:20`,
    },
  ].map((cells) => Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null)))
}

/** The ledger in the order of its days, each day's hazards numbered. */
export function sampleHazards(days: SampleDays): SampleHazard[] {
  const past = FOUND.flatMap((back, at) => {
    const day = addDays(days.today, -back)
    const found = days.heldBy(day)
    const took = turn(TOOK, at)
    if (daysBetween(found, day) > VACATION_DAYS) return []
    // What is still being worked on stands in `unfinished`.
    if (addDays(found, took + 1) >= days.today) return []
    return [finished({ story: turn(stories, at * 5), found, source: turn(SOURCES, at) }, took)]
  })
  const ledger = [...past, ...unfinished(days)].sort((a, b) =>
    String(a['found_on']) < String(b['found_on']) ? -1 : 1,
  )
  const count = new Map<string, number>()
  return ledger.map((cells) => {
    const day = String(cells['found_on'])
    const n = (count.get(day) ?? 0) + 1
    count.set(day, n)
    return {
      id: newId(),
      cells: { no: `YH-${day.replaceAll('-', '')}-${String(n).padStart(2, '0')}`, ...cells },
    }
  })
}
