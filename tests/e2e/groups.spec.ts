import type { Locator, Page } from '@playwright/test'
import { expect, test as appTest, type AppPage } from './app-page.ts'
import { barriers } from './axe.ts'
import { test as gridTest } from './grid-page.ts'

/** The heading of a group, by what it says. */
const heading = (page: Page, name: string | RegExp): Locator =>
  page.locator('.ag-row').getByRole('button', { name })

/** What stands in the lines of the grid, top to bottom: headings as they read, rows by one column. */
const lines = (page: Page, column: string): Promise<string[]> =>
  page.evaluate((column) => {
    const all = [...document.querySelectorAll<HTMLElement>('.ag-row[row-index]')]
    return all
      .map((row) => ({
        at: Number(row.getAttribute('row-index')),
        text: row.querySelector(`.grid-group, [col-id="${column}"]`)?.textContent ?? '',
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text)
  }, column)

async function openStaff(app: AppPage): Promise<void> {
  await app.open()
  await app.create()
  await app.call('add', 'departments', [{ dept: '教导处' }, { dept: '总务处' }])
  await app.call('add', 'staff', [
    { name: '王伟', dept: '教导处', sex: '男' },
    { name: '李娜', dept: '总务处', sex: '女' },
    { name: '张强', dept: '教导处', sex: '女' },
    { name: '刘洋', sex: '男' },
    { name: '陈静', dept: '教导处', sex: '男' },
  ])
  await app.goTo('教职工名册')
}

appTest(
  'groups a table from its menu: folding, a new row, an edit, finding, undo, views, a reload and paper',
  async ({ app, page }) => {
    await openStaff(app)
    await app.select(0, 'dept')
    await app.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '按这一列分组' }).click()
    const all = [
      '部门：教导处（3 行）',
      '王伟',
      '张强',
      '陈静',
      '部门：总务处（1 行）',
      '李娜',
      '部门：（空白）（1 行）',
      '刘洋',
    ]
    await expect.poll(() => lines(page, 'name')).toEqual(all)
    await expect(page.getByRole('gridcell', { name: '王伟' })).toBeVisible()
    // The active cell is still that of its row, and rows go on counting over the headings.
    await expect(app.field).toHaveAttribute('aria-label', /^第 1 行，部门，教导处/)

    // A click folds, and a fold shows as a gap in the numbers.
    await heading(page, '部门：教导处（3 行）').click()
    await expect(heading(page, '部门：教导处（3 行）')).toHaveAttribute('aria-expanded', 'false')
    await expect(app.field).toHaveAttribute('aria-label', '第 1 层分组，部门：教导处（3 行）。已折叠。')
    expect(await lines(page, 'name')).toEqual([all[0], ...all.slice(4)])
    await expect(app.cell(2, '$number')).toHaveText('4')
    // Nothing is typed into a heading.
    await page.keyboard.type('x')
    expect(await app.call('rows', 'staff')).toHaveLength(5)

    // A find goes into a folded group, and so does undo.
    await app.press('Control+f')
    const bar = page.getByRole('search', { name: '查找和替换' })
    await expect(bar.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('陈静')
    await expect(bar.getByRole('status')).toHaveText('共 1 处')
    await app.press('Enter')
    await expect.poll(() => lines(page, 'name')).toEqual(all)
    await app.press('Escape')
    await expect(app.cell(3, 'name')).toHaveText('陈静')

    // A row that is added comes into the group of the active cell.
    await app.select(5, 'name')
    await page.getByRole('button', { name: '新增一行', exact: true }).click()
    await app.select(6, 'name')
    await page.keyboard.type('周敏')
    await app.press('Enter')
    await expect
      .poll(() => lines(page, 'name'))
      .toEqual([...all.slice(0, 4), '部门：总务处（2 行）', '李娜', '周敏', ...all.slice(6)])
    expect((await app.call('rows', 'staff', { where: { name: '周敏' } }))[0]!.dept).toBe('总务处')

    // Whoever edits a row into a folded group goes along; undo goes back, into a group that is folded by then.
    await heading(page, /^部门：教导处/).click()
    const edited = (await app.call('rows', 'staff', { where: { name: '刘洋' } }))[0]!.id as string
    await app.select(5, 'dept')
    await page.keyboard.type('教导处')
    await app.press('Enter')
    await expect
      .poll(() => lines(page, 'name'))
      .toEqual([
        '部门：教导处（4 行）',
        '王伟',
        '张强',
        '刘洋',
        '陈静',
        '部门：总务处（2 行）',
        '李娜',
        '周敏',
      ])
    expect((await app.call('rows', 'staff')).find(({ id }) => id === edited)!.dept).toBe('教导处')
    await page.getByRole('button', { name: '折叠所有组' }).click()
    expect(await lines(page, 'name')).toEqual(['部门：教导处（4 行）', '部门：总务处（2 行）'])
    await app.press('Control+z')
    await expect(heading(page, '部门：（空白）（1 行）')).toBeVisible()
    await expect.poll(() => lines(page, 'name')).toContain('刘洋')

    // Groups within groups, from the toolbar, under a name, after a reload.
    await page.getByRole('button', { name: '展开所有组' }).click()
    await app.select(1, 'sex')
    await app.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '在组内再按这一列分组' }).click()
    await heading(page, '部门：总务处（2 行）').click()
    const nested = [
      '部门：教导处（3 行）',
      '性别：男（2 行）',
      '王伟',
      '陈静',
      '性别：女（1 行）',
      '张强',
      '部门：总务处（2 行）',
      '部门：（空白）（1 行）',
      '性别：男（1 行）',
      '刘洋',
    ]
    await expect.poll(() => lines(page, 'name')).toEqual(nested)
    await page.getByRole('button', { name: '视图', exact: true }).click()
    const views = page.getByRole('dialog', { name: '“教职工名册”的视图' })
    await views.getByRole('textbox', { name: '视图名称' }).fill('按部门')
    await views.getByRole('button', { name: '保存现在的样子' }).click()
    await app.press('Escape')
    await expect(views).toHaveCount(0)
    await page.getByRole('button', { name: '分组', exact: true }).click()
    await expect.poll(() => lines(page, 'name')).toEqual(['王伟', '李娜', '张强', '刘洋', '陈静', '周敏'])
    await page.getByRole('button', { name: '视图', exact: true }).click()
    await page.getByRole('button', { name: '打开视图“按部门”' }).click()
    await expect.poll(() => lines(page, 'name')).toEqual(nested)
    await app.call('settled')
    await app.reload()
    await expect.poll(() => lines(page, 'name')).toEqual(nested)

    expect(await barriers(page)).toEqual([])

    // On paper as on the screen.
    await page.evaluate(() => {
      globalThis.print = () => {}
    })
    await page.getByRole('main').getByRole('button', { name: '打印', exact: true }).click()
    const paper = page.locator('.paper')
    await expect(paper.locator('tbody tr')).toHaveCount(nested.length)
    await expect(paper.locator('tr.paper-group').first()).toHaveText('部门：教导处（3 行）')
    await expect(paper).not.toContainText('李娜')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))

    // As cards, on a phone.
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: '卡片', exact: true }).click()
    const cards = page.getByRole('list', { name: /教职工名册/ })
    const folded = cards.getByRole('button', { name: '部门：总务处（2 行）' })
    await expect(folded).toHaveAttribute('aria-expanded', 'false')
    await expect(cards.getByText('周敏')).toHaveCount(0)
    await folded.click()
    await expect(folded).toHaveAttribute('aria-expanded', 'true')
    await expect(cards.getByText('周敏')).toBeVisible()
  },
)

