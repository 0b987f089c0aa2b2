import { describe, expect, it } from 'vitest'
import { formatOf, GENERAL } from '../../src/exchange/number-format.ts'
import { shownNumber } from '../../src/exchange/shown-number.ts'

const shown = (value: number, code: string, since1904 = false) =>
  shownNumber(value, formatOf(code), since1904)

describe('what a spreadsheet showed', () => {
  it('of numbers', () => {
    expect(shown(123, '00000')).toBe('00123')
    expect(shown(7, '"SG-"000')).toBe('SG-007')
    expect(shown(1234.5, '#,##0.00')).toBe('1,234.50')
    expect(shown(1.005, '0.00')).toBe('1.01')
    expect(shown(0.256, '0%')).toBe('26%')
    expect(shown(-3, '0;(0)')).toBeNull()
    expect(shown(500, '¥#,##0')).toBe('¥500')
    expect(shown(12.6, '0')).toBe('13')
  })

  it('of numbers without a format', () => {
    expect(shownNumber(13_900_000_001, GENERAL, false)).toBe('13900000001')
    expect(shownNumber(420_106_198_503_120_000, GENERAL, false)).toBe('4.20106E+17')
    expect(shownNumber(0.1 + 0.2, GENERAL, false)).toBe('0.3')
  })

  it('of days and times', () => {
    expect(shown(46_083, 'yyyy"年"m"月"d"日"')).toBe('2026年3月2日')
    expect(shown(46_083, '[$-804]yyyy/m/d;@')).toBe('2026/3/2')
    expect(shown(46_083, 'yyyy-mm-dd aaaa')).toBe('2026-03-02 星期一')
    expect(shown(46_083.430_555_6, 'm"月"d"日" h:mm')).toBe('3月2日 10:20')
    expect(shown(46_083.597_222_2, 'yyyy/m/d 上午/下午h:mm')).toBe('2026/3/2 下午2:20')
    expect(shown(44_621, 'yyyy/m/d', true)).toBe('2026/3/2')
    expect(shown(46_083, 'mmmm d')).toBeNull()
    expect(shown(2_958_465, 'yyyy-mm-dd')).toBe('9999-12-31')
    expect(shown(2_958_465, 'yyyy-mm-dd', true)).toBeNull()
  })
})
