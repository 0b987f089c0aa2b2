import { expect, test } from 'vitest'
import { openDepartmentScores, readerFor } from '../../src/app/print-audience.ts'
import type { Audience } from '../../src/app/export-workbook.ts'
import { knowLabels, say, setLocale } from '../../src/i18n/translate.ts'
import { departmentPaper } from '../../src/reports/department-paper.ts'
import { receiptsPaper } from '../../src/reports/receipt-paper.ts'
import { receiptOf } from '../../src/reports/receipt.ts'
import { termListPaper } from '../../src/reports/term-list-paper.ts'
import { allLabels } from '../../src/tables/all-labels.ts'
import { scoreRows } from '../../src/ui/parts/scores/score-rows.ts'
import { memorySession } from './memory-session.ts'

knowLabels(allLabels())
await setLocale('zh-Hans')

const PUPIL = '欧阳小鹿'
const { session } = memorySession()
const { book } = session
const term = book.environment().terms.at(-1)!
const words = { program: '', locale: 'zh-Hans', say, settingName: String, settingValue: String }

// Somebody has written a pupil's name into an adjustment: it stands in the receipt's own words.
const people = scoreRows(book, term.id)
const [row] = book.view('incidentPeople').ids()
session.edit([{ table: 'incidentPeople', row: row!, column: 'name', input: PUPIL }], {
  source: 'user',
  label: { code: 'grid.edit' },
})
session.add(
  'deductions',
  [
    {
      term: term.id,
      person: people[3]!.person,
      manual_points: -3,
      reason: `没有管好${PUPIL}`,
      source: '其他(手工)',
      state: '已确认',
    },
  ],
  { source: 'user', label: { code: 'grid.edit' } },
)

const [profile] = book.view('profile').ids()
const signers = new Set(
  ['principal', 'safety_vp', 'safety_office_head'].map((key) => book.text('profile', profile!, key)),
)
const letterhead = { school: '城关小学', printedAt: '2027-03-10 09:00', rules: '1' }

function printed(audience: Audience): { list: string; receipts: string } {
  const rows = scoreRows(book, term.id)
  const reader = readerFor(session, audience, words)
  const receipts = rows.flatMap(({ person }) => receiptOf(book, term.id, person) ?? [])
  return {
    list: JSON.stringify(termListPaper(term.name, rows, letterhead, reader)),
    receipts: JSON.stringify(receiptsPaper(receipts, letterhead, reader)),
  }
}

test('paper for colleagues names colleagues and no pupils', () => {
  const { list, receipts } = printed('school')
  for (const paper of [list, receipts])
    expect(people.filter(({ name }) => !paper.includes(name)).map(({ name }) => name)).toEqual([])
  expect(printed('whole').receipts.includes(PUPIL)).toBe(true)
  expect(receipts.includes('没有管好')).toBe(true)
  expect(receipts.includes(PUPIL)).toBe(false)
})

test('paper for the bureau names those who sign, the department of everybody else, in an order that tells nothing', () => {
  const { list, receipts } = printed('bureau')
  for (const paper of [list, receipts]) {
    const named = people.filter(({ name }) => paper.includes(name)).map(({ name }) => name)
    expect(named.filter((name) => !signers.has(name))).toEqual([])
    expect(named.length).toBeGreaterThan(0)
    expect(paper.includes(PUPIL)).toBe(false)
  }
  const table = termListPaper(
    term.name,
    scoreRows(book, term.id),
    letterhead,
    readerFor(session, 'bureau', words),
  ).find((block) => block.is === 'table')
  if (table?.is !== 'table') throw new Error('no table')
  expect(table.rows).toHaveLength(people.length)
  const departments = table.rows.map((cells) => cells[2]!)
  expect(departments).toEqual([...departments].sort((a, b) => a.localeCompare(b)))
})

test('a notice tells of departments, and of small ones nothing that is somebody’s own', () => {
  const rows = openDepartmentScores(session, term, words)
  expect(rows.length).toBe(book.view('departments').size)
  for (const { people, mean } of rows) if (people === null || people < 3) expect(mean).toBeNull()
  expect(rows.some(({ mean }) => mean !== null)).toBe(true)
  const said = JSON.stringify(departmentPaper(term.name, rows, letterhead))
  expect(people.filter(({ name }) => said.includes(name))).toEqual([])
})
