import { barriers } from './axe.ts'
import { expect, test } from './grid-page.ts'

test.beforeEach(async ({ grid }) => grid.open())

test.describe('input method', () => {
  test('composes from the first key on a bare cell, and Enter writes and goes down', async ({
    grid,
    page,
  }) => {
    await grid.cell(3, 'title').click()
    await expect(grid.field).toBeFocused()
    await grid.compose(['w', 'wo'], '我')
    await expect(grid.field).toHaveValue('我')
    await expect(grid.field).toHaveClass(/editing/)
    await grid.press('Enter')
    expect(await grid.text('#r3', 'title')).toBe('我')
    await expect(grid.cell(3, 'title')).toHaveText('我')
    expect(await grid.active()).toBe('#r4 title')
    await expect(grid.field).toHaveValue('')
    // At once again on the next cell, twice within one edit, with no click between.
    await grid.compose(['n', 'ni', 'nihao'], '你好')
    await grid.compose(['s', 'sj'], '世界')
    await grid.press('Tab')
    expect(await grid.text('#r4', 'title')).toBe('你好世界')
    expect(await grid.active()).toBe('#r4 level')
    expect(await page.evaluate(() => window.harness.writes.length)).toBe(2)
  })

  test('keeps Enter, arrows and Escape of the composition for itself', async ({ grid }) => {
    await grid.cell(6, 'title').click()
    await grid.compose(['a', 'ab', 'abc'], null)
    for (const key of ['Enter', 'ArrowDown', 'Escape', 'Tab']) await grid.pressInComposition(key)
    await expect(grid.field).toHaveClass(/editing/)
    expect(await grid.active()).toBe('#r6 title')
    await grid.compose([], 'abc')
    await grid.press('Enter')
    expect(await grid.text('#r6', 'title')).toBe('abc')
  })

  test('survives a refresh of the rows while composing', async ({ grid, page }) => {
    await grid.cell(8, 'title').click()
    await grid.compose(['z'], null)
    await page.evaluate(() => {
      const { source } = window.harness
      const { moved } = source.add([{ title: '别处新增' }])
      window.harness.refresh(moved)
      window.harness.refresh()
    })
    await grid.compose(['zh'], '中')
    await expect(grid.field).toHaveValue('中')
    await expect(grid.field).toBeFocused()
    await grid.press('Enter')
    expect(await grid.text('#r8', 'title')).toBe('中')
  })

  test('a click elsewhere ends the composition and writes its text', async ({ grid }) => {
    await grid.cell(10, 'title').click()
    await grid.compose(['新'], null)
    await grid.cell(12, 'people').click()
    expect(await grid.text('#r10', 'title')).toBe('新')
    expect(await grid.active()).toBe('#r12 people')
    await expect(grid.field).toBeFocused()
    await expect(grid.field).toHaveValue('')
    await grid.type('7')
    await grid.press('Enter')
    expect(await grid.value('#r12', 'people')).toBe(7)
  })

  test('a press on another control ends the composition and writes its text', async ({ grid, page }) => {
    await grid.cell(10, 'title').click()
    await grid.compose(['新'], null)
    await page.locator('#after').click()
    expect(await grid.text('#r10', 'title')).toBe('新')
    await expect(page.locator('#after')).toBeFocused()
  })

  test('an edit survives scrolling its row out of sight', async ({ grid, page }) => {
    await grid.cell(5, 'title').click()
    await grid.compose(['h', 'hao'], '好')
    await page.locator('.ag-grid-viewport').evaluate((viewport) => (viewport.scrollTop = 20_000))
    await expect(grid.cell(720, 'no')).toBeVisible()
    await expect(grid.field).toBeFocused()
    await expect(grid.field).toHaveValue('好')
    await grid.press('Enter')
    expect(await grid.text('#r5', 'title')).toBe('好')
  })

  test('no key is lost right after moving, typed or composed', async ({ grid }) => {
    await grid.cell(40 % 20, 'title').click()
    await grid.press('ArrowDown')
    await grid.type('xyz')
    await grid.press('ArrowDown')
    await grid.compose(['m', 'ma'], '马')
    await grid.press('Enter')
    expect(await grid.text('#r1', 'title')).toBe('xyz')
    expect(await grid.text('#r2', 'title')).toBe('马')
  })

  test('composes in a frozen column and after sideways scrolling', async ({ grid, page }) => {
    await page.setViewportSize({ width: 700, height: 600 })
    await grid.cell(0, 'title').click()
    await grid.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '冻结到这一列' }).click()
    await grid.press('End')
    await grid.press('Home')
    await grid.press('ArrowRight')
    await grid.compose(['d', 'dong'], '冻')
    const [field, cell] = [await grid.field.boundingBox(), await grid.cell(0, 'title').boundingBox()]
    expect(Math.abs(field!.x - cell!.x)).toBeLessThanOrEqual(1)
    expect(Math.abs(field!.y - cell!.y)).toBeLessThanOrEqual(1)
    await grid.press('Enter')
    expect(await grid.text('#r0', 'title')).toBe('冻')
  })

  test('a computed cell takes no text and says why', async ({ grid, page }) => {
    await grid.cell(2, 'points').click()
    await grid.type('9')
    await expect(page.locator('.grid-note')).toHaveText('“扣分”由系统算出，不用填写。')
    await expect(grid.field).not.toHaveClass(/editing/)
    await grid.press('F2', 'Delete')
    expect(await page.evaluate(() => window.harness.writes.length)).toBe(0)
  })
})

