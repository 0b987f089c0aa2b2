import { expectAccessible } from './axe.ts'
import { expect, test, type AppPage } from './app-page.ts'

const SHOTS = process.env['SHOTS']
const shot = async ({ page }: AppPage, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

const sign = (app: AppPage, row: number, column: string) =>
  app.cell(row, column).evaluate((cell) => {
    const { content, color } = getComputedStyle(cell, '::before')
    const { backgroundColor } = getComputedStyle(cell)
    return { sign: content.replaceAll('"', ''), seen: color !== backgroundColor, backgroundColor }
  })

test('rules by their dialog: proposed, counted, seen, spoken, put in order, undone, and asleep without their column', async ({
  app,
  page,
}) => {
  await app.open()
  await app.create('城关小学', true)
  await app.goTo('教职工名册')
  const staff = await app.call('rows', 'staff')
  const family = String(staff[0]!['name']).slice(0, 1)
  const named = staff.filter(({ name }) => String(name).startsWith(family)).length
  const plain = await sign(app, 0, 'name')

  // The first rule, for the column somebody was at.
  await page.locator('.ag-header-cell[col-id="name"] .heading-menu').click()
  await page.getByRole('menuitem', { name: '条件格式…' }).click()
  const dialog = page.getByRole('dialog', { name: '“教职工名册”的条件格式' })
  await expect(dialog.getByLabel('看哪一列')).toHaveValue('name')
  await expect(dialog.getByLabel('看哪一列')).toBeFocused()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('请写上要比较的内容。')
  await dialog.getByLabel('条件').selectOption('开头是')
  await dialog.getByLabel('值', { exact: true }).fill(family)
  await expect(dialog.getByRole('status')).toHaveText(`现在符合 ${named} 行`)
  await expect(dialog.getByRole('group', { name: '样子如下' })).toContainText(`▲红色${staff[0]!['name']}`)
  await shot(app, 'form')
  await expectAccessible(page, 'the form')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect.poll(() => sign(app, 0, 'name')).toMatchObject({ sign: '▲', seen: true })
  expect((await sign(app, 0, 'name')).backgroundColor).not.toBe(plain.backgroundColor)

  // The second colours whole rows, and goes before the first.
  await dialog.getByRole('button', { name: '添加规则' }).click()
  await dialog.getByLabel('看哪一列').selectOption({ label: '纳入考核' })
  await dialog.getByRole('combobox', { name: '值' }).selectOption({ label: '是' })
  await dialog.getByRole('radio', { name: '绿色' }).check()
  await dialog.getByLabel('整行都上色').check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText([/姓名 开头是/, /纳入考核 等于 是，整行/])
  await expect(app.cell(0, 'name')).toHaveClass(/look-red/)
  await expect(app.cell(0, 'phone')).toHaveClass(/look-green look-unsigned/)
  await dialog.getByRole('button', { name: '上移：纳入考核 等于 是，整行' }).click()
  await expect(dialog.getByRole('listitem').first()).toContainText('纳入考核')
  await expect(app.cell(0, 'name')).toHaveClass(/look-green/)
  await expect(dialog.getByRole('button', { name: '修改：纳入考核 等于 是，整行' })).toBeFocused()
  await expectAccessible(page, 'the list')
  await shot(app, 'list')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.locator('.ag-row[row-index="0"] .row-number')).toHaveText('✓1')
  await app.select(0, 'scored')
  await expect(app.field).toHaveAccessibleName(/标记：绿色。/)
  expect(await sign(app, 0, 'scored')).toMatchObject({ sign: '✓', seen: true })
  await app.press('Control+Home', 'ArrowRight')
  await expect(app.field).toHaveAccessibleName(/整行标记：绿色。/)
  await shot(app, 'grid')

  // What is typed counts at once; each thing done in the dialog is one step back.
  await app.press('Control+z')
  await expect(app.cell(0, 'name')).toHaveClass(/look-red/)
  await page.keyboard.type('无名')
  await page.keyboard.press('Enter')
  await expect(app.cell(0, 'name')).toHaveClass(/look-green/)
  await app.press('Control+z', 'Control+z')
  await expect(app.cell(0, 'name')).toHaveClass(/look-red/)
  await expect(app.cell(0, 'phone')).not.toHaveClass(/look-/)
  await app.press('Control+z')
  await expect(app.cell(0, 'name')).not.toHaveClass(/look-/)
  await app.press('Control+y')
  await expect(app.cell(0, 'name')).toHaveClass(/look-red/)

  // Asleep without its column, as it was when that comes back; kept with the workbook.
  const { ids } = await app.call('add', 'ownColumns', [
    { table: 'staff', label: '卡号', type: '文字', after: 'name' },
  ])
  const own = `own_${ids[0]!.slice(1).replace('-', '_')}`
  await app.call('edit', [{ table: 'staff', row: String(staff[0]!['id']), column: own, value: '7' }])
  await app.call('add', 'formats', [{ table: 'staff', column: own, kind: '不为空', look: '蓝色' }])
  await expect(app.cell(0, own)).toHaveClass(/look-blue/)
  await page.locator(`.ag-header-cell[col-id="${own}"] .heading-menu`).click()
  await page.getByRole('menuitem', { name: '删除这一列' }).click()
  await expect(app.cell(0, own)).toHaveCount(0)
  await app.press('Control+k')
  await page.getByRole('dialog', { name: '命令面板' }).getByRole('combobox').fill('条件格式')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('规则暂时不起作用')
  await dialog.getByRole('button', { name: '删除：姓名 开头是' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(app.cell(0, 'name')).not.toHaveClass(/look-/)
  await app.select(0, 'name')
  await app.press('Control+z', 'Control+z')
  await expect(app.cell(0, own)).toHaveClass(/look-blue/)
  await app.call('settled')
  await app.reload()
  await expect(app.cell(0, own)).toHaveClass(/look-blue/)
  await expect(app.cell(0, 'name')).toHaveClass(/look-red/)
})

test.describe('on a phone, in the dark', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  })

  test('cards bear the signs, and the dialog has the whole screen', async ({ app, page }) => {
    await app.open()
    await app.create('城关小学', true)
    await app.call('add', 'formats', [
      { table: 'staff', column: 'scored', kind: '等于', value: '是', look: '橙色', whole_row: '是' },
      { table: 'staff', column: 'phone', kind: '不为空', look: '绿色' },
    ])
    await page.evaluate(() => (location.hash = '#/staff'))
    const cards = page.getByRole('list', { name: '教职工名册，卡片' })
    await page.getByRole('button', { name: '卡片' }).click()
    await expect(cards.getByRole('button').first()).toContainText('●橙色')
    await shot(app, 'cards')
    await expectAccessible(page, 'the cards')
    await page.getByRole('button', { name: '卡片' }).click()
    await page.locator('.ag-header-cell[col-id="name"] .heading-menu').click()
    await page.getByRole('menuitem', { name: '条件格式…' }).click()
    const dialog = page.getByRole('dialog', { name: '“教职工名册”的条件格式' })
    await expect(dialog.getByRole('listitem')).toHaveCount(2)
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    await shot(app, 'phone-list')
    await dialog.getByRole('button', { name: '添加规则' }).click()
    await shot(app, 'phone-form')
    await expectAccessible(page, 'the form on a phone')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  })
})
