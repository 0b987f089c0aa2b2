import { describe, expect, it } from 'vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { savedAt } from '../../src/exchange/document-time.ts'
import { monthTold, schoolTold } from '../../src/exchange/told-by-file.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'

describe('what is written at a file', () => {
  it.each([
    ['一小2026年9月隐患台账.xlsx', '2026-09'],
    ['一小-2026-09.xlsx', '2026-09'],
    ['1001_202609_台账.csv', '2026-09'],
    ['台账20260930.csv', '2026-09'],
    ['２０２６年０９月.csv', '2026-09'],
    ['九月份隐患.xlsx', '2026-09'],
    ['12月隐患.xlsx', '2025-12'],
    ['2026-2027学年隐患台账.xlsx', null],
    ['9月和10月隐患.xlsx', null],
    ['学校9876501.xlsx', null],
    ['隐患台账.xlsx', null],
  ])('%s is of %s', (name, month) => {
    expect(monthTold([[name]], '2026-10-05')).toBe(month)
  })

  it('goes by the title where the name says nothing, and never by one of two', () => {
    expect(monthTold([['台账.xlsx'], ['东镇小学10月台账'], ['Sheet1']], '2026-10-05')).toBe('2026-10')
    expect(monthTold([['9月10月.xlsx'], ['10月']], '2026-10-05')).toBeNull()
  })

  const schools = [
    { id: '#1', code: '1001', name: '第一小学' },
    { id: '#2', code: '1002', name: '城关第一小学' },
    { id: '#3', code: '12', name: '村小' },
  ]

  it('knows a school by its code, else by the longest name', () => {
    expect(schoolTold([['1001-9月.xlsx']], schools)).toBe('#1')
    expect(schoolTold([['城关第一小学9月.xlsx']], schools)).toBe('#2')
    expect(schoolTold([['第一小学9月.xlsx']], schools)).toBe('#1')
    expect(schoolTold([['11001-9月.xlsx']], schools)).toBeNull()
    // The number of a month is nobody's code.
    expect(schoolTold([['12月.xlsx'], ['村小台账']], schools)).toBe('#3')
    expect(schoolTold([['村小、第一小学.xlsx']], schools)).toBeNull()
    expect(schoolTold([['台账.xlsx']], schools)).toBeNull()
  })
})

describe('when a workbook was saved', () => {
  const sheet = {
    name: '表',
    title: '表',
    columns: [{ heading: '列', width: 9, align: 'start' as const }],
    rows: [['值']],
  }
  const resaved = async (core: string | null) => {
    const parts = unzipSync((await writeWorkbook([sheet])).bytes)
    const name = 'docProps/core.xml'
    const text = strFromU8(parts[name]!)
    if (core === null) delete parts[name]
    else parts[name] = strToU8(text.replace(/(W3CDTF">)[^<]*/, `$1${core}`))
    return zipSync(parts)
  }

  it('is what it says itself, or nothing', async () => {
    expect(savedAt(await resaved('2026-09-30T08:00:00Z'))).toBe('2026-09-30T08:00:00.000Z')
    expect(savedAt(await resaved('2026-09-30T16:00:00+08:00'))).toBe('2026-09-30T08:00:00.000Z')
    expect(savedAt(await resaved('昨天'))).toBe('')
    expect(savedAt(await resaved(null))).toBe('')
    expect(savedAt(new TextEncoder().encode('编号,日期'))).toBe('')
  })
})
