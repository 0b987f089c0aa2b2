import { describe, expect, it } from 'vitest'
import { addCommonRows, hasCommonRows } from '../../src/app/common-rows.ts'
import type { Input } from '../../src/app/read-input.ts'
import { tables } from '../../src/tables/index.ts'
import { posts } from '../../src/tables/school/posts.ts'
import { contractedItems } from '../../src/tables/school/presets/contracts.ts'
import { dutyLibraryRows } from '../../src/tables/school/presets/duty-library.ts'
import { pledgeTemplates } from '../../src/tables/school/presets/pledges.ts'
import { memorySession } from './memory-session.ts'

const how = { source: 'user', label: { code: 'row.add' } } as const

function school(rows: Record<string, readonly Record<string, Input>[]> = {}) {
  const { session } = memorySession({ sample: false })
  for (const table of ['departments', 'profile']) session.remove(table, session.book.view(table).ids(), how)
  for (const [table, all] of Object.entries(rows)) session.add(table, all, how)
  const text = (table: string, column: string) =>
    session.book
      .view(table)
      .ids()
      .map((row) => session.book.text(table, row, column))
  return { session, text }
}

const PEOPLE: Record<string, readonly Record<string, Input>[]> = {
  departments: [
    { dept: '教导处', kind: '处室', line: '教育教学', director: '教导主任', vp: '副校长' },
    { dept: '总务处', kind: '处室', line: '总务后勤', director: '总务主任', vp: '副校长' },
  ],
  staff: [
    { name: '校长', dept: '教导处', posts: '校长' },
    { name: '副校长', dept: '教导处', posts: '分管安全副校长' },
    { name: '教导主任', dept: '教导处', posts: '教务主任、任课教师' },
    { name: '总务主任', dept: '总务处', posts: '总务主任' },
    { name: '老师', dept: '教导处', posts: '班主任、任课教师、跳绳教练' },
    { name: '电工', dept: '总务处', posts: '水电工' },
    { name: '退休', dept: '总务处', posts: '门卫', status: '退休' },
  ],
  profile: [{ school_name: '一小', principal: '校长', safety_vp: '副校长' }],
}

