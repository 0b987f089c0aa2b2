import { expect, test } from './grid-page.ts'

test.beforeEach(async ({ grid }) => grid.open())

test('Ctrl+click and Ctrl+drag add ranges, a click on a selected cell takes it out', async ({
  grid,
  page,
}) => {
  const status = page.getByRole('status')
  await grid.cell(1, 'title').click()
  await grid.cell(3, 'people').click({ modifiers: ['Control'] })
  await expect(status).toHaveText('选中 2 块区域，共 2 个单元格。')
  expect(await grid.active()).toBe('#r3 people')
  await page.keyboard.down('Control')
  await grid.cell(5, 'on').hover()
  await page.mouse.down()
  await grid.cell(8, 'at').hover()
  await page.mouse.up()
  await page.keyboard.up('Control')
  await expect(status).toHaveText('选中 3 块区域，共 10 个单元格。')
  await expect(page.locator('.selection-range:visible')).toHaveCount(3)
  await expect(page.locator('.selection-handle')).toBeHidden()
  await grid.cell(1, 'title').click({ modifiers: ['Control'] })
  await expect(status).toHaveText('选中 2 块区域，共 9 个单元格。')
  await grid.cell(2, 'no').click()
  await expect(page.locator('.selection-range:visible')).toHaveCount(0)
})

test('each range is painted over its cells, also in frozen columns and after scrolling', async ({
  grid,
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 600 })
  await grid.cell(0, 'no').click()
  await grid.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: '冻结到这一列' }).click()
  await grid.cell(2, 'no').click()
  await grid.press('Shift+ArrowDown')
  await grid.cell(6, 'people').click({ modifiers: ['Control'] })
  await grid.cell(7, 'loss').click({ modifiers: ['Shift'] })
  const viewport = page.locator('.ag-grid-viewport')
  await viewport.evaluate((element) => element.scrollTo(90, 45))
  await expect.poll(() => viewport.evaluate((element) => element.scrollLeft)).toBe(90)
  const boxes = page.locator('.selection-range:visible')
  await expect(boxes).toHaveCount(2)
  for (const [row, column, height] of [
    [2, 'no', 56],
    [6, 'people', 56],
  ] as const) {
    const cell = (await grid.cell(row, column).boundingBox())!
    const places = await Promise.all((await boxes.all()).map((each) => each.boundingBox()))
    const near = places.find(
      (box) => Math.abs(box!.x + 1 - cell.x) <= 2 && Math.abs(box!.y + 1 - cell.y) <= 1,
    )
    expect(near?.height).toBe(height)
  }
})

test('whole rows by their numbers: drag, Shift, Ctrl', async ({ grid, page }) => {
  const status = page.getByRole('status')
  await grid.cell(2, '$number').hover()
  await page.mouse.down()
  await grid.cell(4, '$number').hover()
  await page.mouse.up()
  await expect(status).toHaveText('选中 3 行 12 列，共 36 个单元格。')
  await grid.cell(8, '$number').click({ modifiers: ['Control'] })
  await expect(status).toHaveText('选中 2 块区域，共 48 个单元格。')
  await grid.cell(9, '$number').click({ modifiers: ['Shift'] })
  await expect(status).toHaveText('选中 2 块区域，共 60 个单元格。')
  await grid.press('Delete')
  const { requests } = (await page.evaluate(() => window.harness.writes.at(-1)))!
  expect(new Set(requests.map(({ row }) => row))).toEqual(new Set(['#r2', '#r3', '#r4', '#r8', '#r9']))
  await grid.cell(3, 'no').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '删除选中的 5 行' }).click()
  expect(await page.evaluate(() => window.harness.source.ids.slice(0, 6))).toEqual([
    '#r0',
    '#r1',
    '#r5',
    '#r6',
    '#r7',
    '#r10',
  ])
})

test('whole columns by their headings; the arrows beside the label sort', async ({ grid, page }) => {
  const status = page.getByRole('status')
  await page.getByRole('columnheader', { name: '人数' }).click({ position: { x: 12, y: 16 } })
  await expect(status).toHaveText('选中 2000 行 1 列，共 2000 个单元格。')
  await expect(grid.heading('people')).toHaveAttribute('aria-sort', 'none')
  await grid
    .heading('loss')
    .locator('.heading-label')
    .click({ modifiers: ['Shift'] })
  await expect(status).toHaveText('选中 2000 行 2 列，共 4000 个单元格。')
  await grid
    .heading('level')
    .locator('.heading-label')
    .click({ modifiers: ['Control'] })
  await expect(status).toHaveText('选中 2 块区域，共 6000 个单元格。')
  await expect(grid.field).toBeFocused()
  await grid.sort('人数')
  await expect(grid.heading('people')).toHaveAttribute('aria-sort', 'ascending')
})