test.describe('editing', () => {
  test('typing replaces, F2 and a double click change, Escape takes back', async ({ grid, page }) => {
    await grid.cell(6, 'no').click()
    await grid.type('12')
    await grid.press('Escape')
    expect(await grid.text('#r6', 'no')).toBe('SG-000006')
    await grid.press('F2')
    await expect(grid.field).toHaveValue('SG-000006')
    await grid.press('ArrowLeft', 'ArrowLeft')
    await grid.type('x')
    await grid.press('Enter')
    expect(await grid.text('#r6', 'no')).toBe('SG-0000x06')
    await grid.cell(7, 'no').dblclick()
    await expect(grid.field).toHaveValue('SG-000007')
    await grid.press('Enter')
    expect(await page.evaluate(() => window.harness.writes.length)).toBe(1)
  })

  test('arrows end what is typed over, Backspace opens empty, Delete clears the range', async ({
    grid,
    page,
  }) => {
    await grid.cell(0, 'title').click()
    await grid.type('甲')
    await grid.press('ArrowRight')
    expect(await grid.active()).toBe('#r0 level')
    await grid.cell(1, 'title').click()
    await grid.press('Backspace')
    await expect(grid.field).toHaveClass(/editing/)
    await grid.press('Enter')
    expect(await grid.value('#r1', 'title')).toBe(null)
    await grid.cell(2, 'title').click()
    await grid.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Delete')
    expect(await grid.text('#r2', 'title')).toBe('')
    expect(await grid.text('#r3', 'level')).toBe('')
    const last = await page.evaluate(() => window.harness.writes.at(-1))
    expect(last?.requests).toHaveLength(4)
    expect(last?.how.label).toEqual({ code: 'grid.clear', params: { count: 4 } })
  })

  test('a long text takes lines with Alt+Enter and grows', async ({ grid }) => {
    await grid.cell(1, 'note').click()
    await grid.type('第一行')
    await grid.press('Alt+Enter')
    await grid.type('第二行'.repeat(40))
    expect((await grid.field.boundingBox())!.height).toBeGreaterThan(60)
    await grid.press('Enter')
    expect(await grid.value('#r1', 'note')).toBe(`第一行\n${'第二行'.repeat(40)}`)
  })

  test('a value that does not parse stays, is marked and explained', async ({ grid, page }) => {
    await grid.cell(1, 'people').click()
    await grid.type('三十个')
    await grid.press('Enter', 'ArrowUp')
    await expect(grid.cell(1, 'people')).toHaveClass(/cell-invalid/)
    await expect(grid.cell(1, 'people')).toHaveText('三十个')
    await expect(page.locator('.grid-note')).not.toBeEmpty()
    const note = await page.locator('.grid-note').innerText()
    await expect(grid.field).toHaveAttribute('aria-label', `第 2 行，人数，三十个。 ${note}`)
    await grid.cell(1, 'people').hover()
    await expect(grid.cell(1, 'people')).toHaveAttribute('title', note)
    await grid.type('30')
    await grid.press('Enter')
    await expect(grid.cell(1, 'people')).not.toHaveClass(/cell-invalid/)
  })

  test('a mark appears though the text stays', async ({ grid, page }) => {
    await expect(grid.cell(0, 'title')).not.toHaveClass(/cell-invalid/)
    await page.evaluate(() => {
      const { source } = window.harness
      const told = source.problem.bind(source)
      source.problem = (row, column) =>
        row === '#r0' && column === 'title' ? { code: 'required' } : told(row, column)
      window.harness.refresh(source.write([]))
    })
    await expect(grid.cell(0, 'title')).toHaveClass(/cell-invalid/)
  })

  test('choice: all entries on F2, narrowed by label or pinyin initials', async ({ grid, page }) => {
    await grid.cell(0, 'level').click()
    await grid.press('F2')
    await expect(page.getByRole('option')).toHaveText(['轻微', '中度', '严重', '死亡'])
    await expect(page.getByRole('option', { selected: true })).toHaveText('轻微')
    await grid.press('ArrowDown', 'Enter')
    expect(await grid.value('#r0', 'level')).toBe('中度')
    expect(await grid.active()).toBe('#r1 level')
    await grid.type('yz')
    await expect(page.getByRole('option')).toHaveText(['严重'])
    const active = await grid.field.getAttribute('aria-activedescendant')
    expect(active).toBe(await page.getByRole('option').getAttribute('id'))
    await grid.press('Enter')
    expect(await grid.value('#r1', 'level')).toBe('严重')
    await grid.cell(2, 'level').dblclick()
    await page.getByRole('option', { name: '死亡' }).click()
    expect(await grid.value('#r2', 'level')).toBe('死亡')
    await expect(grid.field).toBeFocused()
  })

  test('choices: several, picked and typed', async ({ grid, page }) => {
    await grid.cell(1, 'tags').click()
    await grid.type('fx')
    await expect(page.getByRole('option')).toHaveText(['放学'])
    await grid.press('Enter')
    await expect(grid.field).toHaveValue('放学、')
    await page.getByRole('option', { name: '课堂' }).click()
    await grid.press('Enter')
    expect(await grid.value('#r1', 'tags')).toEqual(['放学', '课堂'])
  })

  test('yes or no: space turns it, letters choose', async ({ grid }) => {
    await grid.cell(1, 'educated').click()
    await grid.press('Space')
    expect(await grid.value('#r1', 'educated')).toBe(true)
    await grid.press('Space')
    expect(await grid.value('#r1', 'educated')).toBe(false)
    await grid.type('是')
    await grid.press('Enter')
    expect(await grid.value('#r1', 'educated')).toBe(true)
  })

  test('date: typed, by keys on the sheet, by click, today', async ({ grid, page }) => {
    await grid.cell(0, 'on').click()
    await grid.type('3月2日')
    await grid.press('Enter')
    expect(await grid.value('#r0', 'on')).toBe('2026-03-02')
    await grid.press('F2')
    await expect(page.locator('.grid-calendar [aria-selected=true]')).toHaveAttribute('title', '2026-02-02')
    await expect(page.locator('.grid-calendar th')).toHaveText(['一', '二', '三', '四', '五', '六', '日'])
    await grid.press('ArrowDown', 'ArrowRight', 'PageDown')
    await expect(grid.field).toHaveValue('2026-03-10')
    await grid.press('Enter')
    expect(await grid.value('#r1', 'on')).toBe('2026-03-10')
    await grid.press('F2')
    await page.getByRole('button', { name: '下个月' }).click()
    await page.getByTitle('2026-04-15').click()
    expect(await grid.value('#r2', 'on')).toBe('2026-04-15')
    await grid.press('F2')
    await page.getByRole('button', { name: '今天' }).click()
    expect(await grid.value('#r2', 'on')).toBe('2026-11-23')
    await grid.press('ArrowDown', 'Control+;')
    expect(await grid.value('#r3', 'on')).toBe('2026-11-23')
  })

  test('time: the day from the sheet keeps the hour, 现在 fills both', async ({ grid, page }) => {
    await grid.cell(5, 'at').click()
    await grid.press('F2')
    await page.getByTitle('2026-06-20').click()
    await expect(grid.field).toHaveValue('2026-06-20 05:05')
    await grid.press('Enter')
    expect(await grid.value('#r5', 'at')).toBe('2026-06-20 05:05')
    await grid.press('F2')
    await page.getByRole('button', { name: '现在' }).click()
    expect(await grid.value('#r6', 'at')).toBe('2026-11-23 09:30')
  })

  test('person: namesakes are told apart, a new name stays as typed', async ({ grid, page }) => {
    await grid.cell(2, 'person').click()
    await grid.type('zw')
    await expect(page.getByRole('option')).toHaveText(['张伟 教务处 T001', '张伟 总务处 T002'])
    await grid.press('ArrowDown', 'Enter')
    expect(await grid.value('#r2', 'person')).toBe('#s2')
    await grid.compose(['l', 'li'], '李')
    await grid.press('Enter')
    // 李娜 fits, but only 李 was typed: the grid does not guess a person.
    expect(await grid.value('#r3', 'person')).toBe('李')
    await expect(grid.cell(3, 'person')).toHaveClass(/cell-invalid/)
    await grid.type('oyj')
    await grid.press('Tab')
    expect(await grid.value('#r4', 'person')).toBe('#s5')
  })
})

