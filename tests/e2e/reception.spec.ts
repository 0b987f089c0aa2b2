import type { Page } from '@playwright/test'
import { AppPage, expect, test } from './app-page.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A school with one hazard, its code in its profile, and the file it makes for the bureau. */
async function schoolFile(page: Page, code: string, name: string) {
  return page.evaluate(
    async ([code, name]) => {
      await dutybook.create({ kind: 'school', name })
      const [profile] = dutybook.rows('profile')
      dutybook.edit([{ table: 'profile', row: profile!.id, column: 'school_code', value: code }])
      dutybook.add('hazards', [{ found_on: '2026-03-02', content: `${name}栏杆松动`, level: '一般' }])
      const bytes = await dutybook.exportFile({ kind: 'xlsx', audience: 'bureau' })
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return btoa(text)
    },
    [code, name] as const,
  )
}

const asFile = (name: string, content: Buffer | string) => ({
  name,
  mimeType: EXCEL,
  buffer: typeof content === 'string' ? Buffer.from(content, 'base64') : content,
})

test('P5-27 P5-29 a bureau takes in its schools’ files, once, and knows who is missing', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const app = new AppPage(page)
  await app.open()
  const first = await schoolFile(page, '1001', '东镇小学')
  const second = await schoolFile(page, '1002', '西镇小学')

  await page.getByRole('button', { name: '切换工作簿' }).click()
  await page.getByRole('button', { name: '新建教育局工作簿' }).click()
  await page.getByRole('textbox', { name: '教育局名称' }).fill('丰禾县教育局')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  const menu = page.getByRole('navigation').first()
  await expect(menu.getByRole('button', { name: '学期考核' })).toHaveCount(0)
  await app.call('add', 'schools', [
    { code: '1001', name: '东镇小学' },
    { code: '1003', name: '南镇小学' },
  ])

  await menu.getByRole('button', { name: '接收', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: '接收', exact: true })).toBeVisible()
  const broken = Buffer.from(first, 'base64').subarray(0, 4000)
  const files = [asFile('东镇.xlsx', first), asFile('西镇.xlsx', second), asFile('坏了.xlsx', broken)]
  const give = () => page.locator('input[data-reception=files]').setInputFiles(files)
  await give()
  const list = page.getByRole('list', { name: '收到的文件' })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list.getByRole('listitem').filter({ hasText: '坏了.xlsx' })).toContainText('读不出')
  await page.getByRole('button', { name: /认可首次出现的签名/ }).click()
  await page.getByRole('button', { name: /把名录里没有的学校加进去/ }).click()
  await page.getByRole('button', { name: '收下 2 份' }).click()
  await expect(page.getByRole('status').filter({ hasText: '台账新增 2 行' })).toBeVisible()
  await expect(list.getByRole('listitem').filter({ hasText: '已收下' })).toHaveCount(2)
  const ledger = await app.call('rows', 'allHazards')
  expect(ledger.map(({ school, content }) => [school, content])).toEqual([
    ['东镇小学', '东镇小学栏杆松动'],
    ['西镇小学', '西镇小学栏杆松动'],
  ])
  expect((await app.call('rows', 'receipts')).map(({ school, hash }) => [school, hash])).toEqual([
    ['东镇小学', '相符'],
    ['西镇小学', '相符'],
  ])
  await page.getByRole('button', { name: '复制催报名单' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('1 所：南镇小学')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '全部回执' }).click()
  expect((await download).suggestedFilename()).toMatch(/^接收回执-.*\.xlsx$/)

  // The same once more, after the page was begun anew: nothing is written.
  const before = await app.call('stateHash')
  await app.reload()
  await expect(page.getByRole('heading', { name: '接收', exact: true })).toBeVisible()
  await give()
  await expect(list.getByRole('listitem').filter({ hasText: '收过了' })).toHaveCount(2)
  await expect(page.getByRole('button', { name: /^收下/ })).toHaveCount(0)
  expect(await app.call('stateHash')).toBe(before)

  // Every place of a bureau's workbook opens.
  for (const place of ['today', 'problems', 'conflicts', 'history', 'receipts', 'allHazards', 'schools']) {
    await page.goto(`/#/${place}`)
    await expect(page.getByRole('main')).toBeVisible()
  }
})
