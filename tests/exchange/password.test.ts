import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { hasOffice, unlocked } from './libre-office.ts'
import { writeWorkbook, type ExportSheet } from '../../src/exchange/xlsx-write.ts'

const sheet: ExportSheet = {
  name: '教职工',
  title: '教职工名册',
  columns: [{ heading: '姓名', width: 12, align: 'start' }],
  rows: [['张三'], ['𠮷田']],
}
const PASSWORD = '密码Pa55!é'
const { bytes } = await writeWorkbook([sheet], { password: PASSWORD.normalize('NFD') })

/** A cheap one, to be changed: few rounds, the same form. */
const cheap = await writeXlsx({
  sheets: [{ name: 'S', rows: [['姓名'], ['张三']] }],
  encryption: { password: 'a', spinCount: 1 },
})

const codeOf = async (file: Uint8Array, password: string) => {
  const read = await readSpreadsheet(file, 'a.xlsx', { password })
  return read.ok ? 'read' : read.problem.code
}

/** The same container with other words of the same length in its XML. */
function saying(file: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(file).toString('latin1')
  expect(text).toContain(from)
  return new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'))
}

describe('a workbook with a password', () => {
  test('opens with it, typed in either form, telling how far it is', async () => {
    const shares: number[] = []
    const read = await readSpreadsheet(bytes, 'a.xlsx', {
      password: PASSWORD.normalize('NFC'),
      onProgress: (share) => shares.push(share),
    })
    expect(read.ok && read.sheets[0]!.rows.slice(2)).toEqual([['张三'], ['𠮷田']])
    expect(shares.length).toBeGreaterThan(10)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  })

  test('of another program opens whichever form that has used, and says that a password is wrong', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const file = await writeXlsx({
        sheets: [{ name: 'S', rows: [['姓名'], ['张三']] }],
        encryption: { password: PASSWORD.normalize(form), spinCount: 1 },
      })
      for (const typed of ['NFC', 'NFD'] as const)
        expect(await codeOf(file, PASSWORD.normalize(typed))).toBe('read')
      expect(await codeOf(file, 'é密码')).toBe('file.wrong-password')
      expect(await codeOf(file, '')).toBe('file.password')
    }
  })

  test('that was changed after it was encrypted is refused though its password is right', async () => {
    // By the sum over the package, which readers may leave out and we do not.
    let refused = 0
    for (let byte = 2048; byte < cheap.length; byte += 97) {
      const flipped = cheap.slice()
      flipped[byte]! ^= 1
      if ((await codeOf(flipped, 'a')) === 'file.changed-after-encryption') refused++
    }
    expect(refused).toBeGreaterThan(5)
  })

  test('that asks for more rounds than a computer can do is refused at once', async () => {
    const some = await writeXlsx({
      sheets: [{ name: 'S', rows: [['姓名'], ['张三']] }],
      encryption: { password: 'a', spinCount: 100 },
    })
    for (const bomb of ['9e9', '1e7'])
      expect(await codeOf(saying(some, 'spinCount="100"', `spinCount="${bomb}"`), 'a')).toBe('file.too-slow')
    for (const odd of ['-10', '0.5', 'abc'])
      expect(await codeOf(saying(some, 'spinCount="100"', `spinCount="${odd}"`), 'a')).toBe('file.damaged')
  })

  test.runIf(hasOffice)(
    'opens in LibreOffice with its password, cell for cell, and with no other',
    async () => {
      const cellsOf = async (file: Uint8Array) => {
        const read = await readSpreadsheet(file, 'a.xlsx', { password: PASSWORD })
        return read.ok ? read.sheets.map(({ name, rows }) => ({ name, rows })) : read.problem.code
      }
      // As a keyboard gives it.
      const opened = unlocked(bytes, PASSWORD.normalize('NFC'))
      expect(opened && (await cellsOf(opened))).toEqual(await cellsOf(bytes))
      expect(opened && (await codeOf(opened, ''))).toBe('read')
      expect(unlocked(bytes, PASSWORD.slice(1))).toBeNull()
    },
    240_000,
  )
})