test.describe('moving and selecting', () => {
  test('keys of a sheet', async ({ grid }) => {
    await grid.cell(0, 'no').click()
    await grid.press('Control+ArrowDown')
    expect(await grid.active()).toBe('#r1999 no')
    await grid.press('Control+Home', 'ArrowRight', 'Control+ArrowDown')
    expect(await grid.active()).toBe('#r5 title')
    await grid.press('Control+ArrowDown')
    expect(await grid.active()).toBe('#r7 title')
    await grid.press('Control+End')
    expect(await grid.active()).toBe('#r1999 tags')
    await grid.press('Home', 'PageUp')
    expect(await grid.active()).toMatch(/^#r19\d\d no$/)
    await grid.press('Control+Home', 'Tab', 'Tab', 'Enter')
    expect(await grid.active()).toBe('#r1 no')
    await grid.press('Shift+Enter', 'End', 'Tab')
    expect(await grid.active()).toBe('#r1 no')
  })

  test('a range by drag, Shift, row numbers and all; told politely', async ({ grid, page }) => {
    const status = page.getByRole('status')
    await grid.cell(1, 'title').hover()
    await page.mouse.down()
    await grid.cell(4, 'on').hover()
    await page.mouse.up()
    await expect(status).toHaveText('选中 4 行 3 列，共 12 个单元格。')
    await grid.cell(6, 'at').click({ modifiers: ['Shift'] })
    await expect(status).toHaveText('选中 6 行 4 列，共 24 个单元格。')
    await grid.press('Shift+ArrowUp')
    await expect(status).toHaveText('选中 5 行 4 列，共 20 个单元格。')
    await grid.cell(2, '$number').click()
    await expect(status).toHaveText('选中 1 行 12 列，共 12 个单元格。')
    await grid.press('Control+a')
    await expect(status).toHaveText('选中 2000 行 12 列，共 24000 个单元格。')
  })

  test('the drag scrolls at the lower edge', async ({ grid, page }) => {
    await grid.cell(1, 'title').hover()
    await page.mouse.down()
    const viewport = await page.locator('.ag-grid-viewport').boundingBox()
    await page.mouse.move(viewport!.x + 200, viewport!.y + viewport!.height + 30, { steps: 4 })
    await expect(grid.cell(60, 'title')).toBeVisible()
    await page.mouse.up()
    await expect(page.getByRole('status')).toHaveText(/^选中 \d{2,} 行 1 列/)
  })

  test('the painted boxes lie on their cells, also over frozen columns', async ({ grid, page }) => {
    await grid.cell(0, 'no').click()
    await grid.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '冻结到这一列' }).click()
    await grid.cell(1, 'no').click()
    await grid.press('Shift+ArrowDown', 'Shift+ArrowRight')
    const boxes = await page.locator('.selection-range:visible').all()
    expect(boxes).toHaveLength(2)
    const [frozen, scrolling] = [await boxes[0]!.boundingBox(), await boxes[1]!.boundingBox()]
    const [no, title] = [await grid.cell(1, 'no').boundingBox(), await grid.cell(1, 'title').boundingBox()]
    expect(Math.abs(frozen!.x + 1 - no!.x)).toBeLessThanOrEqual(1)
    expect(Math.abs(scrolling!.x + 1 - title!.x)).toBeLessThanOrEqual(2)
    expect(Math.abs(scrolling!.y + 1 - title!.y)).toBeLessThanOrEqual(1)
    expect(scrolling!.height).toBe(56)
  })

  test('Tab enters the grid once, and leaves it after Escape', async ({ grid, page }) => {
    await page.locator('#before').focus()
    await grid.press('Tab')
    await expect(grid.field).toBeFocused()
    await grid.press('Tab')
    await expect(grid.field).toBeFocused()
    await grid.press('Escape', 'Tab')
    await expect(page.locator('#after')).toBeFocused()
    await grid.press('Shift+Tab')
    await expect(grid.field).toBeFocused()
    await grid.press('Escape', 'Shift+Tab')
    await expect(page.locator('#before')).toBeFocused()
  })
})

