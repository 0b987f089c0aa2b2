import type { Download, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { Automation } from '../../src/app/automation.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { plainXlsx, type RawSheet } from '../exchange/plain-xlsx.ts'
import { expect, test } from './fixtures.ts'
import type { TestFile } from './school-files.ts'

declare global {
  interface Window {
    readonly dutybook: Automation
  }
}

const importing = (page: Page) => page.getByRole('dialog', { name: '导入文件' })

async function newSchool(page: Page) {
  await page.goto('/')
  await page.getByRole('button', { name: '新建工作簿' }).click()
  await page.getByLabel('学校名称').fill('实验小学')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText('实验小学')
}

const file = (name: string, ...sheets: RawSheet[]): TestFile => ({
  name,
  mimeType: '',
  buffer: Buffer.from(plainXlsx(sheets)),
})

async function choose(page: Page, chosen: TestFile) {
  if (!(await importing(page).isVisible()))
    await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await importing(page).locator('input[type=file]').setInputFiles(chosen)
}

async function downloaded(page: Page, button: string): Promise<TestFile> {
  const downloading = page.waitForEvent('download')
  await importing(page).getByRole('button', { name: button }).click()
  const download: Download = await downloading
  return { name: download.suggestedFilename(), mimeType: '', buffer: await readFile(await download.path()) }
}

/** A list as a school keeps it: a title, headings of two rows, a note below; one heading that says little. */
const roster: RawSheet = {
  name: '名册',
  merges: ['A1:F1', 'A2:A3', 'B2:D2', 'E2:E3', 'F2:F3'],
  rows: [
    ['城关小学教师情况表', null, null, null, null, null],
    ['序号', '基本信息', null, null, '带哪个组', '到校时间'],
    [null, '工号', '教师姓名', '联系方式', null, null],
    [1, { number: 101, format: '00000' }, '张　三', 13900000001, '语文组', '2020年9月1日'],
    [2, 'A002', '李四', '139-0000-0002', '数学组', { number: 44075, format: 'yyyy"年"m"月"d"日"' }],
    [3, 'Ａ００３', '王五', '13900000003', '语文组', '二零二零年'],
    ['合计', 3, null, null, null, null],
    ['填表人：王芳', null, null, '审核：', null, null],
  ],
}

test('a column is corrected once, and the next file of this kind is understood', async ({ page }) => {
  await newSchool(page)
  await choose(page, file('九月.xlsx', roster))
  const dialog = importing(page)
  await expect(dialog.getByRole('tab', { name: '新增 2 行' })).toBeVisible()

  await dialog.getByRole('button', { name: '工作表与表头' }).click()
  await expect(dialog.getByText('“名册”的表头在第 2–3 行')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '第 2 行是表头', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(dialog.getByRole('row', { name: /合计 3/ })).toContainText('合计、小计')

  await dialog.getByRole('button', { name: '下一步' }).click()
  const group = dialog.getByLabel('“带哪个组”导入到')
  await expect(group).toHaveValue('-')
  await group.selectOption('dept')
  await expect(dialog.getByRole('row', { name: /带哪个组/ })).toContainText('您选定的')

  await dialog.getByRole('button', { name: '下一步' }).click()
  await expect(
    dialog.getByRole('row', { name: '4 00101 张　三 13900000001 语文组 2020-09-01' }),
  ).toBeVisible()
  await dialog.getByRole('tab', { name: /与原样不同/ }).click()
  await expect(dialog.getByRole('row', { name: '4 入职日 2020年9月1日 2020-09-01' })).toBeVisible()
  await dialog.getByRole('tab', { name: /不是数据 3 行/ }).click()
  await expect(dialog.getByRole('row', { name: '名册 8 签字、填表信息' })).toBeVisible()
  await dialog.getByRole('button', { name: '导入 2 行' }).click()
  await expect(dialog.getByRole('status')).toContainText('新增 2 行')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => window.dutybook.rows('staff').map((row) => row['dept']))).toEqual([
    '语文组',
    '数学组',
  ])

  await page.evaluate(() => window.dutybook.settled())
  await page.reload()
  const october = { ...roster, rows: [...roster.rows.slice(0, 3), [1, 'B1', '赵六', '139', '英语组', null]] }
  await choose(page, file('十月.xlsx', october))
  await expect(dialog.getByText('列按上次的对应')).toBeVisible()
  await expect(dialog.getByRole('row', { name: '4 B1 赵六 139 英语组' })).toBeVisible()
  await dialog.getByRole('button', { name: '不要这样，重新识别' }).click()
  await expect(dialog.getByText('列按上次的对应')).toBeHidden()
  await expect(dialog.getByRole('row', { name: '4 B1 赵六 139' })).not.toContainText('英语组')
})

