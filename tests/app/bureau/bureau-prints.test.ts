import { describe, expect, test } from 'vitest'
import { makeYear } from '../../../src/app/bureau/make-year.ts'
import { bulletinOf } from '../../../src/app/bureau/draft-bulletin.ts'
import { paperSource } from '../../../src/app/paper-source.ts'
import type { Session } from '../../../src/app/session.ts'
import { schoolResults, sectionResults } from '../../../src/engine/assessment.ts'
import { knowLabels, listed, loadWords, optionLabel, say, setLocale } from '../../../src/i18n/translate.ts'
import type { Print, TableBlock } from '../../../src/reports/paper.ts'
import { printKind, prints, printsAmong, type PrintId } from '../../../src/reports/prints.ts'
import { allLabels } from '../../../src/tables/all-labels.ts'
import { bureauTables } from '../../../src/tables/bureau/all-tables.ts'
import { tables } from '../../../src/tables/index.ts'
import { bureauSession } from './bureau-session.ts'

knowLabels(allLabels())
await setLocale('zh-Hans')
await loadWords()

const how = { source: 'user', label: { code: 'grid.edit' } } as const
const words = {
  program: '',
  locale: 'zh-Hans',
  say,
  settingName: String,
  settingValue: String,
  optionLabel,
  listed,
}

/** Three schools: one in time, one late, one silent; four hazards of September and one of August. */
function bureau(): Session {
  const { session } = bureauSession({ '1001': '一小', '1002': '二小', '1003': '三小' })
  const { book } = session
  const add = (
    table: string,
    rows: readonly Readonly<Record<string, string | number | boolean | string[]>>[],
  ) => session.add(table, rows, how).ids
  const [one, two, three] = book.view('schools').ids()
  session.edit(
    [
      { table: 'schools', row: one!, column: 'town', input: '东镇' },
      { table: 'schools', row: two!, column: 'town', input: '东镇' },
      { table: 'schools', row: three!, column: 'town', input: '西镇' },
    ],
    how,
  )
  add('bureauStaff', [{ name: '钱科长' }])
  add('receipts', [
    { month: '2026-09', school: '一小', received: '2026-09-27 10:00' },
    { month: '2026-09', school: '二小', received: '2026-09-30 10:00' },
  ])
  const hazard = (school: string, no: string, found_on: string, more = {}) => ({
    school,
    no,
    found_on,
    level: '一般',
    category: '消防',
    content: `隐患${no}`,
    state: '整改中',
    due: '2026-12-01',
    ...more,
  })
  const closed = { state: '已销号', closed_on: '2026-09-20' }
  add('allHazards', [
    hazard('一小', 'H1', '2026-09-02', { level: '重大', due: '2026-09-10' }),
    hazard('一小', 'H2', '2026-09-03', closed),
    hazard('二小', 'H3', '2026-09-04', closed),
    hazard('三小', 'H4', '2026-09-05', { category: '用电' }),
    hazard('三小', 'H5', '2026-08-05', { ...closed, category: '用电' }),
  ])
  add('allIncidents', [
    {
      school: '二小',
      no: 'S1',
      times: '2026-09-08 10:00',
      type: '其他',
      class6: '一般安全责任事故',
      confirmed: '已认定',
      cas: 2,
      loss: 300,
    },
  ])
  const visit = { school: '一小', form: '专门督查', who: ['钱科长'], checked: ['消防'] }
  add('visits', [
    { ...visit, date: '2026-09-12', issues: '安全出口上锁', advice: '立即打开' },
    { ...visit, date: '2026-10-01' },
  ])
  makeYear(session, '2026')
  for (const period of ['2026-09', '2026-Q3', '2026-08']) bulletinOf(session, period)
  return session
}

async function printed(session: Session, id: PrintId, rows: readonly string[]): Promise<Print | null> {
  const make = await printKind(id).load()
  const source = paperSource(session, { audience: 'school', summaries: false }, words)
  const print = make(source, {
    rows,
    term: null,
    weeks: [1, 1],
    lists: [],
    tables: [],
    days: ['2026-01-01', '2026-12-31'],
  })
  if (print !== null && 'tooLong' in print) throw new Error(`${print.tooLong} rows`)
  return print
}

const tablesOf = (print: Print | null): TableBlock[] =>
  (print?.sheets ?? []).flatMap(({ paper }) =>
    paper.filter((block): block is TableBlock => block.is === 'table'),
  )
const said = (print: Print | null): string => JSON.stringify(print)

