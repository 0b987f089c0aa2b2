import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { county, openBureau } from './open-bureau.ts'

const item = (school: string, name: string, points: number, onsite: number | null = null) => ({
  year: '2026',
  school,
  item: name,
  points,
  onsite,
})

describe('assessment of schools', () => {
  it('P5-15 reckons what came in: pledges, hazards, files in time, drills and incidents', () => {
    const names = ['责任制与责任书', '检查与隐患', '月报季报按时率', '演练', '事故', '档案']
    const { column } = openBureau({
      ...county,
      schoolAssessment: names.map((name) => item('一小', name, 10)),
      schoolPledges: [{ year: '2026', school: '一小', signed: '2026-02-20' }],
      allHazards: [
        { school: '一小', no: '1', found_on: '2026-03-01', state: '已销号' },
        { school: '一小', no: '2', found_on: '2026-03-01', state: '整改中' },
        { school: '一小', no: '3', found_on: '2026-03-01', state: '已销号' },
        { school: '一小', no: '4', found_on: '2025-03-01', state: '整改中' },
      ],
      // Eight months are over by the middle of September: four of them came in time, one late.
      receipts: ['01', '02', '03', '04', '05'].map((month) => ({
        month: `2026-${month}`,
        school: '一小',
        received: month === '05' ? '2026-05-29 10:00' : `2026-${month}-27 10:00`,
        drill_rows: month === '01' ? 0 : 1,
      })),
      allIncidents: [
        {
          school: '一小',
          no: '1',
          times: '2026-03-01 10:00',
          class6: '一般安全责任事故',
          confirmed: '已认定',
        },
        {
          school: '一小',
          no: '2',
          times: '2026-03-02 10:00',
          class6: '较严重的安全责任事故',
          confirmed: '初判',
        },
      ],
    })
    expect(column('schoolAssessment', 'auto')).toEqual([10, 6.7, 5, 8, 8, null])
  })

  it('says nothing where nothing has come in', () => {
    const names = ['检查与隐患', '月报季报按时率', '演练']
    const { column } = openBureau({
      ...county,
      schoolAssessment: names.map((name) => item('一小', name, 10)),
    })
    expect(column('schoolAssessment', 'auto')).toEqual([null, null, null])
  })

  it('takes what was given on the spot before what was reckoned', () => {
    const { column } = openBureau({
      ...county,
      schoolAssessment: [
        item('一小', '事故', 10),
        item('一小', '责任制与责任书', 10, 7),
        item('一小', '档案', 10),
      ],
    })
    expect(column('schoolAssessment', 'score')).toEqual([10, 7, null])
  })

  it('P5-23 is vetoed by a severe incident at fault, and by an investigation that says so', () => {
    const severe = { no: '1', times: '2026-03-01 10:00', class6: '严重的安全责任事故', confirmed: '已认定' }
    const { column } = openBureau({
      ...county,
      schoolAssessment: [
        item('一小', '档案', 100, 95),
        item('二小', '档案', 100, 70),
        item('村小', '档案', 100, 92),
      ],
      allIncidents: [
        { school: '一小', ...severe },
        {
          school: '村小',
          no: '2',
          times: '2026-04-01 10:00',
          class6: '一般安全责任事故',
          confirmed: '已认定',
        },
      ],
      investigations: [
        { incident: '村小 2', target: '甲', veto: '2026' },
        { incident: '村小 2', target: '乙', veto: '2025' },
      ],
    })
    expect(column('schoolAssessment', 'veto')).toEqual([true, false, true])
    expect(column('schoolAssessment', 'rank')).toEqual([2, 1, 3])
    expect(column('schoolAssessment', 'grade')).toEqual(['不合格', '合格', '不合格'])
  })

  it('P6-20 ranks by total, equal ones alike, and only who has all items', () => {
    const { column, book } = openBureau({
      ...county,
      schoolAssessment: [
        item('一小', '档案', 50, 45),
        item('一小', '制度预案', 50, 45),
        item('二小', '档案', 100, 90),
        item('村小', '档案', 50, 50),
        item('村小', '制度预案', 50),
      ],
    })
    expect(column('schoolAssessment', 'total')).toEqual([90, 90, 90, 50, 50])
    expect(column('schoolAssessment', 'rank')).toEqual([1, 1, 1, null, null])
    expect(column('schoolAssessment', 'grade')).toEqual(['优秀', '优秀', '优秀', null, null])
    // What the ranking is made of moves it at once.
    book.apply({
      source: 'user',
      label: { code: 'edit' },
      added: [],
      edits: [
        { table: 'schoolAssessment', row: '#schoolAssessment-4', column: 'onsite', from: null, to: 45 },
      ],
    })
    expect(column('schoolAssessment', 'rank')).toEqual([2, 2, 2, 1, 1])
  })

  it('gives no item more than its points, nor less than none', () => {
    const classes = fc.constantFrom(
      '一般安全责任事故',
      '较严重的安全责任事故',
      '严重的安全责任事故',
      '一般安全事故',
    )
    fc.assert(
      fc.property(fc.array(classes, { maxLength: 12 }), fc.integer({ min: 0, max: 100 }), (all, points) => {
        const { value } = openBureau({
          ...county,
          schoolAssessment: [item('一小', '事故', points)],
          allIncidents: all.map((class6, n) => ({
            school: '一小',
            no: String(n),
            times: '2026-03-01 10:00',
            class6,
            confirmed: '已认定',
          })),
        })
        const got = value('schoolAssessment', 'score') as number
        expect(got).toBeGreaterThanOrEqual(0)
        expect(got).toBeLessThanOrEqual(points)
        if (all.every((class6) => class6 === '一般安全事故')) expect(got).toBe(points)
      }),
      { numRuns: 30 },
    )
  })
})

