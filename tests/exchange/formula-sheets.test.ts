import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withFormulas, type TableOnSheet } from '../../src/app/export-formulas.ts'
import { loadFormulas } from '../../src/app/own-schema.ts'
import { Workbook } from '../../src/engine/workbook.ts'
import { tableSheet } from '../../src/exchange/table-sheet.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { writeWorkbook, type ExportSheet } from '../../src/exchange/xlsx-write.ts'
import { withKeys } from '../../src/formula/names.ts'
import { numberIn } from '../../src/formula/value.ts'
import { tables as builtIn } from '../../src/tables/index.ts'
import type { Cell } from '../../src/tables/cell.ts'
import type { Table } from '../../src/tables/table.ts'
import { randomFormulas } from '../formula/random-formulas.ts'
import { CONTENT, formulaColumn, smallTables } from '../formula/world.ts'
import { hasOffice, recalculated, table, withWrongValues } from './libre-office.ts'

const NOW = '2027-03-10 09:00'

type Content = Readonly<
  Record<'people' | 'dangers', Readonly<Record<string, Readonly<Record<string, Cell>>>>>
>

/**
 * Every row with a day: where there is none, spreadsheets disagree about the last days of 1899. (The rest of an empty
 * cell they agree on.)
 */
const WITH_DAYS: Content = {
  ...CONTENT,
  dangers: { ...CONTENT.dangers, '#h3': { ...CONTENT.dangers['#h3'], day: '2027-01-31' } },
}

/** The small tables in a real workbook, with these formulas as columns of the dangers. */
async function bookOf(formulas: readonly string[], content: Content = CONTENT): Promise<Workbook> {
  const plain = smallTables()
  const own = Object.fromEntries(
    formulas.map((formula, at) => [
      `f${at}`,
      formulaColumn(withKeys(`=${formula}`, plain.dangers, plain), 'text', `式${at}`),
    ]),
  )
  const tables: Record<string, Table> = { ...builtIn, ...smallTables(own) }
  const book = new Workbook({ tables, now: () => NOW })
  for (const name of ['people', 'dangers'] as const) {
    const rows: Readonly<Record<string, Readonly<Record<string, Cell>>>> = content[name]
    const keys = Object.keys(plain[name].columns)
    book.load(name, {
      ids: Object.keys(rows),
      columns: Object.fromEntries(
        keys.map((key) => [key, Object.values(rows).map((row) => row[key] ?? null)]),
      ),
    })
  }
  book.start()
  book.calculate(await loadFormulas())
  return book
}

async function sheetsOf(book: Workbook, names: readonly string[], leftOut: readonly string[] = []) {
  const sheets = names.map((name): TableOnSheet => {
    const definition = book.tables[name]!
    const ids = book.view(name).ids()
    const columns = Object.keys(definition.columns).filter((key) => !leftOut.includes(key))
    const rows = { ids, value: (row: string, key: string) => book.value(name, row, key) }
    return {
      table: definition,
      columns,
      ids,
      sheet: tableSheet(definition, rows, book.context(), { columns }),
    }
  })
  return withFormulas(book, sheets, () => true)
}

const formulaIn = (sheet: ExportSheet, heading: string) => {
  const at = sheet.columns.findIndex((column) => column.heading === heading)
  return sheet.rows.map((row) => row[at])
}

