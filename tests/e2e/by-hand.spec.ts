import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeServiceWorker } from '../../.ci/build/service-worker.ts'
import { expect, test } from './app-page.ts'
import { expectAccessible } from './axe.ts'
import { DIST, Profile, Site } from './profile.ts'
import { ledgerFile, staffFile } from './school-files.ts'

test.use({ serviceWorkers: 'allow' })

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('no screen has a serious accessibility finding', async ({ app, page }) => {
      await app.open()
      await expectAccessible(page, 'start', 'main')
      await app.create('示例学校', true)
      await expectAccessible(page, 'the frame')
      // All tables are one screen: a wide one, one with settings, one made by the program, and the single form.
      for (const name of [
        '今日',
        '问题',
        '记一起事故',
        '学期考核',
        '事故台账',
        '规则参数',
        '津贴发放表',
        '单位信息',
      ]) {
        await app.goTo(name)
        await expectAccessible(page, name, 'main')
      }
    })
  })

test('the whole way without a mouse: new workbook, import, edit, score, receipt, export', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000)
  const tabTo = async (role: 'button' | 'link' | 'radio' | 'row', name: string | RegExp, key = 'Tab') => {
    const wanted = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    for (let presses = 0; presses < 60; presses++) {
      const there = await wanted.evaluateAll((all) => all.some((each) => each === document.activeElement))
      if (there) return
      await app.press(key)
    }
    throw new Error(`${role} ${String(name)} was not reached by ${key}`)
  }
  await app.open()
  await tabTo('button', '新建工作簿')
  await app.press('Enter')
  await page.keyboard.type('实验小学')
  await app.press('Enter')
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()

  for (const [file, rows] of [
    [await staffFile(), 5],
    [await ledgerFile(), 12],
  ] as const) {
    await tabTo('button', '导入', 'Shift+Tab')
    await app.press('Enter')
    const choosing = page.waitForEvent('filechooser')
    await tabTo('button', '选择文件')
    await app.press('Enter')
    await (await choosing).setFiles(file)
    await expect(page.getByRole('button', { name: `导入 ${rows} 行` })).toBeFocused()
    await app.press('Enter')
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('已导入')
    await app.press('Escape')
  }

  // Into the navigation from the bar above it or from the table after it; arrows go on inside.
  const goTo = async (name: string, [into, along]: readonly [string, string]) => {
    const entry = page.getByRole('navigation', { name: '导航' }).getByRole('button', { name, exact: true })
    const inside = () => page.evaluate(() => document.activeElement?.closest('nav') != null)
    for (let presses = 0; presses < 20 && !(await inside()); presses++) await app.press(into)
    for (let presses = 0; presses < 60; presses++) {
      if (await entry.evaluate((element) => element === document.activeElement)) break
      await app.press(along)
    }
    await expect(entry).toBeFocused()
    await app.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await goTo('事故责任认定', ['Tab', 'ArrowDown'])
  await expect(app.field).toBeFocused()
  await app.press('ArrowDown', 'ArrowDown', 'ArrowRight')
  await page.keyboard.type('吴芳')
  await app.press('Enter')
  await expect(app.cell(2, 'person')).toHaveText('吴芳')

  // Tab goes from cell to cell; after Escape it leaves the table.
  await app.press('Escape')
  await goTo('学期考核', ['Shift+Tab', 'ArrowUp'])
  await tabTo('row', /^周明/)
  await app.press('ArrowDown', 'Enter')
  const receipt = page.getByRole('region', { name: '吴芳 的得分依据' })
  await expect(receipt).toContainText('SG-03')
  await expect(receipt.getByRole('heading', { level: 2 })).toBeFocused()
  await app.press('Escape')
  await expect(page.getByRole('row', { name: /^吴芳/ })).toBeFocused()

  await tabTo('button', '导出', 'Shift+Tab')
  await app.press('Enter')
  await expect(page.getByRole('dialog', { name: '导出' })).toBeVisible()
  const downloading = page.waitForEvent('download')
  await tabTo('button', '导出')
  await app.press('Enter')
  expect((await downloading).suggestedFilename()).toMatch(/^双责簿-实验小学.*\.xlsx$/)
  await app.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test.describe('input method in the real table', () => {
  test.beforeEach(async ({ app }) => {
    await app.open()
    await app.create('示例学校', true)
    await app.goTo('教职工名册')
    await app.select(0, 'name')
  })

  test('the first key after an arrow', async ({ app }) => {
    await app.press('ArrowDown')
    await app.compose(['l', 'li', 'liu'], '刘')
    await app.press('Enter')
    await expect(app.cell(1, 'name')).toHaveText('刘')
  })

  test('the first key after a sort', async ({ app, page }) => {
    await page.locator('.ag-header-cell[col-id="name"]').click()
    await expect(page.locator('.ag-header-cell[col-id="name"]')).toHaveAttribute('aria-sort', 'ascending')
    await app.compose(['c', 'ch', 'chen'], '陈')
    const row = await app.field.getAttribute('aria-label')
    await app.press('Enter')
    const changed = (await app.call('rows', 'staff', { where: { name: '陈' } })) as unknown[]
    expect(changed, row ?? '').toHaveLength(1)
  })

  test('a composition goes on while rows change around it', async ({ app, page }) => {
    await app.press('ArrowDown')
    await app.compose(['w'], 'w')
    await page.evaluate(() => {
      const [first] = dutybook.rows('staff')
      dutybook.edit([{ table: 'staff', row: first!.id, column: 'name', value: '别人改的' }])
      dutybook.add('staff', [{ name: '新来的' }])
    })
    await expect(app.cell(0, 'name')).toHaveText('别人改的')
    await app.compose(['a', 'an'], '王安')
    await app.press('Enter')
    await expect(app.cell(1, 'name')).toHaveText('w王安')
  })
})

test('a new version while a cell is being typed in: the text stays, and only a click changes the program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dutybook-release-'))
  cpSync(DIST, folder, { recursive: true })
  const site = new Site(folder)
  await site.start()
  const profile = new Profile()
  try {
    const app = await profile.open(site)
    const { page } = app
    await app.ready()
    await app.create('示例学校', true)
    await expect(app.status).toContainText('断网可用')
    await app.goTo('教职工名册')
    await app.select(0, 'name')
    await page.keyboard.type('写到一半')
    const build = await page.locator('html').getAttribute('data-build')

    // The next release: the same program under another name.
    const index = join(folder, 'index.html')
    writeFileSync(index, readFileSync(index, 'utf8').replace(build!, '9.9.9-00000000'))
    appendFileSync(join(folder, 'boot.css'), '/* newer */\n')
    await writeServiceWorker(folder)
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())

    const offer = page.getByRole('button', { name: '更新到新版本' })
    await expect(offer).toBeVisible()
    await expect(app.field).toHaveValue('写到一半')
    await expect(page.locator('html')).toHaveAttribute('data-build', build!)

    await offer.click()
    await expect(page.locator('html')).toHaveAttribute('data-build', '9.9.9-00000000')
    await app.ready()
    expect((await app.call('rows', 'staff', { where: { name: '写到一半' } })) as unknown[]).toHaveLength(1)
    expect(profile.allBreaches).toEqual([])
  } finally {
    await profile.close()
    profile.remove()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
