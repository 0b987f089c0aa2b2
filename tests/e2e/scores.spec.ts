import type { Locator } from '@playwright/test'
import { expect, test } from './app-page.ts'
import { barriers } from './axe.ts'

/** The cell of a row of the list, by the words of its heading. */
async function cellOf(list: Locator, person: string, heading: string): Promise<Locator> {
  const headings = await list.getByRole('columnheader').allInnerTexts()
  const at = headings.findIndex((text) => text.startsWith(heading))
  return list
    .getByRole('row', { name: new RegExp(`^${person}`) })
    .locator('th, td')
    .nth(at)
}

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: new Date('2027-03-10T09:00:20+08:00') })
  await app.open()
  await app.create('示例学校', true)
  await app.goTo('学期考核')
})

test('shows every colleague, and the same numbers as the doors for programs', async ({ app, page }) => {
  const list = page.getByRole('grid', { name: '学期得分表' })
  const scores = await app.call('scores', '2026-2027 第一学期')
  expect(scores.length).toBeGreaterThan(30)
  await expect(list.getByRole('row')).toHaveCount(scores.length + 1)
  for (const score of scores as unknown as { person: string; final: number; amount: number }[]) {
    await expect(await cellOf(list, score.person, '最终得分')).toHaveText(new RegExp(`${score.final}$`))
    await expect(await cellOf(list, score.person, '津贴')).toHaveText(score.amount.toFixed(2))
  }
  await expect(page.getByText(`${scores.length} 人`, { exact: true })).toBeVisible()
})

test('what may still come stands in a column of its own, in words', async ({ page }) => {
  const list = page.getByRole('grid', { name: '学期得分表' })
  await expect(await cellOf(list, '田素芬', '预计扣分')).toHaveText('预计 −20')
  await expect(await cellOf(list, '田素芬', '最终得分')).toHaveText('100')
})

test('sorts by any heading, finds by pinyin and department', async ({ page }) => {
  const list = page.getByRole('grid', { name: '学期得分表' })
  const finals = async () => {
    const headings = await list.getByRole('columnheader').allInnerTexts()
    const at = headings.findIndex((text) => text.startsWith('最终得分'))
    const cells = await list.locator(`tbody tr > :nth-child(${at + 1})`).allInnerTexts()
    return cells.map((text) => Number(text.replace(/\D+/, '')))
  }
  await list.getByRole('columnheader', { name: '最终得分' }).getByRole('button').click()
  await expect(list.getByRole('columnheader', { name: '最终得分' })).toHaveAttribute('aria-sort', 'ascending')
  const rising = await finals()
  expect(rising).toEqual([...rising].sort((a, b) => a - b))
  await list.getByRole('columnheader', { name: '最终得分' }).getByRole('button').click()
  expect(await finals()).toEqual([...rising].sort((a, b) => b - a))

  await page.getByRole('searchbox', { name: '按姓名或拼音查找' }).fill('yxl')
  await expect(list.getByRole('row', { name: /^余晓岚/ })).toBeVisible()
  await expect(list.getByRole('row')).toHaveCount(2)
  await page.getByRole('searchbox', { name: '按姓名或拼音查找' }).fill('')
  await page.getByRole('combobox', { name: '部门' }).selectOption('总务处')
  await expect(list.getByRole('row', { name: /^余晓岚/ })).toHaveCount(0)
  await expect(list.getByRole('row', { name: /^贺长庚/ })).toBeVisible()
})

test('a receipt opens by key, explains every line, and gives the place in the list back', async ({
  page,
}) => {
  const list = page.getByRole('grid', { name: '学期得分表' })
  const first = list.getByRole('row').nth(1)
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const receipt = page.getByRole('region', { name: '余晓岚 的得分依据' })
  await expect(receipt.getByRole('heading', { name: '余晓岚 的得分依据' })).toBeFocused()
  await expect(receipt.getByRole('group', { name: '得分算式' })).toContainText(/100.*20.*10.*70/)
  await expect(receipt).toContainText('SG-20261109-01')
  await expect(receipt).toContainText('一般安全责任事故')
  await expect(receipt).toContainText('方案四')
  await expect(receipt).toContainText('在岗系数')
  await receipt.getByText('为什么是这一类').click()
  await page.keyboard.press('Escape')
  await expect(receipt).toHaveCount(0)
  await expect(list.getByRole('row', { name: /^余晓岚/ })).toBeFocused()
})

