import type { Page } from '@playwright/test'
import type { AppPage } from './app-page.ts'
import { expect, test } from './app-page.ts'
import { barriers } from './axe.ts'
import { otherComputer } from './two-computers.ts'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const opening = (page: Page) => dialog(page, '打开文件')
/** A whole school is read and put together again: a busy computer takes its time. */
const READ = { timeout: 60_000 }
test.describe.configure({ timeout: 180_000 })

type Export = { kind: 'dutybook' } | { kind: 'xlsx'; audience: 'whole'; password?: string }
const COPY: Export = { kind: 'xlsx', audience: 'whole' }

async function fileOf({ page }: AppPage, request: Export = COPY): Promise<Buffer> {
  const text = await page.evaluate(async (request) => {
    let text = ''
    for (const byte of await dutybook.exportFile(request)) text += String.fromCharCode(byte)
    return btoa(text)
  }, request)
  return Buffer.from(text, 'base64')
}

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  const files = await page.evaluateHandle(
    ([base64, name]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name))
      return transfer
    },
    [buffer.toString('base64'), name] as const,
  )
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: files })
  await expect(page.getByText('松开鼠标')).toBeVisible()
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: files })
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page
    .getByRole('main')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

async function school(app: AppPage, name = '实验小学'): Promise<string> {
  await app.open()
  await app.create(name)
  const { ids } = await app.call('add', 'staff', [{ name: '甲老师', phone: '13800000001' }])
  await app.call('settled')
  return ids[0]!
}

test('a colleague’s file opens on an empty computer as the same workbook, and the two merge afterwards', async ({
  app,
  browser,
  baseURL,
}) => {
  const row = await school(app)
  const file = await fileOf(app)
  const { app: other, context, breaches } = await otherComputer(browser, baseURL!)
  await other.open()
  await choose(other.page, '王老师发来.xlsx', file)
  await expect(opening(other.page)).toContainText('这台电脑上还没有“实验小学”', READ)
  await expect(opening(other.page)).toContainText('教职工名册 1 行')
  expect(await barriers(other.page)).toEqual([])
  // Nothing has been made before somebody agrees.
  expect(await other.call('workbooks')).toEqual([])
  await opening(other.page)
    .getByLabel(/起个名字/)
    .fill('王老师')
  await opening(other.page).getByRole('button', { name: '打开', exact: true }).click()
  await expect(opening(other.page).getByRole('status')).toContainText('已打开“实验小学”', READ)
  await opening(other.page).getByRole('button', { name: '打开工作簿' }).click()
  await expect(other.page.getByRole('banner')).toContainText('实验小学')
  expect(await other.call('stateHash')).toBe(await app.call('stateHash'))

  // Each goes on by itself, and they find together.
  await other.call('edit', [{ table: 'staff', row, column: 'teaching', value: '语文' }])
  await app.call('edit', [{ table: 'staff', row, column: 'phone', value: '13900000002' }])
  const newer = await fileOf(app)
  await drop(other.page, '王老师又发来.xlsx', newer)
  const receiving = dialog(other.page, '合并文件')
  await expect(receiving.getByText('王老师，签名与以前一致')).toBeVisible(READ)
  await receiving.getByRole('button', { name: '合并', exact: true }).click()
  await expect(receiving.getByRole('status')).toContainText('已合并', READ)
  await other.page.keyboard.press('Escape')
  expect((await other.call('rows', 'staff'))[0]).toMatchObject({ phone: '13900000002', teaching: '语文' })

  // The start screen knows that the workbook is here already: it is opened, and then asked about as always.
  await other.page
    .getByRole('banner')
    .getByRole('button', { name: /切换工作簿/ })
    .click()
  await drop(other.page, '再发一次.xlsx', newer)
  await expect(opening(other.page)).toContainText('这台电脑上已经有“实验小学”', READ)
  await opening(other.page).getByRole('button', { name: '打开，再看有什么新内容' }).click()
  await expect(receiving.getByRole('status')).toContainText('没有新内容', READ)
  expect(await other.call('workbooks')).toHaveLength(1)
  expect(breaches).toEqual([])
  await context.close()
})

