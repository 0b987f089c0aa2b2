import { afterEach, expect, test } from 'vitest'
import { knowLabels, setLocale } from '../../src/i18n/translate.ts'
import type { Block } from '../../src/reports/paper.ts'
import { receiptPaper, receiptsPaper } from '../../src/reports/receipt-paper.ts'
import { receiptOf, type Receipt } from '../../src/reports/receipt.ts'
import { allLabels } from '../../src/tables/all-labels.ts'
import { memorySession } from '../app/memory-session.ts'

knowLabels(allLabels())
afterEach(() => setLocale('zh-Hans'))

const { session } = memorySession()
const { book } = session
const receipts: Receipt[] = book.environment().terms.flatMap((term) =>
  book
    .view('staff')
    .ids()
    .flatMap((person) => receiptOf(book, term.id, person) ?? []),
)
const letterhead = { school: 'S', printedAt: '2027-03-10 09:00' }
const texts = (paper: readonly Block[]): string => JSON.stringify(paper)

test('the lines of every receipt add up to its score', () => {
  expect(receipts.length).toBe(76)
  for (const { score, lines, expected } of receipts) {
    const sum = (list: Receipt['lines']) => list.reduce((total, { points }) => total + points, 0)
    expect(score.base + sum(lines)).toBe(score.raw)
    expect(score.expected + sum(expected)).toBe(0)
  }
})

test('an adjustment by hand has its line, and counts once a meeting has confirmed it', () => {
  const {
    session,
    session: { book },
  } = memorySession()
  const [term] = book.environment().terms
  const person = book.view('staff').ids()[0]!
  const how = { source: 'user', label: { code: 'form.edit' } } as const
  const before = receiptOf(book, term!.id, person)!
  const cells = { term: term!.id, person, manual_points: -3, reason: '巡查未到', source: '其他(手工)' }
  const { ids } = session.add('deductions', [cells], how)
  const line = receiptOf(book, term!.id, person)!.expected.find(({ id }) => id === ids[0])!
  expect(line).toMatchObject({ points: -3, counted: false })
  expect(receiptOf(book, term!.id, person)!.score.raw).toBe(before.score.raw)
  session.edit([{ table: 'deductions', row: ids[0]!, column: 'state', input: '已确认' }], how)
  const after = receiptOf(book, term!.id, person)!
  expect(after.lines.some(({ id }) => id === ids[0])).toBe(true)
  expect(after.score.raw).toBe(before.score.raw - 3)
  session.edit([{ table: 'deductions', row: ids[0]!, column: 'state', input: '撤销' }], how)
  expect(receiptOf(book, term!.id, person)!.lines.some(({ id }) => id === ids[0])).toBe(false)
})

test('a vetoed person’s receipt says for which incident', () => {
  const vetoed = receipts.filter(({ score }) => score.veto)
  expect(vetoed.length).toBeGreaterThan(5)
  for (const { vetoes } of vetoed) expect(vetoes.length).toBeGreaterThan(0)
  for (const { vetoes } of receipts.filter(({ score }) => !score.veto))
    expect(vetoes.every(({ lifted }) => lifted !== null)).toBe(true)
})

test('paper carries every line, its clause, the working and lines to sign, in either language', async () => {
  const receipt =
    receipts.find(({ lines, expected }) => lines.length && expected.length) ??
    receipts.find(({ lines }) => lines.length > 1)!
  for (const locale of ['zh-Hans', 'en'] as const) {
    await setLocale(locale)
    const paper = receiptPaper(receipt, letterhead)
    const said = texts(paper)
    for (const line of receipt.lines) {
      for (const { no } of line.incidents) expect(said).toContain(no)
      expect(said).toContain(line.clause)
    }
    expect(said).toContain(receipt.rules)
    expect(paper.some(({ is }) => is === 'signatures')).toBe(true)
    expect(said).not.toMatch(/why\.|report\.receipt|\{\w+\}|undefined|null/)
    if (locale === 'en') expect(said).toContain('Working')
  }
})

test('each receipt of many starts on a page of its own', () => {
  const paper = receiptsPaper(receipts.slice(0, 5), letterhead)
  expect(paper.filter(({ is }) => is === 'new-page')).toHaveLength(4)
  expect(paper[0]!.is).toBe('title')
})

test('the department stands there also where its name was typed before it was on the list', () => {
  const person = book.view('staff').ids()[0]!
  expect(book.stored('staff', person, 'dept')).toBe('办公室')
  expect(book.score(book.environment().terms.at(-1)!.id, person)!.department).toBe(
    book.find(['departments'], '办公室'),
  )
  expect(receipts.filter(({ department }) => department === '')).toEqual([])
})
