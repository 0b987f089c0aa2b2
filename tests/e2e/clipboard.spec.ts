import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { test as inApp, type AppPage } from './app-page.ts'
import { expect, test as onGrid } from './grid-page.ts'
import { barriers } from './axe.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/clipboard/${name}`, import.meta.url), 'utf8')

/** Puts both forms on the clipboard, as a spreadsheet does; the page itself would have to ask for permission. */
async function copied(page: Page, text: string, html = '') {
  await page.evaluate(
    async ([text, html]) => {
      const forms: Record<string, Blob> = { 'text/plain': new Blob([text!], { type: 'text/plain' }) }
      if (html) forms['text/html'] = new Blob([html], { type: 'text/html' })
      await navigator.clipboard.write([new ClipboardItem(forms)])
    },
    [text, html],
  )
}

onGrid.describe('blocks', () => {
  onGrid.beforeEach(async ({ grid }) => grid.open())

  onGrid('a block out of LibreOffice keeps what its formats hide', async ({ grid, page }) => {
    await grid.cell(0, 'no').click()
    await copied(page, fixture('libreoffice.txt'), fixture('libreoffice.html'))
    await grid.press('Control+v')
    expect(await grid.text('#r1', 'no')).toBe('教导处')
    // The merged cell is meant for both rows.
    expect(await grid.text('#r2', 'no')).toBe('教导处')
    expect(await grid.text('#r1', 'title')).toBe('007')
    expect(await grid.value('#r1', 'on')).toBe('2026-03-02')
    expect(await grid.value('#r2', 'on')).toBe('2025-12-31')
  })

  onGrid('Ctrl+Shift+V takes the texts only', async ({ grid, page }) => {
    await grid.cell(0, 'no').click()
    await copied(page, fixture('libreoffice.txt'), fixture('libreoffice.html'))
    await grid.press('Control+Shift+V')
    expect(await grid.text('#r1', 'no')).toBe('教导处')
    expect(await grid.text('#r2', 'no')).toBe('')
    expect(await grid.value('#r2', 'on')).toBe('2026-12-31')
    await grid.cell(0, 'no').click()
    await grid.press('Control+v')
    expect(await grid.text('#r2', 'no')).toBe('教导处')
  })

  onGrid('namesakes that are copied here stay the same people', async ({ grid }) => {
    await grid.cell(1, 'person').click()
    expect(await grid.value('#r1', 'person')).toBe('#s2')
    await grid.press('Control+c')
    await grid.cell(2, 'person').click()
    await grid.press('Control+v')
    expect(await grid.value('#r2', 'person')).toBe('#s2')
  })

  onGrid('rows that a filter hides are not written', async ({ grid }) => {
    await grid.cell(0, 'level').click()
    await grid.press('Control+Shift+L')
    await grid.type('yz')
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
    const rows = Array.from({ length: count }, (_, i) => ({ name: `教师${i + 1}`, dept: '教导处' }))
    await app.call('add', 'departments', [{ name: '教导处' }])
    const { ids } = await app.call('add', 'staff', rows)
    await app.goTo('教职工')
    return ids
  }

  const names = async (app: AppPage) => (await app.call('rows', 'staff')).map(({ name }) => name)

  inApp(
    'what columns refuse is shown before anything is written',
    { tag: '@main' },
    async ({ app, page }) => {
      await staff(app, 3)
      const dialog = page.getByRole('dialog', { name: '粘贴前请看一下' })
      const paste = async () => {
        await app.select(0, 'name')
        await copied(page, '甲\t教导处\r\n乙\t没有的处室\r\n丙\t教导处\r\n丁\t也没有\r\n')
        await app.press('Control+v')
        await expect(dialog).toContainText('下面 2 格的内容不合这一列的要求，其余 6 格没有问题')
      }
      await paste()
      await expect(dialog.getByRole('row').nth(1)).toContainText('没有的处室')
      await expect(dialog.getByRole('row').nth(2)).toContainText('4')
      expect(await barriers(page)).toEqual([])
      // Nothing so far, and nothing when it is given up.
      expect(await names(app)).toEqual(['教师1', '教师2', '教师3'])
      await app.press('Escape')
      await expect(dialog).toBeHidden()
      expect(await names(app)).toEqual(['教师1', '教师2', '教师3'])

      await paste()
      await dialog.getByRole('button', { name: '只粘贴合格的 6 格' }).click()
      expect(await names(app)).toEqual(['甲', '乙', '丙', '丁'])
      expect((await app.call('rows', 'staff')).map(({ dept }) => dept)).toEqual([
        '教导处',
        '教导处',
        '教导处',
        null,
      ])
      await expect(app.field).toBeFocused()
      await app.press('Control+z')
      await expect.poll(() => names(app)).toEqual(['教师1', '教师2', '教师3'])

      await paste()
      await dialog.getByRole('button', { name: '全部粘贴，不合的标红' }).click()
      expect((await app.call('rows', 'staff')).map(({ dept }) => dept)).toEqual([
        '教导处',
        '没有的处室',
        '教导处',
        '也没有',
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