test.describe('clipboard', () => {
  test('a block goes out and comes back with quotes, tabs and line breaks', async ({ grid, page }) => {
    await page.evaluate(() => {
      const { source } = window.harness
      window.harness.refresh(
        source.write([
          { table: 'incidents', row: '#r0', column: 'note', input: '一\t"二"\n三' },
          { table: 'incidents', row: '#r1', column: 'note', input: '"' },
        ]),
      )
    })
    await grid.cell(0, 'note').click()
    await grid.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c')
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]!.types)
    expect(types).toContain('text/html')
    await grid.cell(10, 'note').click()
    await grid.press('Control+v')
    expect(await grid.value('#r10', 'note')).toBe('一\t"二"\n三')
    expect(await grid.value('#r11', 'note')).toBe('"')
    expect(await grid.value('#r11', 'tags')).toEqual(['课间'])
    const last = await page.evaluate(() => window.harness.writes.at(-1))
    expect(last?.how.source).toBe('paste')
    expect(last?.requests).toHaveLength(4)
  })

  test('a paste over a computed column skips it and says so', async ({ grid, page }) => {
    await grid.cell(0, 'loss').click()
    await grid.paste('1.5\t99\t说明\r\n2.5\t98\t说明二\r\n')
    expect(await grid.value('#r0', 'loss')).toBe(1.5)
    expect(await grid.value('#r1', 'note')).toBe('说明二')
    await expect(page.locator('.grid-note')).toContainText('有 2 个粘贴的内容没有写入')
  })

  test('a paste past the end adds rows in the same write', async ({ grid, page }) => {
    await grid.cell(0, 'no').click()
    await grid.press('Control+ArrowDown')
    await grid.paste('A1\t甲\nA2\t乙\nA3\t丙\n')
    const last = await page.evaluate(() => window.harness.writes.at(-1))
    expect(last?.requests).toHaveLength(2)
    expect(last?.how.rows).toEqual([
      { no: 'A2', title: '乙' },
      { no: 'A3', title: '丙' },
    ])
    expect(await page.evaluate(() => window.harness.source.size)).toBe(2002)
    await grid.press('Control+End', 'Home')
    await expect(grid.cell(2001, 'title')).toHaveText('丙')
    await expect(grid.cell(2001, '$number')).toHaveText('2002')
  })

  test('one cell fills the selection, cut empties, text in the editor is the browser’s', async ({
    grid,
    page,
  }) => {
    await grid.cell(0, 'title').click()
    await grid.press('Control+x')
    expect(await grid.value('#r0', 'title')).toBe(null)
    await grid.cell(1, 'title').click()
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    expect(await grid.text('#r3', 'title')).toBe('课间摔伤0')
    await grid.press('F2')
    await page.evaluate(() => navigator.clipboard.writeText('接着'))
    await grid.press('Control+v', 'Enter')
    expect(await grid.text('#r1', 'title')).toBe('课间摔伤0接着')
  })

  test('a computed cell copies', async ({ grid, page }) => {
    await grid.cell(1, 'points').click()
    await grid.press('Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('40')
  })
})