test('a receipt leads to its incident', async ({ page }) => {
  await page.getByRole('row', { name: /^余晓岚/ }).click()
  await page.getByRole('button', { name: '看事故 SG-20261109-01' }).first().click()
  await expect(page).toHaveURL(/#\/incidents$/)
})

test('the states of all are set in one step, and taken back in one', async ({ app, page }) => {
  const list = page.getByRole('grid', { name: '学期得分表' })
  await page.getByRole('button', { name: '全部公示' }).click()
  await expect(await cellOf(list, '程远山', '状态')).toHaveText('公示')
  const saved = await app.savedNumber()
  await page.getByRole('button', { name: '全部确认' }).click()
  await expect(await cellOf(list, '余晓岚', '状态')).toHaveText('确认')
  await expect.poll(() => app.savedNumber()).toBe(saved + 1)
  await app.call('undo')
  await expect(await cellOf(list, '程远山', '状态')).toHaveText('公示')
  await expect(await cellOf(list, '余晓岚', '状态')).toHaveText('公示')

  await page.getByRole('row', { name: /^余晓岚/ }).click()
  await page.getByRole('region', { name: '余晓岚 的得分依据' }).getByLabel('状态').selectOption('试算')
  await page.getByRole('button', { name: '关闭得分依据' }).click()
  await expect(await cellOf(list, '余晓岚', '状态')).toHaveText('试算')
  await expect(await cellOf(list, '程远山', '状态')).toHaveText('公示')
})

test('a rule is tried before it counts, then applied as one step', async ({ app, page }) => {
  const scored = async () => {
    const scores = await app.call('scores', '2026-2027 第一学期')
    return Object.fromEntries(
      (scores as unknown as { person: string; final: number }[]).map(({ person, final }) => [person, final]),
    )
  }
  const before = await scored()
  await page.getByRole('button', { name: '规则试算' }).click()
  await expect(page.getByRole('button', { name: '应用' })).toBeDisabled()
  const rule = page.getByRole('group', { name: /无责任的事故也扣分/ })
  await rule.getByRole('radio', { name: '否' }).check()
  await page.clock.runFor(500)
  await expect(page.getByText(/共 \d+ 人受影响/)).toBeVisible()
  const row = page.getByRole('row', { name: /^叶春荣 2026-2027 第一学期/ })
  await expect(row).toContainText('90 → 100')
  expect(await scored(), 'trying changes nothing').toEqual(before)

  await page.getByRole('button', { name: '放弃' }).click()
  await expect(rule.getByRole('radio', { name: '是' })).toBeChecked()
  await rule.getByRole('radio', { name: '否' }).check()
  await page.clock.runFor(500)
  const saved = await app.savedNumber()
  await page.getByRole('button', { name: '应用' }).click()
  await expect.poll(() => app.savedNumber()).toBe(saved + 1)
  expect((await scored())['叶春荣']).toBe(100)
  await app.call('undo')
  expect(await scored()).toEqual(before)
})

test('a value that cannot be one says so and cannot be applied', async ({ page }) => {
  await page.getByRole('button', { name: '规则试算' }).click()
  const rule = page.getByRole('group', { name: /^基础分/ })
  await rule.getByRole('textbox', { name: '基础分' }).fill('很多')
  await expect(rule.locator('.danger')).not.toBeEmpty()
  await expect(page.getByRole('button', { name: '应用' })).toBeDisabled()
})

test('checking works everything out again and says how much is the same', async ({ page }) => {
  await page.getByRole('button', { name: '核对' }).click()
  await page.clock.runFor(1000)
  await expect(page.getByText(/^一致：重新算了 76 个得分/)).toBeVisible()
})

test('a large workbook is tried and checked beside the page, which goes on answering', async ({
  app,
  page,
}) => {
  const incidents = Array.from({ length: 5_100 }, (_, at) => ({
    no: `DR-${at}`,
    occurred_at: `2026-10-${String(1 + (at % 28)).padStart(2, '0')} 10:00`,
    scene: '课堂',
    injury_level: '轻微',
  }))
  await app.call('add', 'incidents', incidents)
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))

  await page.getByRole('button', { name: '核对' }).click()
  await page.getByRole('searchbox', { name: '按姓名或拼音查找' }).fill('余')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
  await page.clock.resume()
  await expect(page.getByText(/^一致：重新算了 76 个得分、5138 起事故/)).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: '规则试算' }).click()
  await page
    .getByRole('group', { name: /无责任的事故也扣分/ })
    .getByRole('radio', { name: '否' })
    .check()
  await expect(page.getByText(/共 \d+ 人受影响/)).toBeVisible({ timeout: 30_000 })
  expect(workers.filter((url) => url.includes('trial-worker'))).toHaveLength(2)
})

test('a receipt and the list print on paper of their own', async ({ page }) => {
  await page.evaluate(() => {
    globalThis.print = () => {}
  })
  await page.getByRole('row', { name: /^余晓岚/ }).click()
  await page.getByRole('button', { name: '打印得分依据' }).click()
  const asking = page.getByRole('dialog', { name: '打印给谁看' })
  // A receipt is about one person: it goes on no notice board.
  await asking.getByRole('radio', { name: /^公示/ }).check()
  await expect(asking.getByRole('button', { name: '打印' })).toBeDisabled()
  await asking.getByRole('radio', { name: /^校内/ }).check()
  await asking.getByRole('button', { name: '打印' }).click()
  const paper = page.locator('.paper')
  await expect(paper).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('2026-2027 第一学期 安全考核得分依据')
  await expect(paper).toContainText('本人签名')
  await expect(page.locator('#app')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(paper).toHaveCount(0)

  const list = async (audience: RegExp) => {
    await page.getByRole('button', { name: '打印名单' }).click()
    await asking.getByRole('radio', { name: audience }).check()
    await page.keyboard.press('Enter')
    await expect(asking).toBeHidden()
  }
  await list(/^校内/)
  await expect(page.locator('.paper tbody tr')).toHaveCount(38)
  await expect(paper).toContainText('余晓岚')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await list(/^报教育局/)
  await expect(page.locator('.paper tbody tr')).toHaveCount(38)
  await expect(paper).not.toContainText('余晓岚')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await list(/^公示/)
  await expect(paper.locator('th').filter({ hasText: '平均得分' })).toHaveCount(1)
  await expect(paper).not.toContainText('余晓岚')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`has no barriers (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.getByRole('row', { name: /^余晓岚/ }).click()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: '规则试算' }).click()
    for (const group of ['分类', '期限', '管理责任', '津贴'])
      await page.locator('summary').filter({ hasText: group }).click()
    await page
      .getByRole('group', { name: /无责任的事故也扣分/ })
      .getByRole('radio', { name: '否' })
      .check()
    await page.clock.runFor(500)
    await expect(page.getByText(/共 \d+ 人受影响/)).toBeVisible()
    expect(await barriers(page)).toEqual([])
  })
