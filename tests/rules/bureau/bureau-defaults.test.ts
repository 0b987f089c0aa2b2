import { expect, it } from 'vitest'
import { assessmentPoints, bureauDefaults } from '../../../src/rules/bureau/bureau-defaults.ts'
import { defaultsFor, type DefaultFacts } from '../../../src/rules/defaults.ts'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'
import type { Cell } from '../../../src/tables/cell.ts'
import type { Table } from '../../../src/tables/table.ts'
import { NOW } from './open-bureau.ts'

const filled = (table: string, cells: Record<string, Cell>, used: readonly string[] = []) => {
  const facts = { now: NOW, used: () => new Set(used) } as unknown as DefaultFacts
  return defaultsFor(table, cells, facts)
}

it.each([
  ['visits', { date: '2026-09-01' }, { no: 'DC-20260901-01' }],
  ['sectionReports', { quarter: '2026年第二季度' }, { due_sent: '2026-06-30' }],
  ['sectionReports', {}, { quarter: '2026-Q3', due_sent: '2026-09-30' }],
  ['receipts', {}, { month: '2026-09' }],
  ['bureauPetitions', { received_by: '甲' }, { no: 'XF-20260915-01', at: NOW, owner: '甲' }],
  ['bureauArchive', { year: '2025' }, { no: 'DA-2025-01', date: '2026-09-15', keep: '10年' }],
  ['schoolAssessment', { item: '事故' }, { year: '2026', points: 10 }],
])('a new row of %s with %j gets %j', (table, cells, expected) => {
  expect(filled(table, cells)).toEqual(expected)
})

it('numbers go on where the last one ended', () => {
  expect(filled('visits', { date: '2026-09-01' }, ['DC-20260901-01']).no).toBe('DC-20260901-02')
})

it('the items of an assessment sum to a hundred, and each has points', () => {
  const items = bureauTables.schoolAssessment.columns.item.options!.map(({ zh }) => zh)
  expect(Object.keys(assessmentPoints)).toEqual(items)
  expect(Object.values(assessmentPoints).reduce((sum, points) => sum + points, 0)).toBe(100)
})

it('fills only columns that are there and that people fill', () => {
  for (const table of Object.keys(bureauDefaults))
    for (const column of Object.keys(filled(table, {}))) {
      const definition = (bureauTables as Readonly<Record<string, Table>>)[table]!.columns[column]
      expect(definition?.computed, `${table}.${column}`).toBe(false)
    }
})
