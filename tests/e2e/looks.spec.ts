import { expect, test, type AppPage } from './app-page.ts'
import { broken, chinese } from './looks/laws.ts'

/** Half of an old laptop's screen in each direction: what 200 % leaves. */
const ZOOMED = { width: 683, height: 384 }

async function everywhere(app: AppPage, look: (place: string) => Promise<void>) {
  const tables = (await app.call('tables')).map(({ name }) => name)
  const screens = ['today', 'dashboard', 'entry', 'attendance', 'scores', 'problems', 'conflicts', 'history']
  for (const place of [...screens, ...tables]) {
    await app.page.evaluate((place) => (location.hash = `#/${place}`), place)
    await expect(app.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await look(place)
  }
}

test.describe('at 200 %', () => {
  test.use({ viewport: ZOOMED })

  test('no screen runs out of the window sideways, and each has room for what it shows', async ({
    app,
    page,
  }) => {
    await app.open()
    await app.create('示例学校', true)
    await everywhere(app, async (place) => {
      const { wide, main } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        main: document.querySelector('main')!.clientHeight,
      }))
      expect(wide, `${place} is wider than the window`).toBeLessThanOrEqual(0)
      expect(main, `${place} has no room`).toBeGreaterThan(120)
    })
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('in English nothing is cut, too small for a finger, outside of the window or left in Chinese', async ({
    app,
    page,
  }) => {
    await app.open()
    await page.locator('select[data-language]').selectOption('en')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    // Without the sample nothing but the name of the school is somebody's own.
    await app.create('School')
    const own = ['简体中文', '繁體中文']
    for (const [table, column] of [
      ['departments', 'dept'],
      ['areas', 'area'],
    ] as const)
      for (const row of await app.call('rows', table)) own.push(String(row[column]))
    const look = async (place: string) => {
      expect.soft(await broken(page, true), place).toEqual([])
      expect.soft(await chinese(page, own), place).toEqual([])
    }
    await everywhere(app, look)
    for (const name of ['Import', 'Export', 'Backup', 'Command palette']) {
      await page.getByRole('banner').getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await look(name)
      await app.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await look('everything')
  })
})

test('with the system’s own colours one still sees where one is, what has the keys and what is chosen', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await app.open()
  await app.create('示例学校', true)
  await app.goTo('教职工名册')
  const outline = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outline('nav [aria-current=page]')).toBe('solid')
  await app.select(1, 'name')
  expect(await outline('.selection-active:not([hidden])')).toBe('solid')
  // A triangle of borders would be a square.
  const arrow = page.locator('.heading-sort').first()
  const sides = await arrow.evaluate((element) => {
    const style = getComputedStyle(element, '::before')
    return [style.borderBottomColor, style.borderLeftColor]
  })
  expect(sides[0]).not.toBe(sides[1])
  await page.getByRole('button', { name: '导入', exact: true }).focus()
  await page.keyboard.press('Tab')
  expect(await outline(':focus-visible')).toBe('solid')
  await app.goTo('记一起事故')
  await page.getByRole('radio', { name: '课堂', exact: true }).check({ force: true })
  const [chosen, other] = await Promise.all(
    ['课堂', '宿舍'].map((name) =>
      page
        .locator('label')
        .filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
        .locator('span')
        .evaluate((chip) => getComputedStyle(chip).backgroundColor),
    ),
  )
  expect(chosen).not.toBe(other)
})

test('whoever wants less motion has none', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await app.open()
  await app.create()
  await app.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
