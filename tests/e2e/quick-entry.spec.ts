import type { Page } from '@playwright/test'
import { expect, test } from './app-page.ts'
import { barriers } from './axe.ts'

const phone = { width: 390, height: 844 }

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: new Date('2027-03-10T09:00:00+08:00') })
  await app.open()
  await app.create('示例学校', true)
})

const timer = (page: Page, leg: string) => page.getByRole('timer', { name: `${leg} 倒计时` })

/** A pupil breaks an arm in a sports lesson. */
async function fill(page: Page) {
  await page.getByRole('radio', { name: '课堂', exact: true }).check({ force: true })
  await page.getByLabel('事件类型').selectOption('体育运动')
  await page.getByRole('button', { name: '加一名受伤者' }).click()
  await page.getByRole('combobox', { name: '班级' }).fill('三(1)')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '中度' }).check({ force: true })
  await page.getByRole('combobox', { name: '任课教师' }).fill('lls')
  await page.getByRole('option', { name: /^罗来顺/ }).click()
  await page.getByRole('button', { name: '罗来顺（当堂科任教师）' }).click()
}

test('an incident is recorded with its clocks in one step', async ({ app, page }) => {
  await app.goTo('记一起事故')
  await expect(page.getByText('这里就出现每一步报给谁')).toBeVisible()
  await fill(page)
  await expect(page.getByText('较严重，责任待认定')).toBeVisible()
  await expect(timer(page, '责任人→处室负责人')).toHaveText(/还剩\s*04:5\d/)
  const saved = await app.savedNumber()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已记下 SG-20270310-01' })).toBeFocused()
  await expect.poll(() => app.savedNumber()).toBe(saved + 1)
  const legs = await app.call('rows', 'reportLegs', { where: { incident: 'SG-20270310-01' } })
  expect(legs.map(({ leg, accountable }) => [leg, accountable])).toContainEqual([
    '责任人→处室负责人',
    '罗来顺',
  ])
  const [finding] = await app.call('rows', 'findings', { where: { incident: 'SG-20270310-01' } })
  expect(finding).toMatchObject({ person: '罗来顺', finding: '待认定' })
  await app.call('undo')
  expect(await app.call('rows', 'incidents', { where: { no: 'SG-20270310-01' } })).toEqual([])
})

test('clocks run, turn with words, and stop when the report is made', async ({ app, page }) => {
  await app.goTo('记一起事故')
  await fill(page)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const first = timer(page, '责任人→处室负责人')
  await page.clock.runFor(60_000)
  await expect(first).toHaveText(/还剩\s*0[34]:\d\d/)
  await page.clock.runFor(160_000)
  await expect(first).toHaveText(/快到时限/)
  await page.clock.runFor(180_000)
  await expect(first).toHaveText(/已超时\s*0\d:\d\d/)

  await page.getByRole('button', { name: '责任人→处室负责人 已报告' }).click()
  await expect(first).toHaveCount(0)
  await expect(page.getByText('超过时限，请在台账写明原因')).toBeVisible()
  // The director's ten minutes begin when he has been told.
  await expect(timer(page, '主任→分管副校长')).toHaveText(/还剩\s*(09|10):\d\d/)
  await page.getByRole('button', { name: '撤回 责任人→处室负责人 的报告' }).click()
  await expect(first).toHaveText(/已超时/)
  await expect(timer(page, '主任→分管副校长')).toHaveCount(0)
})

