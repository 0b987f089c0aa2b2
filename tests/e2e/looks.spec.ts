import { expect, test, type AppPage } from './app-page.ts'

/** Half of an old laptop's screen in each direction: what 200 % leaves. */
const ZOOMED = { width: 683, height: 384 }

async function everywhere(app: AppPage, look: (place: string) => Promise<void>) {
  const tables = (await app.call('tables')).map(({ name }) => name)
  const screens = ['today', 'entry', 'scores', 'problems', 'conflicts', 'history']
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
  await page.getByRole('button', { name: '导入', exact: true }).focus()
  await page.keyboard.press('Tab')
  expect(await outline(':focus-visible')).toBe('solid')
})

test('whoever wants less motion has none', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await app.open()
  await app.create()
  await app.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
