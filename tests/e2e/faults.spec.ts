import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { AppPage, expect, test } from './app-page.ts'
import { Profile, Site } from './profile.ts'

const rename = async (app: AppPage, value: string) => {
  const row = (await app.call('rows', 'staff'))[0]!.id
  return app.call('edit', [{ table: 'staff', row, column: 'name', value }])
}
const firstName = async (app: AppPage) =>
  (await app.call('rows', 'staff'))[0] as Readonly<Record<string, unknown>> | undefined
const locked = (page: Page) => page.getByRole('alert').filter({ hasText: '本页已停止编辑' })

async function schoolWithOne(app: AppPage): Promise<void> {
  await app.open()
  await app.create()
  await app.call('add', 'staff', [{ name: '张三' }])
  await app.call('settled')
}

test.describe('a full disk', () => {
  // Its kept copy of the program would fill the small disk before the data does.
  test.use({ serviceWorkers: 'block' })

  test('keeps what was typed, says so, offers the export, and saves once there is room', async ({
    app,
    page,
    baseURL,
    allowed,
  }) => {
    allowed.push(/QuotaExceeded/)
    const origin = new URL(baseURL!).origin
    const cdp = await app.cdp()
    // Before the database opens: the browser asks for its limit once.
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 })
    await schoolWithOne(app)
    await app.goTo('教职工名册')
    await app.call('settled')

    const before = await app.savedNumber()
    await app.select(0, 'name')
    // More than there is room for, of a kind that does not compress.
    const long = String.fromCharCode(
      ...Array.from({ length: 100_000 }, () => 0x4e00 + Math.random() * 20_000),
    )
    await rename(app, long)
    await app.call('settled')
    await expect(page.getByRole('alert')).toContainText('存储空间已满')
    await expect(app.status).toContainText('有 1 步还没有保存')
    expect(await app.savedNumber()).toBe(before)
    expect((await firstName(app))?.['name'] === long).toBe(true)

    // More work is kept too, and can be taken home.
    await app.call('add', 'staff', [{ name: '李四' }])
    await expect(app.status).toContainText('有 2 步还没有保存')
    await page.getByRole('alert').getByRole('button', { name: '导出' }).click()
    const exporting = page.getByRole('dialog', { name: '导出' })
    await exporting.getByRole('radio', { name: /CSV/ }).check()
    await expect(exporting).toContainText('有 2 步改动还没有保存到本机')
    const downloading = page.waitForEvent('download')
    await exporting.getByRole('button', { name: '导出', exact: true }).click()
    await (await downloading).path()
    await page.keyboard.press('Escape')

    await cdp.send('Storage.overrideQuotaForOrigin', { origin })
    await page.getByRole('button', { name: '重新保存' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(app.status).toContainText('已保存到第')
    expect(await app.savedNumber()).toBe(before + 2)
    await app.reload()
    expect((await firstName(app))?.['name'] === long).toBe(true)
    expect(await app.call('rows', 'staff')).toHaveLength(2)
  })

  test('lets an import be all there or not at all', async ({ app, page, baseURL, allowed }) => {
    allowed.push(/QuotaExceeded/)
    const origin = new URL(baseURL!).origin
    const cdp = await app.cdp()
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 })
    await schoolWithOne(app)
    const report = await page.evaluate(async () => {
      // Chinese that does not compress: 20,000 rows of 100 characters.
      const noise = () =>
        String.fromCharCode(...Array.from({ length: 100 }, () => 0x4e00 + Math.random() * 20_000))
      const lines = Array.from({ length: 20_000 }, (_, n) => `T${n},同事${n},教导处,${noise()}`)
      const text = `工号,姓名,部门,备注\n${lines.join('\n')}`
      return dutybook.importFile(new TextEncoder().encode(text), '名单.csv', { table: 'staff', accept: true })
    })
    expect(report.added).toBe(20_000)
    await expect(page.getByRole('alert')).toContainText('存储空间已满')
    // Whoever looks again finds the state before the import, not a half of it.
    await page.evaluate(() => {
      globalThis.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), {
        capture: true,
      })
    })
    page.on('dialog', (dialog) => void dialog.accept())
    await app.reload()
    expect(await app.call('rows', 'staff')).toHaveLength(1)
  })
})

