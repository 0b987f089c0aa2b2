import { describe, expect, it } from 'vitest'
import { classRolls, recordRolls, withCount } from '../../src/app/class-roll.ts'
import { dutyLogOf } from '../../src/app/duty-log-of.ts'
import type { Session } from '../../src/app/session.ts'
import { draftWeeklySummary, weeklySummaryOf } from '../../src/app/weekly-summary.ts'
import { memorySession } from './memory-session.ts'
import { value } from './value.ts'

// A Wednesday in the first term of the sample school.
const DAY = '2026-11-25'
const open = () => memorySession({ now: () => `${DAY} 09:00` })
const USER = { source: 'user', label: { code: 'cell.edit' } } as const

const log = (session: Session, column: string) =>
  session.book.value('dutyLog', dutyLogOf(session, DAY), column)

describe('the log of the day', () => {
  it('is begun once, from the rota, the attendance and the patrols', () => {
    const { session, changes } = open()
    const { book } = session
    const [leader = '', teacher = '', area = ''] = [
      ...book.view('staff').ids().slice(0, 2),
      book.view('areas').ids()[0]!,
    ]
    const week = book.environment().terms.find(({ from, to }) => from <= DAY && DAY <= to)!
    const summary = value(weeklySummaryOf(session, DAY)).row
    const number = book.stored('weeklySummaries', summary, 'week') as number
    session.add(
      'rota',
      [{ term: week.id, week: String(number), leader, teachers: [teacher], post: '课间' }],
      USER,
    )
    session.add(
      'patrols',
      [
        { at: `${DAY} 08:00`, area, kind: '例行巡查', text: '正常', action: '无需处置' },
        { at: `${DAY} 08:30`, area, kind: '可疑人员', text: '在校门外徘徊', action: '劝离' },
        { at: '2026-11-24 08:30', area, kind: '周边治安', text: '前一天', action: '劝离' },
      ],
      USER,
    )
    changes.length = 0
    const row = dutyLogOf(session, DAY)
    expect(dutyLogOf(session, DAY)).toBe(row)
    expect(changes).toHaveLength(1)
    expect(log(session, 'leader')).toBe(leader)
    expect(log(session, 'teachers')).toEqual([teacher])
    expect(log(session, 'patrol_rounds')).toBe(1)
    expect(log(session, 'outsiders')).toBe('有')
    expect(log(session, 'perimeter_event')).toBe('无')
    expect(log(session, 'status')).toBe('未填')
  })

  it('says that the absent are found as soon as the last of them is, and again that one is not', () => {
    const { session, changes } = open()
    const [staff = ''] = session.book.view('staff').ids()
    const [own = ''] = session.book.view('classes').ids()
    dutyLogOf(session, DAY)
    expect(log(session, 'absence_confirmed')).toBe('已全部确认')
    const rolls = classRolls(session.book, DAY, '晨检')
    recordRolls(session, {
      date: DAY,
      session: '晨检',
      rolls: rolls.map((roll) => (roll.class === own ? withCount(roll, 'unknown', 2) : roll)),
    })
    const ids = session.book.view('absences').ids()
    expect(log(session, 'absence_confirmed')).toBe('未完')
    const confirm = (row: string, by: string) =>
      session.edit([{ table: 'absences', row, column: 'confirmed_by', input: by }], USER)
    confirm(ids[0]!, staff)
    expect(log(session, 'absence_confirmed')).toBe('未完')
    changes.length = 0
    confirm(ids[1]!, staff)
    expect(log(session, 'absence_confirmed')).toBe('已全部确认')
    expect(changes).toHaveLength(1)
    session.remove('absences', [ids[0]!], USER)
    confirm(ids[1]!, '')
    expect(log(session, 'absence_confirmed')).toBe('未完')
    session.remove('absences', [ids[1]!], USER)
    expect(log(session, 'absence_confirmed')).toBe('已全部确认')
  })
})

it('drafts the week from its logs and reports, and leaves alone what is written', () => {
  const { session } = open()
  const { book } = session
  const [first = '', second = ''] = book.view('classes').ids()
  const due = Number(book.stored('classes', first, 'students'))
  session.add(
    'classAttendance',
    [
      { date: DAY, class: first, present: String(due - 3), sick: '2', reported_at: `${DAY} 08:00` },
      { date: '2026-11-24', class: first, present: String(due - 1), leave: '1' },
      { date: '2026-11-18', class: second, present: '1' },
    ],
    USER,
  )
  session.edit(
    [
      { table: 'dutyLog', row: dutyLogOf(session, DAY), column: 'recess_check', input: '异常' },
      { table: 'dutyLog', row: dutyLogOf(session, DAY), column: 'issues', input: '楼梯口追逐' },
      { table: 'dutyLog', row: dutyLogOf(session, DAY), column: 'handled', input: '当场制止。' },
    ],
    USER,
  )
  const { row } = value(weeklySummaryOf(session, DAY))
  expect(value(weeklySummaryOf(session, '2026-11-27')).row).toBe(row)
  const text = (column: string) => book.stored('weeklySummaries', row, column)
  session.edit([{ table: 'weeklySummaries', row, column: 'summary', input: '我自己写' }], USER)
  value(draftWeeklySummary(session, row))
  const name = book.shownName(first)!
  expect(text('summary')).toBe('我自己写')
  expect(text('class_review')).toContain('各班共上报出勤 2 次')
  expect(text('class_review')).toContain(`${name} 4 人次（病假 2、事假 1、原因待查 1）`)
  expect(text('problems')).toBe('11月25日：楼梯口追逐。处理：当场制止。')
  session.edit([{ table: 'weeklySummaries', row, column: 'summary', input: '' }], USER)
  value(draftWeeklySummary(session, row))
  expect(text('summary')).toMatch(/^第 \d+ 周.*填写值周日志 1 天。本周巡查异常 1 项/)
  expect(weeklySummaryOf(session, '2030-01-01')).toMatchObject({ ok: false })
})
