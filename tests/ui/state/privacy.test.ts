import { expect, test } from 'vitest'
import { tables } from '../../../src/tables/index.ts'
import { covered, coveredProblem, hasSensitive, isSensitive } from '../../../src/ui/state/privacy.ts'

test('pupils’ names, injuries and costs are covered; the grade of an injury and everybody else’s rows are not', () => {
  const { incidentPeople, staff, incidents } = tables
  const sensitive = Object.keys(incidentPeople.columns).filter((column) =>
    isSensitive(incidentPeople, column),
  )
  expect(sensitive).toEqual(['name', 'injury', 'level_log', 'cost', 'settlement'])
  expect(hasSensitive(incidentPeople)).toBe(true)
  expect(hasSensitive(staff)).toBe(false)
  expect(hasSensitive(incidents)).toBe(false)
})

test('a covered name keeps one character, whole even outside the basic plane', () => {
  expect(covered('name', '张小明')).toBe('张**')
  expect(covered('name', '𠮷田')).toBe('𠮷**')
  expect(covered('injury', '左臂骨折')).toBe('***')
  expect(covered('cost', '1200')).toBe('***')
  expect(covered('name', '')).toBe('')
})

test('a problem of a covered cell does not say what the cell holds', () => {
  const problem = coveredProblem({ code: 'row.duplicate', params: { key: '张小明' } })
  expect(JSON.stringify(problem)).not.toContain('张')
  expect(problem.code).toBe('row.duplicate')
  expect(coveredProblem({ code: 'required' })).toEqual({ code: 'required' })
})
