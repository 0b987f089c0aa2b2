import type { Page } from '@playwright/test'
import { AppPage, expect, test } from './app-page.ts'
import { expectAccessible } from './axe.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A school with hazards found today, and the file it makes for the bureau. */
async function schoolFile(page: Page, code: string, name: string, hazards: number) {
  return page.evaluate(
    async ([code, name, hazards]) => {
      await dutybook.create({ kind: 'school', name })
      const [profile] = dutybook.rows('profile')
      const row = { table: 'profile', row: profile!.id }
      dutybook.edit([
        { ...row, column: 'school_code', value: code },
        { ...row, column: 'students_total', value: 500 },
      ])
      const now = new Date()
      const two = (value: number) => String(value).padStart(2, '0')
      const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
      const rows = Array.from({ length: hazards }, (_, at) => ({
        found_on: today,
        category: at === 0 ? '消防' : '用电',
        content: `${name}第${at + 1}处`,
        level: at === 0 ? '重大' : '一般',
      }))
      dutybook.add('hazards', rows)
      const bytes = await dutybook.exportFile({ kind: 'xlsx', audience: 'bureau' })
      let text = ''
      for (const byte of bytes) text += String.fromCharCode(byte)
      return btoa(text)
    },
    [code, name, hazards] as const,
  )
}

test('P6-21 P5-24 a number of 全县汇总 leads to its rows, a row to the school’s file, and back', async ({
  page,
}) => {
  const app = new AppPage(page)
  await app.open()
  const files = [
    await schoolFile(page, '1001', '东镇小学', 3),
    await schoolFile(page, '1002', '西镇小学', 1),
  ].map((text, at) => ({
    name: `${at + 1}.xlsx`,
    mimeType: EXCEL,
    buffer: Buffer.from(text, 'base64'),
  }))
  await app.call('create', { kind: 'bureau', name: '丰禾县教育局' })
  await page.goto('/#/reception')
  await expect(page.getByRole('heading', { name: '接收', exact: true })).toBeVisible()
  await page.locator('input[data-reception=files]').setInputFiles(files)
  await page.getByRole('button', { name: /把名录里没有的学校加进去/ }).click()
  await page.getByRole('button', { name: '收下 2 份' }).click()
  await expect(page.getByRole('status').filter({ hasText: '台账新增 4 行' })).toBeVisible()

  await page.getByRole('navigation').first().getByRole('button', { name: '全县汇总' }).click()
  const hazards = page.getByRole('table', { name: '隐患', exact: true })
  await expect(hazards.getByRole('row', { name: /^新增隐患/ })).toContainText('4')
  // Four hazards, a thousand pupils.
  await expect(hazards.getByRole('row', { name: /^每千名学生新增隐患/ })).toContainText(
    '新增隐患 4 ÷ 学生数 1000 × 1000',
  )
  const watch = page.getByRole('table', { name: '重大隐患督办' })
  await expect(watch.getByRole('row').filter({ hasText: '西镇小学' })).toContainText('还没有挂牌')

  // Ranked by what is open: fewer is better. Both have closed nothing of what they found, and share the rank.
  const ranking = page.getByRole('table', { name: '学校排名' })
  await expect(ranking.getByRole('row').filter({ hasText: '东镇小学' })).toContainText('并列第 1')
  await ranking.getByRole('button', { name: '未销号隐患', exact: true }).click()
  const second = ranking.getByRole('row').filter({ hasText: '东镇小学' })
  await second.getByRole('button', { name: '第 2' }).click()
  await expect(ranking).toContainText('有数据的 2 所学校里，1 所排在它前面')
  await page.getByRole('checkbox', { name: '比较东镇小学' }).check()
  await page.getByRole('checkbox', { name: '比较西镇小学' }).check()
  await expect(
    page.getByRole('table', { name: '学校比较' }).getByRole('row', { name: /^每千名学生未销号隐患/ }),
  ).toContainText('2★')

  await expectAccessible(page, '全县汇总')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出汇总（.xlsx）' }).click()
  expect((await download).suggestedFilename()).toMatch(/^全县汇总-.*\.xlsx$/)

  await second.getByRole('button', { name: '看“东镇小学 未销号隐患”的 3 背后的记录' }).click()
  await expect(page.getByText('只显示“全县汇总', { exact: false })).toContainText('的 3 行')
  await expect(page.getByText('东镇小学第2处')).toBeVisible()
  await expect(page.getByText('西镇小学第1处')).toHaveCount(0)
  await page.getByText('东镇小学第2处').click()
  await page.getByRole('button', { name: '看学校报来的原件' }).click()
  const original = page.getByRole('dialog', { name: '东镇小学报来的数据' })
  await expect(original).toContainText('这一行报来时是这样')
  await expect(original.getByRole('row').filter({ hasText: '东镇小学第2处' })).toBeVisible()
  await expectAccessible(page, '学校报来的原件', 'dialog')
  await page.keyboard.press('Escape')
  await page.goBack()
  await expect(ranking.getByRole('row').filter({ hasText: '东镇小学' })).toContainText('第 2')

  // From the figures to the paper in one step.
  await page.getByRole('button', { name: '县月报', exact: true }).click()
  const printing = page.getByRole('dialog', { name: '打印报表' })
  await expect(printing.getByRole('button', { name: '打印', exact: true })).toBeEnabled()
  expect(await app.call('rows', 'bulletins')).toHaveLength(1)
})
