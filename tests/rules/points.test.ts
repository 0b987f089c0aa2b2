import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../src/rules/policy.ts'
import { casesOf, gradeOfSeverity, liableFor, pointsFor } from '../../src/rules/points.ts'

describe('P4-33 points of one incident for one person', () => {
  it.each([
    [0, true, 0],
    [1, false, 10],
    [1, true, 20],
    [2, false, 20],
    [2, true, 50],
    [3, false, 30],
    [3, true, 100],
  ] as const)('grade %i, at fault %s: %i', (grade, liable, points) => {
    expect(pointsFor(grade, liable, defaultPolicy)).toBe(points)
  })

  it('are none without fault where the school says so', () => {
    const policy = { ...defaultPolicy, 'score.noFault': false }
    expect([pointsFor(3, false, policy), pointsFor(3, true, policy)]).toEqual([0, 100])
  })

  it('follow the table of the school', () => {
    const policy = { ...defaultPolicy, 'score.table': [1, 2, 3, 4, 5, 6] }
    expect(
      [1, 2, 3].flatMap((g) => [pointsFor(g as 1, false, policy), pointsFor(g as 1, true, policy)]),
    ).toEqual([1, 2, 3, 4, 5, 6])
  })

  it.each([
    ['未尽责', '否', true, false],
    ['尽责', '是', false, true],
    ['待认定', '是', null, true],
    [null, '待认定', null, null],
  ] as const)(
    '%s in an incident with fault %s: %s by person, %s by incident',
    (finding, liability, own, all) => {
      expect(liableFor(finding, liability, { 'classify.scope': 'person' })).toBe(own)
      expect(liableFor(finding, liability, { 'classify.scope': 'incident' })).toBe(all)
    },
  )

  it('counts an incident once, or each injured pupil', () => {
    expect([
      casesOf(3, { 'classify.countBy': 'incident' }),
      casesOf(3, { 'classify.countBy': 'injured' }),
    ]).toEqual([1, 3])
    expect([
      casesOf(0, { 'classify.countBy': 'injured' }),
      casesOf(null, { 'classify.countBy': 'injured' }),
    ]).toEqual([1, 1])
  })

  it('grades the severities', () => {
    expect(['一般', '较严重', '严重', '不计入', '待定', null].map(gradeOfSeverity)).toEqual([
      1, 2, 3, 0, 0, 0,
    ])
  })
})
