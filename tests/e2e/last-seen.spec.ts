import type { Page } from '@playwright/test'
import { expect, test } from './app-page.ts'

const kept = (page: Page) => page.waitForFunction(() => localStorage.getItem('dutybook.last-seen') !== null)
const picture = (page: Page) => page.locator('#boot canvas')

/** Holds the program back, as a slow computer does; the answer lets it come. */
async function holdProgram(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/index-.*\.js$/, async (route) => {
    await released
    await route.continue()
  })
  return release
}

test.use({ serviceWorkers: 'block' })

test('a table is seen as it was left before the program has loaded', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create('实验小学', true)
  await app.goTo('事故台账')
  await kept(page)

  const release = await holdProgram(page)
  await page.reload({ waitUntil: 'commit' })
  await expect(picture(page)).toBeVisible()
  // A picture only: nothing in it that could be read out or pressed in place of the program.
  await expect(page.getByRole('navigation')).toHaveCount(0)
  release()
  await app.ready()
  await expect(app.cell(0, 'no')).toBeVisible()
  await expect(picture(page)).toHaveCount(0)
})

test('a picture of rows that have changed since is not shown', async ({ app, context }) => {
  const { page } = app
  await app.open()
  await app.create('实验小学', true)
  await app.goTo('事故台账')
  await kept(page)
  const stale = await page.evaluate(() => localStorage.getItem('dutybook.last-seen')!)
  const [first] = await app.call('rows', 'incidents')
  await app.call('edit', [{ table: 'incidents', row: first!.id, column: 'no', value: 'SG-新' }])
  await app.call('settled')
  await page.close()

  const other = await context.newPage()
  // As a browser that was closed at once leaves it.
  await other.addInitScript((text) => localStorage.setItem('dutybook.last-seen', text), stale)
  const release = await holdProgram(other)
  await other.goto('/#/incidents', { waitUntil: 'commit' })
  await expect(other.getByText('正在打开')).toBeVisible()
  await expect(picture(other)).toHaveCount(0)
  release()
})

test('covered cells stay covered in the picture, and uncovered ones are not kept', async ({ app }) => {
  const { page } = app
  await app.open()
  await app.create('实验小学', true)
  const names = (await app.call('rows', 'incidentPeople')).map(({ name }) => String(name))
  expect(names.length).toBeGreaterThan(3)
  await app.goTo('事故涉及人员')
  await kept(page)
  const text = await page.evaluate(() => localStorage.getItem('dutybook.last-seen')!)
  expect(names.filter((name) => name.length > 1 && text.includes(`"${name}"`))).toEqual([])

  await page.getByRole('region').getByRole('button', { name: '显示敏感信息' }).click()
  await page.waitForFunction(() => localStorage.getItem('dutybook.last-seen') === null)
})