gridTest(
  'keys fold and unfold; copy, paste, fill and the walk of Enter and Tab leave headings out; 100,000 rows',
  async ({ grid, page }) => {
    await grid.open('rows=8')
    await grid.cell(0, 'level').click()
    await grid.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '按这一列分类汇总…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '在表格中分组显示' }).click()
    await expect(heading(page, /^伤害程度：轻微/)).toHaveText(
      '伤害程度：轻微（2 行）人数合计 5　损失合计 29.24　扣分合计 50',
    )
    // 轻微 #r0 #r4, 中度 #r3 #r7, 严重 #r2 #r6, 死亡 #r1 #r5
    const start = ['#r0', '#r4', '', '#r3', '#r7', '', '#r2', '#r6', '', '#r1', '#r5']
    const titles = start.map((id) => (id === '' ? '' : `课间摔伤${id.slice(2)}`))
    await grid.cell(2, 'title').click()
    await grid.press('Enter')
    expect(await grid.active()).toBe('#r3 title')
    await grid.press('Shift+Enter')
    expect(await grid.active()).toBe('#r4 title')
    await grid.press('ArrowDown')
    await expect(grid.field).toHaveAttribute(
      'aria-label',
      /^第 1 层分组，伤害程度：中度（2 行）。人数合计 \d+。.*已展开。$/,
    )
    await grid.press('Tab')
    expect(await grid.active()).toBe('#r3 no')

    // A copy over a heading holds the rows alone, and a paste passes over it.
    await grid.cell(2, 'title').click()
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${titles[1]}\r\n${titles[3]}`)
    await grid.cell(5, 'note').click()
    await grid.paste('甲\r\n乙\r\n丙')
    expect(await Promise.all(['#r7', '#r2', '#r6'].map((row) => grid.text(row, 'note')))).toEqual([
      '甲',
      '乙',
      '丙',
    ])
    // Down past the heading: the row above it is what is filled.
    await grid.press('Control+d')
    expect(await grid.text('#r2', 'note')).toBe('甲')
    await grid.press('Control+z')

    // Keys: the group of a row, its heading, and what is folded is not written to.
    await grid.cell(4, 'title').click()
    await grid.press('Alt+Shift+ArrowLeft')
    await expect(heading(page, /^伤害程度：中度/)).toHaveAttribute('aria-expanded', 'false')
    await expect(page.getByRole('status')).toContainText('已折叠')
    await grid.press('Enter')
    await expect(heading(page, /^伤害程度：中度/)).toHaveAttribute('aria-expanded', 'true')
    await grid.press('Space')
    await expect(heading(page, /^伤害程度：中度/)).toHaveAttribute('aria-expanded', 'false')
    await grid.press('Control+v')
    await expect(page.getByRole('status')).toContainText('组标题上不能粘贴')
    await grid.cell(2, 'title').click()
    await grid.paste('一\r\n二')
    expect(await Promise.all(['#r4', '#r3', '#r7', '#r2'].map((row) => grid.text(row, 'title')))).toEqual([
      '一',
      titles[3],
      titles[4],
      '二',
    ])
    await heading(page, /^伤害程度：中度/).click()
    await expect(heading(page, /^伤害程度：中度/)).toHaveAttribute('aria-expanded', 'true')

    // Rows move in their group, and past its edge not at all.
    await grid.cell(1, 'no').click()
    await grid.press('Alt+Shift+ArrowDown')
    expect((await lines(page, 'no')).slice(1, 3)).toEqual(['SG-000004', 'SG-000000'])
    await grid.press('Alt+Shift+ArrowDown')
    await expect(page.getByRole('status')).toContainText('自己的组里')

    // Many rows: drawn as one scrolls, folded and unfolded at once.
    await grid.open('rows=100000')
    await grid.cell(0, 'level').click()
    await grid.press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: '按这一列分组' }).click()
    await expect(heading(page, '伤害程度：轻微（25000 行）')).toBeVisible()
    await heading(page, '伤害程度：轻微（25000 行）').click()
    await expect(heading(page, '伤害程度：中度（25000 行）')).toBeVisible()
    await expect(grid.cell(2, '$number')).toHaveText('25001')
    expect(await page.locator('.ag-row').count()).toBeLessThan(120)
  },
)
