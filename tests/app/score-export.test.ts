import { describe, expect, it } from 'vitest'
import { scoreExportOf } from '../../src/app/score-export.ts'
import type { Workbook } from '../../src/engine/workbook.ts'
import { scoreSheets } from '../../src/exchange/score-sheets.ts'
import { adjustmentsOf, modelFormulas } from '../../src/exchange/score-formula-model.ts'
import { knownPeople } from '../../src/exchange/masking/known-people.ts'
import { Mask } from '../../src/exchange/masking/mask.ts'
import { maskedScores, ownScores } from '../../src/exchange/masking/masked-scores.ts'
import { TextExaminer } from '../../src/exchange/masking/text-examiner.ts'
import { Passages } from '../../src/exchange/masking/passages.ts'
import type { ScoreExportData } from '../../src/exchange/score-data.ts'
import type { SheetValue } from '../../src/exchange/sheet-data.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'
import { settingOf, type SettingKey } from '../../src/rules/policy.ts'
import { EngineBook } from '../engine/open-book.ts'
import { hasOffice, recalculated, withWrongValues } from '../exchange/libre-office.ts'
import { seededSchool } from '../oracle/generate-school.ts'
import { withIds } from '../oracle/random-edits.ts'
import { memorySession } from './memory-session.ts'

const words = {
  program: '双责簿',
  locale: 'zh-Hans',
  say: () => '',
  settingName: (key: string) => key,
  settingValue: (_key: string, value: string) => value,
}
const exportOf = (book: Workbook, term: number) =>
  scoreExportOf(book, book.environment().terms[term]!, { school: '学校', words })

const generated = (seed: number, policy: Readonly<Record<string, string>> = {}) => {
  const engine = new EngineBook(withIds(seededSchool(seed)))
  for (const [key, value] of Object.entries(policy)) engine.setPolicy(key, value)
  return engine.workbook
}

/** Settings that the formulas read as numbers, and settings that reach past them. */
const POLICIES: readonly Readonly<Record<string, string>>[] = [
  {
    'score.base': '120',
    'score.table': '1,2,3,4,5,6',
    'score.floor': 'none',
    'score.ceiling': '110',
    'mgmt.threshold.director': '1,2,3',
    'mgmt.threshold.vp': '1,1,1',
    'mgmt.points': '5,6,7',
    'allow.amount': '250',
    'allow.round': '0.1',
  },
  { 'score.noFault': '否', 'score.multi': 'split', 'mgmt.repeat': 'once', 'allow.prorata': 'day' },
  { 'mgmt.carryDown': '是', 'mgmt.sum': 'max', 'mgmt.threshold.vp': '1,1,1', 'allow.round': '1' },
  { 'classify.scope': 'incident', 'score.noPerson': 'director', 'mgmt.vpScope': 'school' },
  { 'score.countProvisional': '是', 'conceal.scope': 'wholeDept', 'allow.leftover': 'share' },
  {
    'classify.countBy': 'injured',
    'mgmt.ownIncident': 'skip',
    'allow.mode': 'bands',
    'allow.prorata': 'none',
  },
]

const schools: readonly (readonly [string, ScoreExportData])[] = [
  ...[0, 1].map(
    (term) => [`the sample school, term ${term}`, exportOf(memorySession().session.book, term)] as const,
  ),
  ...[11, 12, 13].map((seed) => [`school ${seed}`, exportOf(generated(seed), 0)] as const),
  ...POLICIES.map(
    (policy, at) =>
      [
        `school ${31 + at} with ${Object.keys(policy).join(', ')}`,
        exportOf(generated(31 + at, policy), 0),
      ] as const,
  ),
]

