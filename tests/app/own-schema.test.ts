import { expect, test } from 'vitest'
import { loadFormulas } from '../../src/app/own-schema.ts'
import type { Session } from '../../src/app/session.ts'
import { Workbook } from '../../src/engine/workbook.ts'
import { applyImport, previewImport } from '../../src/app/import-file.ts'
import { addTable, changeColumn, wishOf } from '../../src/app/own-columns.ts'
import { ownKey } from '../../src/tables/own/schema.ts'
import { value } from './value.ts'
import { Computer } from './exchange-copies.ts'
import { memorySession, NOW } from './memory-session.ts'

const how = { source: 'user', label: { code: 'grid.edit' } } as const

function addColumn(session: Session, cells: Record<string, string | readonly string[]>): string {
  const { ids } = session.add('ownColumns', [{ table: 'staff', ...cells }], how)
  return ownKey(ids[0]!)!
}

/** Formulas are loaded beside the page, a moment after a workbook has its first. */
const loaded = async () => {
  await loadFormulas()
  await new Promise((resume) => setTimeout(resume))
}

const shown = ({ book }: Session, row: string, column: string, table = 'staff') =>
  book.text(table, row, column)

test('a column of one’s own is a column like any other, and goes and comes back with its cells', async () => {
  const { session } = memorySession()
  const [row] = session.book.view('staff').ids()
  const key = addColumn(session, { label: '食堂卡号', type: '文字', after: 'name' })
  const keys = Object.keys(session.book.tables['staff']!.columns)
  expect(keys[keys.indexOf('name') + 1]).toBe(key)
  session.edit([{ table: 'staff', row: row!, column: key, input: ' 0042 ' }], how)
  expect(shown(session, row!, key)).toBe(' 0042 ')

  session.remove('ownColumns', [`#${key.slice(4).replace('_', '-')}`], how)
  expect(session.book.tables['staff']!.columns[key]).toBeUndefined()
  session.edit([{ table: 'staff', row: row!, column: 'phone', input: '13900000000' }], how)
  const back = session.book.view('ownColumns').ids()
  expect(back).toEqual([])
  const id = `#${key.slice(4).replace('_', '-')}`
  session.write({
    ...how,
    edits: [{ table: 'ownColumns', row: id, column: '$deleted', from: true, to: null }],
    added: [],
  })
  expect(shown(session, row!, key)).toBe(' 0042 ')
  expect(shown(session, row!, 'phone')).toBe('13900000000')
})

test('a formula column follows what it reads, is never stored, and tells which rows moved', async () => {
  const { session, changes } = memorySession()
  const staff = session.book.view('staff').ids()
  const points = addColumn(session, { label: '量化', type: '数字' })
  const formula = `=IF([@${points}]>=60,[@dept.dept]&"合格","")`
  const result = addColumn(session, { label: '结果', type: '文字', formula })
  const rank = addColumn(session, { label: '名次', type: '数字', formula: `=RANK([@${points}],[${points}])` })
  expect(shown(session, staff[0]!, result)).toBe('')
  await loaded()

  const set = (row: string, input: number) =>
    session.edit([{ table: 'staff', row, column: points, input }], how)
  set(staff[0]!, 70)
  set(staff[1]!, 90)
  const dept = session.book.text('staff', staff[0]!, 'dept')
  expect(shown(session, staff[0]!, result)).toBe(`${dept}合格`)
  expect([0, 1].map((at) => shown(session, staff[at]!, rank))).toEqual(['2', '1'])

  const moved: Record<string, number>[] = []
  session.subscribe((event) => {
    if (event.type === 'changed')
      moved.push(Object.fromEntries([...event.moved.rows].map(([table, rows]) => [table, rows.size])))
  })
  session.book
    .view('staff')
    .ids()
    .forEach((row) => shown(session, row, rank))
  set(staff[0]!, 95)
  expect(moved).toEqual([{ staff: staff.length }])
  expect([0, 1].map((at) => shown(session, staff[at]!, rank))).toEqual(['1', '2'])

  // A department gets another name: whoever is in it says so at once.
  const row = session.book.find(['departments'], dept)!
  session.edit([{ table: 'departments', row, column: 'dept', input: '教学处' }], how)
  expect(shown(session, staff[0]!, result)).toBe('教学处合格')

  expect(session.book.stored('staff', staff[0]!, result)).toBeNull()
  const written = changes.flatMap(({ edits }) => edits.map(({ column }) => column))
  expect(written).not.toContain(result)
  expect(
    session.edit([{ table: 'staff', row: staff[0]!, column: result, input: 'x' }], how).problems,
  ).toMatchObject([{ problem: { code: 'column.computed' } }])
})

test('a workbook put into another shape is as one opened in that shape', async () => {
  const { session } = memorySession()
  const points = addColumn(session, { label: '量化', type: '数字' })
  const [row] = session.book.view('staff').ids()
  session.edit([{ table: 'staff', row: row!, column: points, input: 12 }], how)
  addColumn(session, { label: '双倍', type: '数字', formula: `=[@${points}]*2` })
  await loaded()
  const { book } = session
  const opened = new Workbook({ tables: book.tables, now: () => NOW })
  for (const table of Object.keys(book.tables)) {
    const { ids, keys, column } = book.content(table)
    opened.load(table, { ids, columns: Object.fromEntries(keys.map((key) => [key, column(key)])) })
  }
  opened.start()
  opened.calculate(await loadFormulas())
  for (const { name, columns } of Object.values(book.tables))
    for (const id of book.view(name).ids())
      for (const key of Object.keys(columns))
        expect(book.value(name, id, key), `${name}.${key}`).toEqual(opened.value(name, id, key))
})

