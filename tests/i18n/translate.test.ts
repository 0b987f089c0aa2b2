import { afterEach, describe, expect, it } from 'vitest'
import {
  knowLabels,
  labelOf,
  listed,
  locale,
  onLocale,
  optionLabel,
  say,
  sayEach,
  setLocale,
  t,
  tell,
} from '../../src/i18n/translate.ts'
import { tables } from '../../src/tables/index.ts'

afterEach(() => setLocale('zh-Hans'))

describe('speaking', () => {
  it('starts in simplified Chinese without loading anything', () => {
    expect(locale()).toBe('zh-Hans')
    expect(t('problem.required')).toBe('这一格必须填写。')
    expect(t('problem.number.too-small', { min: 0 })).toBe('不能小于 0。')
    expect(labelOf(tables.incidents)).toBe('事故台账')
  })

  it('speaks English after it is asked', async () => {
    await setLocale('en')
    expect(tell({ code: 'number.too-small', params: { min: 0 } })).toBe('Enter 0 or more.')
    expect(labelOf(tables.incidents.columns.severity)).toBe('Severity')
    expect(optionLabel('严重', 'Severe')).toBe('Severe')
  })

  it('speaks 繁體 after it is asked, labels too', async () => {
    await setLocale('zh-Hant')
    expect(t('problem.required')).toBe('這一格必須填寫。')
    expect(labelOf(tables.incidents)).toBe('事故台賬')
    expect(optionLabel('较严重', 'Serious')).toBe('較嚴重')
    expect(optionLabel('其他', 'Other')).toBe('其他')
  })

  it('the language asked last wins, whichever is there first', async () => {
    const slow = setLocale('zh-Hant')
    const fast = setLocale('zh-Hans')
    await Promise.all([slow, fast])
    expect(locale()).toBe('zh-Hans')
    expect(t('problem.required')).toBe('这一格必须填写。')
  })

  it('tells listeners until they stop', async () => {
    const heard: string[] = []
    const stop = onLocale((next) => heard.push(next))
    await setLocale('en')
    stop()
    await setLocale('zh-Hans')
    expect(heard).toEqual(['en'])
  })

  it('shows a code nobody knows as it is, never nothing', () => {
    expect(tell({ code: 'from.a-newer-version' })).toBe('problem.from.a-newer-version')
  })

  it('keeps braces and dollar signs inside a param as they are', () => {
    expect(tell({ code: 'reference.unknown', params: { name: '{name} $&' } })).toContain('“{name} $&”')
  })

  it('tells one from several where a language does, and sets lists as it sets them', async () => {
    const duplicated = (count: number) => t('grid.duplicate-rows', { count })
    const choose = () => tell({ code: 'choice.unknown', params: { options: 'Male、Female' } })
    expect([duplicated(1), duplicated(2)]).toEqual(['复制出 1 行', '复制出 2 行'])
    expect(choose()).toContain('Male、Female')
    expect(listed(['a', 'b'])).toBe('a、b')
    await setLocale('en')
    expect([0, 1, 2].map(duplicated)).toEqual(['Duplicate 0 rows', 'Duplicate 1 row', 'Duplicate 2 rows'])
    expect(choose()).toContain('Male, Female')
    expect(listed(['a', 'b'])).toBe('a, b')
  })

  it('carries stored labels in the language of the reader', async () => {
    const step = {
      code: 'receipt.direct',
      params: { date: '2026-09-07', no: 'SG-1', class: '严重的安全责任事故', points: 100 },
    }
    expect(say([step])).toContain('严重的安全责任事故')
    knowLabels(tables.incidents.columns.class6.options ?? [])
    await setLocale('en')
    expect(say([step])).toContain('Severe incident with fault')
    expect(say([step])).not.toMatch(/\p{Script=Han}/u)
    await setLocale('zh-Hant')
    expect(sayEach([step, step])).toEqual([say([step]), say([step])])
    expect(say([step])).toContain('嚴重的安全責任事故')
  })

  it('checks keys and params by type', () => {
    // @ts-expect-error -- no such sentence
    expect(t('problem.no-such-sentence')).toBe('problem.no-such-sentence')
    // @ts-expect-error -- the sentence needs its param
    expect(t('problem.number.too-small')).toBe('不能小于 。')
    // @ts-expect-error -- not the sentence's param
    expect(t('problem.number.too-small', { max: 1 })).toBe('不能小于 。')
  })
})
