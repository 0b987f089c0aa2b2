import { expect, test } from './app-page.ts'

test.beforeEach(async ({ app }) => {
  await app.open()
  await app.create('城关小学', true)
  await app.goTo('教职工名册')
})

test('a formula column: names are completed, mistakes are placed, results shown live, and undo takes it back', async ({
  app,
  page,
}) => {
  await page.locator('.ag-header-cell[col-id="name"] .heading-menu').click()
  await page.getByRole('menuitem', { name: '在右侧添加列…' }).click()
  const dialog = page.getByRole('dialog', { name: '在“姓名”右侧添加列' })
  await dialog.getByLabel('名称').fill('称呼')
  await dialog.getByLabel('里面是什么').selectOption('公式（自动算出）')
  await dialog.getByLabel('结果显示为').selectOption('文字')
  const formula = dialog.getByRole('combobox', { name: '公式' })
  await formula.fill('')
  await formula.pressSequentially('=LEF')
  await expect(dialog.getByRole('option', { name: /^LEFT/ })).toContainText('左边几个字')
  await formula.press('Enter')
  await formula.pressSequentially('[@姓')
  await formula.press('Tab')
  await expect(formula).toHaveValue('=LEFT([@姓名]')
  await expect(dialog.getByRole('status')).toContainText('公式没有写完')
  await formula.pressSequentially(',1)&"老师"')
  await expect(dialog.getByRole('table', { name: '前几行的结果' })).toContainText('老师')
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await expect(dialog).toBeHidden()

  const made = page.locator('.ag-header-cell').filter({ hasText: '称呼' })
  await expect(made).toBeVisible()
  const key = (await made.getAttribute('col-id'))!
  const name = await app.cell(0, 'name').innerText()
  await expect(app.cell(0, key)).toHaveText(`${name.slice(0, 1)}老师`)

  await app.select(0, 'name')
  await page.keyboard.type('欧阳明')
  await page.keyboard.press('Enter')
  await expect(app.cell(0, key)).toHaveText('欧老师')

  await app.press('Control+z', 'Control+z')
  await expect(made).toHaveCount(0)
  await app.press('Control+y')
  await expect(app.cell(0, key)).toHaveText(`${name.slice(0, 1)}老师`)
  await app.call('settled')
  await page.reload()
  await expect(app.cell(0, key)).toHaveText(`${name.slice(0, 1)}老师`)
})

test('a table of one’s own, with a list to choose from; a renamed heading; a deleted column', async ({
  app,
  page,
}) => {
  await page.getByRole('button', { name: '添加表…' }).click()
  const adding = page.getByRole('dialog', { name: '添加表' })
  await adding.getByLabel('表名').fill('护学岗')
  await adding.getByLabel('先建哪些列，每行一个').fill('位置\n负责人')
  await adding.getByRole('checkbox', { name: '位置' }).check()
  await adding.getByRole('button', { name: '添加', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '护学岗' })).toBeVisible()

  await page.getByRole('button', { name: '添加列…' }).click()
  const dialog = page.getByRole('dialog', { name: '在“负责人”右侧添加列' })
  await dialog.getByLabel('名称').fill('时段')
  await dialog.getByLabel('里面是什么').selectOption('单选')
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText('请写上可选的内容，每行一项。')
  await dialog.getByLabel('可选的内容，每行一项').fill('上学\n放学')
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: '新增一行' }).first().click()
  const heading = page.locator('.ag-header-cell').filter({ hasText: '时段' })
  const key = (await heading.getAttribute('col-id'))!
  const place = page.locator('.ag-header-cell').filter({ hasText: '位置' })
  await place.locator('.heading-menu').click()
  await page.getByRole('menuitem', { name: '修改这一列…' }).click()
  await expect(page.getByRole('checkbox', { name: /^用这一列区分每一行/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await app.select(0, key)
  await page.keyboard.type('放学')
  await page.keyboard.press('Enter')
  await expect(app.cell(0, key)).toHaveText('放学')

  await heading.locator('.heading-menu').click()
  await page.getByRole('menuitem', { name: '改列名…' }).click()
  const renaming = page.getByRole('dialog', { name: '把“时段”改名' })
  await renaming.getByLabel('名称').fill('什么时候')
  await renaming.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.ag-header-cell').filter({ hasText: '什么时候' })).toBeVisible()
  await expect(app.cell(0, key)).toHaveText('放学')

  await page.locator('.ag-header-cell').filter({ hasText: '什么时候' }).locator('.heading-menu').click()
  await page.getByRole('menuitem', { name: '删除这一列' }).click()
  await expect(page.locator('.ag-header-cell').filter({ hasText: '什么时候' })).toHaveCount(0)
  await page.getByRole('grid').or(page.locator('.ag-root')).first().click()
  await app.press('Control+z')
  await expect(app.cell(0, key)).toHaveText('放学')
})
