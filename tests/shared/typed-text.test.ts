import { describe, expect, it } from 'vitest'
import { cleanText, halfWidth, labelKey, nameAsMeant } from '../../src/shared/typed-text.ts'

describe('halfWidth', () => {
  it.each([
    ['１２３，（Ａ）：', '123,(A):'],
    ['甲、乙。', '甲,乙.'],
    ['全　角', '全 角'],
    ['￥５', '¥5'],
    ['【注】“引”', '[注]"引"'],
    ['普通 text', '普通 text'],
  ])('%s → %s', (typed, expected) => expect(halfWidth(typed)).toBe(expected))
})

it('cleanText keeps everything a file can carry', () => {
  expect(cleanText('  保留 空格\t与\n换行　')).toBe('  保留 空格\t与\n换行　')
  expect(cleanText('一\r\n二\r三')).toBe('一\n二\n三')
  expect(cleanText('\u0000\u0007\uFFFE字')).toBe('字')
  expect(cleanText('😀\uDE00')).toBe('😀\uFFFD')
})

it('labelKey sees through width, spaces and capitals', () => {
  expect(labelKey('校内（非课堂）')).toBe(labelKey(' 校内(非 课堂)'))
  expect(labelKey('Yes')).toBe(labelKey('ＹＥＳ'))
  expect(labelKey('校内')).not.toBe(labelKey('校外'))
})

describe('nameAsMeant', () => {
  it.each([
    ['王 伟', '王伟'],
    ['王　　伟', '王伟'],
    [' 欧 阳 娜 ', '欧阳娜'],
    ['Anna  Li', 'Anna Li'],
    ['阿卜杜拉·热依木', '阿卜杜拉·热依木'],
    ['2026-2027 第一学期', '2026-2027 第一学期'],
  ])('%s → %s', (typed, expected) => expect(nameAsMeant(typed)).toBe(expected))
})
