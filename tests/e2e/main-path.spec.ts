import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { hasOffice, recalculated } from '../exchange/libre-office.ts'
import { expect, test, type AppPage } from './app-page.ts'
import { Profile, Site } from './profile.ts'
import { ledgerFile, staffFile, type TestFile } from './school-files.ts'

test.use({ serviceWorkers: 'allow' })

const TERM = '2026-2027 第一学期'

/** The list of 学期考核 as a person reads it: each row's texts under its headings. */
async function shownScores(page: Page): Promise<Record<string, string>[]> {
  const list = page.getByRole('grid', { name: '学期得分表' })
  const texts = await list
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          (cell as HTMLElement).innerText.replace(/[▲▼\s]/g, ''),
        ),
      ),
    )
  const [headings, ...rows] = texts
  return rows.map((row) => Object.fromEntries(row.map((text, at) => [headings![at]!, text])))
}

async function importFile(page: Page, file: TestFile, rows: number): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  const dialog = page.getByRole('dialog', { name: '导入文件' })
  await dialog.locator('input[type=file]').setInputFiles(file)
  await dialog.getByRole('button', { name: `导入 ${rows} 行` }).click()
  await expect(dialog.getByRole('status')).toContainText('已导入')
  await page.keyboard.press('Escape')
}

async function saved(app: AppPage): Promise<void> {
  await expect(app.page.locator('[data-saved-seq]')).toHaveText(/^\s*已保存到第 \d+ 步/)
}

test(
  'from the school’s own Excel to the scores, unplugged after the first minute, and on again another day',
  { tag: '@main' },
  async () => {
    test.setTimeout(240_000)
    const site = new Site()
    await site.start()
    const profile = new Profile()
    try {
      let app = await profile.open(site)
      let { page } = app

      // Somebody opens the page for the first time and starts a workbook.
      await page.getByRole('button', { name: '新建工作簿' }).click()
      await page.getByLabel('学校名称').fill('实验小学')
      await page.getByRole('button', { name: '新建', exact: true }).click()
      await expect(app.status).toContainText('断网可用')
      // Nothing is asked of anybody from here on: the plug can be pulled.
      await site.stop()
      const askedAtStart = site.asked.length

      await importFile(page, await staffFile(), 5)
      await importFile(page, await ledgerFile(), 12)
      await app.goTo('学期考核')
      const row = async (name: string) => (await shownScores(page)).find((each) => each['姓名'] === name)
      await expect(page.getByRole('grid', { name: '学期得分表' })).toBeVisible()
      expect(await row('周明')).toMatchObject({ 直接责任扣分: '−40', 最终得分: '60' })
      expect(await row('郑强')).toMatchObject({ 管理责任扣分: '−10', 最终得分: '90' })

      // It was Wu Fang who taught the third lesson: chosen by the first letters of her name.
      await app.goTo('事故责任认定')
      await expect(app.field).toBeFocused()
      await app.press('ArrowDown', 'ArrowDown', 'ArrowRight')
      await page.keyboard.type('wf')
      await expect(page.getByRole('option', { name: '吴芳' })).toBeVisible()
      await app.press('Enter')
      await expect(app.cell(2, 'person')).toHaveText('吴芳')

      // The first injury was worse than the list said. Injuries are covered until somebody asks to see them.
      await app.goTo('事故涉及人员')
      await page.getByRole('main').getByRole('button', { name: '显示敏感信息' }).click()
      await app.select(0, 'level')
      await page.keyboard.type('中度')
      await app.press('Enter')
      await expect(app.cell(0, 'level')).toHaveText('中度')
      await saved(app)

      await app.goTo('学期考核')
      await expect.poll(async () => (await row('周明'))?.['最终得分']).toBe('50')
      expect(await row('吴芳')).toMatchObject({ 直接责任扣分: '−40', 最终得分: '60' })
      // One ordinary and one worse incident no longer make a pair of either kind.
      expect(await row('郑强')).toMatchObject({ 管理责任扣分: '', 最终得分: '100' })

      await page.getByRole('row', { name: /^周明/ }).click()
      const receipt = page.getByRole('region', { name: '周明 的得分依据' })
      await expect(receipt).toContainText('SG-01')
      await expect(receipt).toContainText('50')
      await expect(receipt).not.toContainText('SG-03')
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: '核对' }).click()
      await expect(page.getByText(/^一致：/)).toBeVisible()

      // A workbook for the principal, which another program comes to the same numbers with.
      const shown = await shownScores(page)
      expect(shown).toHaveLength(5)
      await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
      const exporting = page.getByRole('dialog', { name: '导出' })
      await exporting.getByRole('radio', { name: /给校长的考核工作簿/ }).check()
      const downloading = page.waitForEvent('download')
      await exporting.getByRole('button', { name: '导出', exact: true }).click()
      const download = await downloading
      expect(download.suggestedFilename()).toBe(`双责簿-实验小学-${TERM}.xlsx`)
      await page.keyboard.press('Escape')
      if (hasOffice) {
        const [book] = await recalculated([new Uint8Array(await readFile(await download.path()))])
        const sheet = book!.get('学期考核')!
        const paid = book!.get('津贴发放')!
        const points = (text: string | undefined) =>
          Number((text || '0').replace('−', '').replace(/^归零/, ''))
        // Names stay as the school wrote them, spaces and all; the list above was read without.
        const of = (lines: typeof sheet, name: string) =>
          lines.find((line) => String(line['姓名']).replace(/\s/g, '') === name)!
        for (const each of shown) {
          const there = of(sheet, each['姓名']!)
          expect(
            [there['直接责任扣分'], there['管理责任扣分'], there['原始得分'], there['最终得分']],
            each['姓名'],
          ).toEqual(['直接责任扣分', '管理责任扣分', '原始得分', '最终得分'].map((key) => points(each[key])))
          expect(of(paid, each['姓名']!)['应发(元)']).toBe(Number(each['津贴(元)']))
        }
      }

      // Home for the day. The next morning there is still no network.
      const hash = await app.call('stateHash')
      await profile.close()
      app = await profile.open(site)
      page = app.page
      await app.ready()
      expect(await app.call('stateHash')).toBe(hash)
      await expect(page.getByRole('grid', { name: '学期得分表' })).toBeVisible()
      expect(await shownScores(page)).toEqual(shown)

      await app.goTo('教职工名册')
      await app.select(0, 'name')
      const before = await app.savedNumber()
      await page.keyboard.type('周大明')
      await app.press('Enter')
      await expect.poll(() => app.savedNumber()).toBe(before + 1)
      await saved(app)
      await app.goTo('学期考核')
      await expect.poll(async () => (await row('周大明'))?.['最终得分']).toBe('50')
      await page.getByRole('button', { name: '撤销', exact: true }).click()
      await expect.poll(async () => (await row('周明'))?.['最终得分']).toBe('50')

      expect(site.asked.slice(askedAtStart)).toEqual([])
      expect(profile.allBreaches).toEqual([])
    } finally {
      await profile.close().catch(() => {})
      profile.remove()
      await site.stop().catch(() => {})
    }
  },
)
