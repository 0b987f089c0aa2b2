import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import type { Locale } from '../../../src/i18n/translate.ts'
import { expect, test, type AppPage } from '../app-page.ts'
import { photoOf } from '../photo.ts'
import { callMe, merge, otherComputer, packageOf } from '../two-computers.ts'
import { Hand } from './hand.ts'
import { broken, texts } from './laws.ts'
import { walk } from './walk.ts'

// Pictures of every screen and dialog for the eye: `npm run looks`, `LOOKS=name,name` for some, `LOOKS_AT` the folder.
const folder = process.env['LOOKS_AT'] ?? '/tmp/looks'
const only = process.env['LOOKS']?.split(',')
mkdirSync(folder, { recursive: true })

const DESK = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }
/** Half of the old laptop's screen in each direction: what 200 % leaves. */
const ZOOMED = { width: 683, height: 384 }

test.setTimeout(1_800_000)

async function school(app: AppPage, browser: Parameters<typeof otherComputer>[0], baseURL: string) {
  const { page } = app
  await page.setViewportSize(DESK)
  await app.open()
  await app.create('示例学校', true)
  await callMe(app, '陆秋平')
  const { app: other, context } = await otherComputer(browser, baseURL)
  await other.open()
  await merge(other, await packageOf(app))
  await callMe(other, '陈老师')
  const staff = await app.call('rows', 'staff')
  const change = (column: string, value: (at: number) => string) =>
    staff.slice(2, 6).map(({ id }, at) => ({ table: 'staff', row: id, column, value: value(at) }))
  await app.call(
    'edit',
    change('phone', (at) => `1380000000${at}`),
  )
  await other.call(
    'edit',
    change('phone', (at) => `1390000000${at}`),
  )
  await other.call('remove', 'staff', [staff[5]!.id])
  await merge(app, await packageOf(other))
  await context.close()
  const photo = await photoOf(page)
  await page.evaluate(
    async ([row, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      await dutybook.attach('staff', row, bytes, '操场.jpg')
    },
    [staff[0]!.id, photo.buffer.toString('base64')] as const,
  )
  await app.call('edit', [{ table: 'staff', row: staff[9]!.id, column: 'name', value: '' }])
  await app.call('settled')
}

async function speak({ page }: AppPage, locale: Locale) {
  const list = page.locator('select[data-language]').filter({ visible: true }).first()
  await list.selectOption(locale)
  await expect(list).toHaveValue(locale)
  await page.waitForTimeout(300)
}

async function showPanel(hand: Hand, open: boolean) {
  const button = await hand.the('button', '侧栏')
  if (!(await button.isVisible())) return
  if (((await button.getAttribute('aria-pressed')) === 'true') !== open) await button.click()
}

for (const device of ['desk', 'phone'] as const)
  test.describe(device, () => {
    if (device === 'phone') test.use({ hasTouch: true, isMobile: true })
    for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const)
      test(`${device} ${locale}`, async ({ app, page, browser, baseURL, allowed }) => {
        allowed.push(/./)
        const hand = new Hand(app, locale)
        const laws = `${folder}/${device}-${locale}.laws.txt`
        const words = new Set<string>()
        if (!only) writeFileSync(laws, '')

        const shoot = async (name: string, close = false) => {
          const at = `${folder}/${device}-${locale}-${name}`
          // What was hovered to get here is no part of the look, and what slides in has arrived.
          await page.evaluate(async () => {
            await document.fonts.ready
            await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
          })
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme })
            await page.screenshot({ path: `${at}-${colorScheme}.png` })
          }
          await page.emulateMedia({ colorScheme: 'light' })
          for (const line of await broken(page, device === 'phone'))
            appendFileSync(laws, `${name}: ${line}\n`)
          for (const text of await texts(page)) words.add(text)
          if (!close || device === 'phone') return
          await page.setViewportSize(ZOOMED)
          await page.waitForTimeout(150)
          await page.screenshot({ path: `${at}-zoomed.png` })
          for (const line of await broken(page, false)) appendFileSync(laws, `${name} at 200 %: ${line}\n`)
          await page.setViewportSize(DESK)
          await page.emulateMedia({ forcedColors: 'active' })
          await page.screenshot({ path: `${at}-forced.png` })
          await page.emulateMedia({ forcedColors: 'none' })
        }

        if (!only || only.includes('start')) {
          await page.setViewportSize(device === 'phone' ? PHONE : DESK)
          await app.open()
          await speak(app, locale)
          await shoot('start', true)
          await hand.click('button', '新建工作簿')
          await shoot('new-workbook')
          await hand.press('Escape')
          await hand.click('button', '从备份恢复').catch(() => {})
          await page.waitForTimeout(300)
          await shoot('start-restore')
          await hand.press('Escape')
          await page.evaluate(() =>
            document.querySelector<HTMLSelectElement>('select[data-language]')!.focus(),
          )
          await speak(app, 'zh-Hans')
        }
        await school(app, browser, baseURL!)
        await speak(app, locale)
        if (device === 'phone') await page.setViewportSize(PHONE)

        for (const look of walk) {
          if (only && !only.includes(look.name)) continue
          if (device === 'phone' && look.desk) continue
          await page.evaluate((place) => (location.hash = `#/${place}`), look.at ?? 'today')
          await page.evaluate(() => dutybook.settled())
          await app.reload()
          await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
          try {
            page.setDefaultTimeout(6000)
            if (!look.panel) await showPanel(hand, false)
            await look.by?.(hand)
            await page.waitForTimeout(250)
          } catch (problem) {
            appendFileSync(
              laws,
              `${look.name}: NOT REACHED ${String(problem).split('\n').slice(0, 3).join(' ')}\n`,
            )
          }
          page.setDefaultTimeout(0)
          await shoot(look.name, look.close)
        }

        if (device === 'desk' && (!only || only.includes('other-tab'))) {
          await page.evaluate(() => (location.hash = '#/staff'))
          const second = await page.context().newPage()
          await second.goto(page.url())
          await second.locator('.banner').waitFor()
          await second.screenshot({ path: `${folder}/${device}-${locale}-other-tab-light.png` })
          await second.emulateMedia({ colorScheme: 'dark' })
          await second.screenshot({ path: `${folder}/${device}-${locale}-other-tab-dark.png` })
          await second.close()
        }
        if (!only || only.includes('missing')) {
          await page.evaluate(async () => {
            const opening = indexedDB.open('dutybook')
            const database = await new Promise<IDBDatabase>((resolve) => {
              opening.onsuccess = () => resolve(opening.result)
            })
            const stores = [...database.objectStoreNames]
            const transaction = database.transaction(stores, 'readwrite')
            for (const store of stores) if (store !== 'settings') transaction.objectStore(store).clear()
            await new Promise((resolve) => {
              transaction.oncomplete = resolve
            })
            database.close()
          })
          await app.reload()
          await shoot('missing')
        }
        if (!only)
          writeFileSync(`${folder}/${device}-${locale}.words.json`, JSON.stringify([...words], null, 1))
      })
  })
