import { describe, expect, it } from 'vitest'
import { monthsBefore, monthsIn, spanOf } from '../../../src/rules/bureau/spans.ts'
import { county, openBureau } from './open-bureau.ts'

describe('P5-08 a bulletin', () => {
  it('P5-25 tells who has sent the month and who has not', () => {
    const { value } = openBureau({
      ...county,
      bulletins: [{ period: '2026-08' }],
      receipts: [{ month: '2026-08', school: '一小', received: '2026-08-30 10:00' }],
    })
    expect(value('bulletins', 'sub')).toBe('应报2份，已报1份，按时0份；未报齐：二小')
    expect([value('bulletins', 'due_files'), value('bulletins', 'on_time_files')]).toEqual([2, 0])
  })

  it('P6-21 tells what was found beside the period before, by category and by town', () => {
    const { value } = openBureau({
      ...county,
      bulletins: [{ period: '2026-Q3' }],
      allHazards: [
        { school: '一小', no: '1', found_on: '2026-07-01', category: '消防', level: '重大', state: '整改中' },
        {
          school: '一小',
          no: '2',
          found_on: '2026-09-01',
          category: '消防',
          level: '一般',
          state: '已销号',
          closed_on: '2026-09-03',
        },
        { school: '二小', no: '1', found_on: '2026-08-01', category: '用电', level: '一般', state: '整改中' },
        {
          school: '二小',
          no: '2',
          found_on: '2026-06-30',
          category: '用电',
          level: '一般',
          state: '已销号',
          closed_on: '2026-06-30',
        },
      ],
    })
    expect(value('bulletins', 'haz')).toBe(
      '新增3条(上期1条)，其中重大1条；销号1条；未销号2条。类别：消防2、用电1。学区：东镇2、西镇1',
    )
  })

  it('P5-08 tells of incidents in figures only', () => {
    const { value } = openBureau({
      ...county,
      bulletins: [{ period: '2026-09' }, { period: '2026-07' }],
      allIncidents: [
        {
          school: '一小',
          no: '1',
          times: '2026-09-01 10:00',
          type: '打架',
          class6: '一般安全责任事故',
          cas: 1,
        },
        {
          school: '一小',
          no: '2',
          times: '2026-09-02 10:00',
          type: '打架',
          class6: '一般安全事故',
          cas_severe: 1,
        },
        { school: '一小', no: '3', times: '2026-08-02 10:00', type: '火灾' },
      ],
    })
    expect(value('bulletins', 'inc')).toBe('2起(上期1起)，其中责任事故1起；伤2人，亡0人。类型：打架2')
    expect(value('bulletins', 'inc', 1)).toBe('0起(上期0起)，其中责任事故0起；伤0人，亡0人')
  })

  it('P5-08 ranks by what was closed and names who is behind', () => {
    const { value } = openBureau({
      ...county,
      bulletins: [{ period: '2026-08' }],
      receipts: [{ month: '2026-08', school: '一小', received: '2026-08-20 10:00' }],
      allHazards: [
        { school: '一小', no: '1', found_on: '2026-08-01', state: '已销号' },
        { school: '一小', no: '2', found_on: '2026-08-01', state: '整改中', due: '2026-08-10' },
      ],
    })
    expect(value('bulletins', 'rank')).toBe('整改率：1.一小 50%。点名：一小(逾期1条)、二小(未报齐)')
  })

  it('says nothing of a period nobody can read', () => {
    const { value } = openBureau({ ...county, bulletins: [{ period: '何时' }] })
    expect(['sub', 'haz', 'inc', 'rank'].map((key) => value('bulletins', key))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

it.each([
  ['2026-09', '2026-09-01', '2026-09-30', ['2026-08']],
  ['2026-01', '2026-01-01', '2026-01-31', ['2025-12']],
  ['2026-Q1', '2026-01-01', '2026-03-31', ['2025-10', '2025-11', '2025-12']],
])('the period %s is from %s to %s and follows %s', (period, from, to, before) => {
  const months = monthsIn(period)!
  expect(spanOf(months)).toEqual({ from, to })
  expect(monthsBefore(months)).toEqual(before)
})

it('P5-07 a box of the archive shows which tables fill it and what they lack', () => {
  const { column } = openBureau({
    ...county,
    bureauArchive: [
      { no: '1', year: '2026', kind: '分包督查' },
      { no: '2', year: '2026', kind: '隐患督办' },
      { no: '3', year: '2026', kind: '其他' },
    ],
    visits: [
      { no: 'a', date: '2026-03-01' },
      { no: 'b', date: '2025-03-01' },
    ],
  })
  expect(column('bureauArchive', 'source')).toEqual([
    '督查记录、科室季度督查报告',
    '隐患汇总台账、重大隐患督办',
    null,
  ])
  expect(column('bureauArchive', 'source_rows')).toEqual([1, 0, 0])
  expect(column('bureauArchive', 'complete')).toEqual(['缺科室季度督查报告', '齐全', '缺文件或存放位置'])
})
