import { describe, expect, it } from 'vitest'
import { contractedItems } from '../../src/tables/school/presets/contracts.ts'
import { dutyLibraryRows } from '../../src/tables/school/presets/duty-library.ts'
import { school } from './book.ts'

/** A central school's plan: what no other test says by its number. */

const contracted = contractedItems.map(([item]) => item)

describe('persons and their matters', () => {
  it('P3-03 the first responsible is asked for the meeting and for what is major', () => {
    const { book, due, add } = school('2026-11-30 09:00')
    const principal = book.find(['staff'], '程远山')
    expect(due('meeting.month')).toMatchObject([{ who: principal, due: '2026-11-30' }])
    const row = add('hazards', {
      area: '食堂',
      category: '燃气炉火',
      content: '报警器失灵',
      level: '重大',
      owner: '罗来顺',
    })
    expect(due('hazard.major')).toMatchObject([{ who: principal, row }])
  })

  it('P3-04 teaching is contracted, and training counts who was there', () => {
    expect(contracted).toContain('教育教学活动')
    const { add, value, book } = school()
    const everybody = book.view('staff').ids()
    const row = add('training', {
      date: '2026-11-20',
      topic: '责任认定',
      laws: '教育法',
      form: '教师例会',
      who: everybody,
    })
    expect(value('training', row, 'coverage')).toBe(100)
  })

  it('P3-06 petitions, archives and the women on the staff are contracted', () => {
    expect(contracted).toEqual(expect.arrayContaining(['信访稳定', '安全档案', '女教职工']))
  })

  it('P3-08 a kindergarten is a matter of its own', () => {
    expect(contracted).toContain('幼教')
  })

  it('P3-09 special rooms are a matter of their own, with somebody who keeps each', () => {
    expect(contracted).toContain('专用教室')
    const { wrong } = school()
    expect(
      wrong('buildings', {
        name: '科学实验室',
        built: 2018,
        grade: 'A',
        annual: '2026-09-01',
        fire: '已验收',
        rules: '是',
      }),
    ).toEqual(['owner'])
    expect(dutyLibraryRows.map(({ post }) => post)).toContain('实验室管理员')
  })

  it('P3-12 the meeting at the end of the month is one in its last days, and of its kind', () => {
    const { add, value, due } = school('2026-12-02 09:00')
    const meeting = (at: string, kind: string) =>
      value(
        'meetings',
        add('meetings', {
          at,
          kind,
          chair: '程远山',
          scribe: '梁静仪',
          attend: '程远山',
          agenda: '形势',
          decisions: '无',
        }),
        'counts',
      )
    expect(meeting('2026-11-20 16:00', '安全稳定领导小组例会(月底)')).toBe(false)
    expect(meeting('2026-11-30 16:00', '行政会')).toBe(false)
    expect(due('meeting.month').map(({ state }) => state)).toEqual([])
    expect(meeting('2026-11-27 16:00', '安全稳定领导小组例会(月底)')).toBe(true)
  })
})
