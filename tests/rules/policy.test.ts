import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { zhHans as zh } from '../../src/i18n/zh-Hans.ts'
import {
  defaultPolicy,
  formatSetting,
  parseSetting,
  policyFrom,
  policyVersionOf,
  settingKeys,
  settingOf,
  type SettingKey,
} from '../../src/rules/policy.ts'

// Mostly of the characters settings are written with, or hardly any text would be taken.
const texts = fc.oneof(
  fc.string({ maxLength: 80, size: 'max' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,;=:是否'), maxLength: 14, size: 'max' }),
)

const parsed = (key: SettingKey, text: string) => {
  const result = parseSetting(key, text)
  return result.ok ? result.value : result.problem.code
}

describe('a setting as text', () => {
  it.each(settingKeys)('%s comes back from its own text', (key) => {
    const value = defaultPolicy[key]
    expect(parseSetting(key, formatSetting(key, value))).toEqual({ ok: true, value })
  })

  it.each([
    ['mgmt.repeat', ' ONCE ', 'once'],
    ['mgmt.repeat', 'twice', 'policy.not-a-choice'],
    ['mgmt.carryDown', '是', true],
    ['mgmt.carryDown', 'off', false],
    ['mgmt.carryDown', '也许', 'policy.not-yes-or-no'],
    ['report.general', '１５', 15],
    ['report.general', '0', 'policy.out-of-range'],
    ['report.general', '10分钟', 'policy.not-a-number'],
    ['report.general', '', 'policy.not-a-number'],
    ['allow.round', '0.1', 0.1],
    ['allow.round', '0.2', 'policy.not-a-choice'],
    ['mgmt.points', '[10，20，40]', [10, 20, 40]],
    ['mgmt.points', '10,20', 'policy.wrong-count'],
    ['mgmt.points', '10,x,40', 'policy.not-numbers'],
    ['mgmt.threshold.director', '2,0,2', 'policy.number-too-small'],
    ['classify.loss.bounds', '10000,1000', 'policy.not-rising'],
    ['score.grades', '60,80,90', 'policy.not-falling'],
    ['mgmt.principal', 'off', []],
    ['mgmt.principal', '6,10', [6, 10]],
    ['report.morning', '8：05', '08:05'],
    ['report.morning', '25:00', 'policy.not-a-clock'],
    [
      'conceal.lightScale',
      '10=20；5=10',
      [
        [5, 10],
        [10, 20],
      ],
    ],
    ['conceal.lightScale', 'off', []],
    ['conceal.lightScale', '5', 'policy.not-a-scale'],
    ['conceal.lightScale', '5=10;5=20', 'policy.twice-in-scale'],
    ['classify.injuryMap', '骨折=中度；擦伤=轻微', { 骨折: '中度', 擦伤: '轻微' }],
    ['classify.injuryMap', '骨折=很重', 'policy.not-a-choice'],
    ['classify.injuryMap', '__proto__=轻微', JSON.parse('{"__proto__":"轻微"}')],
    ['classify.scenes', '食堂=后勤人员', { 食堂: '后勤人员' }],
    ['classify.scenes', '操场=班主任', 'policy.unknown-entry'],
    ['classify.scenes', '', 'policy.not-a-table'],
  ] as [SettingKey, string, unknown][])('%s from “%s” is %j', (key, text, value) => {
    expect(parsed(key, text)).toEqual(value)
  })

  it('takes any text without throwing, and what it takes it writes back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settingKeys), texts, (key, text) => {
        const result = settingOf(key).parse(text)
        if (!result.ok) return
        expect(settingOf(key).parse(settingOf(key).format(result.value))).toEqual(result)
      }),
    )
  })
})

describe('the policy of the policy table', () => {
  it('is the default where no row says otherwise', () => {
    expect(policyFrom([])).toEqual({ policy: defaultPolicy, problems: [] })
    expect(policyFrom([{ key: 'mgmt.repeat', value: null }]).policy).toEqual(defaultPolicy)
  })

  it('keeps the default and tells where a row cannot be read', () => {
    const { policy, problems } = policyFrom([
      { key: 'mgmt.repeat', value: 'thrice' },
      { key: 'score.base', value: '120' },
      { key: 'score.base', value: '130' },
      { key: 'monthly.unheard', value: '28' },
      { key: null, value: '1' },
    ])
    expect(policy).toEqual({ ...defaultPolicy, 'score.base': 120 })
    expect(problems.map(({ key, problem }) => [key, problem.code])).toEqual([
      ['mgmt.repeat', 'policy.not-a-choice'],
      ['score.base', 'policy.setting-twice'],
      ['monthly.unheard', 'policy.unknown-setting'],
    ])
  })

  it('has a version that follows its values and nothing else', () => {
    const version = (key: string, value: string) => policyVersionOf(policyFrom([{ key, value }]).policy)
    expect(policyVersionOf(policyFrom([]).policy)).toBe(policyVersionOf(defaultPolicy))
    expect(version('score.base', '100.0')).toBe(policyVersionOf(defaultPolicy))
    const versions = [
      policyVersionOf(defaultPolicy),
      version('score.base', '101'),
      version('mgmt.repeat', 'once'),
      version('conceal.lightScale', '5=10'),
    ]
    expect(new Set(versions).size).toBe(versions.length)
  })
})

describe('the words of the settings', () => {
  it('name every setting, its meaning and each of its choices, and nothing else', () => {
    const wanted = settingKeys.flatMap((key) => {
      const { kind } = settingOf(key)
      const values = kind.is === 'choice' || kind.is === 'table' ? kind.values : []
      return [`setting.${key}`, `why.setting.${key}`, ...values.map((value) => `setting.${key}.${value}`)]
    })
    for (const spoken of [zh, en]) {
      const words = Object.keys(spoken).filter((key) => /^(why\.)?setting\./.test(key))
      expect(words.sort()).toEqual([...wanted].sort())
    }
  })
})
