import { describe, expect, it } from 'vitest'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'
import type { Table } from '../../../src/tables/table.ts'

const NOW = '2026-09-15 09:00'
const all = bureauTables as Readonly<Record<string, Table>>

function whole(table: string, cells: Record<string, unknown>) {
  const empty = Object.fromEntries(Object.keys(all[table]!.columns).map((key) => [key, null]))
  return { ...empty, ...cells }
}
const problem = (table: string, column: string, cells: Record<string, unknown>) => {
  const row = whole(table, cells)
  for (const check of all[table]!.checks ?? [])
    if (check.column === column) {
      const code = check.problem(row, NOW)
      if (code !== null) return code
    }
  return null
}
const asks = (table: string, column: string, cells: Record<string, unknown>) =>
  all[table]!.requiredWhen?.[column]?.(whole(table, cells)) ?? false

describe('what cannot be is marked', () => {
  it.each([
    ['visits', 'date', { date: '2026-09-16' }, 'time.future'],
    ['visits', 'date', { date: '2026-09-15' }, null],
    ['sectionReports', 'quarter', { quarter: '2026-Q5' }, 'report.quarter'],
    ['sectionReports', 'quarter', { quarter: '2026年第三季度' }, null],
    ['receipts', 'month', { month: '何时' }, 'report.month'],
    ['receipts', 'received', { received: '2026-09-15 09:01' }, 'time.future'],
    ['bulletins', 'period', { period: '2026' }, 'bulletin.period'],
    ['bulletins', 'period', { period: '2026-Q1' }, null],
    ['schoolPledges', 'year', { year: '26' }, 'archive.year'],
    ['schoolPledges', 'signed', { signed: '2026-09-16' }, 'time.future'],
    ['bureauPlans', 'due', { date: '2026-09-02', due: '2026-09-01' }, 'dates.to-before-from'],
    ['schoolContracts', 'valid_to', { valid: '2026-09-02', valid_to: '2026-09-01' }, 'dates.to-before-from'],
    [
      'majorHazards',
      'extension',
      { due: '2026-09-02', extension: '2026-09-02' },
      'hazard.extended-to-earlier',
    ],
    ['majorHazards', 'closed', { closed: '2026-09-02' }, 'major.closed-before-checked'],
    ['majorHazards', 'closed', { closed: '2026-09-02', review: '不合格' }, 'major.closed-before-checked'],
    [
      'majorHazards',
      'closed',
      { closed: '2026-09-02', review: '合格', reported: '2026-09-03 08:00' },
      'dates.to-before-from',
    ],
    ['majorHazards', 'closed', { closed: '2026-09-03', review: '合格', reported: '2026-09-03 08:00' }, null],
    [
      'allIncidents',
      'closed',
      { closed: '2026-09-02', times: '2026-09-03 08:00' },
      'incident.closed-before-occurred',
    ],
    ['investigations', 'closed', { opened: '2026-09-03', closed: '2026-09-02' }, 'dates.to-before-from'],
    ['investigations', 'veto', { veto: '今年' }, 'archive.year'],
    ['schoolAssessment', 'onsite', { points: 10, onsite: 11 }, 'assessment.over-points'],
    ['schoolAssessment', 'onsite', { points: 10, onsite: 10 }, null],
    ['buildingSafety', 'checked', { checked: '2026-09-16' }, 'time.future'],
  ])('%s.%s of %j: %s', (table, column, cells, code) => {
    expect(problem(table, column, cells)).toBe(code)
  })

  it('P6-22 the leader and the offices are told after the report came, not before', () => {
    for (const column of ['to_leader', 'cc', 'up']) {
      const at = '2026-09-15 08:00'
      expect(problem('urgentReports', column, { at, [column]: '2026-09-15 07:59' })).toBe(
        'dates.to-before-from',
      )
      expect(problem('urgentReports', column, { at, [column]: at })).toBeNull()
    }
  })

  it('P6-27 a matter of high risk does not simply go ahead', () => {
    const of = (level: string, result: string) => problem('stabilityRisks', 'result', { level, result })
    expect(of('高', '可实施')).toBe('stability.high-goes-ahead')
    expect([of('高', '暂缓'), of('中', '可实施')]).toEqual([null, null])
  })
})

describe('what a row calls for is asked for', () => {
  it.each([
    ['visits', 'advice', { issues: '消防通道堆物' }, true],
    ['visits', 'advice', {}, false],
    ['sections', 'cross_by', { cross: '校车' }, true],
    ['schoolPledges', 'signed', { result: '完成' }, true],
    ['receipts', 'return_reason', { returned: true }, true],
    ['receipts', 'return_reason', { returned: false }, false],
    ['majorHazards', 'review', { closed: '2026-09-02' }, true],
    ['allIncidents', 'progress', { closed: '2026-09-02' }, true],
    ['urgentReports', 'up', { plan: '食品安全预案' }, true],
    ['urgentReports', 'first', { kind: '终报' }, true],
    ['urgentReports', 'first', { kind: '首报' }, false],
    ['schoolAssessment', 'why', { points: 10, onsite: 9 }, true],
    ['schoolAssessment', 'why', { points: 10, onsite: 10 }, false],
    ['buildingSafety', 'warn', { grade: 'D' }, true],
    ['buildingSafety', 'warn', { grade: 'B' }, false],
    ['examSafety', 'issue', { secrecy: '有问题' }, true],
    ['bureauOpinions', 'told_offices', { closed: '2026-09-02' }, true],
    ['bureauOpinions', 'plan', { level: '敏感' }, true],
    ['bureauPetitions', 'reply', { closed: '2026-09-02' }, true],
  ])('%s.%s of %j: %s', (table, column, cells, expected) => {
    expect(asks(table, column, cells)).toBe(expected)
  })
})
