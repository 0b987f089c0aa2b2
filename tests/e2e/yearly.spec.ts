import { AppPage, expect, test } from './app-page.ts'

test('P5-15 P5-23 a year is made, judged on the spot, and each point tells what it stands on', async ({
  page,
}) => {
  const app = new AppPage(page)
  await app.open()
  await app.call('create', { kind: 'bureau', name: '丰禾县教育局' })
  const year = new Date().getFullYear()
  await app.call('add', 'schools', [
    { code: '1001', name: '东镇小学', type: '小学', town: '东镇', size: 400 },
    { code: '1002', name: '西镇小学', type: '小学', town: '西镇', size: 300 },
  ])
  await app.call('add', 'schoolPledges', [
    { year: String(year), school: '东镇小学', signed: `${year}-01-01` },
  ])
  await app.call('add', 'allHazards', [
    { school: '东镇小学', no: 'H1', found_on: `${year}-01-01`, level: '一般', state: '已销号' },
    { school: '东镇小学', no: 'H2', found_on: `${year}-01-01`, level: '一般', state: '整改中' },
  ])

  await app.goTo('年度考核')
  await page.getByRole('button', { name: `生成 ${year} 年考核表` }).click()
  const table = page.getByRole('grid', { name: '学校考核得分表' })
  const row = table.getByRole('row').filter({ hasText: '东镇小学' })
  await expect(row).toBeVisible()
  expect(await app.call('rows', 'schoolAssessment')).toHaveLength(20)
  await page.getByRole('button', { name: `生成 ${year} 年考核表` }).click()
  await expect(page.getByText('都已经有了，没有改动')).toBeVisible()
  expect(await app.call('rows', 'schoolAssessment')).toHaveLength(20)

  // 制度预案, in place; Enter goes on to the next school.
  const scores = ['东镇小学', '西镇小学']
  await row.getByRole('gridcell').nth(1).click()
  for (const school of scores) {
    const field = page.getByRole('textbox', { name: `${school}的制度预案现场评分` })
    if (!(await field.isVisible())) await page.keyboard.press('Enter')
    await field.fill('8')
    await field.press('Enter')
  }
  await expect
    .poll(async () =>
      (await app.call('rows', 'schoolAssessment', { where: { item: '制度预案' } })).map(({ score }) => score),
    )
    .toEqual([8, 8])

  // 检查与隐患: half of 15, by these two rows.
  await row.getByRole('gridcell').nth(2).click()
  const receipt = page.getByRole('region', { name: '东镇小学 · 得分依据' })
  const line = receipt.getByRole('listitem').filter({ hasText: '检查与隐患' })
  await expect(line).toContainText('7.5 / 15')
  await expect(line).toContainText('查出隐患 2 条，已销号 1 条')
  await line.getByRole('textbox', { name: '检查与隐患 现场评分' }).fill('6')
  await line.getByRole('textbox', { name: '检查与隐患 现场评分' }).press('Tab')
  await expect(line).toContainText('6 / 15')
  await expect(line).toContainText('请写明扣分原因')
  await receipt.getByRole('button', { name: '打印考核表' }).click()
  const dialog = page.getByRole('dialog', { name: '打印报表' })
  await expect(dialog.getByRole('combobox').first()).toHaveValue('school-assessment')
  await expect(dialog.getByRole('checkbox', { name: `${year} 东镇小学` })).toBeChecked()
  await page.evaluate(() => (window.print = () => document.documentElement.classList.add('printed')))
  await dialog.getByRole('button', { name: '打印', exact: true }).click()
  const paper = page.locator('article.paper')
  await expect(paper).toContainText(`${year}年度学校安全工作考核表`)
  await expect(paper).toContainText('现场评分 6 分，以它为准')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))

  await line.getByRole('button', { name: /H2/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '隐患汇总台账' })).toBeVisible()

  // A bulletin is drafted, and never over what somebody has written.
  await app.call('add', 'bulletins', [{ period: `${year}-01` }])
  await page.goto('/#/bulletins')
  await expect(app.cell(0, 'period')).toBeVisible()
  await app.select(0, 'period')
  await page.getByRole('button', { name: '起草正文' }).click()
  await expect
    .poll(async () => String((await app.call('rows', 'bulletins'))[0]!['body']))
    .toContain('查出隐患2条')
  await expect(page.getByRole('button', { name: '用新起草的替换正文' })).toBeVisible()
})
