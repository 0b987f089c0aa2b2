import { describe, expect, it } from 'vitest'
import { Workbook } from '../../../src/engine/workbook.ts'
import { bureauRules } from '../../../src/rules/bureau/all-rules.ts'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'
import type { Cell } from '../../../src/tables/cell.ts'

type Row = Readonly<Record<string, Cell>>

/** The states of one task at a school each, by what its report says. */
function states(
  order: Row,
  answers: readonly Row[],
): { answers: Cell[]; order: (column: string) => unknown } {
  const book = new Workbook({ tables: bureauTables, rules: bureauRules, now: () => '2026-10-05 09:00' })
  const load = (table: string, rows: readonly Row[]) =>
    book.load(table, {
      ids: rows.map((_, at) => `#${table}-${at}`),
      columns: Object.fromEntries(
        [...new Set(rows.flatMap((row) => Object.keys(row)))].map((key) => [
          key,
          rows.map((row) => row[key] ?? null),
        ]),
      ),
    })
  load('orders', [{ no: 'RW-1', title: '任务', ...order }])
  load(
    'orderAnswers',
    answers.map((answer, at) => ({ order: '#orders-0', school: `#schools-${at}`, version: 1, ...answer })),
  )
  book.start()
  return {
    answers: book
      .view('orderAnswers')
      .ids()
      .map((id) => book.value('orderAnswers', id, 'state') as Cell),
    order: (column) => book.value('orders', '#orders-0', column),
  }
}

const arrived = { received: true, received_version: 1 }
const done = { ...arrived, answer: '已加固', done_on: '2026-09-20' }

describe('a task at a school', () => {
  it('is done when the school says so and the hazard it is about is closed', () => {
    const { answers, order } = states({ kind: '整改通知', due: '2026-10-05' }, [
      {},
      arrived,
      { ...arrived, answer: '正在采购' },
      { ...done, hazard_state: '待复查' },
      { ...done, hazard_state: '已销号' },
      done,
    ])
    expect(answers).toEqual(['已下达', '已接收', '已答复', '已答复', '已办结', '已办结'])
    expect(['schools', 'received', 'closed', 'overdue', 'state'].map(order)).toEqual([6, 5, 2, 0, '办理中'])
  })

  it('is late from the day after its date, unless it is done', () => {
    const { answers, order } = states({ kind: '整改通知', due: '2026-10-04' }, [
      {},
      arrived,
      { ...done, hazard_state: '整改中' },
      done,
    ])
    expect(answers).toEqual(['逾期', '逾期', '逾期', '已办结'])
    expect([order('overdue'), order('state')]).toEqual([3, '有逾期'])
  })

  it('is done by having arrived where nothing else is asked, in the version that went out last', () => {
    const { answers } = states({ kind: '检查清单' }, [{}, arrived, { ...arrived, version: 2 }])
    expect(answers).toEqual(['已下达', '已办结', '已下达'])
    expect(states({ kind: '通知' }, [arrived]).answers).toEqual(['已办结'])
    expect(states({ kind: '通知', due: '2026-10-09' }, [arrived]).answers).toEqual(['已接收'])
    expect(states({ kind: '通知' }, []).order('state')).toBe('草拟')
  })
})
