import type { Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { AppPage, expect, test } from './app-page.ts'
import { barriers } from './axe.ts'
import { watchLaws } from './fixtures.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The open workbook as the .xlsx that carries everything, kept outside the page. */
async function wholeFile({ page }: AppPage, password?: string): Promise<Uint8Array> {
  const text = await page.evaluate(async (password) => {
    const bytes = await dutybook.exportFile({ kind: 'xlsx', audience: 'whole', password })
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }, password)
  return new Uint8Array(Buffer.from(text, 'base64'))
}

/** What somebody types over a text in Excel, wherever it stands. */
function retyped(file: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(file)
  const strings = strFromU8(parts['xl/sharedStrings.xml']!)
  expect(strings).toContain(from)
  return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings.replaceAll(from, to)) })
}

/** A whole school is read, put together again and compared: a busy computer takes its time. */
test.describe.configure({ timeout: 120_000 })
const READ = { timeout: 60_000 }

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function give(page: Page, name: string, file: Uint8Array) {
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await dialog(page, '导入文件')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: EXCEL, buffer: Buffer.from(file) })
}

/** Another computer: a profile of its own that has begun from a file. */
async function computerWith(app: AppPage, baseURL: string, file: Uint8Array) {
  const context = await app.page.context().browser()!.newContext({ baseURL, locale: 'zh-CN' })
  const breaches = await watchLaws(context, new URL(baseURL).origin)
  const other = new AppPage(await context.newPage())
  await other.open()
  await other.page.evaluate(async (text) => {
    const merged = await dutybook.merge(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)))
    if (!merged.ok) throw new Error(JSON.stringify(merged))
  }, Buffer.from(file).toString('base64'))
  return {
    other,
    close: async () => {
      await context.close()
      expect(breaches).toEqual([])
    },
  }
}

const staffNamed = async (app: AppPage, name: string) =>
  (await app.call('rows', 'staff', { where: { name } }))[0]!

test('a file comes back from another computer and out of Excel: merged, reviewed, taken in part, undone', async ({
  app,
  baseURL,
}) => {
  await app.open()
  await app.create()
  await app.call('add', 'staff', [
    { name: '甲老师', phone: '13800000001' },
    { name: '乙老师', phone: '13800000002' },
  ])
  const { other, close } = await computerWith(app, baseURL!, await wholeFile(app))
  expect(await other.call('stateHash')).toBe(await app.call('stateHash'))
  const { id } = await staffNamed(other, '甲老师')
  await other.call('edit', [{ table: 'staff', row: id, column: 'teaching', value: '三年级语文' }])
  await other.call('add', 'staff', [{ name: '丙老师' }])
  const back = await wholeFile(other)
  await close()

  const { page } = app
  await give(page, '值周电脑.xlsx', retyped(back, '13800000002', '13900000009'))
  const receiving = dialog(page, '合并文件')
  await expect(receiving.getByText('第一次收到这台电脑的文件', { exact: true })).toBeVisible(READ)
  await expect(receiving.getByText(/指纹 \d{4}( \d{4}){5}/)).toBeVisible()
  await expect(receiving.getByRole('status')).toContainText('新增 1 行，改动 1 格')
  await expect(receiving.getByRole('status')).toContainText('还改过 1 处')
  expect(await barriers(page)).toEqual([])
  await receiving.getByLabel(/起个名字/).fill('值周电脑')
  await receiving.getByRole('button', { name: '合并', exact: true }).click()
  await expect(receiving.getByRole('status')).toContainText('已合并：新增 1 行，改动 1 格', READ)
  expect((await staffNamed(app, '甲老师'))['teaching']).toBe('三年级语文')

  const phone = async () => (await staffNamed(app, '乙老师'))['phone']
  const proposal = receiving.getByRole('row', { name: /乙老师/ })
  await expect(proposal).toContainText('手机')
  await expect(proposal).toContainText('13800000002')
  await expect(proposal).toContainText('13900000009')
  expect(await barriers(page)).toEqual([])
  expect(await phone()).toBe('13800000002')
  const all = receiving.getByRole('checkbox', { name: /全选/ })
  await all.uncheck()
  await expect(receiving.getByRole('button', { name: '采用选中的 0 处' })).toBeDisabled()
  await receiving.getByRole('checkbox', { name: '采用 乙老师的手机' }).check()
  await receiving.getByRole('button', { name: '采用选中的 1 处' }).click()
  await expect(receiving.getByRole('status')).toContainText('已采用 1 处')
  expect(await phone()).toBe('13900000009')
  await receiving.getByRole('button', { name: '撤销采用' }).click()
  await expect(receiving.getByRole('status')).toContainText('已撤销')
  expect(await phone()).toBe('13800000002')
  await page.keyboard.press('Escape')

  // The same file again: its sender has a name now, and there is nothing new but what was not taken.
  await give(page, '值周电脑.xlsx', back)
  await expect(receiving.getByText('值周电脑，签名与以前一致')).toBeVisible(READ)
  await expect(receiving.getByRole('status')).toContainText('没有新内容')
  await expect(receiving.getByRole('status')).toContainText('没有人在 Excel、WPS 里改过')
})

