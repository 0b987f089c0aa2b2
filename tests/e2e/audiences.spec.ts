import type { Download, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { readSpreadsheet } from '../../src/exchange/read-file.ts'
import { barriers } from './axe.ts'
import { expect, test } from './fixtures.ts'

const PUPIL = '欧阳小鹿'

/** The sample school with a pupil named where a pupil is named, and where none should be. */
async function school(page: Page) {
  await page.goto('/')
  await page.getByRole('button', { name: '打开示例学校' }).click()
  await expect(page.getByRole('banner')).toContainText('示例学校')
  await page.evaluate(async (name) => {
    const [person] = window.dutybook.rows('incidentPeople')
    const [one, other] = window.dutybook.rows('incidents')
    const edit = (table: string, row: string, column: string, value: string) => ({
      table,
      row,
      column,
      value,
    })
    window.dutybook.edit([
      edit('incidentPeople', person!.id, 'name', name),
      edit('incidents', one!.id, 'narrative', `${name}在操场摔倒，家长电话 138 0000 1234。`),
      edit('incidents', other!.id, 'first_aid', `王 老师把${name}送到校医室。`),
    ])
    await window.dutybook.settled()
  }, PUPIL)
}

const exporting = (page: Page) => page.getByRole('dialog', { name: '导出' })
const open = (page: Page) => page.getByRole('banner').getByRole('button', { name: '导出' }).click()
const start = (page: Page) => exporting(page).getByRole('button', { name: '导出', exact: true })

async function onlyIncidents(page: Page) {
  await exporting(page)
    .getByRole('radio', { name: /所选的表/ })
    .check()
  await exporting(page).getByRole('button', { name: '全不选' }).click()
  await exporting(page)
    .getByRole('checkbox', { name: /^事故台账/ })
    .check()
  await exporting(page)
    .getByRole('checkbox', { name: /^事故涉及人员/ })
    .check()
}

async function textOf(download: Download): Promise<string> {
  const bytes = new Uint8Array(await readFile(await download.path()))
  const read = await readSpreadsheet(bytes, download.suggestedFilename())
  if (!read.ok) throw new Error(read.problem.code)
  return JSON.stringify(read.sheets)
}

test('the file for the bureau waits until every name in its texts is dealt with, and is written into the log', async ({
  page,
}) => {
  await school(page)
  await open(page)
  // Scores alone are for leaders; tables are for the bureau.
  await expect(exporting(page).getByRole('radio', { name: /^校内/ })).toBeChecked()
  await onlyIncidents(page)
  await expect(exporting(page).getByRole('radio', { name: /^报教育局/ })).toBeChecked()
  await exporting(page)
    .getByRole('checkbox', { name: /带上文字说明的摘要/ })
    .check()
  await start(page).click()

  await expect(exporting(page).getByRole('heading', { name: /文字里有 \d+ 处/ })).toBeVisible()
  await expect(exporting(page).locator('mark').filter({ hasText: PUPIL }).first()).toBeVisible()
  await expect(start(page)).toBeDisabled()
  await exporting(page).getByRole('button', { name: '全部遮住' }).click()
  const first = exporting(page).getByRole('combobox', { name: '怎么处理' }).first()
  await first.selectOption('改写')
  await exporting(page).getByLabel('送出去的文字').fill(`${PUPIL}受伤`)
  await exporting(page)
    .getByRole('checkbox', { name: /摘要我看过了/ })
    .check()
  await start(page).click()
  await expect(exporting(page)).toContainText('改写后的文字里还有姓名')
  await exporting(page).getByLabel('送出去的文字').fill('一名学生在操场受伤')
  const downloading = page.waitForEvent('download')
  await start(page).click()
  const text = await textOf(await downloading)
  expect(text).toContain('一名学生在操场受伤')
  expect(text).not.toContain(PUPIL)
  expect(text).not.toContain('0000 1234')
  expect(text).toContain('文件说明')
  await expect(exporting(page).getByRole('status')).toContainText('已记入导出记录')
  await page.keyboard.press('Escape')

  const [row] = await page.evaluate(() => window.dutybook.rows('exports'))
  expect(row).toMatchObject({ audience: '报教育局', pupils_named: 0 })
  expect(String(row!['sha256'])).toMatch(/^[0-9a-f]{64}$/)
  const refused = await page.evaluate((id) => {
    const cell = { table: 'exports', row: id, column: 'audience', value: '公示' }
    return [window.dutybook.edit([cell]).changed, window.dutybook.remove('exports', [id]).removed]
  }, row!.id)
  expect(refused).toEqual([0, 0])
})

test('leaders get one colleague’s own scores, and a notice board no persons', async ({ page }) => {
  await school(page)
  await open(page)
  const { name, others } = await page.evaluate(() => {
    const scores: Record<string, unknown>[] = window.dutybook.scores('2026-2027 第一学期')
    const names = scores.map((row) => String(row['person']))
    return { name: names[0]!, others: names.slice(1) }
  })
  await exporting(page).getByLabel('谁的成绩').selectOption(name)
  await expect(exporting(page).getByRole('status')).toContainText(`${name}一个人的得分`)
  let downloading = page.waitForEvent('download')
  await start(page).click()
  const own = await downloading
  expect(own.suggestedFilename()).not.toContain(name)
  const text = await textOf(own)
  expect(text).toContain(name)
  expect(others.filter((other) => text.includes(other))).toEqual([])
  await page.keyboard.press('Escape')

  await open(page)
  await exporting(page).getByRole('radio', { name: /^公示/ }).check()
  await expect(exporting(page).getByRole('status')).toContainText('没有个人，也没有公式')
  downloading = page.waitForEvent('download')
  await start(page).click()
  const notice = await textOf(await downloading)
  expect([name, ...others].filter((each) => notice.includes(each))).toEqual([])
  expect(notice).toContain('平均得分')
})

test('a file of everything begins with every table ticked, and says why', async ({ page }) => {
  await school(page)
  await page.evaluate(() => (location.hash = '#/staff'))
  await expect(page.getByRole('grid')).toBeVisible()
  await open(page)
  const ticked = exporting(page)
    .getByRole('group', { name: '所选的表' })
    .getByRole('checkbox', { checked: true })
  await expect(ticked).toHaveCount(1)
  await exporting(page).getByRole('radio', { name: /^全部/ }).check()
  await expect(ticked).not.toHaveCount(1)
  await expect(exporting(page).getByText('只有完整的文件，另一台电脑才能合并')).toBeVisible()
  await expect(exporting(page).getByRole('status')).toContainText('另一台电脑可以把它合并进去')
  // Whoever unticks something has decided: another audience changes nothing any more.
  await exporting(page).getByRole('button', { name: '全不选' }).click()
  await exporting(page)
    .getByRole('checkbox', { name: /^事故台账/ })
    .check()
  await exporting(page).getByRole('radio', { name: /^校内/ }).check()
  await expect(ticked).toHaveCount(1)
})

for (const look of [
  { name: 'light', colorScheme: 'light', viewport: { width: 1366, height: 768 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1366, height: 768 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const)
  test.describe(`on show, ${look.name}`, () => {
    test.use({ colorScheme: look.colorScheme, viewport: look.viewport })

    test('nothing in the export shuts anybody out', async ({ page }, info) => {
      const seen = async (what: string) => {
        expect(await barriers(page), what).toEqual([])
        await page.screenshot({ path: info.outputPath(`${what}.png`) })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide, `${what}: wider than the screen`).toBeLessThanOrEqual(0)
      }
      await school(page)
      await open(page)
      await seen('for-whom')
      await onlyIncidents(page)
      await exporting(page)
        .getByRole('checkbox', { name: /带上文字说明的摘要/ })
        .check()
      await start(page).click()
      await expect(exporting(page).getByRole('heading', { name: /文字里有 \d+ 处/ })).toBeVisible()
      await exporting(page).getByRole('combobox', { name: '怎么处理' }).first().selectOption('改写')
      await seen('found')
      await exporting(page).getByRole('button', { name: '全部不带出' }).click()
      await exporting(page)
        .getByRole('checkbox', { name: /摘要我看过了/ })
        .check()
      await start(page).click()
      await expect(exporting(page).getByRole('status')).toContainText('已导出')
      await seen('sent')
      await page.keyboard.press('Escape')
      await page.evaluate(() => (location.hash = '#/exports'))
      await expect(page.getByRole('grid')).toBeVisible()
      await seen('log')
    })
  })

test('twenty thousand rows are looked through beside the page, which goes on answering and can stop it', async ({
  page,
}) => {
  test.slow()
  await school(page)
  await page.evaluate(async () => {
    const told = '第二节课后在操场跑步时绊倒，膝盖擦伤，值周老师带到校医室清洗包扎。'.repeat(2)
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      no: `X-${at}`,
      occurred_at: '2026-10-08 10:00',
      narrative: `${at} ${told}`,
      first_aid: `${told} ${at}`,
    }))
    window.dutybook.add('incidents', rows)
    await window.dutybook.settled()
  })
  await open(page)
  await onlyIncidents(page)
  await exporting(page)
    .getByRole('checkbox', { name: /带上文字说明的摘要/ })
    .check()
  // How long the page was ever without a turn, from here on.
  await page.evaluate(() => {
    const beats = { last: performance.now(), longest: 0 }
    Object.assign(window, { beats })
    setInterval(() => {
      const now = performance.now()
      beats.longest = Math.max(beats.longest, now - beats.last)
      beats.last = now
    }, 10)
  })
  await start(page).click()
  await expect(exporting(page).getByRole('progressbar')).toBeVisible()
  await exporting(page).getByRole('button', { name: '停止' }).click()
  await expect(start(page)).toBeEnabled()
  const began = Date.now()
  await start(page).click()
  await expect(exporting(page).getByRole('heading', { name: /文字里有 \d+ 处/ })).toBeVisible({
    timeout: 120_000,
  })
  const longest = await page.evaluate(
    () => (window as unknown as { beats: { longest: number } }).beats.longest,
  )
  console.log(
    `40,000 texts looked through in ${Date.now() - began} ms, the page still for ${longest.toFixed(0)} ms at most`,
  )
  await expect(exporting(page).locator('mark').filter({ hasText: PUPIL }).first()).toBeVisible()
  // A fifth of a second here; the machine that runs all tests is slower and busy.
  expect(longest).toBeLessThan(1_000)
})
