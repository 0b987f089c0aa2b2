import { readFileSync } from 'node:fs'
import { expect, test, type AppPage } from './app-page.ts'

interface WorkedSchool {
  readonly book: Record<string, Record<string, string | number>[]>
  readonly classes: Record<string, string | null>
  readonly expected: Record<string, Record<string, Record<string, unknown> & { readonly amount: string }>>
}

const fixture = (path: string) => new URL(`../fixtures/${path}`, import.meta.url)
const schoolOf = (name: string) =>
  JSON.parse(readFileSync(fixture(`cases/${name}.json`), 'utf8')) as WorkedSchool

/** A school that holds nothing but what the test adds: a new one begins with departments and terms of its own. */
async function emptySchool(app: AppPage): Promise<void> {
  await app.open()
  await app.create()
  for (const table of ['departments', 'terms', 'areas'])
    await app.call(
      'remove',
      table,
      (await app.call('rows', table)).map(({ id }) => id),
    )
}

const yesNo = (value: unknown) => (typeof value === 'boolean' ? (value ? '是' : '否') : value)

test.describe('the worked schools through the doors', () => {
  for (const name of ['term-1', 'term-2', 'term-3'])
    test(`${name}, its tables added from the last to the first`, async ({ app }) => {
      const { book, classes, expected } = schoolOf(name)
      await emptySchool(app)
      // Findings before their incidents, incidents before the terms: names stand for rows that come later.
      for (const [table, rows] of Object.entries(book).reverse()) await app.call('add', table, rows)
      await app.call('settled')

      const incidents = await app.call('rows', 'incidents')
      expect(Object.fromEntries(incidents.map(({ no, class6 }) => [no, class6]))).toEqual(classes)
      for (const [term, persons] of Object.entries(expected)) {
        const scores = await app.call('scores', `2026-2027 ${term}`)
        const keys = ['direct', 'mgmt', 'raw', 'zeroed', 'final', 'veto'] as const
        const shown = scores.map((row: Readonly<Record<string, unknown>>) => [
          row['person'],
          { ...Object.fromEntries(keys.map((key) => [key, row[key]])), amount: row['amount'] },
        ])
        const wanted = Object.entries(persons).map(([person, score]) => [
          person,
          {
            ...Object.fromEntries(keys.map((key) => [key, yesNo(score[key])])),
            amount: Number(score.amount),
          },
        ])
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(wanted))
      }

      const hash = await app.call('stateHash')
      await app.reload()
      expect(await app.call('stateHash')).toBe(hash)
    })
})

test('workbooks are made, listed and opened', async ({ app }) => {
  await app.open()
  expect(await app.call('workbooks')).toEqual([])
  const first = await app.create('第一小学')
  const second = await app.create('第二小学')
  const listed = await app.call('workbooks')
  expect(listed.map(({ id, name, kind }) => ({ id, name, kind }))).toEqual([
    { id: second, name: '第二小学', kind: 'school' },
    { id: first, name: '第一小学', kind: 'school' },
  ])
  await app.call('add', 'staff', [{ name: '李明' }])
  expect(await app.call('open', first)).toBe(first)
  expect(await app.call('rows', 'staff')).toEqual([])
  await app.call('open', second)
  expect(await app.call('rows', 'staff')).toHaveLength(1)
})

test('tables are said with their columns', async ({ app }) => {
  await app.open()
  await app.create()
  const tables = await app.call('tables')
  const incidents = tables.find(({ name }) => name === 'incidents')!
  expect(incidents).toMatchObject({ zh: '事故台账', key: ['no'] })
  expect(incidents.columns.find(({ key }) => key === 'class6')).toMatchObject({ computed: true })
  const finding = tables.find(({ name }) => name === 'findings')!.columns
  expect(finding.find(({ key }) => key === 'person')).toMatchObject({ type: 'reference', to: ['staff'] })
})

