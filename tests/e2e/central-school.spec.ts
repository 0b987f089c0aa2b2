import type { Locator, Page } from '@playwright/test'
import { AppPage, expect, test } from './app-page.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The open school's file for the bureau. */
async function reportFile(page: Page, name: string) {
  const text = await page.evaluate(async () => {
    const bytes = await dutybook.exportFile({ kind: 'xlsx', audience: 'bureau' })
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  })
  return { name, mimeType: EXCEL, buffer: Buffer.from(text, 'base64') }
}

async function school(page: Page, name: string, profile: Readonly<Record<string, string>>, content: string) {
  await page.evaluate(
    async ([name, profile, content]) => {
      await dutybook.create({ kind: 'school', name })
      const [{ id }] = dutybook.rows('profile') as [{ id: string }]
      dutybook.edit(
        Object.entries(profile).map(([column, value]) => ({ table: 'profile', row: id, column, value })),
      )
      dutybook.add('hazards', [{ found_on: '2026-03-02', content, level: '一般' }])
      await dutybook.settled()
    },
    [name, profile, content] as const,
  )
}

const listOf = (page: Page): Locator => page.getByRole('list', { name: '收到的文件' })

test('P5-28 a central school takes in its village school’s file and sends one file on to the bureau', async ({
  page,
}) => {
  const app = new AppPage(page)
  await app.open()
  await school(page, '东山教学点', { school_code: '2011', parent_school: '东镇中心小学' }, '院墙开裂')
  const village = await reportFile(page, '东山教学点.xlsx')

  const menu = page.getByRole('navigation', { name: '导航' })
  await school(page, '东镇中心小学', { school_code: '2010', school_type: '中心校' }, '栏杆松动')
  await app.call('add', 'villageSchools', [{ code: '2012', name: '西山教学点' }])
  // Given where files are imported, it is known for what it is.
  await page.getByRole('banner').getByRole('button', { name: '导入' }).click()
  await page.getByRole('dialog', { name: '导入文件' }).locator('input[type=file]').setInputFiles(village)
  await expect(page.getByRole('heading', { level: 1, name: '接收' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(listOf(page).getByRole('listitem')).toContainText('下属学校里没有代码 2011')
  await page.getByRole('button', { name: /把没列出的下属学校加进去/ }).click()
  await page.getByRole('button', { name: '收下 1 份' }).click()
  await expect(page.getByRole('status').filter({ hasText: '本校报教育局时一并带上' })).toBeVisible()
  await expect(page.getByRole('region', { name: '下属学校谁报了，谁没报' })).toContainText('西山教学点')
  await menu.getByRole('button', { name: '下属学校' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '下属学校' })).toBeVisible()
  expect((await app.call('rows', 'villageSchools')).map((row) => [row['name'], row['month_state']])).toEqual([
    ['西山教学点', expect.stringMatching(/未报|逾期/)],
    ['东山教学点', '已报'],
  ])
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click()
  const exporting = page.getByRole('dialog', { name: '导出' })
  await exporting.getByRole('radio', { name: /报教育局/ }).check()
  await exporting.getByRole('radio', { name: /所选的表/ }).check()
  await exporting.getByRole('button', { name: '全选' }).click()
  await expect(exporting.getByRole('status')).toContainText('连同下属学校 1 所的报告')
  await page.keyboard.press('Escape')
  const central = await reportFile(page, '东镇中心小学.xlsx')

  await app.call('create', { kind: 'bureau', name: '丰禾县教育局' })
  await app.call('add', 'schools', [
    { code: '2010', name: '东镇中心小学' },
    { code: '2011', name: '东山教学点' },
  ])
  await page.goto('/#/reception')
  const give = (...files: (typeof central)[]) =>
    page.locator('input[data-reception=files]').setInputFiles(files)
  await give(central)
  const [own, below] = [listOf(page).getByRole('listitem').nth(0), listOf(page).getByRole('listitem').nth(1)]
  await expect(own).toContainText('东镇中心小学')
  await expect(below).toContainText('经东镇中心小学报来。')
  await expect(below).toContainText('收下就填成东镇中心小学')
  await page.getByRole('button', { name: /认可首次出现的签名/ }).click()
  await page.getByRole('button', { name: '收下 2 份' }).click()
  await expect(page.getByRole('status').filter({ hasText: '台账新增 2 行' })).toBeVisible()
  const told = async (table: string, ...columns: string[]) =>
    (await app.call('rows', table)).map((row) => columns.map((column) => row[column] ?? ''))
  expect(await told('allHazards', 'school', 'content', 'via')).toEqual([
    ['东镇中心小学', '栏杆松动', ''],
    ['东山教学点', '院墙开裂', '东镇中心小学'],
  ])
  expect(await told('receipts', 'school', 'via', 'hash')).toEqual([
    ['东镇中心小学', '', '相符'],
    ['东山教学点', '东镇中心小学', '相符'],
  ])
  expect(await told('schools', 'name', 'parent')).toEqual([
    ['东镇中心小学', ''],
    ['东山教学点', '东镇中心小学'],
  ])
  // The same report by itself, and all once more: nothing is written.
  const before = await app.call('stateHash')
  await give(village, central)
  await expect(listOf(page).getByRole('listitem').filter({ hasText: '收过了' })).toHaveCount(3)
  expect(await app.call('stateHash')).toBe(before)
})
