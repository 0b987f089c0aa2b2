import { expect, test, type GridPage } from './grid-page.ts'

/**
 * Chinese typed through an input method, driven as the browser gets it from the system: a first key that is lost or
 * doubled is what other grids are known for. In every type of column that can be typed into.
 */
const COLUMNS: readonly {
  readonly column: string
  readonly steps: readonly string[]
  readonly final: string
  readonly text: string
  /** Where several may be chosen, one Enter takes an entry and the next one writes. */
  readonly enters?: number
}[] = [
  { column: 'title', steps: ['w', 'wo'], final: '我', text: '我' },
  { column: 'note', steps: ['s', 'sh', 'shuo'], final: '说明', text: '说明' },
  { column: 'level', steps: ['z', 'zh', 'zhongdu'], final: '中度', text: '中度' },
  { column: 'tags', steps: ['k', 'kt'], final: '课堂', text: '课堂', enters: 2 },
  { column: 'person', steps: ['l', 'lina'], final: '李娜', text: '李娜' },
  { column: 'educated', steps: ['s', 'shi'], final: '是', text: '是' },
  { column: 'on', steps: ['j', 'jt'], final: '今天', text: '2026-11-23' },
  { column: 'at', steps: ['j', 'jt'], final: '今天 09:30', text: '2026-11-23 09:30' },
  { column: 'people', steps: ['1'], final: '１２', text: '12' },
  { column: 'loss', steps: ['3'], final: '３．５', text: '3.50' },
]

const writes = (grid: GridPage) => grid.page.evaluate(() => window.harness.writes.length)

test.beforeEach(async ({ grid }) => grid.open())

for (const { column, steps, final, text, enters = 1 } of COLUMNS)
  test(`${column}: from the first key, after an arrow, during a refresh, after a sort`, async ({
    grid,
    page,
  }) => {
    const at = async (row: number) => {
      await grid.show(row, column)
      await grid.cell(row, column).click()
      await expect(grid.field).toBeFocused()
    }
    const enter = () => grid.press(...Array.from({ length: enters }, () => 'Enter'))
    /** What is there must not be what is typed. */
    const empty = (...rows: string[]) =>
      page.evaluate(
        ([rows, column]) => {
          const { source } = window.harness
          const requests = rows.map((row) => ({ table: 'incidents', row, column, input: null }))
          window.harness.refresh(source.write(requests))
        },
        [rows, column] as const,
      )
    await empty('#r3', '#r4', '#r5', '#r6', '#r9')
    // On a bare cell, at once.
    await at(3)
    await grid.compose(steps, final)
    await expect(grid.field).toHaveValue(final)
    await enter()
    expect(await grid.text('#r3', column)).toBe(text)
    expect(await writes(grid)).toBe(1)
    // On the next cell, where Enter has led, with no click between; and after an arrow.
    await grid.compose(steps, final)
    await enter()
    expect(await grid.text('#r4', column)).toBe(text)
    await grid.press('ArrowDown')
    await grid.compose(steps, final)
    await enter()
    expect(await grid.text('#r5', column)).toBe('')
    expect(await grid.text('#r6', column)).toBe(text)
    // Rows come and are drawn anew between two keys of one composition.
    await at(9)
    await grid.compose(steps, null)
    await page.evaluate(() => {
      window.harness.refresh(window.harness.source.add([{ title: '别处新增' }]).moved)
      window.harness.refresh()
    })
    await grid.compose([], final)
    await expect(grid.field).toHaveValue(final)
    await enter()
    expect(await grid.text('#r9', column)).toBe(text)
    // After a sort the first key goes to the row that stands there now.
    await grid.show(0, 'no')
    const sort = grid.heading('no').getByRole('button', { name: '按“编号”排序' })
    await sort.click()
    await expect(grid.heading('no')).toHaveAttribute('aria-sort', 'ascending')
    await sort.click()
    await expect(grid.heading('no')).toHaveAttribute('aria-sort', 'descending')
    await at(20)
    const id = (await grid.active()).split(' ')[0]!
    await empty(id)
    await grid.compose(steps, final)
    await enter()
    expect(await grid.text(id, column)).toBe(text)
    expect(await writes(grid)).toBe(5)
  })

test('plain keys: none lost after a move at full speed, none doubled', async ({ grid, page }) => {
  await grid.cell(10, 'title').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('xyz')
  await page.keyboard.press('Enter')
  await page.keyboard.type('甲')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('乙丙')
  await page.keyboard.press('Enter')
  expect(await grid.text('#r11', 'title')).toBe('xyz')
  expect(await grid.text('#r12', 'title')).toBe('乙丙')
  expect(await grid.text('#r10', 'title')).toBe('课间摔伤10')
})

test('two compositions and plain keys in one edit', async ({ grid }) => {
  await grid.cell(2, 'title').click()
  await grid.compose(['n', 'ni'], '你')
  await grid.compose(['h', 'hao'], '好')
  await grid.type('ok')
  await grid.press('Enter')
  expect(await grid.text('#r2', 'title')).toBe('你好ok')
  expect(await writes(grid)).toBe(1)
})

test('keys that the input method keeps do nothing to the table', async ({ grid }) => {
  await grid.cell(2, 'title').click()
  await grid.compose(['a', 'ab'], null)
  for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown', 'ArrowLeft', 'Delete', 'F2', ' '])
    await grid.pressInComposition(key)
  expect(await grid.active()).toBe('#r2 title')
  expect(await writes(grid)).toBe(0)
  await grid.compose([], 'ab')
  await grid.press('Tab')
  expect(await grid.text('#r2', 'title')).toBe('ab')
  expect(await grid.active()).toBe('#r2 level')
})

test('Escape after a composition gives up the edit, and the next one begins empty', async ({ grid }) => {
  await grid.cell(2, 'title').click()
  await grid.compose(['x', 'xin'], '新')
  await grid.press('Escape')
  expect(await grid.text('#r2', 'title')).toBe('课间摔伤2')
  await grid.compose(['x'], '心')
  await expect(grid.field).toHaveValue('心')
  await grid.press('Enter')
  expect(await grid.text('#r2', 'title')).toBe('心')
})

test('opened with F2 the composition joins the text at the cursor', async ({ grid }) => {
  await grid.cell(2, 'title').click()
  await grid.press('F2')
  await grid.compose(['h', 'hou'], '后')
  await grid.press('Home')
  await grid.compose(['q'], '前')
  await grid.press('Enter')
  expect(await grid.text('#r2', 'title')).toBe('前课间摔伤2后')
})

test('a computed cell takes no composition', async ({ grid }) => {
  await grid.show(2, 'points')
  await grid.cell(2, 'points').click()
  await expect(grid.field).toHaveAttribute('readonly', '')
  await grid.press('ArrowLeft')
  await expect(grid.field).not.toHaveAttribute('readonly', '')
  await grid.compose(['3'], '３')
  await grid.press('Tab')
  expect(await writes(grid)).toBe(1)
})
