import type { BrowserContext } from '@playwright/test'
import { AppPage, expect, test } from './app-page.ts'

const banner = (app: AppPage) => app.page.getByText('此工作簿正在另一个窗口编辑')

/** Two tabs of one browser on one workbook: the first writes, the second looks on. */
async function twoTabs(context: BrowserContext, app: AppPage): Promise<AppPage> {
  await app.open()
  await app.create()
  await app.call('add', 'staff', [{ name: '张三' }, { name: '李四' }])
  await app.call('settled')
  const other = new AppPage(await context.newPage())
  await other.open()
  return other
}

const names = async (app: AppPage) =>
  (await app.call('rows', 'staff')).map((row: Readonly<Record<string, unknown>>) => row['name'])

async function rename(app: AppPage, at: number, value: string): Promise<void> {
  const row = (await app.call('rows', 'staff'))[at]!.id
  await app.call('edit', [{ table: 'staff', row, column: 'name', value }])
}

test('one tab writes, the other follows at once and says why it does not', async ({ app, context }) => {
  const other = await twoTabs(context, app)
  await expect(banner(other)).toBeVisible()
  await expect(banner(app)).toHaveCount(0)
  expect(await names(other)).toEqual(['张三', '李四'])

  await other.goTo('教职工名册')
  await rename(app, 0, '张三丰')
  await expect(other.cell(0, 'name')).toHaveText('张三丰')
  await app.call('settled')
  await expect.poll(() => other.savedNumber()).toBe(await app.savedNumber())

  await app.call('add', 'staff', [{ name: '王五' }])
  await expect(other.cell(2, 'name')).toHaveText('王五')
  await app.call('remove', 'staff', [(await app.call('rows', 'staff'))[2]!.id])
  await expect(other.cell(2, 'name')).toHaveCount(0)
  expect(await other.call('stateHash')).toBe(await app.call('stateHash'))
})

test('whoever types takes the pen over, and nothing of either is lost', async ({ app, context }) => {
  const other = await twoTabs(context, app)
  await other.goTo('教职工名册')
  await other.page.bringToFront()
  await other.select(1, 'name')
  await rename(app, 0, '甲')
  await other.page.keyboard.type('乙')
  await other.press('Enter')
  await expect(banner(app)).toBeVisible()
  await expect(banner(other)).toHaveCount(0)
  for (const each of [app, other]) await expect.poll(() => names(each)).toEqual(['甲', '乙'])

  // And back again, by the button.
  await app.page.getByRole('button', { name: '在这里编辑' }).click()
  await expect(banner(other)).toBeVisible()
  await expect(banner(app)).toHaveCount(0)
  await rename(app, 1, '丙')
  await app.call('settled')
  await app.reload()
  expect(await names(app)).toEqual(['甲', '丙'])
})

test('the same cell in both tabs: both see the later value, and the earlier one is in the history', async ({
  app,
  context,
}) => {
  const other = await twoTabs(context, app)
  await Promise.all([rename(app, 0, '先写的'), rename(other, 0, '后写的')])
  await Promise.all([app.call('settled'), other.call('settled')])
  await expect.poll(async () => (await names(app))[0]).toBe((await names(other))[0])
  expect(await app.call('stateHash')).toBe(await other.call('stateHash'))
  const [kept] = await names(app)

  await app.page.bringToFront()
  await app.goTo('教职工名册')
  await app.select(0, 'name')
  await app.page.getByRole('tab', { name: '修改记录' }).click()
  const history = app.page.getByRole('complementary', { name: '侧栏' })
  await expect(history).toContainText('先写的')
  await expect(history).toContainText('后写的')
  await app.reload()
  expect((await names(app))[0]).toBe(kept)
})

test('edits in turns, fast, from both tabs: every one is kept, and both show the same', async ({
  app,
  context,
}) => {
  const other = await twoTabs(context, app)
  const write = (tab: AppPage, name: string) =>
    tab.page.evaluate(async (name) => {
      for (let n = 0; n < 15; n++) {
        dutybook.add('staff', [{ name: `${name}${n}` }])
        await new Promise(requestAnimationFrame)
      }
      await dutybook.settled()
    }, name)
  await Promise.all([write(app, '左'), write(other, '右')])
  await expect.poll(() => app.savedNumber()).toBe(await other.savedNumber())
  const wanted = ['左', '右'].flatMap((name) => Array.from({ length: 15 }, (_, n) => `${name}${n}`))
  for (const each of [app, other])
    await expect.poll(async () => (await names(each)).slice(2).sort()).toEqual([...wanted].sort())
  expect(await app.call('stateHash')).toBe(await other.call('stateHash'))
  await app.reload()
  expect(await app.call('stateHash')).toBe(await other.call('stateHash'))
})

test('a writing tab that crashes leaves the pen behind within five seconds', async ({ app, context }) => {
  const other = await twoTabs(context, app)
  await rename(app, 0, '最后写的')
  await app.call('settled')
  const crashed = app.page.waitForEvent('crash')
  const cdp = await app.cdp()
  cdp.send('Page.crash').catch(() => {})
  await crashed

  const from = Date.now()
  await rename(other, 1, '接着写的')
  await other.call('settled')
  await expect(other.page.locator('[data-saved-seq]')).toHaveText(/^\s*已保存/)
  expect(Date.now() - from).toBeLessThan(5000)
  expect(await names(other)).toEqual(['最后写的', '接着写的'])
  await expect(banner(other)).toHaveCount(0)
  await other.reload()
  expect(await names(other)).toEqual(['最后写的', '接着写的'])
})

test('a writing tab that is frozen is not waited for', async ({ app, context }) => {
  const other = await twoTabs(context, app)
  await other.page.bringToFront()
  const cdp = await app.cdp()
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  const from = Date.now()
  await rename(other, 1, '接着写的')
  await other.call('settled')
  expect(Date.now() - from).toBeLessThan(5000)
  await expect(other.page.locator('[data-saved-seq]')).toHaveText(/^\s*已保存/)

  // Awake again, it sees what was written meanwhile and knows that it has no pen.
  await cdp.send('Page.setWebLifecycleState', { state: 'active' })
  await expect.poll(() => names(app)).toEqual(['张三', '接着写的'])
  await expect(banner(app)).toBeVisible()
})

test('a closed tab leaves the pen to the other', async ({ app, context }) => {
  const other = await twoTabs(context, app)
  await app.page.close()
  await rename(other, 0, '继续')
  await other.call('settled')
  await expect(banner(other)).toHaveCount(0)
  await other.reload()
  expect(await names(other)).toEqual(['继续', '李四'])
})