test('a table of one’s own: rows, references to it, its end and its return', () => {
  const { session } = memorySession()
  const { ids } = session.add('ownTables', [{ label: '护学岗' }], how)
  const table = ownKey(ids[0]!)!
  const place = addColumn(session, { table, label: '位置', type: '文字' })
  const post = addColumn(session, { label: '护学岗位', type: '引用', to: table })
  const made = session.add(table, [{ [place]: '东门' }], how).ids
  const [person] = session.book.view('staff').ids()
  session.edit([{ table: 'staff', row: person!, column: post, input: '东门' }], how)
  expect(session.book.stored('staff', person!, post)).toBe(made[0])
  expect(session.book.tables[table]).toMatchObject({ zh: '护学岗', shownBy: [place], own: true })

  session.remove('ownTables', ids, how)
  expect(session.book.tables[table]).toBeUndefined()
  expect(session.book.tables['staff']!.columns[post]).toBeUndefined()
  session.write({
    ...how,
    edits: [{ table: 'ownTables', row: ids[0]!, column: '$deleted', from: true, to: null }],
    added: [],
  })
  expect(session.book.text('staff', person!, post)).toBe('东门')
  expect(session.book.text(table, made[0]!, place)).toBe('东门')
})

test('another computer gets the column with its cells, in one merge, and both come to the same', async () => {
  const a = await Computer.start('王老师')
  await a.create()
  const { ids } = a.session.add('staff', [{ name: '李四', phone: '1' }], how)
  const b = await Computer.start('陈老师')
  await b.merge(await a.export())

  const points = addColumn(a.session, { label: '量化', type: '数字' })
  const twice = addColumn(a.session, { label: '双倍', type: '数字', formula: `=[@${points}]*2` })
  const { ids: tables } = a.session.add('ownTables', [{ label: '护学岗' }], how)
  const table = ownKey(tables[0]!)!
  const place = addColumn(a.session, { table, label: '位置', type: '文字' })
  const [post] = a.session.add(table, [{ [place]: '东门' }], how).ids
  a.session.edit([{ table: 'staff', row: ids[0]!, column: points, input: 21 }], how)
  b.session.edit([{ table: 'staff', row: ids[0]!, column: 'phone', input: '2' }], how)

  await b.merge(await a.export())
  await a.merge(await b.export())
  await loaded()
  for (const { session } of [a, b]) {
    expect(shown(session, ids[0]!, points)).toBe('21')
    expect(shown(session, ids[0]!, twice)).toBe('42')
    expect(shown(session, post!, place, table)).toBe('东门')
  }
  expect(a.text()).toBe(b.text())
  await b.restart()
  expect(shown(b.session, ids[0]!, twice)).toBe('42')
  expect(shown(b.session, post!, place, table)).toBe('东门')

  // Taken back here, edited there: the cells are kept, and come again with the column.
  const column = `#${points.slice(4).replace('_', '-')}`
  a.session.remove('ownColumns', [column], how)
  b.session.edit([{ table: 'staff', row: ids[0]!, column: points, input: 30 }], how)
  await a.merge(await b.export())
  expect(a.session.book.tables['staff']!.columns[points]).toBeUndefined()
  a.session.write({
    ...how,
    edits: [{ table: 'ownColumns', row: column, column: '$deleted', from: true, to: null }],
    added: [],
  })
  expect(shown(a.session, ids[0]!, twice)).toBe('60')
})

test('an own table goes by the columns that tell its rows apart: a file that comes again brings them up to date', async () => {
  const { session } = memorySession()
  const { book } = session
  const table = value(addTable(session, '护学岗', ['位置', '时段', '人'], ['时段', '位置']))
  const [place, when, person] = Object.keys(book.tables[table]!.columns) as [string, string, string]
  expect(book.tables[table]!.key).toEqual([place, when])
  const sheet = (...rows: string[][]) => ({
    name: '护学岗',
    hidden: false,
    rows: [['位置', '时段', '人'], ...rows],
    warnings: [],
  })
  const take = (...rows: string[][]) => {
    const plan = previewImport(session, [sheet(...rows)], { table })
    applyImport(session, plan, '护学岗.xlsx')
    return plan.counts
  }
  const first = [
    ['东门', '上学', '甲'],
    ['东门', '放学', '乙'],
  ]
  expect(take(...first)).toMatchObject({ added: 2, changed: 0 })
  expect(take(first[0]!, ['东门', '放学', '丙'], ['西门', '放学', '丁'])).toEqual({
    added: 1,
    changed: 1,
    same: 1,
    rejected: 0,
  })
  expect(
    book
      .view(table)
      .ids()
      .map((row) => book.text(table, row, person)),
  ).toEqual(['甲', '丙', '丁'])

  // Rows alike in the key are marked; a key no more, they are fine.
  const { ids } = session.add(table, [{ [place]: '东门', [when]: '上学' }], how)
  expect(book.problem(table, ids[0]!, place)).toMatchObject({ code: 'row.duplicate' })
  for (const column of [place, when])
    value(
      await changeColumn(session, table, column, { ...(await wishOf(session, table, column)), tells: false }),
    )
  expect(book.tables[table]!.key).toEqual([])
  expect(book.problem(table, ids[0]!, place)).toBeNull()
})