test('a name stands for a row that comes later, and for its new name after that', async ({ app }) => {
  await app.open()
  await app.create()
  const { ids, problems } = await app.call('add', 'staff', [{ name: '李明', dept: '后勤保卫处' }])
  expect(problems.map(({ column, problem }) => [column, problem.code])).toContainEqual([
    'dept',
    'reference.unknown',
  ])
  const { ids: departments } = await app.call('add', 'departments', [
    { dept: '后勤保卫处', director: '李明' },
  ])
  expect((await app.call('rows', 'staff', { where: { name: '李明' } }))[0]).toMatchObject({
    dept: '后勤保卫处',
  })
  await app.call('edit', [{ table: 'staff', row: ids[0]!, column: 'name', value: '李大明' }])
  expect((await app.call('rows', 'departments', { where: { dept: '后勤保卫处' } }))[0]).toMatchObject({
    id: departments[0],
    director: '李大明',
  })
})

test('what cannot be understood is kept as typed and reported', async ({ app }) => {
  await app.open()
  await app.create()
  const { ids, problems } = await app.call('add', 'incidents', [
    { no: 'SG-1', occurred_at: '前天下午', loss_yuan: '很多', scene: '火星' },
  ])
  const [row] = await app.call('rows', 'incidents')
  expect(row).toMatchObject({ occurred_at: '前天下午', loss_yuan: '很多', scene: '火星' })
  expect(problems.map(({ column }) => column)).toEqual(
    expect.arrayContaining(['occurred_at', 'loss_yuan', 'scene']),
  )

  const edited = await app.call('edit', [
    { table: 'incidents', row: ids[0]!, column: 'class6', value: '一般安全事故' },
    { table: 'incidents', row: ids[0]!, column: 'nonsense', value: 1 },
    { table: 'incidents', row: '#nobody', column: 'no', value: 'X' },
    { table: 'incidents', row: ids[0]!, column: 'loss_yuan', value: 12.5 },
  ])
  expect(edited.problems.map(({ problem }) => problem.code)).toEqual(
    expect.arrayContaining(['column.computed', 'column.unknown', 'row.unknown']),
  )
  expect((await app.call('rows', 'incidents'))[0]).toMatchObject({ loss_yuan: 12.5 })
  await app.call('settled')
  await app.reload()
  expect((await app.call('rows', 'incidents'))[0]).toMatchObject({ occurred_at: '前天下午', loss_yuan: 12.5 })
})

test('a table or a row that does not exist is refused by name', async ({ app }) => {
  await app.open()
  await app.create()
  await expect(app.call('rows', 'nothing')).rejects.toThrow('nothing')
  await expect(app.call('add', 'nothing', [{}])).rejects.toThrow('nothing')
  const { removed, problems } = await app.call('remove', 'staff', ['#nobody'])
  expect(removed).toBe(0)
  expect(problems).toEqual([{ table: 'staff', row: '#nobody', column: '', problem: { code: 'row.unknown' } }])
})

test('undo and redo go step by step, over a reload too', async ({ app }) => {
  await app.open()
  await app.create()
  const { ids } = await app.call('add', 'staff', [{ name: '张三' }])
  const name = async () => (await app.call('rows', 'staff'))[0]?.['name'] ?? null
  const rename = (value: string) =>
    app.call('edit', [{ table: 'staff', row: ids[0]!, column: 'name', value }])
  const before = await app.call('stateHash')
  await rename('李四')
  await rename('王五')
  expect(await app.call('undo')).toBe(true)
  expect(await name()).toBe('李四')
  await app.call('settled')
  await app.reload()
  expect(await app.call('redo')).toBe(true)
  expect(await name()).toBe('王五')
  await app.call('undo')
  await app.call('undo')
  expect(await name()).toBe('张三')
  expect(await app.call('stateHash')).toBe(before)
  await app.call('undo')
  expect(await name()).toBe(null)
  await app.call('redo')
  expect(await name()).toBe('张三')

  await app.call('remove', 'staff', ids)
  expect(await name()).toBe(null)
  await app.call('settled')
  await app.reload()
  expect(await name()).toBe(null)
  await app.call('undo')
  expect(await name()).toBe('张三')
})

test('the state hash tells the content, not the way to it', async ({ app }) => {
  await app.open()
  await app.create()
  const { ids } = await app.call('add', 'departments', [{ dept: '甲处' }])
  const name = (value: string) =>
    app.call('edit', [{ table: 'departments', row: ids[0]!, column: 'dept', value }])
  const first = await app.call('stateHash')
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  await name('乙处')
  expect(await app.call('stateHash')).not.toBe(first)
  await name('丙处')
  await name('甲处')
  const { ids: more } = await app.call('add', 'departments', [{ dept: '丁处' }])
  await app.call('remove', 'departments', more)
  expect(await app.call('stateHash')).toBe(first)
  await app.call('settled')
  await app.reload()
  expect(await app.call('stateHash')).toBe(first)
})

