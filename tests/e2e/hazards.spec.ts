import type { Page } from '@playwright/test'
import { expect, test, type AppPage } from './app-page.ts'

const panel = (page: Page) => page.getByRole('complementary', { name: '侧栏' })
const steps = (page: Page) => panel(page).getByRole('region', { name: '下一步' })
const field = (page: Page, name: string) => panel(page).getByLabel(name, { exact: true })

/** A table by its address, wherever the navigation has it. */
async function show(page: Page, table: string, heading: string) {
  await page.goto(`/#/${table}`)
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible()
}

async function school(app: AppPage, page: Page) {
  await page.clock.install({ time: new Date('2026-12-16T09:00:20+08:00') })
  await app.open()
  await app.create('示例学校', true)
  await app.empty('checklists', 'inspectionItems', 'inspections', 'hazards', 'monthlyReports', 'submissions')
}

test('a failed item becomes a hazard, which is put right, checked by another and closed', async ({
  app,
  page,
}) => {
  await school(app, page)
  await show(page, 'checklists', '检查清单库')
  await page.getByRole('button', { name: '填入常用的' }).click()
  const dialog = page.getByRole('dialog', { name: '填入常用内容' })
  await expect(dialog.getByRole('checkbox')).toHaveCount(13)
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  await dialog.getByRole('checkbox', { name: /消防/ }).check()
  await dialog.getByRole('button', { name: /填入 \d+ 条/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(app.cell(0, 'item')).toHaveText('安全出口')

  const [first, second] = (await app.call('rows', 'staff')).map(({ name }) => String(name))
  const [area] = (await app.call('rows', 'areas')).map(({ area }) => String(area))
  await app.call('add', 'inspections', [
    { kind: '每周必查', lists: '消防', inspectors: first!, areas: area!, summary: '总体良好' },
  ])
  await show(page, 'inspections', '检查记录')
  await app.select(0, 'kind')
  await steps(page).getByRole('button', { name: '列出检查项目' }).click()
  await expect.poll(async () => (await app.call('rows', 'inspections'))[0]!.unchecked).toBe(23)

  await show(page, 'inspectionItems', '检查明细')
  await app.select(4, 'item')
  await field(page, '结果').selectOption('不合格')
  await field(page, '问题描述').fill('三楼一具压力不足')
  await field(page, '问题描述').blur()
  await expect(field(page, '对应隐患')).toHaveValue('YH-20261216-01')

  await show(page, 'hazards', '隐患排查整治台账')
  await expect(app.cell(0, 'content')).toHaveText('灭火器：三楼一具压力不足')
  await app.select(0, 'content')
  await panel(page).getByRole('tab', { name: '相关' }).click()
  await expect(panel(page).getByRole('heading', { name: /检查明细/ })).toBeVisible()
  await panel(page).getByRole('tab', { name: '内容' }).click()
  await field(page, '整改责任人').fill(first!)
  await field(page, '整改责任人').press('Enter')
  await steps(page).getByLabel('整改情况').fill('换了新的')
  await steps(page).getByRole('button', { name: '整改完成' }).click()
  await expect(steps(page).getByRole('alert')).toHaveText(/整改后照片/)
  await field(page, '整改后照片').fill('新灭火器.jpg')
  await field(page, '整改后照片').blur()
  await steps(page).getByRole('button', { name: '整改完成' }).click()

  const checker = steps(page).getByRole('combobox', { name: '复查人' })
  await checker.fill(first!)
  await checker.press('Enter')
  await steps(page).getByRole('button', { name: '复查合格' }).click()
  await expect(steps(page).getByRole('alert')).toHaveText(/不能是整改责任人/)
  await checker.fill(second!)
  await checker.press('Enter')
  await steps(page).getByRole('button', { name: '退回整改' }).click()
  await steps(page).getByLabel('整改情况').fill('换了两具')
  await steps(page).getByRole('button', { name: '整改完成' }).click()
  await checker.fill(second!)
  await checker.press('Enter')
  await steps(page).getByRole('button', { name: '复查合格' }).click()
  await steps(page).getByRole('button', { name: '销号' }).click()
  await expect(steps(page)).toHaveCount(0)
  const [hazard] = await app.call('rows', 'hazards')
  expect(hazard).toMatchObject({ state: '已销号', returns: 1, reviewer: second, closed_on: '2026-12-16' })
})

test('a monthly report is frozen when it is sent, and an incident leads to its hazard', async ({
  app,
  page,
}) => {
  await school(app, page)
  await show(page, 'incidents', '事故台账')
  await app.select(0, 'no')
  await steps(page).getByRole('button', { name: '登记为隐患' }).click()
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(/^YH-/)
  await field(page, '隐患内容').fill('楼梯防滑条脱落')
  await field(page, '隐患内容').blur()
  const [incident] = await app.call('rows', 'incidents')
  await expect(field(page, '关联事故')).toHaveValue(String(incident!.no))

  await show(page, 'monthlyReports', '隐患月报表')
  await page.getByRole('button', { name: '新增一行' }).first().click()
  await expect(app.cell(0, 'month')).toHaveText('2026-12')
  const open = await app.cell(0, 'open').innerText()
  await steps(page).getByRole('button', { name: '报送并封存' }).click()
  await expect(steps(page).getByRole('alert')).toHaveText(/零隐患说明/)
  await field(page, '零隐患说明').fill('按计划检查，没有新发现')
  await field(page, '零隐患说明').blur()
  await steps(page).getByRole('button', { name: '报送并封存' }).click()
  await expect(steps(page)).toHaveCount(0)
  const [report] = await app.call('rows', 'monthlyReports')
  expect(report).toMatchObject({ sent_at: '2026-12-16 09:00', changed: '否' })
  expect(String(report!.hash)).toMatch(/^[0-9a-f]{64}$/)
  expect(String(report!.open)).toBe(open)
  expect(await app.call('rows', 'submissions')).toEqual([
    expect.objectContaining({ item: '隐患月报', period: '2026-12', state: '已报', hash: report!.hash }),
  ])
  await app.press('Control+z')
  await expect(steps(page).getByRole('button', { name: '报送并封存' })).toBeVisible()
  expect(await app.call('rows', 'submissions')).toEqual([])
})
