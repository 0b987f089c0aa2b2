import { expect, test } from './grid-page.ts'

test.beforeEach(async ({ grid }) => grid.open())

test('sorts by several columns: Shift on the arrows, or a dialog', async ({ grid, page }) => {
  await grid.sort('伤害程度')
  await page.getByRole('button', { name: '按“人数”排序' }).click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: '按“人数”排序' }).click({ modifiers: ['Shift'] })
  await expect(grid.cell(0, 'level')).toHaveText('轻微')
  await expect(grid.cell(0, 'people')).toHaveText('10')
  await expect(page.getByRole('button', { name: '按“人数”排序' })).toHaveText('2')
  const view = () => page.evaluate(() => window.harness.views.at(-1)!)
  expect(await view()).toMatchObject({
    sort: { column: 'level', direction: 'asc' },
    then: [{ column: 'people', direction: 'desc' }],
  })
  await grid.cell(0, 'person').click()
  await grid.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: '按多列排序…' }).click()
  const dialog = page.getByRole('dialog', { name: '按多列排序…' })
  await expect(dialog.getByRole('combobox', { name: '第 2 个排序的列' })).toHaveValue('people')
  await dialog.getByRole('combobox', { name: '第 1 个排序的列' }).selectOption({ label: '责任人' })
  await dialog.getByRole('radio', { name: '笔画' }).check()
  await dialog.getByRole('button', { name: '确定' }).click()
  // 王 has four strokes, 李 and 张 seven, 欧 eight; by pinyin 李 would come first.
  await expect(grid.cell(0, 'person')).toHaveText('王芳')
  const kept = await view()
  expect(kept).toMatchObject({ byStroke: true, sort: { column: 'person', direction: 'asc' } })
  await grid.open(`view=${encodeURIComponent(JSON.stringify(kept))}`)
  await expect(grid.cell(0, 'person')).toHaveText('王芳')
  await expect(grid.cell(0, 'people')).toHaveText('10')
  await grid.cell(0, 'person').click()
  await grid.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: '按多列排序…' }).click()
  await page.getByRole('dialog').getByRole('radio', { name: '拼音' }).check()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(grid.cell(0, 'person')).toHaveText('李娜')
})

test('subtotals by a column count and sum the rows in sight, and copy', async ({ grid, page }) => {
  await grid.cell(0, 'level').click()
  await grid.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: '按这一列分类汇总…' }).click()
  const dialog = page.getByRole('dialog', { name: '按“伤害程度”分类汇总' })
  await expect(dialog.getByRole('row')).toHaveCount(6)
  const sums = await page.evaluate(() => {
    const { source } = window.harness
    return source.ids
      .filter((row) => source.value(row, 'level') === '严重')
      .reduce((sum, row) => sum + Number(source.value(row, 'people')), 0)
  })
  await expect(dialog.getByRole('row', { name: /^严重 500 / })).toContainText(String(sums))
  await expect(dialog.getByRole('row', { name: /^合计 2000 / })).toBeVisible()
  await grid.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^伤害程度\t行数\t人数\t损失\t扣分\r\n/)
  await grid.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(grid.field).toBeFocused()
})

test.describe('touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 412, height: 800 } })

  test('a long press opens the menu, a pan does not, and the click that follows closes nothing', async ({
    grid,
    page,
  }) => {
    const box = (await grid.cell(4, 'title').boundingBox())!
    const point = { x: Math.round(box.x + 20), y: Math.round(box.y + 10) }
    const cdp = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at = [point]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at })
    await touch('touchStart')
    await expect(page.getByRole('menu', { name: '单元格菜单' })).toBeVisible()
    await touch('touchEnd', [])
    await expect(page.getByRole('menuitem', { name: '修改 F2' })).toBeVisible()
    expect(await grid.active()).toBe('#r4 title')
    await page.getByRole('menuitem', { name: '修改 F2' }).tap()
    await expect(grid.field).toHaveClass(/editing/)
    await grid.press('Escape')
    await cdp.send('Input.synthesizeScrollGesture', { ...point, yDistance: -200, speed: 600 })
    await expect
      .poll(() => page.locator('.ag-grid-viewport').evaluate((viewport) => viewport.scrollTop))
      .toBeGreaterThan(80)
    await expect(page.getByRole('menu')).toHaveCount(0)
    expect(await grid.active()).toBe('#r4 title')
  })
})
