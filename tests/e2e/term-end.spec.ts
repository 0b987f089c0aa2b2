import { expect, test } from './app-page.ts'
import { barriers } from './axe.ts'

const TERM = '2026-2027 第一学期'

test('a term is confirmed, posted and sealed, and what comes later is adjusted', async ({ app, page }) => {
  await page.clock.install({ time: new Date('2027-01-25T09:00:20+08:00') })
  await app.open()
  await app.create('示例学校', true)
  await app.empty('pledges')
  await app.call('add', 'terms', [{ start_date: '2027-02-22', end_date: '2027-07-09' }])
  await app.call('add', 'meetings', [{ at: '2027-01-25 15:00', kind: '校长办公会' }])
  const scores = async () =>
    ((await app.call('scores', TERM)) as unknown as { person: string; final: number; amount: number }[]).map(
      ({ person, final, amount }) => [person, final, amount],
    )
  // What is due leads to where it is done, for the term it is about.
  await app.goTo('今日')
  const item = page.getByRole('listitem').filter({ hasText: '确认得分并封账' }).filter({ hasText: TERM })
  await item.getByRole('button').first().click()
  await expect(page.getByRole('combobox', { name: '学期' }).locator('option:checked')).toHaveText(TERM)
  const step = (name: string) => page.getByRole('region', { name })

  await test.step('the checklist opens the row that is still open', async () => {
    await expect(step('一、清单')).toContainText('还有 5 项没有办完')
    expect(await barriers(page)).toEqual([])
    await step('一、清单').getByRole('button', { name: 'SG-20261009-01', exact: true }).click()
    await expect(page).toHaveURL(/#\/incidents$/)
    await page.goBack()
    await page.getByRole('combobox', { name: '学期' }).selectOption(TERM)
    await page.getByRole('button', { name: '学期收尾' }).click()
  })

  await test.step('confirmed by a meeting, posted, sealed: one change each', async () => {
    const saved = await app.savedNumber()
    await step('二、确认').getByRole('combobox').selectOption({ label: '2027-01-25 15:00 校长办公会' })
    await step('二、确认').getByRole('button', { name: '会议已确认得分' }).click()
    await expect(step('二、确认')).toContainText('校长办公会 确认。')
    await step('三、公示').getByRole('button', { name: '开始公示' }).click()
    await expect(step('三、公示')).toContainText('2027-01-25 至 2027-02-01 公示。')
    const seal = step('四、封账').getByRole('button', { name: '封账', exact: true })
    await step('四、封账').getByLabel('封账人').fill('程远山')
    await expect(seal).toBeDisabled()
    await step('四、封账').getByRole('checkbox').check()
    await seal.click()
    await expect(step('四、封账')).toContainText('程远山 于 2027-01-25 09:00 封账')
    await expect(step('四、封账')).toContainText('封账数据完好')
    await expect.poll(() => app.savedNumber()).toBe(saved + 3)
  })

  const sealed = await scores()
  await test.step('an incident that is opened again moves no sealed score; the difference counts later', async () => {
    const incidents = await app.call('rows', 'incidents', { where: { no: 'SG-20261109-01' } })
    await app.call('edit', [{ table: 'incidents', row: incidents[0]!.id, column: 'state', value: '申诉中' }])
    expect(await scores()).toEqual(sealed)
    const changes = step('六、封账以后的变化')
    const row = changes.getByRole('row', { name: /^余晓岚/ })
    await expect(row).toContainText('70')
    await expect(row).toContainText('100')
    await changes.getByRole('combobox').selectOption({ label: '2027-01-25 15:00 校长办公会' })
    await row.getByRole('textbox', { name: '调整原因' }).fill('申诉成立')
    await row.getByRole('button', { name: '记 余晓岚 的调整' }).click()
    await expect(row.getByRole('button', { name: /的调整$/ })).toHaveCount(0)
    const [adjusted] = (await app.call('rows', 'deductions')).filter((each) => each['adjusts'] === TERM)
    expect(adjusted).toMatchObject({
      person: '余晓岚',
      term: '2026-2027 第二学期',
      manual_points: 30,
      state: '已确认',
    })
    expect(await scores()).toEqual(sealed)
  })

  await test.step('it stands beside the term before, and holds after a reload', async () => {
    await expect(step('七、与上学期比较').getByRole('row', { name: /^余晓岚/ })).toContainText('-20')
    await page.locator('[data-saved-seq]').waitFor()
    await app.call('settled')
    await app.reload()
    expect(await scores()).toEqual(sealed)
  })
})

test('the number of what is due stands on the icon of the installed program', async ({ app, page }) => {
  await page.clock.install({ time: new Date('2027-03-10T07:50:00+08:00') })
  await page.addInitScript(() => {
    const shown: number[] = []
    Object.assign(globalThis, { shown })
    Object.assign(navigator, { setAppBadge: async (count: number) => void shown.push(count) })
    const media = matchMedia.bind(window)
    window.matchMedia = (query) =>
      query === '(display-mode: standalone)' ? ({ ...media(query), matches: true } as never) : media(query)
  })
  await app.open()
  await app.create('示例学校', true)
  await page.clock.runFor(5_000)
  const count = () => page.evaluate(() => (globalThis as unknown as { shown: number[] }).shown.at(-1) ?? 0)
  await expect
    .poll(async () => {
      await page.clock.runFor(3_000)
      return count()
    })
    .toBeGreaterThan(0)
  await app.goTo('今日')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存到日历' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('示例学校 到期事项 2027-03-10.ics')
})