test('a report made while the form is open is saved with the incident', async ({ app, page }) => {
  await app.goTo('记一起事故')
  await fill(page)
  await page.getByRole('button', { name: '通知家长 已报告' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已记下 SG-20270310-01' })).toBeVisible()
  const [leg] = await app.call('rows', 'reportLegs', {
    where: { incident: 'SG-20270310-01', leg: '通知家长' },
  })
  expect(leg!['done_at']).toMatch(/^2027-03-10 09:0\d$/)
})

test('what has been typed survives a reload, and clearing it is final', async ({ app, page }) => {
  await app.goTo('记一起事故')
  await fill(page)
  await page.getByLabel('经过').fill('跳箱时落地不稳')
  await page.getByLabel('姓名（可不填，遮住显示）').fill('张小三')
  await app.reload()
  await expect(page.getByText('上次没有记完的内容还在')).toBeVisible()
  await expect(page.getByLabel('经过')).toHaveValue('跳箱时落地不稳')
  await expect(page.getByRole('combobox', { name: '任课教师' })).toHaveValue('罗来顺')
  await expect(page.getByRole('radio', { name: '中度' })).toBeChecked()
  await expect(timer(page, '责任人→处室负责人')).toBeVisible()
  await page.getByRole('button', { name: '清空重填' }).click()
  await app.reload()
  await expect(page.getByLabel('经过')).toHaveValue('')
  await expect(page.getByRole('radio', { name: '课堂', exact: true })).not.toBeChecked()
})

test('nothing is saved before there is enough, and the way to school has no clocks', async ({
  app,
  page,
}) => {
  await app.goTo('记一起事故')
  await expect(page.getByText('至少要有时间、场景')).toBeVisible()
  await page.getByRole('button', { name: '保存', exact: true }).click({ force: true })
  await expect(page.getByRole('heading', { level: 1, name: '记一起事故' })).toBeVisible()
  await page.getByRole('radio', { name: '上下学途中' }).check({ force: true })
  await page.getByLabel('事件类型').selectOption('交通')
  await expect(page.getByText('只需登记，没有报告时限')).toBeVisible()
})

test('today shows the running clocks, leads everywhere, and lets a report be ticked off', async ({
  app,
  page,
}) => {
  await app.goTo('记一起事故')
  await fill(page)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await app.goTo('今日')
  const clocks = page.getByRole('region', { name: '正在计时的报告' })
  await expect(clocks.getByRole('timer', { name: '通知家长 倒计时' })).toBeVisible()
  await clocks.getByRole('button', { name: '通知家长 已报告' }).click()
  await expect(clocks.getByRole('timer', { name: '通知家长 倒计时' })).toHaveCount(0)
  const undecided = page.getByRole('region', { name: /等待认定的事故/ })
  await expect(undecided).toContainText('SG-20270310-01')
  await undecided.getByRole('button', { name: /SG-20270310-01/ }).click()
  await expect(page).toHaveURL(/#\/incidents$/)
})

test('a new school is told what to do first, and a step that is done disappears', async ({ app, page }) => {
  await app.create('新学校')
  await app.goTo('今日')
  const steps = page.getByRole('region', { name: /开始使用/ })
  await expect(steps.getByRole('button', { name: '登记学期和计分起止日' })).toBeVisible()
  await app.call('add', 'terms', [{ start_date: '2027-02-20', end_date: '2027-07-05' }])
  await expect(steps.getByRole('button', { name: '登记学期和计分起止日' })).toHaveCount(0)
  await steps.getByRole('button', { name: '登记或导入教职工名册' }).click()
  await expect(page).toHaveURL(/#\/staff$/)
})

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true })

  for (const colorScheme of ['light', 'dark'] as const)
    test(`everything is within reach, without barriers (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto('/#/entry')
      await expect(page.getByRole('heading', { level: 1, name: '记一起事故' })).toBeVisible()
      await fill(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, 'nothing sticks out to the side').toBeLessThanOrEqual(0)
      const save = page.getByRole('button', { name: '保存', exact: true })
      await expect(save).toBeInViewport()
      expect((await save.boundingBox())!.height).toBeGreaterThanOrEqual(40)
      // The most urgent clock stays in sight beside the form.
      await expect(page.getByRole('button', { name: /还剩\s*04:/ })).toBeInViewport()
      expect(await barriers(page)).toEqual([])
      await save.click()
      expect(await barriers(page)).toEqual([])
      await page.goto('/#/today')
      await expect(page.getByRole('region', { name: /正在计时的报告/ })).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })
})
