import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'

const good = await writeXlsx({
  sheets: [
    {
      name: '教职工',
      rows: [
        ['工号', '姓名', '部门', '入职日'],
        ['001', '张三', '教导处', new Date(Date.UTC(2020, 8, 1))],
        ['002', '李四', '总务处', 12.5],
        ['003', '𠮷田', '', true],
      ],
    },
  ],
})
const locked = await writeXlsx({
  sheets: [{ name: 'Sheet1', rows: [['姓名'], ['张三']] }],
  encryption: { password: '密码Pa55!', spinCount: 1 },
})

const rowsOf = async (bytes: Uint8Array, password?: string) => {
  const result = await readSpreadsheet(bytes, 'staff.xlsx', { password })
  return result.ok ? JSON.stringify(result.sheets.map((sheet) => [sheet.name, sheet.rows])) : null
}

describe('a damaged workbook', () => {
  it('is read as it was or refused, whichever bytes are changed', async () => {
    const whole = await rowsOf(good)
    expect(whole).toContain('𠮷田')
    const flips = fc.array(fc.record({ at: fc.nat(good.length - 1), by: fc.integer({ min: 1, max: 255 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(flips, async (list) => {
        const bytes = new Uint8Array(good)
        for (const { at, by } of list) bytes[at] = bytes[at]! ^ by
        const read = await rowsOf(bytes)
        expect(read === null || read === whole).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('is refused at every length short of whole', async () => {
    for (let length = 0; length < good.length; length++)
      expect(await rowsOf(good.slice(0, length)), `length ${length}`).toBeNull()
  })

  it('behind a password is read as it was or refused', async () => {
    const whole = await rowsOf(locked, '密码Pa55!')
    expect(whole).toBe('[["Sheet1",[["姓名"],["张三"]]]]')
    const at = fc.nat(locked.length - 1)
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 1, max: 255 }), async (where, by) => {
        const bytes = new Uint8Array(locked)
        bytes[where] = bytes[where]! ^ by
        const read = await rowsOf(bytes, '密码Pa55!')
        expect(read === null || read === whole).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('says that a password is wrong, not that the file is damaged', async () => {
    const result = await readSpreadsheet(locked, 'staff.xlsx', { password: 'other' })
    expect(!result.ok && result.problem.code).toBe('file.wrong-password')
    const asked = await readSpreadsheet(locked, 'staff.xlsx')
    expect(!asked.ok && asked.problem.code).toBe('file.password')
  })
})
