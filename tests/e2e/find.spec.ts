import { expect, test, type AppPage } from './app-page.ts'
import { barriers } from './axe.ts'

const NAMES = ['王伟', '张伟', '李娜', '欧阳静', '张 WEI']

async function open(app: AppPage) {
  await app.open()
  await app.create()
  await app.call(
    'add',
    'staff',
    NAMES.map((name, at) => ({ name, subject: at % 2 ? '数学' : '语文' })),
  )
  await app.goTo('教职工名册')
  await app.select(0, 'name')
}

const names = async (app: AppPage) => (await app.call('rows', 'staff')).map(({ name }) => name)

test(
  'finds as one types, goes on and back, and says which it is',
  { tag: '@main' },
  async ({ app, page }) => {
    await open(app)
    await app.press('Control+f')
    const bar = page.getByRole('search', { name: '查找和替换' })
    const field = bar.getByRole('searchbox', { name: '查找' })
    await expect(field).toBeFocused()
    await page.keyboard.type('张')
    await expect(bar.getByRole('status')).toHaveText('共 2 处')
    await app.press('Enter')
    await expect(bar.getByRole('status')).toHaveText('第 1 处，共 2 处')
    await expect(page.getByText('选中第 2 行，姓名')).toBeVisible()
    await app.press('Enter')
    await expect(bar.getByRole('status')).toHaveText('第 2 处，共 2 处')
    // Round at the end, and back again; the keys stay in the field.
    await app.press('Enter')
    await expect(bar.getByRole('status')).toHaveText('第 1 处，共 2 处')
    await app.press('Shift+Enter')
    await expect(bar.getByRole('status')).toHaveText('第 2 处，共 2 处')
    await expect(field).toBeFocused()
    await field.fill('ｗｅｉ')
    await expect(bar.getByRole('status')).toHaveText('第 1 处，共 1 处')
    await bar.getByRole('checkbox', { name: '区分大小写和全角半角' }).check()
    await expect(bar.getByRole('status')).toHaveText('没有找到')
    await bar.getByRole('checkbox', { name: '区分大小写和全角半角' }).uncheck()
    await bar.getByRole('checkbox', { name: '拼音和首字母' }).check()
    await field.fill('oyj')
    await expect(bar.getByRole('status')).toHaveText('共 1 处')
    await bar.getByRole('checkbox', { name: '整格相同' }).check()
    await field.fill('oy')
    await expect(bar.getByRole('status')).toHaveText('没有找到')
    expect(await barriers(page)).toEqual([])
    await field.focus()
    await app.press('Escape')
    await expect(bar).toBeHidden()
    await expect(app.field).toBeFocused()
  },
)

test('looks through all tables, and goes to the other one', async ({ app, page }) => {
  await open(app)
  await app.call('add', 'departments', [{ dept: '张家口路校区办公室' }])
  await app.press('Control+f')
  const bar = page.getByRole('search')
  await expect(bar.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('张')
  await expect(bar.getByRole('status')).toHaveText('共 2 处')
  await bar.getByRole('combobox', { name: '范围' }).selectOption('所有表')
  await expect(bar.getByRole('status')).toHaveText('共 3 处')
  await bar.getByRole('searchbox').fill('张家口')
  await expect(bar.getByRole('status')).toHaveText('共 1 处')
  await app.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '部门与条线' })).toBeVisible()
  await expect(bar.getByRole('status')).toHaveText('第 1 处，共 1 处')
})

test('replaces one after the other, and all after a look, each in one step to undo', async ({
  app,
  page,
}) => {
  await open(app)
  await app.press('Control+h')
  const bar = page.getByRole('search')
  await expect(bar.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('张')
  await bar.getByRole('textbox', { name: '替换为' }).fill('章')
  await expect(bar.getByRole('status')).toHaveText('共 2 处')
  await bar.getByRole('button', { name: '下一处' }).click()
  await bar.getByRole('button', { name: '替换这一处' }).click()
  await expect.poll(() => names(app)).toEqual(['王伟', '章伟', '李娜', '欧阳静', '张 WEI'])
  await expect(bar.getByRole('status')).toHaveText('第 1 处，共 1 处')

  await bar.getByRole('searchbox').fill('伟')
  await expect(bar.getByRole('status')).toHaveText('共 2 处')
  await bar.getByRole('textbox', { name: '替换为' }).fill('玮')
  await bar.getByRole('button', { name: '全部替换…' }).click()
  const dialog = page.getByRole('dialog', { name: '全部替换前请看一下' })
  await expect(dialog).toContainText('将修改 2 格，现在还什么都没有写入。')
  await expect(dialog.getByRole('listitem').first()).toContainText('王伟 → 王玮')
  expect(await barriers(page)).toEqual([])
  expect((await names(app))[0]).toBe('王伟')
  await dialog.getByRole('button', { name: '替换 2 格' }).click()
  await expect.poll(() => names(app)).toEqual(['王玮', '章玮', '李娜', '欧阳静', '张 WEI'])
  await expect(bar.getByRole('status')).toHaveText('没有找到')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect.poll(() => names(app)).toEqual(['王伟', '章伟', '李娜', '欧阳静', '张 WEI'])
  // The cursor has gone to where it happened.
  await expect(bar.getByRole('status')).toHaveText('第 1 处，共 2 处')
})

test('what a column would not take is not replaced, and says why', async ({ app, page }) => {
  await open(app)
  await app.call('edit', [
    { table: 'staff', row: (await app.call('rows', 'staff'))[0]!.id as string, column: 'sex', value: '男' },
  ])
  await app.press('Control+h')
  const bar = page.getByRole('search')
  await expect(bar.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('男')
  await expect(bar.getByRole('status')).toHaveText('共 1 处')
  await bar.getByRole('textbox', { name: '替换为' }).fill('男生')
  await bar.getByRole('button', { name: '全部替换…' }).click()
  const dialog = page.getByRole('dialog', { name: '全部替换前请看一下' })
  await expect(dialog).toContainText('另有 1 格换了以后不合要求')
  await expect(dialog.getByRole('button', { name: /^替换/ })).toHaveCount(0)
})
