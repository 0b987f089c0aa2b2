import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from '../../src/exchange/csv.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'

const naughty = JSON.parse(
  readFileSync(new URL('../fixtures/corpus/txt-blns.json', import.meta.url), 'utf8'),
) as string[]
const bytesOf = (text: string) => new TextEncoder().encode(text)
const rowsOf = (text: string) => readCsv(bytesOf(text), 'x').sheet.rows

describe('our own CSV', () => {
  const back = (rows: string[][]) =>
    readCsv(writeCsv(rows), 'x').sheet.rows.map((row) => row.map((cell) => cell ?? ''))

  it('comes back as it went out', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), {
            minLength: 2,
            maxLength: 2,
            size: 'max',
          }),
          {
            minLength: 1,
          },
        ),
        (rows) => {
          expect(back(rows)).toEqual(rows)
        },
      ),
    )
    // A lone half of a character is no text in UTF-8; cells never hold one.
    const texts = naughty.filter((text) => text !== '' && !/\p{Surrogate}/u.test(text))
    expect(back(texts.map((text) => [text, 'x']))).toEqual(texts.map((text) => [text, 'x']))
  })

  it('guards what a spreadsheet would run, and nothing else', () => {
    const text = new TextDecoder().decode(
      writeCsv([['=1+1', '+A1', '-1', '-1.5', '@x', "'=1", '＝1', '平常', "it's"]]),
    )
    expect(text).toBe("'=1+1,'+A1,-1,-1.5,'@x,''=1,'＝1,平常,it's\r\n")
  })

  it('begins with the mark that Excel knows UTF-8 by', () => {
    expect([...writeCsv([['a']]).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })
})

describe('foreign CSV', () => {
  it.each([
    [
      'lines ended by CR only',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a quote inside a word',
      'a"b,c\n1,2',
      [
        ['a"b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'text after a closing quote',
      '"a"b,c\n1,2',
      [
        ['ab', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'leading zeros and long numbers',
      '001,110101199001011234\n1,2',
      [
        ['001', '110101199001011234'],
        ['1', '2'],
      ],
    ],
    ['empty lines at the end', 'a,b\n\n\n', [['a', 'b']]],
    [
      'an empty last cell',
      'a,b,\n1,2,',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_, text, rows) => expect(rowsOf(text)).toEqual(rows))

  it('in UTF-16, with and without its mark', () => {
    const wide = (text: string, big: boolean, mark: boolean) => {
      const units = [...((mark ? '\ufeff' : '') + text)].map((c) => c.charCodeAt(0))
      return Uint8Array.from(units.flatMap((u) => (big ? [u >> 8, u & 255] : [u & 255, u >> 8])))
    }
    for (const big of [true, false])
      for (const mark of [true, false]) {
        const { sheet } = readCsv(wide('日期,姓名\r\n2026-03-02,张三\r\n', big, mark), 'x')
        expect(sheet.rows).toEqual([
          ['日期', '姓名'],
          ['2026-03-02', '张三'],
        ])
        expect(sheet.warnings.length).toBe(mark ? 0 : 1)
      }
  })

  it('cut in the middle of a character says so, with the row', () => {
    const { sheet } = readCsv(bytesOf('日期,姓名\n2026-03-02,张三').slice(0, -1), 'x')
    expect(sheet.warnings.map((warning) => warning.code)).toContain('file.unreadable-characters')
    expect(sheet.warnings.find((warning) => warning.code === 'file.unreadable-characters')!.params).toEqual({
      row: 2,
    })
  })

  it('in the encoding that a person chose', () => {
    const gbk = Uint8Array.from([0xc1, 0xaa, 0xcd, 0xa8])
    expect(readCsv(gbk, 'x', { encoding: 'gb18030' }).sheet.rows).toEqual([['联通']])
    expect(readCsv(gbk, 'x', { encoding: 'big5' }).sheet.rows).not.toEqual([['联通']])
  })

  it('is refused when it is no text, or no spreadsheet', async () => {
    const codeOf = async (bytes: Uint8Array, name: string) => {
      const result = await readSpreadsheet(bytes, name)
      return result.ok ? 'ok' : result.problem.code
    }
    expect(await codeOf(Uint8Array.from([1, 2, 0, 3, 0, 0, 9]), 'a.csv')).toBe('file.not-text')
    expect(await codeOf(bytesOf('<!DOCTYPE html><table>'), 'a.xls')).toBe('file.web-page')
    expect(await codeOf(bytesOf('\n\n,,\n'), 'a.csv')).toBe('file.no-rows')
    expect(await codeOf(bytesOf('%PDF-1.7'), 'a.csv')).toBe('file.pdf')
  })
})
