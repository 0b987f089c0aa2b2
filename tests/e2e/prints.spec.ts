import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { paperRows } from '../app/paper-rows.ts'
import { expect, test, type AppPage } from './app-page.ts'
import { barriers } from './axe.ts'

/** Where to put the files for somebody to look at: PRINTS_TO=/tmp/prints. */
const KEPT = process.env['PRINTS_TO']

async function school(app: AppPage, page: Page) {
  await page.clock.install({ time: new Date('2026-12-16T09:00:20+08:00') })
  await app.open()
  await app.create('示例学校', true)
  for (const [table, rows] of paperRows) await app.call('add', table, rows as never)
  await app.call('settled')
  await page.evaluate(() => {
    globalThis.print = () => {}
  })
}

const dialog = (page: Page) => page.getByRole('dialog', { name: '打印报表' })

/** A page of a file made by this browser: how many there are, and which are turned. */
function pagesOf(pdf: Buffer): { count: number; turned: number } {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  return { count: boxes.length, turned: boxes.filter(([, width, height]) => +width! > +height!).length }
}

/** Prints from the dialog, looks at what is there meanwhile, and counts the pages; then the paper is gone. */
async function printed(page: Page, name: string, look: () => Promise<void>) {
  await dialog(page).getByRole('button', { name: '打印', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('.paper')).toHaveCount(1)
  await look()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  if (KEPT) await writeFile(`${KEPT}/${name}.pdf`, pdf)
  // Printing is over, as the browser tells the page.
  await expect(page.locator('.paper')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  return pagesOf(pdf)
}

/** What repeats on each page: the heads of tables, and what stands in the margins. */
async function repeats(page: Page) {
  await page.emulateMedia({ media: 'print' })
  const heads = await page
    .locator('.paper thead')
    .evaluateAll((all) => all.map((head) => getComputedStyle(head).display))
  expect(heads.every((display) => display === 'table-header-group')).toBe(true)
  const margins = await page.evaluate(() =>
    [...document.adoptedStyleSheets.at(-1)!.cssRules].map(({ cssText }) => cssText).join(' '),
  )
  expect(margins).toContain('counter(page) " / " counter(pages)')
  expect(margins).toContain('青禾镇中心小学')
}

test('every paper comes out on A4, with its head on every page, page numbers and lines to sign', async ({
  app,
  page,
}) => {
  await school(app, page)
  await app.goTo('看板')
  await page.getByRole('button', { name: '打印报表' }).click()
  const options = dialog(page).getByLabel('打印什么').locator('option')
  await expect(options).toHaveCount(13)
  const kinds = await options.allTextContents()
  const found = new Map<string, { count: number; turned: number }>()
  for (const [at, kind] of kinds.entries()) {
    if (at > 0) await page.getByRole('button', { name: '打印报表' }).click()
    await dialog(page).getByLabel('打印什么').selectOption({ label: kind })
    if (kind === '值周表') {
      await dialog(page).getByLabel('从第几周').fill('3')
      await dialog(page).getByLabel('到第几周').fill('4')
      await dialog(page).getByLabel('到第几周').blur()
    }
    if (kind === '责任状') await dialog(page).getByRole('button', { name: '全选' }).click()
    if (kind === '空白检查表') await dialog(page).getByRole('checkbox', { name: '消防月查' }).check()
    found.set(kind, await printed(page, kind, () => repeats(page)))
  }
  const pages = (kind: string) => found.get(kind)!
  expect(pages('值周表')).toEqual({ count: 2, turned: 2 })
  const pledges = (await app.call('rows', 'pledges')).length
  expect(pages('责任状')).toEqual({ count: pledges, turned: 0 })
  for (const kind of ['季度总结', '检查记录表', '整改通知书', '得分依据'])
    expect(pages(kind).count, kind).toBe(1)
  // Forty items run over one page, forty people too, and a ledger of fifty columns over many.
  expect(pages('空白检查表').count).toBeGreaterThan(1)
  expect(pages('看板').count).toBeGreaterThan(1)
  const { count, turned } = pages('迎检包')
  expect(turned).toBeGreaterThan(2)
  expect(count - turned).toBe(2)
})

test('a paper is printed from its row, for a reader, and not for whom it is not', async ({ app, page }) => {
  await school(app, page)
  await page.goto('/#/hazards')
  await app.select(1, 'content')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await panel.getByRole('button', { name: '打印整改通知书' }).click()
  await expect(dialog(page).getByRole('checkbox', { checked: true })).toHaveCount(1)
  expect(await barriers(page)).toEqual([])
  await dialog(page).getByRole('radio', { name: /^公示/ }).check()
  await expect(dialog(page).getByRole('alert')).toHaveText('这份表涉及个人，不能公示。')
  await dialog(page)
    .getByRole('radio', { name: /^报教育局/ })
    .check()
  const content = (await app.cell(1, 'content').textContent())!
  const { count } = await printed(page, 'notice for the bureau', async () => {
    await expect(page.locator('.paper')).toContainText(content)
    await expect(page.locator('.paper')).not.toContainText('任广田')
  })
  expect(count).toBe(1)

  // The list of all commands has them too.
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: '命令面板' })
  await palette.getByRole('combobox').fill('打印值周表')
  await expect(palette.getByRole('option').first()).toContainText('打印值周表')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByLabel('打印什么')).toHaveValue('rota')
  await page.keyboard.press('Escape')
})

test('the dashboard draws what is counted, tells it in numbers, and leads to the rows', async ({
  app,
  page,
}) => {
  await school(app, page)
  await app.goTo('看板')
  const chart = page.getByRole('region', { name: '事故：按小类' })
  await expect(chart.getByRole('img', { name: /事故：按小类/ })).toBeVisible()
  await page.getByRole('button', { name: '看数字：事故：按小类' }).click()
  await expect(chart.getByRole('row', { name: /^合计/ })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await barriers(page)).toEqual([])
  }
  const counted = Number(
    await chart
      .getByRole('row', { name: /一般安全事故/ })
      .getByRole('cell')
      .textContent(),
  )
  await chart.getByRole('button', { name: '看“一般安全事故”的记录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '事故台账' })).toBeVisible()
  await expect(page.locator('.ag-row .ag-cell[col-id="no"]')).toHaveCount(counted)

  await page.goBack()
  // The bar itself leads there too.
  await chart.locator('[data-category="0"]').click()
  await expect(page.locator('.ag-row .ag-cell[col-id="no"]')).toHaveCount(counted)
  await page.goBack()
  await page.getByLabel('学期').selectOption({ label: '全部时间' })
  await expect(page.getByRole('region', { name: '考核得分分布' })).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(chart.getByRole('img')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