describe('a term as the workbook exports it', () => {
  it('tries settings that exist and values they take', () => {
    for (const policy of POLICIES)
      for (const [key, value] of Object.entries(policy))
        expect(settingOf(key as SettingKey).parse(value), key).toMatchObject({ ok: true })
  })

  it('has something in it that formulas must get right', () => {
    const sum = (of: (person: ScoreExportData['persons'][number]) => number) =>
      schools.reduce(
        (total, [, data]) => total + data.persons.reduce((points, each) => points + of(each), 0),
        0,
      )
    expect(sum(({ direct }) => direct)).toBeGreaterThan(1000)
    expect(sum(({ mgmt }) => mgmt)).toBeGreaterThan(100)
    expect(sum(({ zeroed }) => Number(zeroed))).toBeGreaterThan(3)
    expect(sum(({ prorata }) => Number(prorata < 1))).toBeGreaterThan(3)
  })

  it.each(schools.slice(0, 5))('%s: by the default readings no number needs an adjustment', (_name, data) => {
    const model = modelFormulas(data)
    for (const person of data.persons)
      expect(adjustmentsOf(person, model.persons.get(person.id)!, data), person.name).toEqual({
        direct: 0,
        mgmt: 0,
        zeroed: '',
        final: 0,
        amount: 0,
      })
  })

  it('names the settings the school has decided otherwise, without those that stand in the formulas', () => {
    const names = exportOf(generated(5, { 'mgmt.repeat': 'once', 'score.base': '120' }), 0).otherSettings!
    expect(names).toEqual([{ name: 'mgmt.repeat', value: 'once', basis: '' }])
  })

  it.skipIf(!hasOffice)(
    'comes to the same numbers for everybody when LibreOffice recalculates it',
    async () => {
      const books = schools.map(([, data]) => writeWorkbook(withWrongValues(scoreSheets(data))))
      const read = await recalculated((await Promise.all(books)).map(({ bytes }) => bytes))
      schools.forEach(([name, data], at) => {
        const scores = read[at]!.get('学期考核')!
        const allowances = read[at]!.get('津贴发放')!
        const elsewhere = data.persons.map((_, row) => numbersOf(scores[row]!, allowances[row]!))
        expect(elsewhere, name).toEqual(data.persons.map(numbersHere))
      })
    },
    240_000,
  )
})

describe('a term as others than the leaders may see it', () => {
  const { session } = memorySession()
  const { book } = session
  const data = exportOf(book, 0)
  const examiner = new TextExaminer(knownPeople(book), 'bureau')
  const passages = new Passages(examiner, { audience: 'bureau', otherwise: { is: 'cover' } })
  const mask = new Mask(book, book.context(), passages, { audience: 'bureau', summaries: false })
  const coded = maskedScores(data, mask, true)
  const busiest = [...data.persons].sort((a, b) => b.direct + b.mgmt - a.direct - a.mgmt)[0]!
  const own = ownScores(data, busiest.id)

  it('says departments instead of names, and nothing of the posts of those who do not sign', () => {
    const departments = new Set(data.departments.map(({ name }) => name))
    const named = coded.persons.filter(({ name }) => !departments.has(name) && name !== '')
    expect(named.length).toBeLessThanOrEqual(3)
    for (const { posts } of coded.persons.filter(({ name }) => departments.has(name))) expect(posts).toBe('')
    const names = data.persons
      .map(({ name }) => name)
      .filter((name) => !named.some((each) => each.name === name))
    const said = JSON.stringify(scoreSheets(coded))
    expect(names.filter((name) => said.includes(name))).toEqual([])
  })

  it('holds one colleague only when it is his own', () => {
    expect(busiest.direct + busiest.mgmt).toBeGreaterThan(0)
    const said = JSON.stringify(scoreSheets(own))
    const others = data.persons.filter(({ id }) => id !== busiest.id).map(({ name }) => name)
    expect(others.filter((name) => said.includes(name))).toEqual([])
    expect(said).toContain(busiest.name)
  })

  it.skipIf(!hasOffice)(
    'still comes to the same numbers when LibreOffice recalculates it',
    async () => {
      const both = [coded, own]
      const books = both.map((each) => writeWorkbook(withWrongValues(scoreSheets(each))))
      const read = await recalculated((await Promise.all(books)).map(({ bytes }) => bytes))
      both.forEach((each, at) => {
        const scores = read[at]!.get('学期考核')!
        const allowances = read[at]!.get('津贴发放')!
        const elsewhere = each.persons.map((_, row) => numbersOf(scores[row]!, allowances[row]!))
        expect(elsewhere).toEqual(
          each.persons.map((person) => ({ ...numbersHere(person), name: person.name || null })),
        )
      })
    },
    240_000,
  )
})

type Person = ScoreExportData['persons'][number]

const numbersHere = ({ name, direct, mgmt, raw, zeroed, final, rank, amount }: Person) => ({
  name,
  zeroed,
  rank,
  ...rounded({ direct, mgmt, raw, final, amount }),
})

const numbersOf = (score: Record<string, SheetValue>, allowance: Record<string, SheetValue>) => ({
  name: score['姓名'],
  zeroed: score['是否归零'] === '是',
  rank: score['排名'],
  ...rounded({
    direct: score['直接责任扣分'],
    mgmt: score['管理责任扣分'],
    raw: score['原始得分'],
    final: score['最终得分'],
    amount: allowance['应发(元)'],
  }),
})

/** Points and yuan have two decimals; a sum of fractions may end in a trace of the binary ones. */
const rounded = (numbers: Record<string, SheetValue | undefined>) =>
  Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
    ]),
  )