describe('the words that are offered', () => {
  it('P5-18 both duties of every post, each item on its own line', () => {
    expect(dutyLibraryRows.map(({ post }) => post)).toEqual(posts.map(({ zh }) => zh))
    for (const row of dutyLibraryRows) {
      expect(
        tables.dutyLibrary.columns.kind.options!.map(({ zh }) => zh),
        row.post,
      ).toContain(row.kind)
      expect(row.safety_duty.split('\n').length, row.post).toBeGreaterThanOrEqual(2)
      expect(row.job_duty.length, row.post).toBeGreaterThan(5)
    }
    const texts = dutyLibraryRows.map(({ safety_duty }) => safety_duty)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('P3-05 the eleven matters of plan 3 are contracted', () => {
    const items = contractedItems.map(([item]) => item)
    for (const item of '用电 交通 炉火 煤气 房屋 围墙 厕所 门卫 食品 卫生 疾病预防'.split(' '))
      expect(items).toContain(item)
    expect(new Set(items).size).toBe(items.length)
  })

  it('P4-11 a template belongs to a layer there is, and has a place for those who sign', () => {
    const tiers = tables.pledges.columns.tier.options!.map(({ zh }) => zh as string)
    for (const [tier, { goals }] of Object.entries(pledgeTemplates)) {
      expect(tiers).toContain(tier)
      for (const word of ['【甲方】', '【乙方】', '【学年】', '【报告部门】']) expect(goals).toContain(word)
    }
  })
})

describe('filling in what is usual', () => {
  it('is offered where there is something, and nowhere else', () => {
    expect(['dutyLibrary', 'contracts', 'leadership', 'duties', 'pledges'].every(hasCommonRows)).toBe(true)
    expect(['incidents', 'constructor'].some(hasCommonRows)).toBe(false)
  })

  it('puts the posts in as one step, without a fault, and takes them back as one', async () => {
    const { session, text } = school()
    const outcome = await addCommonRows(session, 'dutyLibrary')
    expect(outcome?.problems).toEqual([])
    expect(text('dutyLibrary', 'post')).toHaveLength(posts.length)
    expect([...session.book.problems()].filter(({ table }) => table === 'dutyLibrary')).toEqual([])
    await session.undo()
    expect(text('dutyLibrary', 'post')).toEqual([])
  })

  it('P3-02 makes the group from the profile and the departments, each person once', async () => {
    const { session, text } = school(PEOPLE)
    await addCommonRows(session, 'leadership')
    expect(text('leadership', 'person')).toEqual(['校长', '副校长', '教导主任', '总务主任'])
    expect(text('leadership', 'role')).toEqual(['组长', '副组长', '成员', '成员'])
    const bare = school()
    await addCommonRows(bare.session, 'leadership')
    expect(bare.text('leadership', 'role')).toEqual(['组长', '副组长', '成员'])
  })

  it('P5-17 makes the list of duties from who is at work and which posts have duties', async () => {
    const { session, text } = school(PEOPLE)
    expect(await addCommonRows(session, 'duties')).toBeNull()
    await addCommonRows(session, 'dutyLibrary')
    await addCommonRows(session, 'duties')
    const pairs = text('duties', 'person').map((person, at) => `${person} ${text('duties', 'post')[at]}`)
    expect(pairs).toEqual([
      '校长 校长',
      '副校长 分管安全副校长',
      '教导主任 教务主任',
      '教导主任 任课教师',
      '总务主任 总务主任',
      '老师 班主任',
      '老师 任课教师',
      '电工 水电工',
    ])
    expect(text('duties', 'safety').every((each) => each !== '')).toBe(true)
    // Above the teacher is the head of the office, above the head the vice principal.
    expect(text('duties', 'reports_to').slice(3, 6)).toEqual(['副校长', '副校长', '教导主任'])
  })

  it('P2-11 makes the pledges layer by layer, numbered, with their texts and templates', async () => {
    const { session, text } = school(PEOPLE)
    await addCommonRows(session, 'pledges')
    const layers = text('pledges', 'tier').map(
      (tier, at) => `${tier}: ${text('pledges', 'party_a')[at]} ${text('pledges', 'party_b')[at]}`,
    )
    expect(layers).toEqual([
      '校长-副校长: 校长 副校长',
      '分管副校长-主任: 副校长 教导主任',
      '分管副校长-主任: 副校长 总务主任',
      '教导主任-班主任科任: 教导主任 老师',
      '总务主任-后勤: 总务主任 电工',
    ])
    expect(new Set(text('pledges', 'no')).size).toBe(5)
    expect(text('pledges', 'status')).toEqual(Array(5).fill('未签'))
    expect(text('pledges', 'report_dept')).toEqual(['教导处', '教导处', '教导处', '教导处', '总务处'])
    const goals = text('pledges', 'goals')[4]!
    expect(goals).toContain('电工对总务主任负责')
    expect(goals).not.toContain('【')
    // One template for each layer, found by its name.
    expect(text('plans', 'title')).toHaveLength(4)
    const wrong = [...session.book.problems()].filter(({ table }) => table === 'pledges' || table === 'plans')
    expect(wrong).toEqual([])
  })

  it('gives the head of a grade a pledge of its own layer', async () => {
    const { session, text } = school({
      ...PEOPLE,
      staff: [...PEOPLE['staff']!, { name: '组长', dept: '教导处', posts: '班主任、年级组长' }],
    })
    await addCommonRows(session, 'pledges')
    const at = text('pledges', 'party_b').indexOf('组长')
    expect(text('pledges', 'tier')[at]).toBe('部门-级部(年级组长)')
    expect(text('pledges', 'goals')[at]).toContain('年级')
    expect(text('plans', 'title')).toContain(text('pledges', 'template')[at])
  })

  it('says nothing can be put where nothing is known', async () => {
    const { session } = school()
    expect(await addCommonRows(session, 'pledges')).toBeNull()
  })
})
