import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covered, PersonalData } from '../../../src/exchange/masking/personal-data.ts'
import { sampleSchool } from '../../../src/app/sample-school.ts'

const PUPILS = ['王小明', '李芳', '欧阳娜娜', '阿依古丽·买买提', '张伟']
const STAFF = ['陈建国', '周 明', '郑　强']
const people = new PersonalData({ pupils: PUPILS, staff: STAFF })
const found = (text: string, options = {}) =>
  people.find(text, options).map(({ from, to, kind }) => [kind, text.slice(from, to)])

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** What people put between the characters of a name or number, on purpose or for looks. */
const between = fc.constantFrom('', ' ', '　', '\u200b', '·', '.', '-', '\n', '_', '\u00a0')
const woven = (text: string) =>
  fc
    .array(between, { minLength: [...text].length - 1, maxLength: [...text].length - 1 })
    .map((gaps) => [...text].map((character, at) => (at ? gaps[at - 1]! : '') + character).join(''))

describe('looking for people in texts', () => {
  it.each([
    ['今天王小明在操场摔倒。', [['pupil', '王小明']]],
    [
      '报告陈建国，再报周明。',
      [
        ['staff', '陈建国'],
        ['staff', '周明'],
      ],
    ],
    ['家长电话13800001234，', [['phone', '13800001234']]],
    ['2026-09-07 13800001234', [['phone', '13800001234']]],
    ['+86 138-0000-1234', [['phone', '86 138-0000-1234']]],
    ['身份证11010520100307123X。', [['identity', '11010520100307123X']]],
    ['１３８００００１２３４', [['phone', '１３８００００１２３４']]],
    [
      '王老师说，刘主任知道。',
      [
        ['title', '王老师'],
        ['title', '刘主任'],
      ],
    ],
  ])('%s', (text, hits) => expect(found(text)).toEqual(hits))

  it.each([
    '138****1234',
    '订单 202609071380000123456',
    '去王府井看书',
    '语文老师和任何老师、双方家长、音乐老师、分管主任都在，家长会照开',
    '全体老师，请班主任老师下课时报告',
    '张榜公布，王牌班级',
    '',
  ])('finds nobody in “%s”', (text) => expect(found(text)).toEqual([]))

  it('passes colleagues over where everybody knows them', () => {
    expect(found('王小明由陈建国、王老师送医', { staff: false })).toEqual([['pupil', '王小明']])
  })

  it('finds a name or number whatever stands between its characters, and nothing of it is left when it is covered', () => {
    const planted = fc.constantFrom(...PUPILS, ...STAFF, '13912345678', '110105201003071234')
    const words = fc.stringMatching(/^[的了在操场摔倒送医后，。！]{0,12}$/)
    fc.assert(
      fc.property(
        planted.chain((name) => fc.tuple(fc.constant(name), woven(name), fc.boolean())),
        words,
        words,
        ([name, hidden, wide], before, after) => {
          const text = before + (wide ? fullWidth(hidden) : hidden) + after
          const hits = people.find(text)
          expect(hits.length, text).toBeGreaterThan(0)
          const left = covered(text, hits)
            .normalize('NFKC')
            .replace(/[^\p{L}\p{N}]/gu, '')
          expect(left).not.toContain(name.replace(/[^\p{L}\p{N}]/gu, ''))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('keeps every other character of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'王小明李芳a1 ，。的'), maxLength: 60, size: 'max' }),
        (text) => {
          const hits = people.find(text)
          let at = 0
          for (const { from, to } of hits) {
            expect(from).toBeGreaterThanOrEqual(at)
            expect(to).toBeGreaterThan(from)
            at = to
          }
          expect(at).toBeLessThanOrEqual(text.length)
          if (hits.length === 0) expect(covered(text, hits)).toBe(text)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('is quiet on the ordinary sentences of a school', () => {
    const sentences = sampleSchool().flatMap(({ rows }) =>
      rows.flatMap((row) =>
        ['narrative', 'first_aid', 'cause', 'lessons', 'agenda', 'analysis', 'decisions', 'reason']
          .map((key) => row[key])
          .filter((text): text is string => typeof text === 'string'),
      ),
    )
    expect(sentences.length).toBeGreaterThan(50)
    const strangers = new PersonalData({ pupils: ['欧阳不在'], staff: [] })
    const alarms = sentences.flatMap((text) =>
      strangers.find(text).map(({ from, to }) => text.slice(from, to)),
    )
    console.log(
      `false alarms: ${alarms.length} in ${sentences.length} sentences`,
      [...new Set(alarms)].join(' '),
    )
    expect(alarms.length / sentences.length).toBeLessThan(0.02)
  })
})
