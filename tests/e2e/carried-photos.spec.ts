import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { AppPage } from './app-page.ts'
import { expect, test } from './app-page.ts'
import { barriers } from './axe.ts'
import { attachPhotos, isDrawn } from './photo.ts'
import { otherComputer } from './two-computers.ts'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const panel = (page: Page) => page.getByRole('complementary', { name: '侧栏' })

async function schoolWithPhotos(app: AppPage, names: readonly string[]): Promise<void> {
  await app.open()
  await app.create()
  await app.call('add', 'staff', [{ name: '王伟' }])
  await app.goTo('教职工名册')
  await app.select(0, 'name')
  await attachPhotos(app.page, names)
  await app.call('settled')
}

async function backUp(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: '备份', exact: true }).click()
  const downloading = page.waitForEvent('download')
  await dialog(page, '备份与恢复').getByRole('button', { name: '立即备份' }).click()
  const file = readFileSync(await (await downloading).path())
  await expect(dialog(page, '备份与恢复')).toContainText('里面有附件 2 个')
  return file
}

async function restore(app: AppPage, buffer: Buffer): Promise<void> {
  const { page } = app
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await dialog(page, '从备份恢复').getByRole('button', { name: '选择备份文件' }).click()
  const mimeType = 'application/octet-stream'
  await (await choosing).setFiles({ name: '学校.dutybook', mimeType, buffer })
  await expect(dialog(page, '从备份恢复')).toContainText('附件')
}

test('photos go with a backup; one that is spoilt on the stick is said, and the other is there', async ({
  app,
  browser,
  baseURL,
}) => {
  await schoolWithPhotos(app, ['操场.jpg', '楼梯.jpg'])
  const file = await backUp(app.page)
  const hash = await app.call('stateHash')
  // Photos lie at the end; the first of the two is hit, or the last, but never both.
  const spoilt = Buffer.from(file)
  spoilt[spoilt.length - 600]! ^= 1

  for (const [buffer, photos] of [
    [file, 2],
    [spoilt, 1],
  ] as const) {
    const { app: other, context, breaches } = await otherComputer(browser, baseURL!)
    await other.open()
    await restore(other, buffer)
    const restoring = dialog(other.page, '从备份恢复')
    if (photos === 1) await expect(restoring.getByRole('alert')).toContainText('1 个附件坏了，恢复时会略过')
    expect(await barriers(other.page)).toEqual([])
    await restoring.getByRole('button', { name: '恢复', exact: true }).click()
    await expect(restoring.getByRole('status')).toContainText(`已存下 ${photos} 个附件`)
    if (photos === 1) await expect(restoring.getByRole('status')).toContainText('1 个附件在文件里已损坏')
    await restoring.getByRole('button', { name: '打开工作簿' }).click()
    expect(await other.call('stateHash')).toBe(hash)
    await other.goTo('教职工名册')
    await other.select(0, 'name')
    await panel(other.page).getByRole('tab', { name: '附件 2' }).click()
    const tiles = panel(other.page).getByRole('button', { name: /\.jpg/ })
    await expect(tiles.locator('img')).toHaveCount(photos)
    await isDrawn(tiles.filter({ has: other.page.locator('img') }).first())
    expect(breaches).toEqual([])
    await context.close()
  }
})

test('photos go along in the Excel file when the box is ticked, and also after their rows', async ({
  app,
  browser,
  baseURL,
}) => {
  await schoolWithPhotos(app, ['操场.jpg'])
  const { page } = app
  const exported = async (photos: boolean) => {
    await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
    const exporting = dialog(page, '导出')
    await exporting.getByRole('radio', { name: /所选的表/ }).check()
    await exporting.getByRole('button', { name: '全选', exact: true }).click()
    await exporting.getByRole('radio', { name: /^全部/ }).check()
    await exporting.getByRole('textbox', { name: /带出原因/ }).fill('交给同事')
    const box = exporting.getByRole('checkbox', { name: /附件照片/ })
    await expect(box).not.toBeChecked()
    if (photos) await box.check()
    expect(await barriers(page)).toEqual([])
    const downloading = page.waitForEvent('download')
    await exporting.getByRole('button', { name: '导出', exact: true }).click()
    const buffer = readFileSync(await (await downloading).path())
    await page.keyboard.press('Escape')
    await expect(exporting).toBeHidden()
    return buffer
  }
  const [without, along] = [await exported(false), await exported(true)]
  expect(along.length).toBeGreaterThan(without.length)

  const { app: other, context, breaches } = await otherComputer(browser, baseURL!)
  await other.open()
  const opening = dialog(other.page, '打开文件')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await other.page
    .getByRole('main')
    .locator('input[type=file]')
    .setInputFiles({ name: '台账.xlsx', mimeType, buffer: without })
  await opening.getByRole('button', { name: '打开', exact: true }).click()
  await opening.getByRole('button', { name: '打开工作簿' }).click()
  await other.goTo('教职工名册')
  await other.select(0, 'name')
  await panel(other.page).getByRole('tab', { name: '附件 1' }).click()
  await expect(panel(other.page).getByText(/照片在另一台电脑上/)).toBeVisible()

  // Exports are noted in the workbook: the rows of the second file are new in that only.
  await other.page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await dialog(other.page, '导入文件')
    .locator('input[type=file]')
    .setInputFiles({ name: '台账带照片.xlsx', mimeType, buffer: along })
  const receiving = dialog(other.page, '合并文件')
  await expect(receiving.getByRole('status')).toContainText('带来 1 个这里没有的附件')
  await receiving.getByRole('button', { name: '合并', exact: true }).click()
  await expect(receiving.getByRole('status')).toContainText('已存下 1 个附件')
  await other.page.keyboard.press('Escape')
  await other.reload()
  await other.select(0, 'name')
  await panel(other.page).getByRole('tab', { name: '附件 1' }).click()
  await isDrawn(panel(other.page).getByRole('button', { name: /操场\.jpg/ }))
  expect(breaches).toEqual([])
  await context.close()
})

test('files that no row uses are kept for a month, and then cleared away when somebody says so', async ({
  app,
}) => {
  const { page } = app
  await page.clock.setFixedTime(new Date('2027-03-01T09:00:00+08:00'))
  await schoolWithPhotos(app, ['操场.jpg', '楼梯.jpg'])
  await panel(page)
    .getByRole('button', { name: /楼梯\.jpg/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await page.keyboard.press('Escape')
  const storage = dialog(page, '数据保存在哪里')
  const open = () => app.status.locator('button.storage').click()
  await open()
  await expect(storage).toContainText('附件 1 个')
  await expect(storage).toContainText('另有 1 个')
  await expect(storage.getByRole('button', { name: '清理这些附件' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await page.clock.setFixedTime(new Date('2027-04-02T09:00:00+08:00'))
  await open()
  await expect(storage).toContainText('有 1 个附件')
  expect(await barriers(page)).toEqual([])
  const clean = storage.getByRole('button', { name: '清理这些附件' })
  await clean.click()
  await expect(storage).toContainText('不能再找回。确定清理吗？')
  await clean.click()
  await expect(storage.getByRole('status')).toContainText('已清理 1 个附件')
  await page.keyboard.press('Escape')
  const [used] = await app.call('attachments', 'staff', (await app.call('rows', 'staff'))[0]!.id)
  expect(used).toMatchObject({ name: '操场.jpg', here: true })
})