test('a file of our own is known behind a password too', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create()
  await give(page, '加密.xlsx', await wholeFile(app, '六一'))
  await dialog(page, '导入文件').getByLabel('密码').fill('六一')
  await page.keyboard.press('Enter')
  await expect(dialog(page, '合并文件').getByText('本机（这台电脑自己导出的）')).toBeVisible(READ)
})

test('a damaged file and another school’s are stopped', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create('另一所学校')
  const foreign = await wholeFile(app)
  await app.create('实验小学')
  const receiving = dialog(page, '合并文件')

  const hash = await app.call('stateHash')
  const own = await wholeFile(app)
  const parts = unzipSync(own)
  const strings = strFromU8(parts['xl/sharedStrings.xml']!)
  const state = /RFVUWUJPT0s[A-Za-z0-9+/=]+/.exec(strings)![0]
  // A letter in the middle of what is signed.
  const at = strings.indexOf(state) + Math.floor(state.length / 2)
  const letter = strings[at] === 'A' ? 'B' : 'A'
  const damaged = strings.slice(0, at) + letter + strings.slice(at + 1)
  await give(page, '改过.xlsx', zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(damaged) }))
  await expect(receiving.getByRole('alert')).toContainText('没有采用', READ)
  await expect(receiving.getByRole('alert')).toContainText(/第 \d+ 字节/)
  await page.keyboard.press('Escape')

  await give(page, '邻校.xlsx', foreign)
  await expect(receiving.getByRole('alert')).toContainText('属于另一本工作簿“另一所学校”', READ)
  const merge = receiving.getByRole('button', { name: '合并', exact: true })
  await expect(receiving.getByRole('checkbox', { name: '我确认要并入' })).not.toBeChecked()
  await expect(merge).toBeDisabled()
  expect(await barriers(page)).toEqual([])
  await receiving.getByRole('button', { name: '取消' }).click()
  expect(await app.call('stateHash')).toBe(hash)
})

test('a file whose state was lost on the way goes to the import, which says so', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create('实验小学')
  await app.call('add', 'staff', [{ name: '甲老师' }])
  const parts = unzipSync(await wholeFile(app))
  const workbook = strFromU8(parts['xl/workbook.xml']!).replace(/<sheet [^>]*name="_dutybook"[^>]*\/>/, '')
  await give(page, '另存.xlsx', zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) }))
  const importing = dialog(page, '导入文件')
  await expect(importing.getByText(/丢了合并用的数据/).first()).toBeVisible(READ)
  await expect(importing.getByText(/行标识/)).toHaveCount(0)
})
