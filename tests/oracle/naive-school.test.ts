import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge, type Book, type Score } from './naive-school.ts'

interface WorkedSchool {
  book: Book
  classes: Record<string, string | null>
  expected: Record<string, Record<string, Score>>
}

const worked = (n: number): WorkedSchool =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/cases/term-${n}.json`, import.meta.url), 'utf8'),
  ) as WorkedSchool

/** One school, one term, one department: the smallest book in which a reading can be seen. */
const small = (more: Record<string, readonly Record<string, string | number>[]>): Book => ({
  terms: [{ school_year: '2026-2027', term: '第一学期', score_from: '2026-09-01', score_to: '2027-02-21' }],
  departments: [{ dept: '教导处', director: '主任', vp: '副校长' }],
  staff: ['副校长', '主任', '甲'].map((name) => ({ name, dept: '教导处', scored: '是' })),
  ...more,
})
const TERM = '2026-2027 第一学期'

describe('the worked schools', () => {
  it.each([1, 2, 3])('school %i: every class and every score', (n) => {
    const { book, classes, expected } = worked(n)
    const found = judge(book)
    expect(found.classes).toEqual(classes)
    const terms = Object.fromEntries(
      Object.entries(found.scores).map(([term, scores]) => [term.replace('2026-2027 ', ''), scores]),
    )
    expect(terms).toEqual(expected)
  })
})

describe('readings the worked schools do not reach', () => {
  it('pays by months in post of at least 15 days', () => {
    const book = small({
      staff: [
        { name: '整学期', dept: '教导处', scored: '是', valid: '2020-08-20' },
        { name: '十月十七日来', dept: '教导处', scored: '是', valid: '2026-10-17' },
        { name: '十月十八日来', dept: '教导处', scored: '是', valid: '2026-10-18' },
        { name: '九月十四日走', dept: '教导处', scored: '是', valid_to: '2026-09-14' },
        { name: '来前已走', dept: '教导处', scored: '是', valid_to: '2026-08-31' },
      ],
    })
    const paid = Object.entries(judge(book).scores[TERM]!).map(([name, score]) => [name, score.amount])
    expect(Object.fromEntries(paid)).toEqual({
      整学期: '100.00',
      十月十七日来: '83.33',
      十月十八日来: '66.67',
      九月十四日走: '0.00',
      来前已走: '0.00',
    })
  })

  it('rounds half a cent up', () => {
    // One month of sixteen at 90 points is 5.625 yuan.
    const book = small({
      terms: [
        { school_year: '2026-2027', term: '第一学期', score_from: '2026-09-01', score_to: '2027-12-31' },
      ],
      staff: [{ name: '甲', dept: '教导处', scored: '是', valid: '2027-12-01' }],
      incidents: [
        {
          no: 'A',
          occurred_at: '2026-10-01 10:00',
          scene: '财产',
          loss_yuan: 1,
          loss_owner: '学校',
          state: '已认定',
        },
      ],
      findings: [{ incident: 'A', person: '甲', educated: '是', guided: '是' }],
    })
    expect(judge(book).scores[TERM]!['甲']!.amount).toBe('5.63')
  })

  it('gives nobody the benefit of two people with one name', () => {
    const book = small({
      staff: [
        { $id: '#1', name: '甲', dept: '教导处', scored: '是' },
        { $id: '#2', name: '甲', dept: '教导处', scored: '是' },
      ],
      incidents: [
        {
          no: 'A',
          occurred_at: '2026-10-01 10:00',
          scene: '财产',
          loss_yuan: 1,
          loss_owner: '学校',
          state: '已认定',
        },
      ],
      findings: [
        { incident: 'A', person: '甲', educated: '否', guided: '是' },
        { incident: 'A', person: '#2', educated: '是', guided: '是' },
      ],
    })
    const { classes, scoreOfRows } = judge(book)
    expect(classes['A']).toBe('一般安全责任事故')
    expect(scoreOfRows.map((one) => one.score.direct)).toEqual([0, 10])
  })

  it('leaves deleted rows out', () => {
    const book: Book = {
      ...small({}),
      incidents: [
        {
          no: 'A',
          occurred_at: '2026-10-01 10:00',
          scene: '财产',
          loss_yuan: 1000,
          loss_owner: '学校',
          state: '已认定',
        },
      ],
      findings: [{ incident: 'A', person: '甲', educated: '否', guided: '是', $deleted: true }],
    }
    expect(judge(book).classes['A']).toBeNull()
    expect(judge(book).scores[TERM]!['甲']!.final).toBe(100)
  })
})