test.describe('data that is gone', () => {
  test('site data cleared while the program is open: it stops, says so, and offers what is in memory', async ({
    app,
    page,
    baseURL,
  }) => {
    await schoolWithOne(app)
    const cdp = await app.cdp()
    await cdp.send('Storage.clearDataForOrigin', {
      origin: new URL(baseURL!).origin,
      storageTypes: 'indexeddb',
    })
    await expect(locked(page)).toContainText('数据')
    await locked(page).getByRole('button', { name: '导出' }).click()
    await page.getByRole('radio', { name: /所选的表/ }).check()
    const downloading = page.waitForEvent('download')
    await page
      .getByRole('dialog', { name: '导出' })
      .getByRole('button', { name: '导出', exact: true })
      .click()
    expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: '刷新本页' }).click()
    await expect(page.getByRole('alert')).toContainText('“实验小学”原来存在这个浏览器里')
    await page.getByRole('button', { name: '我知道了，继续' }).click()
    await expect(page.getByRole('button', { name: '新建工作簿' })).toBeVisible()
    // Told once.
    await page.reload()
    await expect(page.getByRole('button', { name: '新建工作簿' })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test.describe('between two sessions', () => {
    const damages: readonly {
      readonly title: string
      readonly damage: (profile: Profile) => void
      readonly says: RegExp
    }[] = [
      {
        title: 'the profile’s database deleted',
        damage: (profile) => rmSync(profile.databases, { recursive: true, force: true }),
        says: /“实验小学”.*找不到了/,
      },
      {
        title: 'the end of the log cut off, as by a power cut',
        damage: (profile) => {
          for (const log of profile.databaseFiles('.log'))
            truncateSync(log, Math.floor(statSync(log).size * 0.8))
        },
        says: /上次保存的改动里有 \d+ 条不见了|条改动都不见了|找不到了/,
      },
      {
        title: 'rubbish in the middle of the log',
        damage: (profile) => {
          for (const log of profile.databaseFiles('.log')) {
            const { size } = statSync(log)
            const file = openSync(log, 'r+')
            writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, Math.floor(size / 3))
            closeSync(file)
          }
        },
        says: /数据库损坏|找不到了|不见了/,
      },
    ]
    for (const { title, damage, says } of damages)
      test(`${title}: announced, never an empty welcome`, async () => {
        const site = new Site()
        await site.start()
        const profile = new Profile()
        try {
          let app = await profile.open(site)
          await app.ready()
          await app.create()
          const { ids } = await app.call('add', 'staff', [{ name: '张三' }])
          for (let n = 0; n < 60; n++) {
            await app.call('edit', [{ table: 'staff', row: ids[0]!, column: 'name', value: `张三${n}` }])
            await app.call('settled')
          }
          await profile.close()
          damage(profile)

          app = await profile.open(site)
          await app.ready()
          await expect(app.page.getByRole('alert')).toContainText('请先看一下')
          await expect(app.page.getByRole('alert')).toContainText(says)
          await app.page.getByRole('button', { name: '我知道了，继续' }).click()
          await expect(app.page.getByRole('alert')).toHaveCount(0)
          // Work goes on with what is there.
          if ((await app.call('workbooks')).length === 0) await app.create('重建小学')
          await app.call('add', 'staff', [{ name: '新来的' }])
          await app.call('settled')
          await app.reload()
          expect((await app.call('rows', 'staff')).length).toBeGreaterThan(0)
        } finally {
          await profile.close()
          profile.remove()
          await site.stop()
        }
      })
  })

  test('one stored page spoilt: said, and all the rest works', async ({ app, page }) => {
    await schoolWithOne(app)
    // So many at once go straight into pages.
    const areas = Array.from({ length: 600 }, (_, n) => ({ area: `第${n}间`, kind: '教室' }))
    await app.call('add', 'areas', areas)
    await app.call('settled')
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('dutybook')
        request.onsuccess = () => resolve(request.result)
      })
      const transaction = database.transaction('pages', 'readwrite')
      const store = transaction.objectStore('pages')
      const all = await new Promise<{ table: string }[]>((resolve) => {
        const request = store.getAll()
        request.onsuccess = () => resolve(request.result)
      })
      const spoilt = all.find(({ table }) => table === 'areas')
      if (!spoilt) throw new Error('no stored page of areas')
      store.put({ ...spoilt, ids: 'rubbish', columns: 7 })
      await new Promise((resolve) => (transaction.oncomplete = resolve))
      database.close()
    })
    await page.reload()
    await app.ready()
    await expect(page.getByRole('alert')).toContainText('读不出来')
    await page.getByRole('button', { name: '我知道了，继续' }).click()
    expect((await firstName(app))?.['name']).toBe('张三')
    await rename(app, '张三丰')
    await app.call('settled')
    await app.reload()
    await page.getByRole('button', { name: '我知道了，继续' }).click()
    expect((await firstName(app))?.['name']).toBe('张三丰')
  })
})

