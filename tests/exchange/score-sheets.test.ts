import { describe, expect, it } from 'vitest'
import { adjustmentsOf, modelFormulas } from '../../src/exchange/score-formula-model.ts'
import type { ScoreExportData } from '../../src/exchange/score-data.ts'
import { scoreSheets } from '../../src/exchange/score-sheets.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import type { SheetValue } from '../../src/exchange/sheet-data.ts'
import { writeWorkbook } from '../../src/exchange/xlsx-write.ts'
import { hasOffice, recalculated, table, withWrongValues } from './libre-office.ts'
import { exportOf, workedSchool } from './worked-schools.ts'

const TERMS = ['第一学期', '第二学期'] as const
const cases = [1, 2, 3].flatMap((n) => TERMS.map((term) => [n, term] as const))

function compare(data: ScoreExportData, book: ReadonlyMap<string, Record<string, SheetValue>[]>) {
  const scores = book.get('学期考核')!
  const allowances = book.get('津贴发放')!
  data.persons.forEach((person, at) => {
    const row = scores[at]!
    expect(
      {
        name: row['姓名'],
        direct: row['直接责任扣分'],
        mgmt: row['管理责任扣分'],
        raw: row['原始得分'],
        zeroed: row['是否归零'],
        final: row['最终得分'],
        rank: row['排名'],
        amount: allowances[at]!['应发(元)'],
        paidTo: allowances[at]!['姓名'],
      },
      person.name,
    ).toEqual({
      name: person.name,
      direct: person.direct,
      mgmt: person.mgmt,
      raw: person.raw,
      zeroed: person.zeroed ? '是' : '否',
      final: person.final,
      rank: person.rank,
      amount: person.amount,
      paidTo: person.name,
    })
  })
  const total = data.persons.reduce((sum, person) => sum + Math.round(person.amount * 100), 0) / 100
  expect(allowances[data.persons.length]!['应发(元)']).toBeCloseTo(total, 6)
}

/** A school whose settings reach past the formulas, and one of part-time people. */
function unusual(): ScoreExportData {
  const data = exportOf(workedSchool(2), '第一学期')
  return {
    ...data,
    policy: { ...data.policy, floor: null, decimals: 1, vpThreshold: [1, 1, 1] },
    persons: rank(
      data.persons.map((person, at) => {
        const months = at % 7
        const direct = person.direct + (at % 3 === 0 ? 2.5 : 0)
        const other = at % 5 === 0 ? -3 : 0
        const raw = 100 - direct - person.mgmt + other
        const zeroed = at === 4 || (person.zeroed && at !== 9)
        const final = zeroed ? 0 : Math.min(100, raw)
        const prorata = Math.min(1, months / 6)
        return {
          ...person,
          months,
          prorata,
          direct,
          other,
          raw,
          zeroed,
          final,
          amount: Math.round(100 * prorata * final * 0.1 + 1e-9) / 10,
        }
      }),
    ),
  }
}

const rank = (persons: ScoreExportData['persons']) =>
  persons.map((person) => ({
    ...person,
    rank: 1 + persons.filter((other) => other.final > person.final).length,
  }))

describe('the score workbook', () => {
  it.each(cases)('school %i, %s: the formulas need no adjustment', (n, term) => {
    const data = exportOf(workedSchool(n), term)
    const model = modelFormulas(data)
    for (const person of data.persons)
      expect(adjustmentsOf(person, model.persons.get(person.id)!, data), person.name).toEqual({
        direct: 0,
        mgmt: 0,
        zeroed: '',
        final: 0,
        amount: 0,
      })
  })

  it('carries the present values for readers that do not calculate', async () => {
    const data = exportOf(workedSchool(1), '第一学期')
    const { bytes, warnings } = await writeWorkbook(scoreSheets(data))
    expect(warnings).toEqual([])
    const result = await readSpreadsheet(bytes, 'scores.xlsx')
    if (!result.ok) throw new Error(result.problem.code)
    expect(result.sheets.map((sheet) => sheet.name)).toEqual([
      '学期考核',
      '津贴发放',
      '扣分明细',
      '事故台账',
      '责任认定',
      '报告时间线',
      '部门',
      '规则参数',
    ])
    compare(data, new Map(result.sheets.map((sheet) => [sheet.name, table(sheet.rows)])))
  })

  it.skipIf(!hasOffice)(
    'recalculates elsewhere to the same numbers',
    async () => {
      const all = [...cases.map(([n, term]) => exportOf(workedSchool(n), term)), unusual()]
      const books = await Promise.all(
        all.map(async (data) => (await writeWorkbook(withWrongValues(scoreSheets(data)))).bytes),
      )
      const read = await recalculated(books)
      all.forEach((data, at) => compare(data, read[at]!))
    },
    120_000,
  )
})
