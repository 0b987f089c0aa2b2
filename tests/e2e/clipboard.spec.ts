import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { test as inApp, type AppPage } from './app-page.ts'
import { expect, test as onGrid } from './grid-page.ts'
import { barriers } from './axe.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/clipboard/${name}`, import.meta.url), 'utf8')

const copied = (page: Page, text: string) =>
  page.evaluate((text) => navigator.clipboard.writeText(text), text)

/**
 * What the browser does at Ctrl+V, with both forms as a spreadsheet hands them over. (A page that writes markup to the
 * clipboard itself has it washed first, so a test cannot go that way.)
 */
async function paste(page: Page, name: string, { shiftKey = false } = {}) {
  await page.evaluate(
    ([text, html, shiftKey]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      clipboardData.setData('text/html', html)
      const field = document.activeElement!
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', ctrlKey: true, shiftKey, bubbles: true }))
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [fixture(`${name}.txt`), fixture(`${name}.html`), shiftKey] as const,
  )
}

onGrid.describe('blocks', () => {
  onGrid.beforeEach(async ({ grid }) => grid.open())

  onGrid('a block out of LibreOffice keeps what its formats hide', async ({ grid, page }) => {
    await grid.cell(0, 'no').click()
    await paste(page, 'libreoffice')
    expect(await grid.text('#r1', 'no')).toBe('教导处')
    // The merged cell is meant for both rows.
    expect(await grid.text('#r2', 'no')).toBe('教导处')
    expect(await grid.text('#r1', 'title')).toBe('007')
    expect(await grid.value('#r1', 'on')).toBe('2026-03-02')
    expect(await grid.value('#r2', 'on')).toBe('2025-12-31')
  })

  onGrid('Ctrl+Shift+V takes the texts only', async ({ grid, page }) => {
    await grid.cell(0, 'no').click()
    await paste(page, 'libreoffice', { shiftKey: true })
    expect(await grid.text('#r1', 'no')).toBe('教导处')
    expect(await grid.text('#r2', 'no')).toBe('')
    expect(await grid.value('#r2', 'on')).toBe('2026-12-31')
    await grid.cell(0, 'no').click()
    await paste(page, 'libreoffice')
    expect(await grid.text('#r2', 'no')).toBe('教导处')
    // The browser's own keys bring no markup at all.
    await grid.cell(0, 'no').click()
    await copied(page, '一')
    await grid.press('Control+Shift+V')
    await expect(grid.cell(0, 'no')).toHaveText('一')
  })

  onGrid('namesakes that are copied here stay the same people', async ({ grid }) => {
    await grid.cell(1, 'person').click()
    expect(await grid.value('#r1', 'person')).toBe('#s2')
    await grid.press('Control+c')
    await grid.cell(2, 'person').click()
    await grid.press('Control+v')
    expect(await grid.value('#r2', 'person')).toBe('#s2')
  })

  onGrid('the menu copies and pastes as the keys do', async ({ grid, page }) => {
    const choose = async (row: number, name: RegExp) => {
      await grid.cell(row, 'person').click({ button: 'right' })
      await page.getByRole('menuitem', { name }).click()
    }
    await choose(1, /^复制 Ctrl/)
    await choose(2, /^粘贴/)
    await expect.poll(() => grid.value('#r2', 'person')).toBe('#s2')
    await expect(grid.field).toBeFocused()
  })

  onGrid('rows that a filter hides are not written', async ({ grid, page }) => {
    await grid.cell(0, 'level').click()
    await grid.press('Control+Shift+L')
    await grid.type('yz')
    await expect(page.getByRole('dialog').locator('.grid-check-text')).toHaveText(['严重'])
    await grid.press('Enter')
    await expect(grid.cell(0, 'level')).toHaveText('严重')
    await grid.cell(0, 'title').click()
    await grid.paste('一\n二\n三\n')
    const shown = ['一', '二', '三']
    for (const [at, text] of shown.entries()) await expect(grid.cell(at, 'title')).toHaveText(text)
    expect(await grid.text('#r0', 'title')).toBe('课间摔伤0')
    expect(await grid.text('#r1', 'title')).toBe('课间摔伤1')
    expect(await grid.text('#r3', 'title')).toBe('课间摔伤3')
  })
})

inApp.describe('in the program', () => {
  inApp.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  async function staff(app: AppPage, count: number) {
    await app.open()
    await app.create()
    const rows = Array.from({ length: count }, (_, i) => ({ name: `教师${i + 1}` }))
    const { ids } = await app.call('add', 'staff', rows)
    await app.goTo('教职工名册')
    return ids
  }

  const names = async (app: AppPage) => (await app.call('rows', 'staff')).map(({ name }) => name)

  inApp(
    'what columns refuse is shown before anything is written',
    { tag: '@main' },
    async ({ app, page }) => {
      await staff(app, 3)
      const dialog = page.getByRole('dialog', { name: '粘贴前请看一下' })
      const pasteFour = async () => {
        await app.select(0, 'name')
        await copied(page, '甲\t男\r\n乙\t不清楚\r\n丙\t女\r\n丁\t也不清楚\r\n')
        await app.press('Control+v')
        await expect(dialog).toContainText('下面 2 格的内容不合这一列的要求，其余 6 格没有问题')
      }
      await pasteFour()
      await expect(dialog.getByRole('row').nth(1)).toContainText('不清楚')
      await expect(dialog.getByRole('row').nth(2)).toContainText('4')
      expect(await barriers(page)).toEqual([])
      // Nothing so far, and nothing when it is given up.
      expect(await names(app)).toEqual(['教师1', '教师2', '教师3'])
      await app.press('Escape')
      await expect(dialog).toBeHidden()
      expect(await names(app)).toEqual(['教师1', '教师2', '教师3'])

      await pasteFour()
      await dialog.getByRole('button', { name: '只粘贴合格的 6 格' }).click()
      expect(await names(app)).toEqual(['甲', '乙', '丙', '丁'])
      expect((await app.call('rows', 'staff')).map(({ sex }) => sex)).toEqual(['男', null, '女', null])
      await expect(app.field).toBeFocused()
      await app.press('Control+z')
      await expect.poll(() => names(app)).toEqual(['教师1', '教师2', '教师3'])

      await pasteFour()
      await dialog.getByRole('button', { name: '全部粘贴，不合的标红' }).click()
      expect((await app.call('rows', 'staff')).map(({ sex }) => sex)).toEqual([
        '男',
        '不清楚',
        '女',
        '也不清楚',
      ])
      await app.press('Control+z')
      await expect.poll(() => names(app)).toEqual(['教师1', '教师2', '教师3'])
    },
  )

  inApp('paste special turns a block over, and skips what is empty', async ({ app, page }) => {
    await staff(app, 3)
    await app.select(0, 'name')
    await copied(page, '甲\t\t丙\r\n')
    await app.press('Control+Alt+v')
    const dialog = page.getByRole('dialog', { name: '选择性粘贴' })
    await expect(dialog).toContainText('1 行 3 列')
    await dialog.getByRole('checkbox', { name: '转置' }).check()
    await expect(dialog).toContainText('3 行 1 列')
    await dialog.getByRole('checkbox', { name: '跳过空格' }).check()
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: '粘贴', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect.poll(() => names(app)).toEqual(['甲', '教师2', '丙'])
    await expect(app.field).toBeFocused()
  })

  inApp(
    'paste special takes the keys where the browser does not let the page read',
    async ({ app, page, context }) => {
      await staff(app, 2)
      await app.select(0, 'name')
      await copied(page, '甲\r\n乙\r\n')
      await context.clearPermissions()
      await app.cell(0, 'name').click({ button: 'right' })
      await page.getByRole('menuitem', { name: '选择性粘贴…' }).click()
      const dialog = page.getByRole('dialog', { name: '选择性粘贴' })
      await expect(dialog.getByRole('textbox')).toBeFocused()
      await app.press('Control+v')
      await expect(dialog).toContainText('2 行 1 列')
      await dialog.getByRole('button', { name: '粘贴', exact: true }).click()
      await expect.poll(() => names(app)).toEqual(['甲', '乙'])
    },
  )
})
