import { readFileSync } from 'node:fs'
import { decodeText } from '../../src/exchange/text-encoding.ts'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { expect, test, type AppPage } from './app-page.ts'
import { barriers } from './axe.ts'
import { staffFile, staffList } from './school-files.ts'
import { callMe, merge, otherComputer, packageOf } from './two-computers.ts'

const entries = ({ page }: AppPage) => page.getByRole('main').locator('ol > li')
const filters = ({ page }: AppPage) => page.getByRole('form', { name: '筛选修改记录' })
const end = ({ page }: AppPage) => page.getByRole('main').getByRole('status')

async function importStaff({ page }: AppPage): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  const dialog = page.getByRole('dialog', { name: '导入文件' })
  await dialog.locator('input[type=file]').setInputFiles(await staffFile())
  await dialog.getByRole('button', { name: `导入 ${staffList.length - 1} 行` }).click()
  await expect(dialog.getByRole('status')).toContainText('已导入')
  await page.keyboard.press('Escape')
}

test('what was done is listed with who and when, filtered, and exported as it is filtered', async ({
  app,
  browser,
  baseURL,
}) => {
  const { page } = app
  await app.open()
  await app.create()
  await callMe(app, '王老师')
  const { ids } = await app.call('add', 'staff', [{ name: '李四', phone: '13800000001' }])
  await app.call('edit', [{ table: 'staff', row: ids[0]!, column: 'teaching', value: '语文' }])
  await app.call('add', 'areas', [{ area: '操场', kind: '其他' }])
  const { app: other, context } = await otherComputer(browser, baseURL!)
  await other.open()
  await merge(other, await packageOf(app))
  await callMe(other, '陈老师')
  await other.call('edit', [{ table: 'staff', row: ids[0]!, column: 'teaching', value: '数学' }])
  await merge(app, await packageOf(other))
  await context.close()

  await app.goTo('修改记录')
  await expect(end(app)).toContainText('已看到最早的一条')
  const all = await entries(app).count()
  expect(all).toBeGreaterThanOrEqual(5)
  // The newest first: what has come from the other computer says who made it there.
  await expect(entries(app).first()).toContainText('合并文件')
  await expect(entries(app).first()).toContainText('语文')
  await expect(entries(app).first()).toContainText('（陈老师，')
  expect(await barriers(page)).toEqual([])

  await filters(app).getByLabel('谁').fill('陈')
  await expect(entries(app)).toHaveCount(1)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(entries(app)).toHaveCount(all)
  await filters(app).getByLabel('表').selectOption('areas')
  await expect(entries(app).first()).toContainText('操场')
  await filters(app).getByLabel('表').selectOption('staff')
  await filters(app).getByLabel('内容里有').fill('没有这样的话')
  await expect(end(app)).toContainText('没有这样的修改')
  await expect(entries(app)).toHaveCount(0)
  await filters(app).getByLabel('内容里有').fill('数学')
  await expect(entries(app)).toHaveCount(1)
  expect(await barriers(page)).toEqual([])

  const exported = async (button: string) => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const download = await downloading
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
  }
  const csv = await exported('导出为 CSV')
  expect(csv.name).toMatch(/^修改记录 \d{4}-\d\d-\d\d \d{4}\.csv$/)
  const lines = decodeText(csv.bytes).text.trim().split(/\r?\n/)
  expect(lines[0]).toContain('时间,谁,怎么改的,做了什么,表,行,栏目,原来,改为')
  expect(lines[1]).toContain('陈老师,合并文件')
  expect(lines[1]).toMatch(/教职工名册,李四,[^,]+,语文,数学$/)
  expect(lines).toHaveLength(2)
  const xlsx = await exported('导出为 Excel')
  const read = await readSpreadsheet(xlsx.bytes, xlsx.name)
  if (!read.ok) throw new Error(read.problem.code)
  expect(read.sheets[0]!.rows.at(-1)!.slice(-2)).toEqual(['语文', '数学'])
})

test('an import is taken back days and a reload later; what was changed since stays', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create()
  await importStaff(app)
  const [first] = await app.call('rows', 'staff')
  await app.call('edit', [{ table: 'staff', row: first!.id, column: 'phone', value: '13912345678' }])
  await app.call('add', 'staff', [{ name: '后来的' }])
  await app.call('settled')
  await app.reload()

  await app.goTo('修改记录')
  await filters(app).getByLabel('怎么改的').selectOption('import')
  await expect(entries(app)).toHaveCount(1)
  await entries(app).getByRole('button', { name: '撤销这次导入' }).click()
  const dialog = page.getByRole('dialog', { name: '撤销这次导入' })
  await expect(dialog).toContainText('删除新增的 4 行')
  await expect(dialog).toContainText('有 1 处后来又改过，保持现在的样子')
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText(/已撤销：恢复 0 格，删除 4 行/)).toBeVisible()
  await expect(entries(app)).toContainText('已撤销')
  await expect(entries(app).getByRole('button', { name: '撤销这次导入' })).toHaveCount(0)
  const left = async () => (await app.call('rows', 'staff')).map(({ name }) => name)
  expect(await left()).toEqual([first!['name'], '后来的'])

  // Taken back by mistake it is done again, also after a reload.
  await app.call('settled')
  await app.reload()
  await app.call('redo')
  expect(await left()).toHaveLength(staffList.length)
})

test('a history too long to be read at once is read on, and each row leads to its place', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create()
  const { ids } = await app.call('add', 'staff', [{ name: '李四' }])
  await page.evaluate((row) => {
    for (let at = 0; at < 450; at++)
      dutybook.edit([
        { table: 'staff', row: row!, column: 'phone', value: `138${String(at).padStart(8, '0')}` },
      ])
  }, ids[0])
  await app.call('settled')
  await app.goTo('修改记录')
  const more = page.getByRole('button', { name: '再往前看' })
  while (await more.isVisible()) {
    const before = await entries(app).count()
    await more.click()
    await expect.poll(() => entries(app).count()).toBeGreaterThan(before)
    await expect(end(app)).not.toContainText('正在')
  }
  await expect(end(app)).toContainText('已看到最早的一条')
  await entries(app).first().getByRole('button', { name: /李四/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '教职工名册' })).toBeVisible()
  await expect(app.field).toHaveAccessibleName(/第 1 行/)
})
