import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'
import { county, openBureau } from './open-bureau.ts'

const visit = (school: string, date: string, form = '专门督查') => ({
  no: `${school}${date}${form}`,
  school,
  date,
  form,
})

describe('visits', () => {
  it('P1-36 two visits a quarter per contracted school are due, and what is missing is named', () => {
    const { column, value } = openBureau({
      ...county,
      visits: [visit('一小', '2026-07-02'), visit('一小', '2026-09-01'), visit('二小', '2026-09-10')],
      sectionReports: [
        { quarter: '2026-Q3', dept: '安稳办' },
        { quarter: '2026-Q3', dept: '基教股' },
      ],
    })
    // The closed school owes nothing.
    expect(column('schoolContracts', 'due')).toEqual([2, 2, 0])
    expect(column('schoolContracts', 'done')).toEqual([2, 1, 0])
    expect(column('schoolContracts', 'missing')).toEqual([0, 1, 0])
    expect(column('sectionReports', 'missing')).toEqual(['无', '二小(欠1次)'])
    expect(value('sectionReports', 'visits', 0)).toBe(2)
    expect(value('sectionReports', 'visit_schools', 0)).toBe(1)
  })

  it('P1-36 only special visits of this quarter count', () => {
    const { column } = openBureau({
      ...county,
      visits: [visit('一小', '2026-06-30'), visit('一小', '2026-09-01', '暗访'), visit('一小', '2026-10-01')],
    })
    expect(column('visits', 'counts')).toEqual([true, false, true])
    expect(column('schoolContracts', 'done')[0]).toBe(0)
  })

  it('P1-36 the bureau may ask for more or fewer visits', () => {
    const { column } = openBureau({ ...county, bureauProfile: [{ name: '教育局', visits: 3 }] })
    expect(column('schoolContracts', 'due')).toEqual([3, 3, 0])
  })

  it('are due from whoever holds the contract today', () => {
    const { column } = openBureau({
      ...county,
      schoolContracts: [
        { school: '一小', leader: '赵局长', dept: '安稳办', valid: '2026-01-01', valid_to: '2026-09-14' },
        { school: '一小', leader: '钱科长', dept: '基教股', valid: '2026-09-15' },
      ],
    })
    expect(column('schoolContracts', 'due')).toEqual([0, 2])
  })

  it('never owe less than nothing, however many there were', () => {
    const days = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 })
    fc.assert(
      fc.property(days, (all) => {
        const visits = all.map((day, n) => ({
          ...visit('一小', `2026-09-${String(day).padStart(2, '0')}`),
          no: String(n),
        }))
        const { value } = openBureau({ ...county, visits })
        expect(value('schoolContracts', 'done')).toBe(all.length)
        expect(value('schoolContracts', 'missing')).toBe(Math.max(0, 2 - all.length))
      }),
      { numRuns: 20 },
    )
  })

  it('P1-38 what is reported at once asks for what was found and what to do', () => {
    const required = bureauTables.visits.requiredWhen as Record<string, (row: never) => boolean>
    const row = { urgent: true, issues: null, advice: null } as never
    expect([required.issues!(row), required.advice!(row)]).toEqual([true, true])
  })

  it('P5-20 count the hazards they found: those linked, and those taken down that day as of a higher office', () => {
    const { value } = openBureau({
      ...county,
      visits: [visit('一小', '2026-09-01')],
      allHazards: [
        { school: '一小', no: '1', found_on: '2026-09-01', source: '上级检查' },
        { school: '一小', no: '2', found_on: '2026-09-01', source: '每周检查' },
        {
          school: '一小',
          no: '3',
          found_on: '2026-09-03',
          source: '上级检查',
          visit: '一小2026-09-01专门督查',
        },
        { school: '二小', no: '1', found_on: '2026-09-01', source: '上级检查' },
      ],
    })
    expect(value('visits', 'hazards')).toBe(2)
  })
})