describe('what a bureau prints', () => {
  const session = bureau()
  const { book } = session
  const own = printsAmong(bureauTables)
  const bulletin = (period: string) =>
    book
      .view('bulletins')
      .ids()
      .find((row) => book.stored('bulletins', row, 'period') === period)!

  test('is in the one list, and no school prints it, nor a bureau what a school does', () => {
    expect(own.map(({ id }) => id)).toEqual([
      'county-monthly',
      'bulletin',
      'visit-notice',
      'school-assessment',
      'section-assessment',
    ])
    expect(printsAmong(tables)).toHaveLength(prints.length - own.length)
  })

  test.each(own.map(({ id }) => id))(
    '%s has a title, names the bureau, and leaves room for its seal',
    async (id) => {
      const rows = book.view(printKind(id).table).ids()
      const print = await printed(session, id, rows)
      expect(print!.title).not.toBe('')
      expect(said(print)).toContain('教育局')
      for (const { paper, running } of print!.sheets) {
        expect(paper.some((block) => block.is === 'seal')).toBe(true)
        expect(running).toContain('教育局')
      }
      for (const block of tablesOf(print)) {
        expect(block.rows.every((cells) => cells.length === block.head.length)).toBe(true)
        if (block.widths) expect(block.widths).toHaveLength(block.head.length)
      }
      expect(await printed(session, id, [])).toBeNull()
    },
  )

  test('the county’s month counts files, hazards by town and category, major ones, and incidents', async () => {
    const print = await printed(session, 'county-monthly', [bulletin('2026-09')])
    const [files, late, missing, towns, categories, majors, incidents, overdue] = tablesOf(print)
    expect(print!.title).toBe('学校安全工作月报（2026年9月）')
    expect(files!.rows).toEqual([['3', '2', '1', '1', '1']])
    expect([late, missing].map((block) => block!.rows.map((cells) => cells[1]))).toEqual([['二小'], ['三小']])
    // New, of these major, closed, open, overdue on the month's last day.
    expect(towns!.rows).toEqual([
      ['东镇', '3', '1', '2', '1', '1'],
      ['西镇', '1', '0', '1', '1', '0'],
      ['合计', '4', '1', '3', '2', '1'],
    ])
    expect(categories!.rows).toEqual([
      ['消防', '3', '1', '2', '1', '1'],
      ['用电', '1', '0', '1', '1', '0'],
    ])
    expect(majors!.rows).toEqual([['1', '一小', 'H1', '消防', '隐患H1', '2026-09-10', '20']])
    expect(incidents!.rows).toEqual([['1', '1', '2', '0', '0', '0', '300.00']])
    expect(overdue!.rows).toEqual([['1', '一小', '', '1']])
    expect(said(print)).toContain('上期新增隐患 1 条，事故 0 起')
  })

  test('a quarter counts three months, and several periods are each a sheet of their own', async () => {
    const print = await printed(session, 'county-monthly', [bulletin('2026-Q3'), bulletin('2026-08')])
    expect(print!.sheets).toHaveLength(2)
    const [files] = tablesOf(print)
    expect(files!.rows).toEqual([['9', '2', '1', '1', '7']])
    expect(said(print)).toContain('学校安全工作季报（2026年第3季度）')
  })

  test('a bulletin prints the text as it stands', async () => {
    const row = bulletin('2026-09')
    const print = await printed(session, 'bulletin', [row])
    const body = String(book.stored('bulletins', row, 'body'))
    expect(body).not.toBe('')
    for (const line of body.split('\n')) expect(said(print)).toContain(line)
    const [figures] = tablesOf(print)
    expect(figures!.rows.map((cells) => cells[1])).toEqual(['1 / 3', '4', '3', '2', '1', '1'])
  })

  test('a notice of a visit tells what was found, with a slip; one before the visit asks for what to have at hand', async () => {
    const [done, planned] = book.view('visits').ids()
    const print = said(await printed(session, 'visit-notice', [done!]))
    for (const part of ['一小', '钱科长', '安全出口上锁', '立即打开', '整改情况回执'])
      expect(print).toContain(part)
    const before = said(await printed(session, 'visit-notice', [planned!]))
    expect(before).toContain('我局定于')
    expect(before).not.toContain('整改情况回执')
  })

  test('an assessment sheet has every item with its points as the screen shows them, once a school', async () => {
    const rows = book.view('schoolAssessment').ids()
    const print = await printed(session, 'school-assessment', rows)
    expect(print!.sheets).toHaveLength(3)
    for (const result of schoolResults(book, '2026')) {
      const sheet = print!.sheets.find(({ paper }) => JSON.stringify(paper).includes(`"${result.name}"`))!
      const table = sheet.paper.find((block): block is TableBlock => block.is === 'table')!
      expect(table.rows.map((cells) => [cells[1], cells[3]])).toEqual([
        ...[...result.items.values()].map(({ item, score }) => [item, score === null ? '—' : String(score)]),
        ['合计', String(result.total)],
      ])
    }
    const [section] = sectionResults(book, '2026')
    const one = await printed(session, 'section-assessment', [section!.row])
    expect(tablesOf(one)[0]!.rows).toHaveLength(6)
    expect(said(one)).toContain(section!.name)
  })
})