test('headings that were missed are pointed at, and another table of the sheet is taken instead', async ({
  page,
}) => {
  await newSchool(page)
  const two: RawSheet = {
    name: 'Sheet1',
    rows: [
      ['部门名称', '负责人', '分管领导'],
      ['教导处', '郑强', '陈涛'],
      ['总务处', '王丽', '陈涛'],
      ['政教处', '孙敏', '陈涛'],
      [],
      [],
      ['教师通讯录'],
      ['姓名', '手机号码', '所在部门'],
      ['郑强', '13900000001', '教导处'],
    ],
  }
  await choose(page, file('两张表.xlsx', two))
  const dialog = importing(page)
  await dialog.getByRole('button', { name: '工作表与表头' }).click()
  await expect(dialog.getByText('“Sheet1”的表头在第 8 行')).toBeVisible()
  await expect(dialog.getByText('第 1 行起还有一个表格（部门名称、负责人、分管领导）')).toBeVisible()
  await dialog.getByRole('button', { name: '改用这个表格' }).click()
  await expect(dialog.getByText('“Sheet1”的表头在第 1 行')).toBeVisible()
  await dialog.getByRole('button', { name: '第 8 行是表头', exact: true }).click()
  await expect(dialog.getByText('“Sheet1”的表头在第 8 行')).toBeVisible()
  await dialog.getByRole('button', { name: '重新自动识别' }).click()
  await expect(dialog.getByRole('button', { name: '重新自动识别' })).toBeHidden()
})

test('two tables of one sheet are imported together, taken back together, and known again', async ({
  page,
}) => {
  await newSchool(page)
  const two = (people: RawSheet['rows']): RawSheet => ({
    name: 'Sheet1',
    rows: [
      ['部门名称', '负责人', '分管领导'],
      ['政教处', '孙敏', '陈涛'],
      ['安保部', '钱进', '陈涛'],
      [],
      [],
      ['教师通讯录'],
      ['姓名', '手机号码', '所在部门'],
      ...people,
    ],
  })
  await choose(page, file('九月.xlsx', two([['孙敏', '13900000001', '政教处']])))
  const dialog = importing(page)
  await dialog.getByRole('button', { name: '工作表与表头' }).click()
  await dialog.getByRole('button', { name: '一起导入' }).click()
  await expect(dialog.getByText(/Sheet1（第 \d 行起）/).first()).toBeVisible()
  await expect(dialog.getByRole('button', { name: '一起导入' })).toBeHidden()
  await dialog.getByRole('button', { name: '预览与导入' }).click()
  // What the two tables bring: who leads a department, and who works there.
  const brought = () =>
    page.evaluate(
      () =>
        [
          ...window.dutybook.rows('departments').filter((row) => row['director'] === '孙敏'),
          ...window.dutybook.rows('staff').filter((row) => row['name'] === '孙敏'),
        ].length,
    )
  expect(await brought()).toBe(0)
  await dialog.getByRole('button', { name: '导入 3 行' }).click()
  await expect(dialog.getByRole('button', { name: '撤销这次导入' })).toBeVisible()
  expect(await brought()).toBe(2)
  await dialog.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(dialog.getByText(/已撤销/)).toBeVisible()
  expect(await brought()).toBe(0)
  await dialog.getByRole('button', { name: '换一个文件' }).click()

  const people = [
    ['孙敏', '13900000001', '政教处'],
    ['钱进', '13900000002', '安保部'],
  ]
  await choose(page, file('十月.xlsx', two(people)))
  await expect(dialog.getByRole('button', { name: '导入 4 行' })).toBeEnabled()
})