test('behind a password a file opens after one asking', async ({ app, browser, baseURL }) => {
  await school(app)
  const file = await fileOf(app, { ...COPY, password: '六一' })
  const { app: other, context } = await otherComputer(browser, baseURL!)
  const { page } = other
  await other.open()
  await choose(page, '加密.xlsx', file)
  await opening(page).getByLabel('密码').fill('七一')
  await page.keyboard.press('Enter')
  await expect(opening(page).getByRole('alert')).toContainText('密码不对', READ)
  await opening(page).getByLabel('密码').fill('六一')
  await page.keyboard.press('Enter')
  await opening(page).getByRole('button', { name: '打开', exact: true }).click(READ)
  await opening(page).getByRole('button', { name: '打开工作簿' }).click(READ)
  expect(await other.call('stateHash')).toBe(await app.call('stateHash'))
  await context.close()
})

test('another school’s file is opened beside the open workbook, which stays as it is', async ({ app }) => {
  const { page } = app
  await school(app, '邻校')
  const foreign = await fileOf(app)
  const theirs = await app.call('stateHash')
  // As on a computer that has never had it.
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!)
    localStorage.clear()
  })
  await app.open()
  await app.create('实验小学')
  const mine = await app.call('stateHash')
  await drop(page, '邻校.xlsx', foreign)
  const receiving = dialog(page, '合并文件')
  await expect(receiving.getByRole('alert')).toContainText('属于另一本工作簿“邻校”', READ)
  await expect(receiving.getByRole('button', { name: '合并', exact: true })).toBeDisabled()
  await receiving.getByRole('button', { name: '另开一本' }).click()
  await expect(opening(page)).toContainText('现在打开的“实验小学”不受影响', READ)
  await opening(page).getByRole('button', { name: '打开', exact: true }).click()
  await opening(page).getByRole('button', { name: '打开工作簿' }).click(READ)
  await expect(page.getByRole('banner')).toContainText('邻校')
  expect(await app.call('stateHash')).toBe(theirs)
  const books = await app.call('workbooks')
  expect(books.map(({ name }) => name).sort()).toEqual(['实验小学', '邻校'])
  await page.evaluate((id) => dutybook.open(id), books.find(({ name }) => name === '实验小学')!.id)
  expect(await app.call('stateHash')).toBe(mine)
})

test('a backup, a list and a damaged file each go where they belong', async ({ app, browser, baseURL }) => {
  await school(app)
  const [backup, copy] = [await fileOf(app, { kind: 'dutybook' }), await fileOf(app)]
  const { app: other, context } = await otherComputer(browser, baseURL!)
  const { page } = other
  await other.open()
  // Whatever it is called.
  await drop(page, '学校.xlsx', backup)
  await expect(dialog(page, '从备份恢复')).toContainText('这台电脑上还没有这本工作簿', READ)
  await page.keyboard.press('Escape')

  await choose(page, '一半.xlsx', copy.subarray(0, copy.length >> 1))
  await expect(dialog(page, '新建工作簿').or(opening(page).getByRole('alert'))).toBeVisible(READ)
  await page.keyboard.press('Escape')

  await drop(page, '名单.csv', Buffer.from('姓名,部门\n张三,教导处\n'))
  await dialog(page, '新建工作簿').getByLabel('学校名称').fill('中心小学')
  await page.keyboard.press('Enter')
  await dialog(page, '导入文件').getByRole('button', { name: '导入 1 行' }).click()
  await expect(dialog(page, '导入文件').getByRole('status')).toContainText('已导入')
  expect((await other.call('rows', 'staff')).map(({ name }) => name)).toEqual(['张三'])
  await page.keyboard.press('Escape')

  // Also where only rows are expected.
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await dialog(page, '导入文件')
    .locator('input[type=file]')
    .setInputFiles({ name: '学校.xlsx', mimeType: 'application/octet-stream', buffer: backup })
  await expect(dialog(page, '从备份恢复')).toContainText('这台电脑上还没有这本工作簿', READ)
  await context.close()
})