/** Bytes cannot be handed to the page as an argument; as a list of numbers they can. */
async function readFile(app: AppPage, path: string, options: { password?: string } = {}) {
  const bytes = [...readFileSync(fixture(path))]
  return app.page.evaluate(
    ([bytes, name, options]) => dutybook.readFile(new Uint8Array(bytes), name, options),
    [bytes, path.split('/').at(-1)!, options] as const,
  )
}

async function importFile(
  app: AppPage,
  { text, name }: { text: string; name: string },
  options: { table?: string; accept: boolean },
) {
  return app.page.evaluate(
    ([text, name, options]) => dutybook.importFile(new TextEncoder().encode(text), name, options),
    [text, name, options] as const,
  )
}

test.describe('files', () => {
  test('are read as a person would see them', async ({ app }) => {
    await app.open()
    const gbk = await readFile(app, 'corpus/csv-gbk.csv')
    expect(gbk.ok).toBe(true)
    expect(JSON.stringify(gbk.sheets)).not.toContain('\uFFFD')
    const real = await readFile(app, 'corpus/real-exceljs-google-sheets.xlsx')
    expect(real.ok).toBe(true)
    expect(real.sheets.length).toBeGreaterThan(0)
  })

  for (const path of [
    'bad-empty-0-bytes.xlsx',
    'bad-truncated-last-10-bytes.xlsx',
    'enc-excelize-agile-sha512.xlsx',
    'old-calamine-issues.xls',
    'bad-exceljs-missing-parts.xlsx',
  ])
    test(`${path} is refused with a reason`, async ({ app }) => {
      await app.open()
      const read = await readFile(app, `corpus/${path}`)
      expect(read.ok).toBe(false)
      expect(read.problem?.code).toMatch(/^file\./)
      expect(read.sheets).toEqual([])
    })

  test('are previewed, imported, and taken back in one step', async ({ app }) => {
    await app.open()
    await app.create()
    const before = await app.call('stateHash')
    const file = { name: '名册.csv', text: '所在部门,教师姓名,编号\n教导处,王芳,T1\n教导处,李强,T2\n' }
    const preview = await importFile(app, file, { table: 'staff', accept: false })
    expect(preview).toMatchObject({ ok: true, added: 2, changed: 0, same: 0 })
    expect(await app.call('stateHash')).toBe(before)

    expect(await importFile(app, file, { table: 'staff', accept: true })).toMatchObject({
      ok: true,
      added: 2,
    })
    expect((await app.call('rows', 'staff')).map((row) => row['name'])).toEqual(['王芳', '李强'])
    expect(await importFile(app, file, { table: 'staff', accept: true })).toMatchObject({ added: 0, same: 2 })
    const moved = { ...file, text: file.text.replace('李强', '李大强') }
    expect(await importFile(app, moved, { table: 'staff', accept: true })).toMatchObject({
      changed: 1,
      same: 1,
    })
    expect(await app.call('undo')).toBe(true)
    expect(await app.call('undo')).toBe(true)
    expect(await app.call('stateHash')).toBe(before)
  })

  test('with nothing usable in them are no success, and change nothing', async ({ app }) => {
    await app.open()
    await app.create()
    const before = await app.call('stateHash')
    for (const text of ['', '天气,心情\n晴,好\n', '姓名,部门\n'])
      expect((await importFile(app, { name: '空.csv', text }, { table: 'staff', accept: true })).ok).toBe(
        false,
      )
    expect(await app.call('stateHash')).toBe(before)
  })

  test('go out as a workbook and come back the same', async ({ app }) => {
    await app.open()
    await app.create('示例小学', true)
    const report = await app.page.evaluate(async () => {
      const bytes = await dutybook.exportFile({ kind: 'xlsx', tables: ['staff'], audience: 'whole' })
      return dutybook.importFile(bytes, '导出.xlsx', { table: 'staff', accept: false })
    })
    expect(report).toMatchObject({ ok: true, added: 0, changed: 0, same: 40, rejected: [] })
  })
})
