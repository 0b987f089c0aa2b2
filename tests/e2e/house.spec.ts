import { expect, requestsDuring, test } from './fixtures.ts'

test.use({ serviceWorkers: 'allow' })

test('the page names its build and stored form, and its policy is in the page and in the header', async ({
  page,
}) => {
  const response = await page.goto('/')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-build', /^\d+\.\d+\.\d+-[0-9a-f]{8}$/)
  await expect(html).toHaveAttribute('data-schema', /^\d+$/)

  const meta = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')
  expect(meta).toContain("default-src 'none'")
  expect(response!.headers()['content-security-policy']).toBe(`${meta}; frame-ancestors 'none'`)
})

test('text never becomes a script or markup', async ({ page, allowed }) => {
  allowed.push(/^(security policy|console):/)
  await page.goto('/')
  const refused = await page.evaluate(() => {
    const attempts: Record<string, () => void> = {
      markup: () => {
        document.createElement('div').innerHTML = '<b>x</b>'
      },
      'script text': () => {
        document.createElement('script').text = 'globalThis.ran = true'
      },
      'script address': () => {
        document.createElement('script').src = './boot-check.js'
      },
      'a second policy of the same name': () => {
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): void }
        }
        trustedTypes.createPolicy('dutybook-urls', {})
        trustedTypes.createPolicy('dutybook-urls', {})
      },
    }
    return Object.keys(attempts).filter((name) => {
      try {
        attempts[name]!()
        return false
      } catch {
        return true
      }
    })
  })
  expect(refused).toEqual(['markup', 'script text', 'script address', 'a second policy of the same name'])
})

test('starts without a network from the second time on', { tag: '@main' }, async ({ page, context }) => {
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  const build = await page.locator('html').getAttribute('data-build')

  await context.setOffline(true)
  const response = await page.reload()
  expect(response!.fromServiceWorker()).toBe(true)
  await expect(page.locator('html')).toHaveAttribute('data-build', build!)
  await expect(page.locator('.boot-failure')).toHaveCount(0)
})

test('keeps every built file, so nothing is missing later', async ({ page, context }) => {
  await page.goto('/')
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const requests = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    )
    return requests.flat().map((request) => new URL(request.url).pathname)
  })
  expect(kept).toContain('/index.html')
  await context.setOffline(true)
  const requests = await requestsDuring(page, async () => {
    for (const path of kept) {
      expect(await page.evaluate(async (file) => (await fetch(file)).ok, path), path).toBe(true)
    }
  })
  expect(requests.length).toBeGreaterThanOrEqual(kept.length)
})

test.describe('a page that cannot start says why', () => {
  test('an old browser', async ({ page, allowed }) => {
    allowed.push(/./)
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'locks')
    })
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('浏览器太旧')
    await expect(page.getByRole('alert')).toContainText('极速模式')
  })

  test('storage that is refused', async ({ page, allowed }) => {
    allowed.push(/./)
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError')
      }
      IDBFactory.prototype.deleteDatabase = refuse
      IDBFactory.prototype.open = refuse
    })
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('不让双责簿保存数据')
  })

  test('a program file that does not arrive', async ({ page, allowed }) => {
    allowed.push(/./)
    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: 'gone' }))
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('没有完整下载')
    await expect(page.getByRole('alert')).toContainText('没有丢失')
    await expect(page.getByRole('button', { name: '重新下载程序（数据不动）' })).toBeVisible()
  })

  test('scripts switched off', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(baseURL!)
    // Not by text: Playwright's text search passes over <noscript>.
    const message = page.locator('noscript p')
    await expect(message).toBeVisible()
    await expect(message).toContainText('允许本页运行 JavaScript')
    await context.close()
  })
})