test.describe('columns', () => {
  test('the arrows of the heading sort up, down and back; edits hit the right row', async ({
    grid,
    page,
  }) => {
    await grid.sort('人数')
    await expect(grid.heading('people')).toHaveAttribute('aria-sort', 'ascending')
    await expect(grid.cell(0, 'people')).toHaveText('0')
    await grid.sort('人数')
    await expect(grid.cell(0, 'people')).toHaveText('10')
    const id = await page.evaluate(() => {
      const source = window.harness.source
      return source.ids.find((row) => source.value(row, 'people') === 10)!
    })
    await grid.cell(0, 'title').click()
    await grid.type('排序后改的')
    await grid.press('Enter')
    expect(await grid.text(id, 'title')).toBe('排序后改的')
    await expect(grid.cell(0, 'title')).toHaveText('排序后改的')
    await grid.sort('人数')
    await expect(grid.cell(0, 'no')).toHaveText('SG-000000')
  })

  test('empty cells stay last in both directions', async ({ grid }) => {
    for (const direction of ['ascending', 'descending']) {
      await grid.sort('损失')
      await expect(grid.heading('loss')).toHaveAttribute('aria-sort', direction)
      await expect(grid.cell(0, 'loss')).not.toHaveText('')
    }
    await grid.cell(0, 'loss').click()
    await grid.press('Control+End')
    await expect(grid.cell(1999, 'loss')).toHaveText('')
  })

  test('the filter shows values with counts, searches, and keeps what is typed into in sight', async ({
    grid,
    page,
  }) => {
    await grid.cell(0, 'level').click()
    await grid.press('Control+Shift+L')
    const dialog = page.getByRole('dialog', { name: '筛选“伤害程度”' })
    await expect(dialog.locator('.grid-check-text')).toHaveText(['轻微', '死亡', '严重', '中度'])
    await expect(dialog.locator('.grid-check-count')).toHaveText(['500', '500', '500', '500'])
    await grid.type('yz')
    await expect(dialog.locator('.grid-check-text')).toHaveText(['严重'])
    await grid.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(grid.field).toBeFocused()
    await expect(grid.cell(0, 'level')).toHaveText('严重')
    await expect(grid.cell(1, 'level')).toHaveText('严重')
    await expect(grid.heading('level').locator('.heading-menu')).toHaveClass(/filtered/)
    await grid.cell(0, 'level').click()
    await grid.type('qw')
    await grid.press('Enter')
    await expect(grid.cell(0, 'level')).toHaveText('轻微')
    await grid.press('Control+End')
    expect(await grid.active()).toMatch(/tags$/)
    await grid.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '取消筛选' }).focus()
    await grid.press('Escape')
    await grid.heading('level').locator('.heading-menu').click()
    await page.getByRole('menuitem', { name: '取消筛选' }).click()
    await grid.press('Control+Home')
    await expect(grid.cell(0, 'no')).toHaveText('SG-000000')
  })

  test('every action of a column is reached by keys', async ({ grid, page }) => {
    const shown = () =>
      page.evaluate(() => {
        const { columns } = window.harness.views.at(-1)!
        return columns.filter((column) => !column.hidden).map((column) => column.key)
      })
    await grid.cell(0, 'title').click()
    await grid.press('Alt+ArrowDown')
    await expect(page.getByRole('menuitem', { name: '升序' })).toBeFocused()
    await grid.press('ArrowDown', 'Enter')
    await expect(grid.heading('title')).toHaveAttribute('aria-sort', 'descending')
    await expect(grid.field).toBeFocused()
    await grid.press('Alt+ArrowDown')
    const menu = page.getByRole('menu')
    await menu.getByRole('menuitem', { name: '隐藏这一列' }).focus()
    await grid.press('Enter')
    await expect.poll(shown).not.toContain('title')
    await grid.press('Alt+ArrowDown')
    await menu.getByRole('menuitem', { name: '显示哪些列…' }).focus()
    await grid.press('Enter', 'ArrowDown', 'Space', 'Escape')
    await expect.poll(shown).toContain('title')
    await expect(grid.field).toBeFocused()
    await grid.cell(0, 'no').click()
    await grid.press('Alt+ArrowDown')
    await menu.getByRole('menuitem', { name: '右移一列' }).focus()
    await grid.press('Enter', 'Enter', 'Escape')
    expect((await shown()).slice(0, 3)).toEqual(['title', 'level', 'no'])
    const width = async () => (await grid.heading('no').boundingBox())!.width
    const before = await width()
    await grid.press('Alt+ArrowDown')
    await menu.getByRole('menuitem', { name: '加宽' }).focus()
    await grid.press('Enter', 'Enter', 'Escape')
    await expect.poll(width).toBe(before + 40)
    await grid.press('Alt+ArrowDown')
    await menu.getByRole('menuitem', { name: '自动调整列宽' }).focus()
    await grid.press('Enter')
    await expect.poll(width).toBeLessThan(before + 40)
  })

  test('resizes and moves by the mouse, freezes, and opens again as it was left', async ({ grid, page }) => {
    const right = (await grid.heading('no').boundingBox())!
    await page.mouse.move(right.x + right.width - 1, right.y + 16)
    await page.mouse.down()
    await page.mouse.move(right.x + right.width + 49, right.y + 16, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await grid.heading('no').boundingBox())!.width).toBe(right.width + 50)
    const level = (await grid.heading('level').boundingBox())!
    await page.mouse.move(level.x + 20, level.y + 16)
    await page.mouse.down()
    await page.mouse.move(right.x + 20, level.y + 16, { steps: 8 })
    await page.mouse.up()
    await expect(grid.heading('level')).toHaveAttribute('aria-sort', 'none')
    await grid.cell(0, 'level').click()
    await grid.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '冻结到这一列' }).click()
    await grid.sort('损失')
    const view = await page.evaluate(() => window.harness.views.at(-1)!)
    expect(view.columns[0]).toMatchObject({ key: 'level', frozen: true })
    expect(view.columns[1]).toMatchObject({ key: 'no', width: right.width + 50, frozen: false })
    expect(view.sort).toEqual({ column: 'loss', direction: 'asc' })
    await grid.open(`view=${encodeURIComponent(JSON.stringify(view))}`)
    await expect(grid.heading('loss')).toHaveAttribute('aria-sort', 'ascending')
    await grid.cell(0, 'level').click()
    await grid.press('ArrowRight')
    expect(await grid.active()).toMatch(/ no$/)
  })
})

