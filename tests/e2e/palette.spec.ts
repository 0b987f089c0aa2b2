import { expect, test, type AppPage } from './app-page.ts'
import { barriers } from './axe.ts'

async function open(app: AppPage) {
  await app.open()
  await app.create()
  await app.call('add', 'staff', [{ name: '王伟' }, { name: '李娜' }])
  await app.goTo('教职工名册')
  await app.select(0, 'name')
}

test(
  'reaches places, dialogs and what the table does, by name and by initials',
  { tag: '@main' },
  async ({ app, page }) => {
    await open(app)
    const palette = page.getByRole('dialog', { name: '命令面板' })
    const run = async (typed: string, option: string) => {
      await app.press('Control+k')
      await expect(palette.getByRole('combobox')).toBeFocused()
      await page.keyboard.type(typed)
      await expect(palette.getByRole('option', { selected: true })).toContainText(option)
      await app.press('Enter')
      await expect(palette).toBeHidden()
    }
    // Something of the table: the row in hand twice.
    await run('清除', '清除内容')
    await expect.poll(async () => (await app.call('rows', 'staff'))[0]!.name).toBe(null)
    await expect(app.field).toBeFocused()
    await app.press('Control+z')
    await expect.poll(async () => (await app.call('rows', 'staff'))[0]!.name).toBe('王伟')
    await run('降序', '降序')
    await expect(app.cell(0, 'name')).toHaveText('王伟')
    await run('xqkh', '打开：学期考核')
    await expect(page.getByRole('heading', { level: 1, name: '学期考核' })).toBeVisible()
    await run('daochu', '导出')
    await expect(page.getByRole('dialog', { name: '导出' })).toBeVisible()
    await app.press('Escape')
    await run('深色', '外观：深色')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  },
)

test('the arrows choose, and nothing is found where nothing is', async ({ app, page }) => {
  await open(app)
  await page.getByRole('button', { name: '命令面板' }).click()
  const palette = page.getByRole('dialog', { name: '命令面板' })
  await expect(palette.getByRole('option', { selected: true })).toContainText('撤销')
  await app.press('ArrowDown')
  await expect(palette.getByRole('option', { selected: true })).toContainText('重做')
  await app.press('ArrowUp', 'ArrowUp')
  await expect(palette.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.type('没有这种事')
  await expect(palette).toContainText('没有这样的命令')
  await app.press('Enter', 'Escape')
  await expect(palette).toBeHidden()
  await expect(app.field).toBeFocused()
})

test('the sheet of shortcuts says the same keys, and those of the table', async ({ app, page }) => {
  await open(app)
  await app.press('F1')
  const sheet = page.getByRole('dialog', { name: '快捷键一览' })
  for (const line of ['撤销Ctrl+Z', '查找Ctrl+F', '选择性粘贴…Ctrl+Alt+V', '在格子里换行Alt+Enter'])
    await expect(sheet).toContainText(
      new RegExp(line.replaceAll('+', '\\+').replace(/(?=Ctrl|Alt\\)/, '\\s*')),
    )
  expect(await barriers(page)).toEqual([])
  await app.press('Escape')
  // In a text `?` is a character, elsewhere it asks for help.
  await app.select(0, 'name')
  await page.keyboard.type('?')
  await expect(app.field).toHaveValue('?')
  await app.press('Escape')
  await page.getByRole('button', { name: '命令面板' }).focus()
  await page.keyboard.type('?')
  await expect(sheet).toBeVisible()
})

test('what is typed while the palette is being fetched is for the palette, not for the cell behind it', async ({
  app,
  page,
}) => {
  // Neither the first visit's caches nor the idle fetch have it yet.
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(/PaletteDialog.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await open(app)
  await app.press('Control+k')
  await page.keyboard.type('xqlh')
  await app.press('Backspace', 'Backspace', 'k', 'h', 'Enter')
  await expect(app.cell(0, 'name')).toHaveText('王伟')
  letThrough()
  await expect(page.getByRole('heading', { level: 1, name: '学期考核' })).toBeVisible()
  expect((await app.call('rows', 'staff')).map(({ name }) => name)).toEqual(['王伟', '李娜'])
})
