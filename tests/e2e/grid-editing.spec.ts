import { expect, test } from './grid-page.ts'

test.beforeEach(async ({ grid }) => grid.open())

test('a word of the column is written on, Enter takes it, and what is typed on or taken away counts', async ({
  grid,
  page,
}) => {
  await page.evaluate(() => {
    const { source } = window.harness
    for (const row of source.ids) source.cells.set(row, { title: row === '#r5' ? '校门口打闹' : null })
    window.harness.refresh()
  })
  await grid.cell(6, 'title').click()
  await grid.compose(['x', 'xiao'], '校')
  await expect(grid.field).toHaveValue('校门口打闹')
  await grid.press('Enter')
  expect(await grid.text('#r6', 'title')).toBe('校门口打闹')
  await grid.compose(['x', 'xiao'], '校')
  await grid.compose(['c', 'che'], '车')
  await expect(grid.field).toHaveValue('校车')
  await grid.press('Enter')
  expect(await grid.text('#r7', 'title')).toBe('校车')
  await grid.type('校门')
  await expect(grid.field).toHaveValue('校门口打闹')
  await grid.press('Backspace')
  await expect(grid.field).toHaveValue('校门')
  await grid.press('Enter')
  expect(await grid.text('#r8', 'title')).toBe('校门')
  // A number is not a longer number, and a key is nobody else's.
  await grid.cell(9, 'no').click()
  await grid.type('SG')
  await expect(grid.field).toHaveValue('SG')
  await grid.press('Escape')
})

test('Alt+Down in a text lists the words of the column, also by pinyin; Enter alone keeps what was typed', async ({
  grid,
  page,
}) => {
  await page.evaluate(() => {
    const { source } = window.harness
    source.ids.forEach((row, i) =>
      source.cells.set(row, { title: i < 20 ? ['操场奔跑', '楼梯推挤', '教室打闹'][i % 3]! : null }),
    )
    window.harness.refresh()
  })
  await grid.cell(25, 'title').click()
  await grid.type('lt')
  await grid.press('Alt+ArrowDown')
  await expect(page.getByRole('option')).toHaveCount(3)
  await grid.type('j')
  await grid.press('Backspace')
  await expect(page.getByRole('option')).toHaveText(['楼梯推挤'])
  await grid.press('ArrowDown', 'Enter')
  expect(await grid.text('#r25', 'title')).toBe('楼梯推挤')
  await grid.type('jsdn')
  await grid.press('Alt+ArrowDown', 'Enter')
  expect(await grid.text('#r26', 'title')).toBe('jsdn')
})

test('Ctrl+; enters today, with Shift the time too, and Delete empties the whole range', async ({ grid }) => {
  await grid.cell(1, 'on').click()
  await grid.press('Control+;')
  expect(await grid.value('#r1', 'on')).toBe('2026-11-23')
  await grid.cell(1, 'at').click()
  await grid.press('Control+Shift+:')
  expect(await grid.value('#r1', 'at')).toBe('2026-11-23 09:30')
  await grid.press('Shift+ArrowDown', 'Shift+ArrowLeft', 'Delete')
  for (const row of ['#r1', '#r2'])
    for (const column of ['on', 'at']) expect(await grid.value(row, column)).toBe(null)
})
