import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { createStaticServer, listen } from '../../.ci/serve.mjs'
import { policy } from '../../.ci/build/content-security-policy.ts'
import { writeServiceWorker } from '../../.ci/build/service-worker.ts'
import { expect, test as base } from './fixtures.ts'
import type { Harness } from './update-harness/main.ts'

declare const harness: Harness

/** A site of our own whose releases the test publishes. */
class Site {
  readonly folder = mkdtempSync(join(tmpdir(), 'dutybook-update-'))
  url = ''

  async publish(name: string) {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: this.folder,
        emptyOutDir: false,
        lib: {
          entry: fileURLToPath(new URL('./update-harness/main.ts', import.meta.url)),
          formats: ['es'],
          fileName: () => 'main.js',
        },
      },
    })
    writeFileSync(
      join(this.folder, 'index.html'),
      `<!doctype html><html data-build="${name}"><head>
      <meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,">
      <script type="module" src="./main.js"></script></head><body><div id="app"></div></body></html>`,
    )
    appendFileSync(join(this.folder, 'main.js'), `// ${name}\n`)
    await writeServiceWorker(this.folder)
  }
}

const test = base.extend<{ site: Site }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures out of the pattern.
  site: async ({}, use) => {
    const site = new Site()
    await site.publish('one')
    const server: Server = createStaticServer(site.folder)
    site.url = `http://127.0.0.1:${await listen(server, 0, true)}/`
    await use(site)
    server.closeAllConnections()
    server.close()
  },
  allowed: async ({ site }, use) => {
    await use([new RegExp(`^request: ${site.url}`)])
  },
})

test.use({ serviceWorkers: 'allow' })

// Each test bundles two releases.
test.slow()

async function open(page: Page, site: Site) {
  await page.goto(site.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
}

const shownBuild = (page: Page) => page.locator('#app')
const offers = (page: Page) => page.evaluate(() => harness.offers)

test('a new version waits until it is asked for, over reloads', async ({ page, site }) => {
  await open(page, site)
  expect(await offers(page)).toBe(0)

  await site.publish('two')
  await page.evaluate(() => harness.check())
  await expect.poll(() => offers(page)).toBe(1)

  await page.reload()
  await expect(shownBuild(page)).toHaveText('one')
  await expect.poll(() => offers(page), 'offered again').toBe(1)

  await page.evaluate(() => void harness.apply())
  await expect(shownBuild(page)).toHaveText('two')
})

test('a new version waits for the tab where somebody is typing, then all tabs change', async ({
  page,
  context,
  site,
}) => {
  await open(page, site)
  const other = await context.newPage()
  await open(other, site)
  await other.evaluate(() => harness.startTyping())

  await site.publish('two')
  await page.evaluate(() => harness.check())
  await expect.poll(() => offers(page)).toBe(1)
  await page.evaluate(() => {
    void harness.apply().then(() => {
      harness.applied = true
    })
  })

  // The request for the lock that only settled tabs give up is queued: nothing but the typing holds it back.
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).pending?.length))
    .toBeGreaterThan(0)
  expect(await page.evaluate(() => harness.applied)).toBe(false)
  await expect(shownBuild(other)).toHaveText('one')

  await other.evaluate(() => harness.stopTyping())
  await expect(shownBuild(page)).toHaveText('two')
  await expect(shownBuild(other)).toHaveText('two')
})

test('a half-published version changes nothing: the old one goes on', async ({ page, site, allowed }) => {
  allowed.push(/integrity|bad-precaching-response|Failed to find a valid digest/)
  await open(page, site)

  await site.publish('two')
  // The service worker of the new release is there, the script it names is still another one.
  appendFileSync(join(site.folder, 'main.js'), '// cut off\n')
  const ended = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const found = new Promise<ServiceWorker>((resolve) => {
      registration.addEventListener('updatefound', () => resolve(registration.installing!))
    })
    await registration.update()
    const worker = await found
    return new Promise<string>((resolve) => {
      const look = () => {
        if (worker.state === 'redundant' || worker.state === 'installed') resolve(worker.state)
      }
      worker.addEventListener('statechange', look)
      look()
    })
  })
  expect(ended).toBe('redundant')

  await page.reload()
  await expect(shownBuild(page)).toHaveText('one')
  expect(await offers(page)).toBe(0)
})
