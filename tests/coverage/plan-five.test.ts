import { expect, it } from 'vitest'
import { choicesOf, school } from './book.ts'

/** A county bureau's plan, as far as schools carry it: what no other test says by its number. */

it('P5-08 insurance: the claim of each injured pupil, and the day the policy ends', () => {
  expect(choicesOf('incidentPeople', 'claim')).toEqual(['未报案', '已报案', '已赔付'])
  const { book, due, set } = school()
  const [profile] = book.view('profile').ids()
  expect(due('insurance.expiry')).toEqual([])
  set('profile', profile!, 'liability_policy_until', '2026-12-10')
  expect(due('insurance.expiry')).toMatchObject([{ due: '2026-12-10', state: 'due' }])
})

it('P5-11 the canteen writes its day down where there is one, and what safety costs is entered', () => {
  const { book, due, set, wrong } = school()
  const [profile] = book.view('profile').ids()
  expect(due('canteen.log').map(({ due }) => due)).toContain('2026-11-25')
  set('profile', profile!, 'canteen', '否')
  expect(due('canteen.log')).toEqual([])
  expect(wrong('funds', { date: '2026-11-20', use: '整改', amount: 300 })).toEqual([])
  expect(
    wrong('canteenLog', {
      date: '2026-11-25',
      meal: '中',
      staff_ok: '合格',
      purchase: '不合格',
      sample: '合格',
      disinfect: '合格',
      leader: '贺长庚',
    }),
  ).toEqual(['issue'])
})

it('P5-15 the school answers for itself: every duty that falls due has somebody', () => {
  const { book, due } = school()
  const named = [
    book.find(['staff'], '程远山'),
    book.find(['staff'], '高志勤'),
    book.find(['staff'], '韦立峰'),
  ]
  for (const duty of ['inspection.week', 'report.month', 'drill.month', 'meeting.month'])
    for (const { who } of due(duty)) expect(named).toContain(who)
  expect(due('report.month').length).toBeGreaterThan(0)
})

it('P5-22 crossing work names who gave it to whom', () => {
  const { add, wrong } = school()
  add('dutyLibrary', { post: '班主任', kind: '年级班级', job_duty: '管理班级', safety_duty: '清点人数' })
  const cells = { person: '叶春荣', post: '班主任', cross: '是', safety_own: '课后服务时段' }
  expect(wrong('duties', cells)).toEqual(['assigned_by'])
  expect(wrong('duties', { ...cells, person: '曹慧敏', assigned_by: '程远山' })).toEqual([])
})

it('P5-27 news that cannot wait stands in the register until it is sent', () => {
  const { add, due, set, value } = school()
  expect(choicesOf('submissions', 'item')).toEqual(expect.arrayContaining(['突发信息', '事故快报']))
  expect(value('submissions', add('submissions', { item: '事故快报', period: '一' }), 'due')).toBe(
    '2026-11-25',
  )
  const row = add('submissions', { item: '突发信息', period: '校门口积水', due: '2026-11-24' })
  expect(value('submissions', row, 'state')).toBe('逾期')
  expect(due('report.submission')).toMatchObject([{ row, state: 'overdue' }, { state: 'due' }])
  set('submissions', row, 'sent_at', '2026-11-25 08:50')
  expect(value('submissions', row, 'state')).toBe('已报')
  expect(due('report.submission').map((one) => one.row)).not.toContain(row)
})

it('P5-28 a village school names the central school it reports through', () => {
  const { book, set, text } = school()
  const [profile] = book.view('profile').ids()
  set('profile', profile!, 'school_type', '教学点')
  set('profile', profile!, 'parent_school', '青禾镇中心校')
  expect(text('profile', profile!, 'parent_school')).toBe('青禾镇中心校')
  expect(choicesOf('profile', 'school_type')).toEqual(expect.arrayContaining(['中心校', '教学点']))
})

it('P5-29 a plan is in force from its issue, until it is withdrawn', () => {
  const { add, value, set } = school()
  const row = add('plans', { title: '考核办法', kind: '管理制度', issued: '2026-11-01', owner: '高志勤' })
  expect(value('plans', row, 'state')).toBe('有效')
  expect(value('plans', row, 'next')).toBe('2027-11-01')
  set('plans', row, 'state', '废止')
  expect(value('plans', row, 'next')).toBeNull()
})
