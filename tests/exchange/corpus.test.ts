import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { planImport } from '../../src/exchange/import-plan.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { workbook } from './plain-workbook.ts'

/**
 * Files from outside, each ending as its class says: A accepted exactly (no warning), W accepted with a warning that
 * names what was left out or guessed, R refused with a reason. The large ones stand beside the project when they are
 * there; the small ones come with it.
 */
const here = fileURLToPath(new URL('../fixtures/corpus/', import.meta.url))
const outside = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const folder = existsSync(outside) ? outside : here

const classes = new Map<string, string>()
for (const line of readFileSync(`${here}README.md`, 'utf8').split('\n')) {
  const match = /^\| (\S+) \| (A|W|R|A\/R) \|/.exec(line)
  if (match) classes.set(match[1]!, match[2]!)
}
const files = readdirSync(folder).filter((name) => /\.(xlsx|xls|csv)$/.test(name))

const read = (name: string, options = {}) =>
  readSpreadsheet(new Uint8Array(readFileSync(folder + name)), name, options)

const rowsOf = async (name: string, sheet = 0) => {
  const result = await read(name)
  return result.ok ? result.sheets[sheet]!.rows : result.problem
}

describe('files from outside', () => {
  it('are all classed', () => {
    expect(files.filter((name) => !classes.has(name))).toEqual([])
    expect(files.length).toBeGreaterThan(60)
  })

  it.each(files)(
    '%s',
    async (name) => {
      const result = await read(name)
      const ended = !result.ok ? 'R' : result.warnings.length > 0 ? 'W' : 'A'
      const wanted = classes.get(name)!
      if (wanted !== 'A/R') expect(ended, JSON.stringify(result.warnings)).toBe(wanted)
      if (result.ok) expect(result.sheets.some((sheet) => sheet.rows.length > 0)).toBe(true)
      else expect(result.problem.code).toMatch(/^file\./)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
    10_000,
  )
})

it('a plan is made of each that can be read, whatever its shape', async () => {
  for (const name of files) {
    const result = await read(name)
    if (!result.ok) continue
    const plan = planImport(result.sheets, workbook())
    expect(plan.problem !== undefined || plan.counts.added + plan.counts.rejected > 0, name).toBe(true)
  }
}, 60_000)

describe('what they hold', () => {
  it('dates of three calendars as text', async () => {
    expect(await rowsOf('date-calamine-1904.xlsx')).toEqual([
      ['2021-01-01', 15],
      ['2021-01-02', 16],
      ['255:10:10', 17],
    ])
    expect(await rowsOf('wiz-1904-flag.xlsx')).toEqual([['日期'], ['2026-03-02']])
    const leap = await rowsOf('date-readxl-1900-leap-bug.xlsx')
    if (!Array.isArray(leap)) throw new Error('refused')
    for (const [date, text] of leap.slice(1)) expect(`${date}:00`).toBe(text)
  })

  it('0, FALSE and empty stay different', async () => {
    expect(await rowsOf('real-grist-falsy-cells.xlsx')).toEqual([
      ['A', 'B'],
      [false, 0],
      [false, 0],
    ])
  })

  it('cells without an address, each in its place', async () => {
    const rows = await rowsOf('real-phpss-no-cell-refs.xlsx')
    expect(rows).toEqual(Array.from({ length: 10 }, () => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
  })

  it('Chinese text in five encodings', async () => {
    expect(await rowsOf('csv-big5.csv')).toEqual([
      ['日期', '姓名'],
      ['2026-03-02', '張三'],
    ])
    expect(await rowsOf('csv-gbk-short-ambiguous.csv')).toEqual([['联通', '1']])
    expect(await rowsOf('csv-gbk.csv')).toEqual(await rowsOf('csv-utf8-nobom.csv'))
    const rare = await rowsOf('csv-gb18030-4byte.csv')
    expect(JSON.stringify(rare)).toContain('𠮷')
  })

  it('separators, quotes and line ends', async () => {
    expect(await rowsOf('csv-phpss-sep-line.csv')).toEqual([
      ['A', '1'],
      ['2', '3'],
    ])
    expect(((await rowsOf('csv-phpss-semicolon.csv')) as unknown[])[1]).toEqual([
      'Cell A2',
      'Number with comma',
      '25,5',
    ])
    expect(await rowsOf('csv-spectrum-newlines-crlf.csv')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ])
    expect(await rowsOf('csv-unclosed-quote.csv')).toEqual([
      ['日期', '姓名'],
      ['2026-03-02', '"张三'],
      ['2026-03-03', '李四'],
    ])
  })

  it('a cell that cannot exist is named and left out', async () => {
    const result = await read('adv-cellref-__proto__.xlsx')
    expect(result.ok && result.sheets[0]!.rows.length).toBe(3)
    expect(result.warnings).toContainEqual({
      code: 'sheet.cell-left-out',
      params: { sheet: '值班表', count: 1, cell: '__proto__' },
    })
  })

  it('opens with its password and says when it is the wrong one', async () => {
    const opened = await read('enc-poi-agile-password-tika.xlsx', { password: 'tika' })
    expect(opened.ok).toBe(true)
    const wrong = await read('enc-poi-agile-password-tika.xlsx', { password: 'Tika' })
    expect(!wrong.ok && wrong.problem.code).toBe('file.wrong-password')
  })
})
