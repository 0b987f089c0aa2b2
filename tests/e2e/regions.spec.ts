import { expect, test, type AppPage } from './app-page.ts'

async function open(app: AppPage) {
  await app.open()
  await app.create()
  await app.call('add', 'staff', [{ name: '王伟' }, { name: '李娜' }])
  await app.goTo('教职工名册')
  await app.select(1, 'name')
}

test('F6 goes round the parts of the screen, and back to where one was in each', async ({ app, page }) => {
  await open(app)
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await app.press('F6')
  await expect(panel.getByRole('tab', { name: '内容' })).toBeFocused()
  await panel.getByRole('textbox', { name: '手机' }).focus()
  await app.press('F6')
  await expect(page.getByRole('contentinfo').getByRole('button').first()).toBeFocused()
  await app.press('F6')
  await expect(page.getByRole('button', { name: /^切换工作簿/ })).toBeFocused()
  await app.press('F6')
  await expect(
    page.getByRole('navigation', { name: '导航' }).getByRole('button', { name: '教职工名册' }),
  ).toBeFocused()
  await app.press('F6')
  await expect(app.field).toBeFocused()
  await expect(app.field).toHaveAccessibleName(/^第 2 行，姓名/)
  await app.press('F6')
  await expect(panel.getByRole('textbox', { name: '手机' })).toBeFocused()
  await app.press('Shift+F6')
  await expect(app.field).toBeFocused()
  // A menu is answered first.
  await app.press('Shift+F10', 'F6')
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1)
})

test('a list of commands that is closed gives the focus back, and a screen gone to begins where its work does', async ({
  app,
  page,
}) => {
  await open(app)
  await app.goTo('学期考核')
  await app.goTo('教职工名册')
  const phone = page.getByRole('complementary', { name: '侧栏' }).getByRole('textbox', { name: '手机' })
  await phone.focus()
  const commands = async () => {
    await app.press('Control+k')
    await expect(page.getByRole('combobox', { name: /^要做什么/ })).toBeFocused()
  }
  await commands()
  await app.press('Escape')
  await expect(phone).toBeFocused()
  await commands()
  await page.keyboard.type('记一起事故')
  await app.press('Enter')
  await expect(page.getByRole('radio', { name: '校内(非课堂)' })).toBeFocused()
  await commands()
  await page.keyboard.type('问题')
  await app.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '问题' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('where the browser lets no page read, the menu asks for the keys', async ({ app, page }) => {
  await open(app)
  await page.evaluate(() => {
    navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await app.cell(0, 'name').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^粘贴/ }).click()
  const dialog = page.getByRole('dialog', { name: '选择性粘贴' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
})
