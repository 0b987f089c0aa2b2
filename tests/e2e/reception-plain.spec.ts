import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { editedInExcel } from '../county/variants.ts'
import { AppPage, expect, test } from './app-page.ts'

const HEADS = '编号,发现日期,隐患部位,存在问题,隐患等级,整改人,整改状态'
const list = (...rows: string[]) => Buffer.from(`\ufeff${[HEADS, ...rows].join('\r\n')}`)
const csv = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })
const LOCKED = 'tests/fixtures/corpus/enc-poi-agile-password-tika.xlsx'

test('P5-25 schools that make their own lists are asked about once; passwords, folders, edited files', async ({
  page,
}) => {
  const app = new AppPage(page)
  await app.open()
  const made = await page.evaluate(async () => {
    await dutybook.create({ kind: 'school', name: '北镇小学' })
    const [profile] = dutybook.rows('profile')
    dutybook.edit([{ table: 'profile', row: profile!.id, column: 'school_code', value: '1004' }])
    dutybook.add('hazards', [{ found_on: '2026-03-02', content: '北镇栏杆松动', level: '一般' }])
    const bytes = [...(await dutybook.exportFile({ kind: 'xlsx', audience: 'bureau' }))]
    await dutybook.create({ kind: 'bureau', name: '丰禾县教育局' })
    dutybook.add('schools', [
      { code: '1001', name: '东镇小学' },
      { code: '1002', name: '西镇小学' },
      { code: '1003', name: '南镇小学' },
      { code: '1004', name: '北镇小学' },
    ])
    return bytes
  })
  await page.goto('/#/reception')
  const give = (files: Parameters<ReturnType<typeof page.locator>['setInputFiles']>[0]) =>
    page.locator('input[data-reception=files]').setInputFiles(files)
  const items = page.getByRole('list', { name: '收到的文件' }).getByRole('listitem')

  await give([
    csv(
      '东镇小学2026年2月隐患台账.csv',
      list('D-1,2026-02-03,操场,栏杆松动,一般,张三,待整改', 'D-2,二月,门口,积水,一般,,待整改'),
    ),
    csv('西镇小学2026年2月隐患台账.csv', list('X-1,2026-02-05,食堂,线路老化,重大,李四,整改中')),
    csv('名单.csv', Buffer.from('\ufeff姓名,班级\r\n王小明,三（2）班')),
    { name: '有密码.xlsx', mimeType: 'application/octet-stream', buffer: await readFile(LOCKED) },
  ])
  await expect(items).toHaveCount(4)
  await expect(items.filter({ hasText: '名单.csv' })).toContainText('“姓名”是学生姓名')
  await page.getByLabel('密码').fill('错的')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '打不开：有密码.xlsx' })).toBeVisible()
  await page.getByLabel('密码').fill('tika')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(items.filter({ hasText: '有密码.xlsx' })).toContainText('自制表格')

  await items.filter({ hasText: '东镇小学2' }).getByRole('button', { name: '核对并收下' }).click()
  const dialog = page.getByRole('dialog', { name: '核对学校自制的表格' })
  await expect(dialog.getByLabel('学校', { exact: true })).toHaveValue(/^#/)
  await expect(dialog.getByLabel('月份')).toHaveValue('2026-02')
  await expect(dialog.getByLabel('表里有')).toHaveValue('month')
  await expect(dialog.getByRole('row').filter({ hasText: '整改人' })).toContainText('局里不收这一列')
  await dialog.getByText('没有收的行和格（1）').click()
  await expect(dialog.getByRole('row').filter({ hasText: '整行' })).toContainText('发现日期')
  await dialog.getByRole('button', { name: '照此收' }).click()
  // The other file of that shape asks no more.
  await page.getByRole('button', { name: '收下 2 份' }).click()
  await expect(page.getByRole('status').filter({ hasText: '台账新增 2 行' })).toBeVisible()
  const ledger = async () =>
    (await app.call('rows', 'allHazards')).map(({ school, no, state }) => [school, no, state])
  expect(await ledger()).toEqual([
    ['东镇小学', 'D-1', '待整改'],
    ['西镇小学', 'X-1', '整改中'],
  ])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '全部回执' }).click()
  const receipts = await readSpreadsheet(await readFile(await (await download).path()), '回执.xlsx')
  if (!receipts.ok) throw new Error(receipts.problem.code)
  const refused = receipts.sheets.find(({ name }) => name === '没有收的行和格')!
  expect(refused.rows.at(-1)!.slice(0, 6)).toEqual([
    ...['东镇小学2026年2月隐患台账.csv', '东镇小学', expect.any(String), '3', '发现日期', '整行'],
  ])

  // The next month: a folder, the school told by the folder it is in; nothing is asked any more.
  const folder = await mkdtemp(join(tmpdir(), '三月-'))
  await mkdir(join(folder, '东片', '东镇小学'), { recursive: true })
  await writeFile(
    join(folder, '东片', '东镇小学', '2026年3月隐患.csv'),
    list('D-1,2026-02-03,操场,栏杆松动,一般,张三,已销号', 'D-3,2026-03-01,宿舍,灭火器过期,一般,,待整改'),
  )
  const edited = editedInExcel(new Uint8Array(made), '北镇栏杆松动', '北镇栏杆断裂')
  await writeFile(join(folder, '北镇.xlsx'), edited)
  await page.locator('input[webkitdirectory]').setInputFiles(folder)
  await expect(items).toHaveCount(2)
  await expect(items.filter({ hasText: '东镇小学' })).toContainText('可以收下')
  const north = items.filter({ hasText: '北镇小学' })
  await expect(north).toContainText('1 格')
  await expect(north).toContainText('隐患内容')
  await north.getByLabel('按哪一份收').selectOption('按改动后的表格收（记为更正）')
  await north.getByRole('checkbox').check()
  await page.getByRole('button', { name: '收下 2 份' }).click()
  await expect(page.getByRole('status').filter({ hasText: '台账新增 2 行' })).toBeVisible()
  const rows = await app.call('rows', 'allHazards')
  expect(rows.map(({ school, content, state }) => [school, content, state])).toEqual(
    expect.arrayContaining([
      ['东镇小学', '栏杆松动', '已销号'],
      ['东镇小学', '灭火器过期', '待整改'],
      ['北镇小学', '北镇栏杆断裂', expect.any(String)],
    ]),
  )
  await rm(folder, { recursive: true })
})