test.describe('a database that cannot be had', () => {
  const ways: Readonly<Record<string, () => void>> = {
    'that throws': () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    },
    'that fails': () => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (name: string) {
        // No database has so high a version, so asking for a lower one after it must fail.
        const request = open.call(this, name, 9_007_199_254_740_990)
        request.onsuccess = () => request.result.close()
        return open.call(this, name, 1)
      }
    },
    'that is missing': () => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
    },
  }
  for (const [title, way] of Object.entries(ways))
    test(`${title}: a page that can be read`, async ({ page, allowed }) => {
      allowed.push(/./)
      await page.addInitScript(way)
      await page.goto('/')
      await expect(
        page
          .getByRole('alert')
          .or(page.getByRole('heading', { level: 1 }))
          .first(),
      ).toBeVisible()
      await expect(page.locator('body')).toContainText(/保存|存储|版本|打不开/)
    })

  test('that never answers: said after a while', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    })
    await page.goto('/')
    await expect(page.locator('body')).toContainText('没有响应', { timeout: 20_000 })
  })

  test('that an older page holds: said, and opened as soon as it is let go', async ({
    page,
    context,
    baseURL,
    allowed,
  }) => {
    allowed.push(/favicon/)
    const deaf = await context.newPage()
    await deaf.goto(`${baseURL}icons/icon.svg`)
    await deaf.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('dutybook', 1)
          request.onsuccess = () => {
            Object.assign(globalThis, { held: request.result })
            resolve()
          }
        }),
    )
    await page.goto('/')
    await expect(page.locator('body')).toContainText('另一个标签页还开着旧版本')
    await deaf.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close())
    await expect(page.getByRole('button', { name: '新建工作簿' })).toBeVisible()
  })
})

test.describe('other versions of the program', () => {
  test('a newer one upgrades the database: this tab stops and asks to be reloaded', async ({ app, page }) => {
    await schoolWithOne(app)
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('dutybook', 1_000)
          request.onsuccess = () => {
            request.result.close()
            resolve()
          }
        }),
    )
    await expect(locked(page)).toContainText('另一个标签页已升级到新版本')
    await rename(app, '不该写下的')
    await app.call('settled')
    await expect(locked(page)).toContainText('还有 1 步改动没有保存')

    // This build finds a newer database: it does not open it, and does not touch it.
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: '刷新本页' }).click()
    await expect(page.locator('body')).toContainText('由更新的版本保存的')
    const version = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open('dutybook')
          request.onsuccess = () => resolve(request.result.version)
        }),
    )
    expect(version).toBe(1_000)
  })

  test('data of a newer writer can be looked at and not written', async ({ app, page }) => {
    await schoolWithOne(app)
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('dutybook')
        request.onsuccess = () => resolve(request.result)
      })
      const transaction = database.transaction('meta', 'readwrite')
      const store = transaction.objectStore('meta')
      const request = store.getAll()
      request.onsuccess = () => {
        for (const meta of request.result as { minWriter: number }[]) store.put({ ...meta, minWriter: 99 })
      }
      await new Promise((resolve) => (transaction.oncomplete = resolve))
      database.close()
    })
    // Noticed at the next write, without a reload.
    await rename(app, '不该写下的')
    await app.call('settled')
    await expect(page.getByRole('alert')).toContainText('由更新的版本')
    page.on('dialog', (dialog) => void dialog.accept())
    await app.reload()
    await expect(page.getByRole('alert')).toContainText('由更新的版本')
    await page.getByRole('button', { name: '我知道了，继续' }).click()
    expect((await firstName(app))?.['name']).toBe('张三')
    await expect(app.status).toContainText('只能查看')
  })
})

test('tab closed at once after an edit: the edit is there', async ({ app, context }) => {
  await schoolWithOne(app)
  for (let n = 0; n < 5; n++) {
    const tab = new AppPage(await context.newPage())
    await tab.open()
    await rename(tab, `第${n}次`)
    await expect(tab.page.locator('[data-saved-seq]')).toHaveText(/^\s*已保存/)
    await tab.page.close({ runBeforeUnload: false })
  }
  await app.reload()
  expect((await firstName(app))?.['name']).toBe('第4次')
})