describe('contracts', () => {
  it('P1-35 a school shows the leader and the section that answer for it', () => {
    const { column, book } = openBureau(county)
    const leaders = book
      .view('schools')
      .ids()
      .map((id) => book.text('schools', id, 'leader'))
    expect(leaders).toEqual(['赵局长', '钱科长', '', '钱科长'])
    expect(book.text('schools', '#schools-0', 'dept')).toBe('安稳办')
    expect(column('sections', 'schools')).toEqual([1, 2])
  })

  it('P5-19 a contract shows what is open at its school and what happened there this year', () => {
    const { value } = openBureau({
      ...county,
      allHazards: [
        { school: '一小', no: '1', state: '整改中', level: '重大' },
        { school: '一小', no: '2', state: '已销号', level: '重大' },
        { school: '一小', no: '3', state: '待复查', level: '一般' },
      ],
      allIncidents: [
        {
          school: '一小',
          no: '1',
          times: '2026-03-01 10:00',
          class6: '一般安全责任事故',
          confirmed: '已认定',
        },
        { school: '一小', no: '2', times: '2026-03-01 10:00', class6: '一般安全责任事故', confirmed: '初判' },
        {
          school: '一小',
          no: '3',
          times: '2025-03-01 10:00',
          class6: '一般安全责任事故',
          confirmed: '已认定',
        },
        { school: '一小', no: '4', times: '2026-03-01 10:00', class6: '一般安全事故', confirmed: '已认定' },
      ],
    })
    expect(['hazards', 'major_hazards', 'incidents'].map((key) => value('schoolContracts', key))).toEqual([
      2, 1, 1,
    ])
  })
})

describe('reports of sections', () => {
  it.each([
    ['2026-Q2', null, '未报'],
    ['2026-Q3', null, '待报'],
    ['2026-Q2', '2026-06-30', '按时'],
    ['2026-Q2', '2026-07-01', '逾期'],
  ])('P1-37 %s sent on %s: %s', (quarter, sent, state) => {
    const { value } = openBureau({ ...county, sectionReports: [{ quarter, dept: '安稳办', sent }] })
    expect(value('sectionReports', 'state')).toBe(state)
  })

  it('P1-37 tell how many hazards the quarter brought and how many are open', () => {
    const { value } = openBureau({
      ...county,
      sectionReports: [{ quarter: '2026-Q3', dept: '安稳办' }],
      allHazards: [
        { school: '一小', no: '1', found_on: '2026-07-01', state: '已销号' },
        { school: '一小', no: '2', found_on: '2026-09-30', state: '待整改' },
        { school: '一小', no: '3', found_on: '2026-06-30', state: '待整改' },
        { school: '二小', no: '1', found_on: '2026-08-01', state: '待整改' },
      ],
    })
    const figures = ['hazards', 'hazards_fixed', 'hazards_open'].map((key) => value('sectionReports', key))
    expect(figures).toEqual([2, 1, 1])
  })
})

describe('meetings', () => {
  const study = (dept: string, date: string) => ({ dept, date, kind: '科室专题研究' })

  it('P1-07 each section studies safety twice a quarter', () => {
    const { column } = openBureau({
      ...county,
      bureauMeetings: [
        study('安稳办', '2026-07-05'),
        study('安稳办', '2026-09-05'),
        study('基教股', '2026-09-06'),
        study('基教股', '2026-06-30'),
      ],
    })
    expect(column('bureauMeetings', 'nth')).toEqual([1, 2, 1, 1])
    expect(column('bureauMeetings', 'counts')).toEqual([true, true, false, false])
    expect(column('sections', 'studies')).toEqual([2, 1])
    expect(column('sections', 'studies_owed')).toEqual([0, 1])
  })

  it('P1-39 one dispatch meeting fulfils the quarter, whoever calls it; other kinds fulfil nothing', () => {
    const { column } = openBureau({
      ...county,
      bureauMeetings: [
        { dept: '安稳办', date: '2026-09-01', kind: '季度调度会' },
        { dept: '基教股', date: '2026-09-02', kind: '季度调度会' },
        { dept: '安稳办', date: '2026-09-03', kind: '应急会' },
      ],
    })
    expect(column('bureauMeetings', 'nth')).toEqual([1, 2, 1])
    expect(column('bureauMeetings', 'counts')).toEqual([true, true, null])
  })
})

it('P5-04 a pledge shows how much is signed inside the school, by its last file of the year', () => {
  const { column } = openBureau({
    ...county,
    schoolPledges: [
      { year: '2026', school: '一小' },
      { year: '2025', school: '一小' },
    ],
    receipts: [
      { month: '2026-03', school: '一小', received: '2026-03-27 10:00', pledge_rate: 80 },
      { month: '2026-04', school: '一小', received: '2026-04-27 10:00', pledge_rate: 95 },
      { month: '2026-05', school: '一小', received: '2026-05-27 10:00' },
    ],
  })
  expect(column('schoolPledges', 'inner')).toEqual([95, null])
})