test.describe('rows', () => {
  test('the cell menu adds and deletes rows and opens the history', async ({ grid, page }) => {
    await grid.cell(3, 'title').click()
    await grid.press('Shift+F10')
    await page.getByRole('menuitem', { name: '这一格的修改记录' }).click()
    expect(await page.evaluate(() => window.harness.histories)).toEqual([{ row: '#r3', column: 'title' }])
    await grid.cell(3, 'title').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '新增 1 行' }).click()
    expect(await grid.active()).toBe('#new0 title')
    await expect(grid.cell(2000, '$number')).toBeVisible()
    await expect(grid.cell(2000, 'no')).toHaveClass(/cell-invalid/)
    await grid.type('新的一行')
    await grid.press('Enter')
    expect(await grid.text('#new0', 'title')).toBe('新的一行')
    await grid.press('Control+Home')
    await grid.cell(1, '$number').click()
    await grid.cell(2, '$number').click({ modifiers: ['Shift'] })
    await grid.cell(1, 'no').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '删除选中的 2 行' }).click()
    await expect(grid.cell(1, 'no')).toHaveText('SG-000003')
    await expect(grid.cell(1, '$number')).toHaveText('2')
    expect(await grid.active()).toBe('#r3 no')
  })

  test('a new row stays in sight of a filter', async ({ grid, page }) => {
    await grid.cell(0, 'level').click()
    await grid.press('Control+Shift+L')
    await grid.type('yz')
    await expect(page.getByRole('dialog').locator('.grid-check-text')).toHaveText(['严重'])
    await grid.press('Enter')
    await grid.cell(0, 'title').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '新增 1 行' }).click()
    expect(await grid.active()).toBe('#new0 title')
  })

  test('rows that come back in the middle stand where they were', async ({ grid, page }) => {
    await page.evaluate(() => {
      const { source } = window.harness
      window.harness.refresh(source.remove(['#r1']))
      source.ids.splice(1, 0, '#r1')
      window.harness.refresh({
        rows: new Map([['incidents', new Set(['#r1'])]]),
        added: false,
        deleted: true,
      })
    })
    await expect(grid.cell(1, 'no')).toHaveText('SG-000001')
    await expect(grid.cell(2, 'no')).toHaveText('SG-000002')
  })

  test('goes to a cell by name', async ({ grid, page }) => {
    expect(await page.evaluate(() => window.harness.select('#r1500', 'note'))).toBe(true)
    await expect(grid.cell(1500, 'note')).toBeVisible()
    expect(await grid.active()).toBe('#r1500 note')
  })
})

