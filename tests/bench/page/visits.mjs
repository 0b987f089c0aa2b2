// What all benches of pages share: the app and its peers built and served, a profile with the bench's school, a visit.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Profile, serve } from '../browser.mjs'
import { buildPages, cache } from '../build.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
export const watchScript = fileURLToPath(new URL('watch.js', import.meta.url))

/**
 * Builds the app and one page per peer, and serves them.
 *
 * @param {Record<string, { name: string, entry: string, package?: string }>} peers by the name of their folder
 * @param {(package: string) => boolean} has what is installed
 */
export async function buildAll(peers, has) {
  const app = 'tests/bench/.cache/app'
  console.log('Building the app and the pages it is compared with …')
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', app, '--emptyOutDir', '--logLevel', 'error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  await buildPages({ fill: 'page/fill.ts' }, `${cache}pages/`)
  const built = new Set()
  for (const [name, { entry, name: said }] of Object.entries(peers).filter(
    ([, peer]) => !peer.package || has(peer.package),
  ))
    try {
      await buildPages({ [name]: entry }, `${cache}pages/`)
      built.add(name)
    } catch (error) {
      console.error(`${said} could not be built: ${error.message.split('\n')[0]}`)
    }
  return { server: await serve(`${cache}pages`, `${cache}app`), built }
}

/** A visit: the page opened, its first rows painted, a first cell edited; what it needed for each. */
export async function visit(
  profile,
  address,
  { throttle = 1, offline = false, cold = false, scripts = [], use } = {},
) {
  return profile.visit(async (page, context) => {
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    if (cold) {
      await cdp.send('Network.setBypassServiceWorker', { bypass: true })
      await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
    }
    for (const path of [watchScript, ...scripts]) await page.addInitScript({ path })
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    if (offline) await context.setOffline(true)
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => globalThis.benchWatch.live !== null, null, {
      timeout: 240_000,
      polling: 20,
    })
    const [shown, live] = await page.evaluate(() =>
      [benchWatch.shown, benchWatch.live].map((at) => at - (globalThis.makingRows ?? 0)),
    )
    return { shown, live, ...(use ? await use(page, cdp) : {}) }
  })
}

/** A profile in which the app holds the bench's school. */
export async function filled(server, rows, without = []) {
  const profile = new Profile()
  await profile.visit(async (page) => {
    await page.goto(`${server.url}bench/fill/`)
    await page.waitForFunction(() => 'fill' in globalThis)
    await page.evaluate(([count, tables]) => globalThis.fill(count, tables), [rows, without])
  })
  // The first visit brings the service worker, which then has everything.
  await visit(profile, `${server.url}#/incidents`, {
    use: async (page) => {
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
      // Left alone for a moment, the app keeps what it shows.
      await page.waitForFunction(() => localStorage.getItem('dutybook.last-seen') !== null)
    },
  })
  return profile
}

export const addressOf = (server, name, rows) =>
  name === 'ours' ? `${server.url}#/incidents` : `${server.url}bench/${name}/?n=${rows}`
