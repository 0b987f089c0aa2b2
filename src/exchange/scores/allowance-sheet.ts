import { adjustmentsOf } from '../score-formula-model.ts'
import type { ExportSheet } from '../xlsx-write.ts'
import { ALLOWANCES, SCORES, NAMES } from './columns.ts'
import { addresses, ranges } from './formulas.ts'
import type { ScoreBook } from './score-book.ts'

/** What a score comes to in yuan, to be signed for. */
export function allowancesSheet(book: ScoreBook): ExportSheet {
  const at = addresses(ALLOWANCES)
  const scores = ranges(NAMES.scores, SCORES, book.data.persons.length)
  const own = ranges(NAMES.allowances, ALLOWANCES, book.data.persons.length)
  const { policy } = book.data
  const rows = book.data.persons.map((person, index) => {
    const cell = at(index)
    const adjust = adjustmentsOf(person, book.model.persons.get(person.id)!, book.data)
    const byMonths =
      policy.termMonths > 0 && Math.abs(person.months / policy.termMonths - person.prorata) < 1e-9
    return {
      name: person.name,
      department: person.department,
      standard: { formula: book.rule('standard'), value: policy.standard },
      months: person.months,
      prorata: byMonths
        ? { formula: `${cell('months')}/${book.rule('termMonths')}`, value: person.prorata }
        : person.prorata,
      score: {
        formula: `INDEX(${scores('final')},MATCH(${cell('code')},${scores('code')},0))`,
        value: person.final,
      },
      amount: {
        formula: `ROUND(${cell('standard')}*${cell('prorata')}*${cell('score')}/100,${book.rule('decimals')})+${cell('adjust')}`,
        value: person.amount,
      },
      sign: null,
      code: book.personCode(person.id),
      adjust: adjust.amount,
    }
  })
  const total = book.data.persons.reduce((sum, person) => sum + Math.round(person.amount * 100), 0) / 100
  return book.sheet('allowances', ALLOWANCES, rows, [
    ['合计', null, null, null, null, null, { formula: `SUM(${own('amount')})`, value: total }],
    [],
    ['制表人：', null, '审核：', null, null, '校长：'],
  ])
}