test('a large table shows its first page and then all rows', async ({ grid, page }) => {
  await grid.open('rows=100000')
  await grid.cell(0, 'no').click()
  await grid.press('Control+End')
  await expect(grid.cell(99_999, 'tags')).toBeVisible()
  await expect(grid.cell(99_999, '$number')).toHaveText('100000')
  await expect(page.locator('.ag-row')).not.toHaveCount(100)
})

test('rows are drawn as high and columns as wide as they say', { tag: '@main' }, async ({ grid, page }) => {
  const box = (await grid.cell(3, 'title').boundingBox())!
  expect([box.width, box.height]).toEqual([140, 28])
  const next = (await grid.cell(4, 'title').boundingBox())!
  expect(next.y - box.y).toBe(28)
  const head = (await grid.heading('title').boundingBox())!
  expect([head.x, head.width, head.height]).toEqual([box.x, 140, 32])
  expect(await page.locator('.ag-row').count()).toBeLessThan(80)
  await page.locator('.ag-grid-viewport').evaluate((viewport) => (viewport.scrollTop = 5000))
  await expect(grid.cell(190, 'no')).toBeVisible()
  expect((await grid.heading('title').boundingBox())!.y).toBe(head.y)
})

for (const theme of ['light', 'dark'])
  test(`no serious finding for assistive technology, ${theme}`, async ({ grid, page }) => {
    // Axe reads every cell; a small window has all kinds of them.
    await page.setViewportSize({ width: 1366, height: 420 })
    await grid.open(`theme=${theme}`)
    const serious = () => barriers(page, '#grid')
    expect(await serious()).toEqual([])
    await grid.cell(1, 'level').click()
    await grid.press('F2')
    expect(await serious()).toEqual([])
    await grid.press('Escape')
    await grid.cell(1, 'on').dblclick()
    expect(await serious()).toEqual([])
    await grid.press('Escape', 'Alt+ArrowDown')
    expect(await serious()).toEqual([])
    await grid.press('Escape', 'Control+Shift+L')
    expect(await serious()).toEqual([])
  })

test.describe('touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 412, height: 800 } })

  test('a tap selects, a second one edits, a pan does neither', async ({ grid, page }) => {
    await grid.cell(2, 'title').tap()
    expect(await grid.active()).toBe('#r2 title')
    await expect(grid.field).toHaveAttribute('inputmode', 'none')
    const box = (await grid.cell(6, 'title').boundingBox())!
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.synthesizeScrollGesture', { x: box.x + 10, y: box.y, yDistance: -300, speed: 2000 })
    await expect
      .poll(() => page.locator('.ag-grid-viewport').evaluate((viewport) => viewport.scrollTop))
      .toBeGreaterThan(100)
    expect(await grid.active()).toBe('#r2 title')
    await grid.cell(20, 'title').tap()
    await grid.cell(20, 'title').tap()
    await expect(grid.field).toHaveClass(/editing/)
    await expect(grid.field).toHaveAttribute('inputmode', 'text')
  })
})