test('a part is taken, repeated rows are settled, and what is turned away comes back put right', async ({
  page,
}) => {
  await newSchool(page)
  const rows: RawSheet['rows'] = [
    ['工号', '姓名', '在岗状态'],
    ['A001', '甲', '在岗'],
    ['a001', '甲（新）', '在岗'],
    ['B1', '乙', '外星'],
    ['C1', '丙', '在岗'],
    ['D1', '丁', '在岗'],
  ]
  await choose(page, file('名单.xlsx', { name: '教职工名册', rows }))
  const dialog = importing(page)
  await expect(dialog.getByRole('tab', { name: '不能导入 3 行' })).toBeVisible()
  await dialog.getByLabel('“A001”（第 2、3 行）').selectOption('3')
  await expect(dialog.getByRole('tab', { name: '新增 3 行' })).toBeVisible()
  await dialog.getByRole('checkbox', { name: '导入第 6 行' }).uncheck()
  await expect(dialog.getByText('有 1 行没有勾选')).toBeVisible()

  await dialog.getByRole('tab', { name: '不能导入 1 行' }).click()
  const rejected = await downloaded(page, '下载不能导入的行')
  await dialog.getByRole('button', { name: '导入 2 行' }).click()
  await expect(dialog.getByRole('status')).toContainText('新增 2 行')
  const names = () => page.evaluate(() => window.dutybook.rows('staff').map((row) => row['name']))
  expect(await names()).toEqual(['甲（新）', '丙'])

  const read = await readSpreadsheet(new Uint8Array(rejected.buffer), rejected.name)
  if (!read.ok) throw new Error(read.problem.code)
  expect(read.sheets[0]!.rows[1]).toEqual(['工号', '姓名', '在岗状态', '导入提示'])
  expect(read.sheets[0]!.rows[2]!.slice(0, 3)).toEqual(['B1', '乙', '外星'])
  const right = read.sheets[0]!.rows.map((row) => row.map((cell) => (cell === '外星' ? '在岗' : cell)))
  await dialog.getByRole('button', { name: '换一个文件' }).click()
  await choose(page, file(rejected.name, { name: '教职工名册', rows: right }))
  await dialog.getByRole('button', { name: '导入 1 行' }).click()
  await expect(dialog.getByRole('status')).toContainText('新增 1 行')
  expect(await names()).toEqual(['甲（新）', '丙', '乙'])
})

test('known rows are left alone when only new ones are wanted', async ({ page }) => {
  await newSchool(page)
  const rows: RawSheet['rows'] = [
    ['工号', '姓名', '手机'],
    ['A1', '甲', '139'],
  ]
  await choose(page, file('一.xlsx', { name: '教职工名册', rows }))
  await importing(page).getByRole('button', { name: '导入 1 行' }).click()
  await importing(page).getByRole('button', { name: '换一个文件' }).click()
  const more = [...rows.slice(0, 1), ['A1', '甲', '138'], ['A2', '乙', '137']]
  await choose(page, file('二.xlsx', { name: '教职工名册', rows: more }))
  const dialog = importing(page)
  await expect(dialog.getByRole('tab', { name: '修改 1 行' })).toBeVisible()
  await dialog.getByLabel('已有的行怎么办').selectOption('add-only')
  await expect(dialog.getByRole('tab', { name: '修改 0 行' })).toBeVisible()
  await expect(dialog.getByRole('tab', { name: '不是数据 1 行' })).toBeVisible()
  await dialog.getByLabel('已有的行怎么办').selectOption('update-only')
  await expect(dialog.getByRole('tab', { name: '修改 1 行' })).toBeVisible()
  await expect(dialog.getByRole('tab', { name: '新增 0 行' })).toBeVisible()
  const ledger = page.evaluate(
    async (bytes) => window.dutybook.importFile(new Uint8Array(bytes), '二.xlsx', { accept: false }),
    [...file('二.xlsx', { name: '教职工名册', rows: more }).buffer],
  )
  expect(await ledger).toMatchObject({
    ok: true,
    mapping: [
      {
        table: 'staff',
        header: [1, 1],
        columns: [{ column: 'staff_no' }, { column: 'name' }, { column: 'phone' }],
      },
    ],
  })
})