describe('assessment of sections', () => {
  const halfYear = {
    ...county,
    sectionAssessment: [
      { year: '2026', dept: '安稳办' },
      { year: '2026', dept: '基教股' },
    ],
  }

  it('P1-40 goes by visits, studies and reports of the quarters that are over', () => {
    const visits = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-05-10'].map((date) => ({
      no: date,
      school: '一小',
      date,
      form: '专门督查',
    }))
    const { value } = openBureau({
      ...halfYear,
      visits,
      bureauMeetings: ['2026-01-11', '2026-02-11', '2026-04-11', '2026-08-11'].map((date) => ({
        date,
        dept: '安稳办',
        kind: '科室专题研究',
      })),
      sectionReports: [
        { quarter: '2026-Q1', dept: '安稳办', sent: '2026-03-31' },
        { quarter: '2026-Q2', dept: '安稳办', sent: '2026-07-02' },
        { quarter: '2026-Q3', dept: '安稳办', sent: '2026-09-01' },
      ],
    })
    // Three visits in the first quarter do not make up for one in the second.
    expect(
      ['visits', 'studies', 'reports', 'fix', 'inc'].map((key) => value('sectionAssessment', key)),
    ).toEqual([75, 75, 50, null, 0])
    expect(value('sectionAssessment', 'score')).toBe(75)
    expect(value('sectionAssessment', 'grade')).toBe('合格')
    expect(value('sectionAssessment', 'visits', 1)).toBe(0)
  })

  it('P1-40 goes by what became of hazards and by incidents at the contracted schools', () => {
    const { column } = openBureau({
      ...halfYear,
      allHazards: [
        { school: '一小', no: '1', found_on: '2026-03-01', state: '已销号' },
        { school: '一小', no: '2', found_on: '2026-03-01', state: '整改中' },
        { school: '二小', no: '1', found_on: '2026-03-01', state: '已销号' },
      ],
      allIncidents: [
        {
          school: '二小',
          no: '1',
          times: '2026-03-01 10:00',
          class6: '一般安全责任事故',
          confirmed: '已认定',
        },
      ],
    })
    expect(column('sectionAssessment', 'fix')).toEqual([50, 100])
    expect(column('sectionAssessment', 'inc')).toEqual([0, 1])
  })

  it('judges no year before any quarter is over', () => {
    const { value } = openBureau(halfYear, '2026-03-31 09:00')
    expect(value('sectionAssessment', 'score')).toBeNull()
    expect(value('sectionAssessment', 'grade')).toBeNull()
  })
})
