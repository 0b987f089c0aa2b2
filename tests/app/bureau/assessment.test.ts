import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  schoolReceipt,
  schoolResults,
  sectionReceipt,
  sectionResults,
} from '../../../src/engine/assessment.ts'
import { assessmentExport } from '../../../src/app/bureau/assessment-workbook.ts'
import { awardsOf, draftCommendation } from '../../../src/app/bureau/commend.ts'
import { draftBulletin } from '../../../src/app/bureau/draft-bulletin.ts'
import { makeYear } from '../../../src/app/bureau/make-year.ts'
import { applyFigures, tryFigures } from '../../../src/app/bureau/weigh.ts'
import { assessmentSheets } from '../../../src/exchange/assessment-sheets.ts'
import { writeWorkbook } from '../../../src/exchange/xlsx-write.ts'
import { hasWords, loadWords, say, setLocale } from '../../../src/i18n/translate.ts'
import { byProgram, SCHOOL_ITEMS } from '../../../src/rules/bureau/assessment-figures.ts'
import { commended } from '../../../src/rules/bureau/commendation.ts'
import { hasOffice, recalculated, withWrongValues } from '../../exchange/libre-office.ts'
import { naiveSchools, naiveSections, type PaperCounty } from '../../rules/bureau/naive-assessment.ts'
import { openBureau } from '../../rules/bureau/open-bureau.ts'
import { bureauSession } from './bureau-session.ts'

await setLocale('zh-Hans')
await loadWords()

const NAMES = ['甲小', '乙小', '丙园', '丁小']
const SECTIONS = ['安稳办', '基教股', '后勤股']
const points = Object.fromEntries(SCHOOL_ITEMS.map((item) => [item, byProgram[item]]))

