import { expect, test } from './app-page.ts'
import { barriers } from './axe.ts'
import { merge, otherComputer, packageOf } from './two-computers.ts'

const NAMES = ['钱一', '孙二', '李三', '周四']

test('undo goes to where it happened, also in another table, and leaves the filter alone', async ({
  app,
}) => {
  const { page } = app
  await app.open()
  await app.create()
  await app.call(
    'add',
    'staff',
    NAMES.map((name) => ({ name })),
  )
  await app.goTo('教职工名册')
  await app.cell(2, 'phone').click()
  await page.keyboard.type('13800000000')
  await page.keyboard.press('Enter')
  await app.goTo('区域部位')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { level: 1, name: '教职工名册' })).toBeVisible()
  await expect(app.cell(2, 'phone')).toHaveText('')
  await expect(app.field).toHaveAttribute('aria-label', /^第 3 行，.*手机/)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+y')
  await expect(app.cell(2, 'phone')).toHaveText('13800000000')
  await expect(app.field).toHaveAttribute('aria-label', /^第 3 行，.*手机/)
})

test('rows put in, moved and deleted stand so after a reload, and undo takes each back', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create()
  await app.call(
    'add',
    'staff',
    NAMES.map((name) => ({ name })),
  )
  await app.goTo('教职工名册')
  const names = async () => (await app.call('rows', 'staff')).map(({ name }) => name ?? '')
  await app.cell(1, 'name').click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await names()).toEqual(['钱一', '李三', '孙二', '周四'])
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: '在上方插入 1 行' }).click()
  await page.keyboard.type('新来的')
  await page.keyboard.press('Enter')
  expect(await names()).toEqual(['钱一', '李三', '新来的', '孙二', '周四'])
  await app.call('settled')
  await app.reload()
  await expect(app.cell(2, 'name')).toHaveText('新来的')
  for (let i = 0; i < 3; i++) await app.call('undo')
  expect(await names()).toEqual(NAMES)
})

test('a cell that somebody else has changed since is not overwritten by undo without asking', async ({
  app,
  browser,
  baseURL,
}) => {
  const { app: other, context, breaches } = await otherComputer(browser, baseURL!)
  const { page } = app
  await app.open()
  await app.create()
  const { ids } = await app.call('add', 'staff', [{ name: '李四' }])
  const phone = (value: string) => [{ table: 'staff', row: ids[0]!, column: 'phone', value }]
  await app.call('edit', phone('13800000000'))
  await app.goTo('教职工名册')
  await app.cell(0, 'phone').click()
  await page.keyboard.type('13800000001')
  await page.keyboard.press('Enter')
  await other.open()
  await merge(other, await packageOf(app))
  await other.call('edit', phone('13900000000'))
  await merge(app, await packageOf(other))
  await expect(app.cell(0, 'phone')).toHaveText('13900000000')

  await page.getByRole('button', { name: '撤销', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '有 1 个单元格后来被别人改过' })
  await expect(dialog.getByRole('row', { name: /李四.*手机.*13900000000.*13800000000/ })).toBeVisible()
  await expect(app.cell(0, 'phone')).toHaveText('13900000000')
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '改回原来的内容' }).click()
  await expect(app.cell(0, 'phone')).toHaveText('13800000000')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(app.cell(0, 'phone')).toHaveText('13900000000')
  await expect(dialog).toHaveCount(0)
  expect(breaches).toEqual([])
  await context.close()
})

test('a view keeps a sort under a name, comes back after a reload, and prints as it is seen', async ({
  app,
}) => {
  const { page } = app
  await app.open()
  await app.create()
  await app.call(
    'add',
    'staff',
    NAMES.map((name) => ({ name })),
  )
  await app.goTo('教职工名册')
  await page.getByRole('button', { name: /^按“姓名”排序/ }).click()
  await expect(app.cell(0, 'name')).toHaveText('李三')
  await page.getByRole('button', { name: '视图', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '“教职工名册”的视图' })
  await dialog.getByRole('textbox', { name: '视图名称' }).fill('按姓名')
  await dialog.getByRole('button', { name: '保存现在的样子' }).click()
  await expect(dialog.getByRole('button', { name: '打开视图“按姓名”' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '恢复最初的样子' }).click()
  await expect(app.cell(0, 'name')).toHaveText('钱一')
  await app.reload()
  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByRole('button', { name: '打开视图“按姓名”' }).click()
  await expect(app.cell(0, 'name')).toHaveText('李三')

  await page.evaluate(() => {
    globalThis.print = () => {}
  })
  await page.getByRole('main').getByRole('button', { name: '打印', exact: true }).click()
  const paper = page.locator('article.paper')
  await expect(paper.locator('tbody tr')).toHaveCount(4)
  await expect(paper.locator('tbody tr').first()).toContainText('李三')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(paper).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a table shows cards, a tap opens the row, and the choice is remembered', async ({ app }) => {
    const { page } = app
    await app.open()
    await app.create()
    await app.call('add', 'staff', [{ name: '李四', phone: '13800000000' }, { name: '赵六' }])
    await page.goto('/#/staff')
    await page.getByRole('main').getByRole('button', { name: '卡片' }).tap()
    const cards = page.getByRole('list', { name: '教职工名册，卡片' })
    await expect(cards.getByRole('listitem')).toHaveCount(2)
    await expect(cards.getByRole('button', { name: /李四.*13800000000/ })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await barriers(page)).toEqual([])
    await app.reload()
    await cards.getByRole('button', { name: /赵六/ }).tap()
    const panel = page.getByRole('complementary', { name: '侧栏' })
    await panel.getByRole('textbox', { name: /手机/ }).fill('13900000000')
    await panel.getByRole('button', { name: '收起侧栏' }).tap()
    await expect(cards.getByRole('button', { name: /赵六.*13900000000/ })).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: '卡片' }).tap()
    await expect(app.cell(1, 'name')).toHaveText('赵六')
  })
})
