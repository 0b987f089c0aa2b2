import type { Locator, Page } from '@playwright/test'
import { expect, test, type GridPage } from './grid-page.ts'

test.beforeEach(({ grid }) => grid.open())

/** Writes texts into a column from a row on, as if they had been typed. */
const put = (page: Page, column: string, from: number, texts: readonly string[]) =>
  page.evaluate(
    ({ column, from, texts }) => {
      const { source } = window.harness
      const requests = texts.map((input, i) => ({ table: 'incidents', row: `#r${from + i}`, column, input }))
      window.harness.refresh(source.write(requests))
    },
    { column, from, texts },
  )

const values = (grid: GridPage, column: string, from: number, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => grid.text(`#r${from + i}`, column)))

const handle = (page: Page): Locator => page.locator('.selection-handle')

/** Pulls the handle of the selection onto a cell. */
async function pull(page: Page, to: Locator): Promise<void> {
  await handle(page).hover()
  await page.mouse.down()
  const { x, y, width, height } = (await to.boundingBox())!
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 })
  await page.mouse.up()
}

test('Ctrl+D copies the first selected row down, a person as the person and not as a name', async ({
  grid,
  page,
}) => {
  await grid.cell(1, 'person').click()
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  expect([await grid.value('#r1', 'person'), await grid.value('#r3', 'person')]).toEqual(['#s2', '#s2'])
  const last = await page.evaluate(() => window.harness.writes.at(-1)!)
  expect(last.how.label).toEqual({ code: 'grid.fill', params: { count: 2 } })
})

test('Ctrl+D on one cell takes the cell above, Ctrl+R the one to the left', async ({ grid, page }) => {
  await put(page, 'title', 4, ['上一行'])
  await grid.cell(5, 'title').click()
  await grid.press('Control+d')
  expect(await grid.text('#r5', 'title')).toBe('上一行')
  await grid.cell(5, 'title').click()
  await grid.press('Control+r')
  expect(await grid.text('#r5', 'title')).toBe('SG-000005')
})

test('the handle goes on with dates, and with Ctrl copies them', async ({ grid, page }) => {
  await put(page, 'on', 0, ['2026-03-02', '2026-03-09'])
  await grid.cell(0, 'on').click()
  await grid.press('Shift+ArrowDown')
  await pull(page, grid.cell(4, 'on'))
  expect(await values(grid, 'on', 2, 3)).toEqual(['2026-03-16', '2026-03-23', '2026-03-30'])
  // What was filled is selected, so that a second pull goes on from there.
  await page.keyboard.down('Control')
  await pull(page, grid.cell(6, 'on'))
  await page.keyboard.up('Control')
  expect(await values(grid, 'on', 5, 2)).toEqual(['2026-03-02', '2026-03-09'])
})

test('the handle repeats names in turn and fills upwards', async ({ grid, page }) => {
  await put(page, 'title', 6, ['第5周'])
  await grid.cell(6, 'title').click()
  await pull(page, grid.cell(4, 'title'))
  expect(await values(grid, 'title', 4, 3)).toEqual(['第3周', '第4周', '第5周'])
  await grid.cell(0, 'person').click()
  await grid.press('Shift+ArrowDown')
  await pull(page, grid.cell(5, 'person'))
  const people = await Promise.all([2, 3, 4, 5].map((row) => grid.value(`#r${row}`, 'person')))
  expect(people).toEqual(['#s1', '#s2', '#s1', '#s2'])
})

test('a double click on the handle fills as far as the column beside it', async ({ grid, page }) => {
  await put(page, 'title', 0, ['甲', '乙', '丙', '丁', ''])
  await put(page, 'level', 0, ['', '', '', '', ''])
  await grid.cell(0, 'level').click()
  await page.keyboard.type('中度')
  await grid.press('Enter', 'ArrowUp')
  await handle(page).dblclick()
  expect(await values(grid, 'level', 0, 5)).toEqual(['中度', '中度', '中度', '中度', ''])
})

test('by workdays from the menu, over hidden rows as little as over computed cells', async ({
  grid,
  page,
}) => {
  await put(page, 'on', 0, ['2026-03-05', '', '', ''])
  await grid.cell(0, 'on').click()
  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+F10')
  await page.getByRole('menuitem', { name: '按工作日填充选中的行' }).click()
  expect(await values(grid, 'on', 0, 4)).toEqual(['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'])

  await grid.cell(0, 'points').click()
  const before = await page.evaluate(() => window.harness.writes.length)
  await pull(page, grid.cell(3, 'points'))
  expect(await page.evaluate(() => window.harness.writes.length)).toBe(before)
})
