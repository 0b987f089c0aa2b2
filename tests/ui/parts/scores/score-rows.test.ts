import { expect, test } from 'vitest'
import {
  arranged,
  keptWhereSame,
  runningTerm,
  scoreRows,
  summarised,
} from '../../../../src/ui/parts/scores/score-rows.ts'
import { entriesOf, entriesText, numbersOf } from '../../../../src/ui/parts/scores/setting-text.ts'
import { movedTo } from '../../../../src/ui/parts/scores/move-in-list.ts'
import { memorySession } from '../../../app/memory-session.ts'

const { book } = memorySession().session
const terms = book.environment().terms
const rows = scoreRows(book, terms[1]!.id)
const matches = (text: string, query: string) => text.includes(query)
const all = { sorting: null, department: '', query: '' }

test('everybody who is assessed has one row, by name, with the numbers of the score', () => {
  expect(rows.length).toBe(
    book
      .view('staff')
      .ids()
      .filter((id) => book.score(terms[1]!.id, id)).length,
  )
  for (const row of rows) {
    const score = book.score(terms[1]!.id, row.person)!
    expect([row.final, row.expected, row.amount, row.rank]).toEqual([
      score.final,
      score.expected,
      score.amount,
      score.rank,
    ])
    expect(row.name).toBe(book.shownName(row.person))
    expect(row.department.startsWith('#')).toBe(false)
  }
})

test('rows that read as before stay the same objects, and those that do not are new', () => {
  const moved = rows.map((row, at) => (at === 1 ? { ...row, final: row.final - 1 } : { ...row }))
  const kept = keptWhereSame(rows, moved)
  expect(kept).toEqual(moved)
  expect(kept.flatMap((row, at) => (row === rows[at] ? [] : [at]))).toEqual([1])
  expect(keptWhereSame([], rows)).toEqual(rows)
})

test('sorts both ways and keeps equal rows in the order of the list', () => {
  const down = arranged(rows, { ...all, sorting: { key: 'final', down: true } }, matches)
  const up = arranged(rows, { ...all, sorting: { key: 'final', down: false } }, matches)
  expect(down.map((row) => row.final)).toEqual([...rows.map((row) => row.final)].sort((a, b) => b - a))
  const best = (list: readonly { final: number; id: string }[]) =>
    list.filter(({ final }) => final === 100).map(({ id }) => id)
  expect(best(down)).toEqual(best(rows))
  expect(best(up)).toEqual(best(rows))
})

test('finds by name within a department', () => {
  const [first] = rows
  const found = arranged(rows, { ...all, department: first!.department, query: first!.name }, matches)
  expect(found.map(({ id }) => id)).toEqual([first!.id])
  expect(arranged(rows, { ...all, department: 'x' }, matches)).toEqual([])
})

test('the summary adds up what is shown, to the cent', () => {
  const summary = summarised(rows)
  expect(summary.count).toBe(rows.length)
  expect(summary.allowance).toBe(Math.round(rows.reduce((sum, row) => sum + row.amount * 100, 0)) / 100)
  expect(summary.failing).toBe(rows.filter((row) => row.final < 60).length)
  expect(summarised([])).toMatchObject({ count: 0, average: 0, allowance: 0 })
})

test('the running term is the last one that has begun', () => {
  const spans = [
    { id: 'a', from: '2026-02-20' },
    { id: 'b', from: '2026-09-01' },
  ]
  expect(runningTerm(spans, '2026-08-31')).toBe('a')
  expect(runningTerm(spans, '2026-09-01')).toBe('b')
  expect(runningTerm(spans, '2026-01-01')).toBe('a')
  expect(runningTerm([], '2026-01-01')).toBe(null)
})

test('a setting text comes apart and together again', () => {
  expect(entriesText(entriesOf('骨折=中度; 重伤＝严重'))).toBe('骨折=中度;重伤=严重')
  expect(entriesText([])).toBe('off')
  expect(entriesOf('off')).toEqual([])
  expect(numbersOf('10,20，30', 4)).toEqual(['10', '20', '30', ''])
})

test('keys move within the list', () => {
  expect(movedTo('ArrowDown', 2, 3)).toBe(2)
  expect(movedTo('ArrowUp', 0, 3)).toBe(0)
  expect(movedTo('End', 0, 3)).toBe(2)
  expect(movedTo('PageDown', 0, 30)).toBe(10)
  expect(movedTo('a', 0, 3)).toBe(null)
  expect(movedTo('Home', 0, 0)).toBe(null)
})