describe('formulas in a file', () => {
  it('names become addresses, whatever the sheets are called in the end', async () => {
    const book = await bookOf([
      '[@得分]*2+SUM([得分])',
      'SUMIFS(教职工[津贴],教职工[姓名],[@责任人])',
      '[@责任人.部门]',
      'SUM([@[得分]:[应发（元）]])&ifs(TRUE,"[@得分]")',
    ])
    const { sheets } = await sheetsOf(book, ['people', 'dangers'])
    const first = ['式0', '式1', '式2', '式3'].map((heading) => formulaIn(sheets[1]!, heading)[0])
    expect(first).toEqual([
      { formula: '$C3*2+SUM($C$3:$C$6)', value: 65.5 },
      { formula: 'SUMIFS(\u0001people\u0001!$C$3:$C$4,\u0001people\u0001!$A$3:$A$4,$F3)', value: 100 },
      {
        formula:
          'IF($F3="","",INDEX(\u0001people\u0001!$B$3:$B$4,MATCH($F3,\u0001people\u0001!$A$3:$A$4,0)))',
        value: '教导处',
      },
      { formula: 'SUM($C3:$D3)&_xlfn.IFS(TRUE,"[@得分]")', value: '11.005[@得分]' },
    ])
    const { bytes } = await writeWorkbook([{ ...sheets[0]!, name: '隐患台账', id: undefined }, ...sheets])
    const read = await readSpreadsheet(bytes, 'a.xlsx')
    if (!read.ok) throw new Error(read.problem.code)
    expect(read.sheets.map(({ name }) => name)).toEqual(['隐患台账', '教职工', '隐患台账(2)'])
    expect(table(read.sheets[2]!.rows)[0]).toMatchObject({ 式0: 65.5, 式1: 100, 式2: '教导处' })
  })

  it('what the file does not hold whole goes as a value, and is named', async () => {
    const book = await bookOf(['[@得分]*2', 'SUM(教职工[津贴])', '[@责任人.部门]'])
    const alone = await sheetsOf(book, ['dangers'])
    expect(alone.valuesOnly).toEqual([{ table: 'dangers', columns: ['f1', 'f2'] }])
    expect(formulaIn(alone.sheets[0]!, '式1')[0]).toBe('180.5')
    const without = await sheetsOf(book, ['dangers', 'people'], ['score'])
    expect(without.valuesOnly).toEqual([{ table: 'dangers', columns: ['f0'] }])
  })

  it.skipIf(!hasOffice)(
    'LibreOffice recalculates 1,000 random formulas to the same values',
    async () => {
      const formulas = randomFormulas({
        numbers: ['[@得分]', '[@应发（元）]', '[@责任人.津贴]'],
        texts: ['[@等级]', '[@编号]', '[@责任人]', '[@责任人.部门]'],
        days: ['[@发现日]'],
        lists: [
          { numbers: ['[得分]', '[应发（元）]'], texts: ['[等级]', '[责任人]', '[编号]'] },
          { numbers: ['教职工[津贴]'], texts: ['教职工[部门]', '教职工[姓名]'] },
        ],
        ranked: [['[@得分]', '[得分]']],
        words: ['一般', '严重', '王伟', 'A-1'],
        block: '教职工[[姓名]:[津贴]]',
      })
      const drawn = fc
        .sample(formulas, { numRuns: 250, seed: Number(process.env['FUZZ_SEED'] ?? 20270310) })
        .flatMap(({ number, text, truth, day }) => [number, text, truth, day])
      const book = await bookOf(drawn, WITH_DAYS)
      const { sheets, valuesOnly } = await sheetsOf(book, ['people', 'dangers'])
      expect(valuesOnly).toEqual([])
      const { bytes } = await writeWorkbook(withWrongValues(sheets))
      const [read] = await recalculated([bytes])
      const rows = read!.get('隐患台账')!
      const differ: unknown[] = []
      drawn.forEach((formula, at) =>
        formulaIn(sheets[1]!, `式${at}`).forEach((cell, row) => {
          const ours = (cell as { value: unknown }).value
          const theirs = rows[row]![`式${at}`] ?? ''
          if (!alike(ours, theirs))
            differ.push({ formula, row, ours, theirs, as: (cell as { formula: string }).formula })
        }),
      )
      expect(differ).toEqual([])
    },
    180_000,
  )
})

/**
 * A day comes back as one. Which error it is, programs disagree about (LibreOffice has no #N/A for a rank that is not
 * there): it must be an error in both.
 */
function alike(ours: unknown, theirs: unknown): boolean {
  const isError = (value: unknown) => typeof value === 'string' && /^(#|Err:)/.test(value)
  if (isError(ours)) return isError(theirs)
  const found = typeof ours === 'number' && typeof theirs === 'string' ? numberIn(theirs) : theirs
  if (typeof ours === 'number' && typeof found === 'number')
    return Math.abs(ours - found) <= 1e-9 * Math.max(1, Math.abs(ours))
  return ours === found
}