const two = (n: number) => String(n).padStart(2, '0')
const day = fc
  .tuple(
    fc.constantFrom('2025', '2026', '2026', '2026'),
    fc.integer({ min: 1, max: 11 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`)
const school = fc.constantFrom(...NAMES)
const rows = <T>(row: fc.Arbitrary<T>, maxLength: number) => fc.array(row, { maxLength, size: 'max' })
const numbered = <T extends object>(list: readonly T[]) => list.map((row, n) => ({ ...row, no: `N${n}` }))

const paperCounty: fc.Arbitrary<PaperCounty> = fc
  .record({
    today: fc.constantFrom('2026-02-10', '2026-07-01', '2026-11-15', '2027-01-20'),
    day: fc.constantFrom(28, 25, 31),
    visitsEach: fc.integer({ min: 1, max: 2 }),
    studiesEach: fc.integer({ min: 1, max: 2 }),
    schools: fc.constant(
      NAMES.map((name, n) => ({ name, kindergarten: name === '丙园', dept: SECTIONS[n % 2]! })),
    ),
    sections: fc.constant(SECTIONS),
    pledges: rows(fc.record({ school, year: fc.constantFrom('2025', '2026'), signed: fc.option(day) }), 5),
    hazards: rows(
      fc.record({
        school,
        found_on: day,
        state: fc.constantFrom('已销号', '整改中', null),
        closed_on: fc.option(day),
      }),
      14,
    ).map(numbered),
    receipts: fc.uniqueArray(
      fc.record({
        school,
        month: day.map((date) => date.slice(0, 7)),
        received: fc.option(day.map((date) => `${date} 10:00`)),
        returned: fc.boolean(),
        drill_rows: fc.option(fc.integer({ min: 0, max: 3 })),
      }),
      { maxLength: 24, size: 'max', selector: (row) => `${row.school} ${row.month}` },
    ),
    incidents: rows(
      fc.record({
        school,
        times: day.map((date) => `${date} 09:30`),
        class6: fc.constantFrom(
          '一般安全责任事故',
          '较严重的安全责任事故',
          '严重的安全责任事故',
          '一般安全事故',
        ),
        confirmed: fc.constantFrom('已认定', '初判', null),
      }),
      4,
    ).map(numbered),
    investigations: fc.constant([]),
    visits: rows(fc.record({ school, date: day, form: fc.constantFrom('专门督查', '专门督查', '暗访') }), 16),
    studies: rows(fc.record({ dept: fc.constantFrom(...SECTIONS), date: day }), 10),
    reports: fc.uniqueArray(
      fc.record({
        dept: fc.constantFrom(...SECTIONS),
        quarter: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2025-Q4'),
        sent: fc.option(day),
      }),
      { maxLength: 8, size: 'max', selector: (row) => `${row.dept} ${row.quarter}` },
    ),
    given: fc.dictionary(
      school,
      fc.dictionary(fc.constantFrom(...SCHOOL_ITEMS), fc.integer({ min: 0, max: 16 }), {
        maxKeys: 10,
        size: 'max',
        noNullPrototype: true,
      }),
      { maxKeys: 4, size: 'max', noNullPrototype: true },
    ),
    points: fc.constant(points),
  })
  .chain((county) =>
    rows(
      fc.record({
        incident: fc.constantFrom('', ...county.incidents.map(({ school: at, no }) => `${at} ${no}`)),
        veto: fc.constantFrom('2026', '2025', null),
      }),
      2,
    ).map((investigations) => ({
      ...county,
      investigations: investigations.filter(({ incident }) => incident !== ''),
    })),
  )

const opened = (county: PaperCounty) =>
  openBureau(
    {
      bureauProfile: [
        { name: '教育局', deadlines: county.day, visits: county.visitsEach, studies: county.studiesEach },
      ],
      sections: county.sections.map((dept) => ({ dept })),
      bureauStaff: [{ name: '赵局长' }],
      schools: county.schools.map(({ name, kindergarten }, n) => ({
        code: String(n),
        name,
        type: kindergarten ? '幼儿园' : '小学',
        town: '东镇',
        state: '在办',
      })),
      schoolContracts: county.schools.map(({ name, dept }) => ({
        school: name,
        dept,
        leader: '赵局长',
        valid: '2025-01-01',
      })),
      schoolPledges: county.pledges,
      allHazards: county.hazards,
      receipts: county.receipts,
      allIncidents: county.incidents,
      investigations: county.investigations.map((each) => ({ ...each, target: '某人' })),
      visits: county.visits.map((each, n) => ({ ...each, no: `V${n}` })),
      bureauMeetings: county.studies.map((each) => ({ ...each, kind: '科室专题研究' })),
      sectionReports: county.reports,
      schoolAssessment: county.schools.flatMap(({ name }) =>
        SCHOOL_ITEMS.map((item) => ({
          year: '2026',
          school: name,
          item,
          points: points[item],
          onsite: county.given[name]?.[item] ?? null,
        })),
      ),
      sectionAssessment: county.sections.map((dept) => ({ year: '2026', dept })),
    },
    `${county.today} 09:00`,
  ).book

describe('a year of assessment', () => {
  it('comes to what somebody counts by hand, school by school and section by section', () => {
    fc.assert(
      fc.property(paperCounty, (county) => {
        const book = opened(county)
        const results = new Map(schoolResults(book, '2026').map((each) => [each.name, each]))
        for (const naive of naiveSchools(county)) {
          const result = results.get(naive.name)!
          const scores = Object.fromEntries([...result.items].map(([item, { score }]) => [item, score]))
          expect(scores).toEqual(naive.scores)
          expect([result.total, result.veto, result.rank, result.grade || null]).toEqual([
            naive.total,
            naive.vetoed,
            naive.rank,
            naive.grade,
          ])
        }
        const sections = new Map(sectionResults(book, '2026').map((each) => [each.name, each.score]))
        for (const { name, score } of naiveSections(county)) {
          const got = sections.get(name)!
          expect(got === null).toBe(score === null)
          if (score !== null) expect(got).toBeCloseTo(score, 1)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('has a receipt whose lines add up to the score, every step said in words, its rows those that count', () => {
    fc.assert(
      fc.property(paperCounty, (county) => {
        const book = opened(county)
        for (const { name } of county.schools) {
          const receipt = schoolReceipt(book, '2026', name)!
          const sum =
            receipt.lines.reduce((total, { score }) => total + Math.round((score ?? 0) * 10), 0) / 10
          expect(sum).toBe(receipt.result.total)
          expect(receipt.vetoedBy.length > 0).toBe(receipt.result.veto)
          for (const { steps, basis } of receipt.lines) {
            expect(steps.length).toBeGreaterThan(0)
            expect(basis).not.toBe('')
            for (const { code } of steps) expect(hasWords(`why.${code}`)).toBe(true)
          }
          const behind = (item: string, how: 'earned' | 'lost') =>
            receipt.lines
              .find(({ key }) => key === item)!
              .counted.filter((each) => each.how === how && each.table === 'allHazards')
              .flatMap((each) => each.rows.map((row) => String(book.stored('allHazards', row, 'no'))))
          const found = county.hazards.filter(
            (each) => each.school === name && each.found_on.startsWith('2026'),
          )
          const gone = found.filter(({ state, closed_on }) => (state ?? (closed_on && '已销号')) === '已销号')
          expect(behind('检查与隐患', 'earned').sort()).toEqual(gone.map(({ no }) => no).sort())
          expect(behind('检查与隐患', 'lost')).toHaveLength(found.length - gone.length)
        }
        for (const { row, score } of sectionResults(book, '2026')) {
          const lines = sectionReceipt(book, '2026', row)!.lines.filter((line) => line.score !== null)
          const sum = (of: 'score' | 'most') => lines.reduce((total, line) => total + line[of]!, 0)
          if (score !== null) expect((sum('score') / sum('most')) * 100).toBeCloseTo(score, 0)
        }
      }),
      { numRuns: 12 },
    )
  })

  test.skipIf(!hasOffice)(
    'goes into a file whose formulas come to the same totals, ranks and grades in LibreOffice',
    async () => {
      const counties = fc.sample(paperCounty, { numRuns: 2, seed: 20261115 })
      const exports = counties.map((county) => assessmentExport(opened(county), '2026', '教育局', say))
      const files = await Promise.all(
        exports.map(async (data) => (await writeWorkbook(withWrongValues(assessmentSheets(data)))).bytes),
      )
      const books = await recalculated(files)
      exports.forEach((data, at) => {
        const sheet = (name: string) => books[at]!.get(name)!
        const shown = (value: unknown) => (value === null || value === '' ? null : value)
        const schools = sheet('学校考核汇总')
        data.schools.forEach((each, row) => {
          expect(
            [schools[row]!['学校'], schools[row]!['总分'], schools[row]!['排名'], schools[row]!['等次']].map(
              shown,
            ),
          ).toEqual([each.name, each.total, each.rank, each.grade].map(shown))
        })
        const sections = sheet('科室考核')
        data.sections.forEach((each, row) => {
          expect([sections[row]!['得分'], sections[row]!['等次']].map(shown)).toEqual(
            [each.score, each.grade].map(shown),
          )
        })
      })
    },
    60_000,
  )
})

describe('what a bureau does with a year', () => {
  const schools = { '1001': '一小', '1002': '二小', '1003': '三小' }
  const judged = () => {
    const { session } = bureauSession(schools)
    makeYear(session, '2026')
    const { book } = session
    const give = (name: string, share: number) =>
      session.edit(
        book
          .view('schoolAssessment')
          .ids()
          .filter((row) => book.text('schoolAssessment', row, 'school') === name)
          .map((row) => ({
            table: 'schoolAssessment',
            row,
            column: 'onsite',
            input: share * Number(book.stored('schoolAssessment', row, 'points')),
          })),
        { source: 'user', label: { code: 'grid.edit' } },
      )
    return { session, book, give }
  }

  it('makes its rows once, for every school and section, and leaves what is there', () => {
    const { session } = bureauSession(schools)
    const made = makeYear(session, '2026')
    const { book } = session
    expect(made).toEqual({
      rows: 30 + book.view('sections').size,
      schools: 3,
      sections: book.view('sections').size,
    })
    const [row] = book.view('schoolAssessment').ids()
    session.edit([{ table: 'schoolAssessment', row: row!, column: 'onsite', input: 3 }], {
      source: 'user',
      label: { code: 'grid.edit' },
    })
    expect(makeYear(session, '2026').rows).toBe(0)
    expect(book.stored('schoolAssessment', row!, 'onsite')).toBe(3)
    expect(makeYear(session, '2027').rows).toBe(made.rows)
    // Two computers make the same rows.
    const other = bureauSession(schools).session
    makeYear(other, '2026')
    expect([...other.book.view('schoolAssessment').ids()].sort()).toEqual(
      [...book.view('schoolAssessment').ids()]
        .filter((id) => book.stored('schoolAssessment', id, 'year') === '2026')
        .sort(),
    )
  })

  it('P5-23 commends by grade and place, nobody who is vetoed, each with its basis', () => {
    const { session, book, give } = judged()
    give('一小', 1)
    give('二小', 0.95)
    give('三小', 0.7)
    session.add(
      'allIncidents',
      [
        {
          school: '一小',
          no: '1',
          times: '2026-03-01 10:00',
          class6: '严重的安全责任事故',
          confirmed: '已认定',
        },
      ],
      { source: 'user', label: { code: 'grid.edit' } },
    )
    const names = { school: '先进学校', section: '先进科室' }
    expect(draftCommendation(session, '2026', names)).toBe(1)
    const [award] = awardsOf(book, '2026')
    expect(award).toMatchObject({ who: '二小', kind: '先进学校', unfounded: false })
    expect(book.text('schoolAssessment', award!.basis!, 'school')).toBe('二小')
    expect(draftCommendation(session, '2026', names)).toBe(0)
    give('二小', 0.5)
    expect(awardsOf(book, '2026')).toMatchObject([{ who: '二小', unfounded: true }])
  })

  it('leaves a tie over the last place to a meeting', () => {
    const able = [95, 93, 93, 91].map((score) => ({ score, grade: '优秀', vetoed: false }))
    expect(commended(able, 2)).toMatchObject({ list: [{ score: 95 }], tied: [{ score: 93 }, { score: 93 }] })
    expect(commended(able, 3)).toMatchObject({ list: [{}, {}, {}], tied: [] })
    expect(commended(able, 0).list).toEqual([])
    expect(commended(able, 9)).toMatchObject({ list: [{}, {}, {}, {}], tied: [] })
  })

  it('shows what other weights would do, and applying them does just that, to this year alone', () => {
    const { session, book, give } = judged()
    makeYear(session, '2025')
    give('一小', 1)
    give('二小', 0.5)
    const figures = { ...byProgram, 档案: 1, 优秀: 99 }
    const before = schoolResults(book, '2026')
    const told = tryFigures(book, '2026', figures)
    expect(schoolResults(book, '2026')).toEqual(before)
    applyFigures(session, '2026', figures)
    const now = new Map(schoolResults(book, '2026').map((each) => [each.name, each]))
    for (const { name, to } of told.filter((each) => now.has(each.name)))
      expect([to.score, to.rank, to.grade ?? '']).toEqual([
        now.get(name)!.total,
        now.get(name)!.rank,
        now.get(name)!.grade,
      ])
    const moved = before.filter((each) => now.get(each.name)!.total !== each.total).map(({ name }) => name)
    expect(moved.filter((name) => !told.some((each) => each.name === name))).toEqual([])
    expect(now.get('一小')!.total).toBe(96)
    const archive = (year: string) =>
      book
        .view('schoolAssessment')
        .ids()
        .filter(
          (row) =>
            book.stored('schoolAssessment', row, 'year') === year &&
            book.stored('schoolAssessment', row, 'item') === '档案',
        )
        .map((row) => book.stored('schoolAssessment', row, 'points'))
    expect([archive('2026'), archive('2025')]).toEqual([
      [1, 1, 1],
      [5, 5, 5],
    ])
    expect(makeYear(session, '2027').rows).toBeGreaterThan(0)
    expect(archive('2027')).toEqual([1, 1, 1])
  })

  it('drafts a bulletin with the county’s figures, and never over what is written', () => {
    const { session } = bureauSession(schools)
    const { book } = session
    const how = { source: 'user', label: { code: 'grid.edit' } } as const
    session.add(
      'receipts',
      [
        { month: '2026-09', school: '一小', received: '2026-09-27 10:00' },
        { month: '2026-09', school: '二小', received: '2026-09-30 10:00' },
      ],
      how,
    )
    session.add(
      'allHazards',
      [
        {
          school: '一小',
          no: '1',
          found_on: '2026-09-02',
          level: '重大',
          category: '消防',
          state: '整改中',
          due: '2026-09-10',
        },
        {
          school: '一小',
          no: '2',
          found_on: '2026-09-03',
          level: '一般',
          category: '用电',
          state: '已销号',
          closed_on: '2026-09-20',
        },
        {
          school: '二小',
          no: '1',
          found_on: '2026-08-03',
          level: '一般',
          category: '用电',
          state: '已销号',
          closed_on: '2026-08-20',
        },
      ],
      how,
    )
    const { ids } = session.add('bulletins', [{ period: '2026-09' }], how)
    expect(draftBulletin(session, ids[0]!).ok).toBe(true)
    const text = String(book.stored('bulletins', ids[0]!, 'body'))
    for (const part of [
      '2026年9月',
      '应报数据文件3份，收到2份，按时1份',
      '迟报：二小',
      '未报：三小',
      '查出隐患2条，比上期增加1条，其中重大隐患1条；销号1条，尚未销号1条，其中逾期1条',
      '消防1、用电1',
      '发生事故0起，与上期持平',
      '一小50%',
      '一小1条',
    ])
      expect(text).toContain(part)
    session.edit([{ table: 'bulletins', row: ids[0]!, column: 'body', input: '已由人改过。' }], how)
    draftBulletin(session, ids[0]!)
    expect(book.stored('bulletins', ids[0]!, 'body')).toBe('已由人改过。')
    draftBulletin(session, ids[0]!, 'after')
    expect(String(book.stored('bulletins', ids[0]!, 'body'))).toMatch(/^已由人改过。\n\n现将/)
    draftBulletin(session, ids[0]!, 'instead')
    expect(book.stored('bulletins', ids[0]!, 'body')).toBe(text)
    const { ids: odd } = session.add('bulletins', [{ period: '九月' }], how)
    expect(draftBulletin(session, odd[0]!)).toMatchObject({
      ok: false,
      problem: { code: 'bulletin.no-period' },
    })
  })
})
