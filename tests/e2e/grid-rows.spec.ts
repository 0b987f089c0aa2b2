import { expect, test, type GridPage } from './grid-page.ts'
import type { Page } from '@playwright/test'

test.beforeEach(async ({ grid }) => grid.open())

const ids = (page: Page, from: number, to: number) =>
  page.evaluate(([from, to]) => window.harness.source.ids.slice(from, to), [from, to] as const)

const choose = async (grid: GridPage, page: Page, name: string) => {
  await grid.press('Shift+F10')
  await page.getByRole('menuitem', { name }).click()
}

test('rows are put in above and below, as many as are selected, and stand there', async ({ grid, page }) => {
  await grid.cell(3, 'title').click()
  await choose(grid, page, '在上方插入 1 行')
  expect(await ids(page, 2, 5)).toEqual(['#r2', '#new0', '#r3'])
  expect(await grid.active()).toBe('#new0 title')
  await expect(grid.cell(4, 'no')).toHaveText('SG-000003')
  await grid.type('插进来的')
  await grid.press('Enter', 'Shift+ArrowDown')
  await choose(grid, page, '在下方插入 2 行')
  expect(await ids(page, 3, 9)).toEqual(['#new0', '#r3', '#r4', '#new1', '#new2', '#r5'])
  await expect(grid.cell(6, '$number')).toHaveText('7')
  await expect(grid.cell(3, 'title')).toHaveText('插进来的')
})

test('keys put in and delete rows only where whole rows are selected', async ({ grid, page }) => {
  await grid.cell(2, 'title').click()
  await grid.press('Control+-')
  expect(await ids(page, 1, 4)).toEqual(['#r1', '#r2', '#r3'])
  await grid.press('Shift+Space', 'Control+-')
  expect(await ids(page, 1, 4)).toEqual(['#r1', '#r3', '#r4'])
  await grid.press('Shift+Space', 'Control++')
  expect(await ids(page, 1, 4)).toEqual(['#r1', '#new0', '#r3'])
})

test('a duplicate has all but the number, and stands below', async ({ grid, page }) => {
  await grid.cell(1, '$number').click()
  await choose(grid, page, '复制出 1 行')
  expect(await ids(page, 0, 4)).toEqual(['#r0', '#r1', '#new0', '#r2'])
  await expect(grid.cell(2, 'title')).toHaveText('课间摔伤1')
  expect(await grid.value('#new0', 'person')).toBe(await grid.value('#r1', 'person'))
  await expect(grid.cell(2, 'no')).toHaveText('')
})

test('rows move by keys with their selection, and not while they are sorted', async ({ grid, page }) => {
  await grid.cell(2, '$number').click()
  await grid.cell(3, '$number').click({ modifiers: ['Shift'] })
  await grid.press('Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown')
  expect(await ids(page, 1, 7)).toEqual(['#r1', '#r4', '#r5', '#r2', '#r3', '#r6'])
  await expect(grid.cell(4, 'no')).toHaveText('SG-000002')
  await grid.press('Alt+Shift+ArrowUp')
  expect(await ids(page, 1, 7)).toEqual(['#r1', '#r4', '#r2', '#r3', '#r5', '#r6'])
  await grid.press('Control+c')
  await expect(page.getByRole('status')).toHaveText('已复制 24 个单元格。')
  await grid.sort('人数')
  await grid.press('Alt+Shift+ArrowUp')
  await expect(page.getByRole('status')).toHaveText(/^排序以后不能移动行/)
})

test('a pulled row is higher, all selected ones with it, and ranges lie on their cells', async ({
  grid,
  page,
}) => {
  const pull = async (row: number, by: number) => {
    const box = (await grid.cell(row, '$number').boundingBox())!
    await page.mouse.move(box.x + 20, box.y + box.height - 2)
    await page.mouse.down()
    await page.mouse.move(box.x + 20, box.y + box.height - 2 + by, { steps: 3 })
    await page.mouse.up()
  }
  const height = async (row: number) => (await grid.cell(row, 'title').boundingBox())!.height
  await pull(1, 30)
  await expect.poll(() => height(1)).toBe(56)
  expect(await height(2)).toBe(28)
  await grid.cell(3, '$number').click()
  await grid.cell(4, '$number').click({ modifiers: ['Shift'] })
  await pull(4, 14)
  await expect.poll(() => height(3)).toBe(40)
  expect(await height(4)).toBe(40)
  await grid.cell(4, 'title').click()
  await grid.cell(6, 'on').click({ modifiers: ['Shift'] })
  const range = (await page.locator('.selection-range:visible').boundingBox())!
  const [top, bottom] = [
    (await grid.cell(4, 'title').boundingBox())!,
    (await grid.cell(6, 'on').boundingBox())!,
  ]
  expect(Math.abs(range.y + 1 - top.y)).toBeLessThanOrEqual(1)
  expect(Math.abs(range.y + range.height - bottom.y - bottom.height)).toBeLessThanOrEqual(1)
  const view = await page.evaluate(() => window.harness.views.at(-1)!)
  await grid.open(`view=${encodeURIComponent(JSON.stringify(view))}`)
  await expect.poll(() => height(1)).toBe(56)
})

test('long texts are wrapped on demand, stay so while they change, and go back to a line', async ({
  grid,
  page,
}) => {
  const height = async (row: number) => (await grid.cell(row, 'note').boundingBox())!.height
  await grid.cell(1, 'note').click()
  await choose(grid, page, '长文字换行显示')
  await expect.poll(() => height(0)).toBeGreaterThan(40)
  const clipped = await grid.cell(0, 'note').evaluate((cell) => cell.scrollHeight > cell.clientHeight)
  expect(clipped).toBe(false)
  expect(await height(1)).toBe(28)
  await grid.cell(1, 'note').click()
  await grid.type('学生在楼梯口追逐，被同学撞倒，右手擦伤。')
  await grid.press('Enter')
  await expect.poll(() => height(1)).toBeGreaterThan(40)
  await grid.press('Control+End')
  await expect(grid.cell(1999, 'tags')).toBeVisible()
  await choose(grid, page, '每行只显示一行字')
  await expect.poll(() => height(1999)).toBe(28)
})

test('a double click on the border of a heading fits the column to its texts', async ({ grid, page }) => {
  const before = (await grid.heading('note').boundingBox())!
  await page.mouse.dblclick(before.x + before.width - 1, before.y + 16)
  await expect
    .poll(async () => (await grid.heading('note').boundingBox())!.width)
    .toBeGreaterThan(before.width)
  await expect
    .poll(() => grid.cell(0, 'note').evaluate((cell) => cell.scrollWidth <= cell.clientWidth))
    .toBe(true)
})