test('rows, columns and everything by keys', async ({ grid, page }) => {
  const status = page.getByRole('status')
  await grid.cell(3, 'people').click()
  await grid.press('Control+Space')
  await expect(status).toHaveText('选中 2000 行 1 列，共 2000 个单元格。')
  expect(await grid.active()).toBe('#r3 people')
  await grid.press('ArrowDown', 'Shift+Space')
  await expect(status).toHaveText('选中 1 行 12 列，共 12 个单元格。')
  expect(await grid.active()).toBe('#r4 people')
  await grid.press('Control+Shift+Space')
  await expect(status).toHaveText('选中 2000 行 12 列，共 24000 个单元格。')
  await grid.cell(3, 'title').click()
  await grid.press('Control+Shift+ArrowDown')
  await expect(status).toHaveText('选中 3 行 1 列，共 3 个单元格。')
  await grid.press('Control+Shift+End')
  await expect(status).toHaveText('选中 1997 行 11 列，共 21967 个单元格。')
  await grid.press('Control+Home', 'Shift+F8', 'ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Shift+F8')
  await expect(status).toHaveText('不再添加选区。')
  await grid.press('Shift+ArrowRight')
  await expect(status).toHaveText('选中 2 块区域，共 4 个单元格。')
})

test('Enter and Tab walk through what is selected, with Shift back', async ({ grid }) => {
  await grid.cell(1, 'title').click()
  await grid.press('Shift+ArrowDown', 'Shift+ArrowRight')
  await grid.type('一')
  await grid.press('Enter')
  expect(await grid.active()).toBe('#r2 title')
  await grid.press('Enter')
  expect(await grid.active()).toBe('#r1 level')
  await grid.press('Shift+Enter', 'Tab')
  expect(await grid.active()).toBe('#r2 level')
  await grid.press('Tab')
  expect(await grid.active()).toBe('#r1 title')
  await grid.cell(6, 'no').click({ modifiers: ['Control'] })
  await grid.press('Tab')
  expect(await grid.active()).toBe('#r1 title')
  await grid.press('Shift+Tab')
  expect(await grid.active()).toBe('#r6 no')
  expect(await grid.text('#r1', 'title')).toBe('一')
})

test('Delete, Ctrl+D and copy act over several ranges; what does not line up is refused plainly', async ({
  grid,
  page,
}) => {
  await grid.cell(1, 'title').click()
  await grid.cell(2, 'title').click({ modifiers: ['Shift'] })
  await grid.cell(4, 'title').click({ modifiers: ['Control'] })
  await grid.press('Control+c')
  await expect(page.getByRole('status')).toHaveText('已复制 3 个单元格。')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '课间摔伤1\r\n课间摔伤2\r\n课间摔伤4',
  )
  await grid.cell(8, 'people').click({ modifiers: ['Control'] })
  await grid.press('Control+c')
  await expect(page.getByRole('status')).toHaveText(/^选中的几块区域对不齐/)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '课间摔伤1\r\n课间摔伤2\r\n课间摔伤4',
  )
  await grid.press('Control+x')
  await expect(page.getByRole('status')).toHaveText(/^选中几块区域时不能剪切/)
  expect(await grid.text('#r4', 'title')).toBe('课间摔伤4')
  await grid.press('Delete')
  expect(await page.evaluate(() => window.harness.writes.length)).toBe(1)
  for (const row of ['#r1', '#r2', '#r4']) expect(await grid.text(row, 'title')).toBe('')
  expect(await grid.text('#r8', 'people')).toBe('')
  await grid.paste('两处')
  expect(await grid.text('#r1', 'title')).toBe('两处')
  expect(await grid.text('#r4', 'title')).toBe('两处')
  await grid.cell(10, 'level').click()
  await grid.cell(11, 'level').click({ modifiers: ['Shift'] })
  await grid.cell(10, 'people').click({ modifiers: ['Control'] })
  await grid.cell(11, 'people').click({ modifiers: ['Shift'] })
  await grid.press('Control+d')
  expect(await grid.text('#r11', 'level')).toBe(await grid.text('#r10', 'level'))
  expect(await grid.text('#r11', 'people')).toBe(await grid.text('#r10', 'people'))
})

test('a drag at the right edge scrolls sideways', async ({ grid, page }) => {
  await page.setViewportSize({ width: 700, height: 500 })
  await grid.cell(1, 'title').hover()
  await page.mouse.down()
  const box = (await page.locator('.ag-grid-viewport').boundingBox())!
  await page.mouse.move(box.x + box.width + 20, box.y + 100, { steps: 4 })
  await expect(grid.cell(1, 'tags')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByRole('status')).toHaveText(/^选中 \d+ 行 \d{2} 列/)
})
