import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { Profile } from '../browser.mjs'
import { buildForNode, cache } from '../build.mjs'
import { median, percentile } from '../measure.mjs'
import { addressOf, buildAll, filled, visit, watchScript } from './visits.mjs'

const SHEETS = {
  aggrid: { name: 'bare AG Grid, 3 modules', entry: 'page/ag-grid.ts' },
  univer: { name: 'Univer 0.25.1', entry: 'page/univer.mjs', package: '@univerjs/presets' },
  fortune: { name: 'FortuneSheet 1.0.4', entry: 'page/fortune-sheet.mjs', package: '@fortune-sheet/react' },
}
const PEERS = Object.fromEntries(Object.entries(SHEETS).map(([key, { name }]) => [key, name]))
/** Larger than this the other two need minutes and gigabytes. */
const MOST_FOR_SHEETS = 20_000

/** The built app against pages that are nothing but a grid. */
export async function benchPage(report, { quick, has }) {
  const { server, built } = await buildAll(SHEETS, has)
  const peers = Object.keys(PEERS)
  const rounds = quick ? 1 : 5
  try {
    await firstLoad(report, server, peers, built)
    await starts(report, server, peers, built, { rows: 100, rounds, throttle: 4 })
    for (const rows of quick ? [1000] : [20_000, 100_000])
      await starts(report, server, peers, built, { rows, rounds, throttle: 1 })
    for (const rows of quick ? [1000] : [20_000, 100_000]) await inUse(report, server, { rows, rounds })
  } finally {
    server.close()
  }
}

/** Types into a cell until the page has the value; a page that is not awake yet may need more than one try. */
async function enterFirst(page) {
  for (let tries = 0; tries < 30; tries++) {
    const value = String(7000 + tries)
    const { x, y } = await page.evaluate(() => {
      if (globalThis.benchPage) return globalThis.benchPage.cell
      const cell = [...document.querySelectorAll('.ag-cell')].find((each) =>
        each.textContent.startsWith('SG-'),
      )
      const { left, top } = cell.getBoundingClientRect()
      return { x: left + 30, y: top + 10 }
    })
    await page.mouse.click(x, y)
    await page.evaluate((wanted) => globalThis.benchWatch.untilHeld(wanted), value)
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
    const entered = await page
      .waitForFunction(() => globalThis.benchWatch.entered !== null, null, { timeout: 2000, polling: 20 })
      .then(() => page.evaluate(() => globalThis.benchWatch.entered - (globalThis.makingRows ?? 0)))
      .catch(() => null)
    if (entered !== null) {
      await keptPicture(page)
      return { entered }
    }
  }
  return { entered: null }
}

/** Whoever has typed stays for a moment; the app then keeps what it shows for the next start. */
const keptPicture = (page) =>
  page.waitForFunction(() => {
    const [seen, marker] = ['last-seen', 'marker.bench'].map((key) => localStorage.getItem(`dutybook.${key}`))
    return !('dutybook' in globalThis) || JSON.parse(seen)?.n === JSON.parse(marker).n
  })

async function starts(report, server, peers, built, { rows, rounds, throttle }) {
  const ways = [
    'ours',
    ...peers.filter((name) => name === 'aggrid' || (built.has(name) && rows <= MOST_FOR_SHEETS)),
  ]
  const times = Object.fromEntries(
    [...ways, 'offline'].map((name) => [name, { shown: [], live: [], entered: [] }]),
  )
  const note = (name, { shown, live, entered }) => {
    times[name].shown.push(shown)
    times[name].live.push(live)
    if (entered !== null) times[name].entered.push(entered)
  }
  const ourProfile = await filled(server, rows)
  const peerProfile = new Profile()
  for (let round = 0; round < rounds; round++) {
    for (const name of ways) {
      // Minutes of sheets add nothing after the third round.
      if (name !== 'ours' && name !== 'aggrid' && round >= 3) continue
      const profile = name === 'ours' ? ourProfile : peerProfile
      note(
        name,
        await visit(profile, addressOf(server, name, rows), { throttle, cold: true, use: enterFirst }),
      )
    }
    note(
      'offline',
      await visit(ourProfile, addressOf(server, 'ours', rows), { throttle, offline: true, use: enterFirst }),
    )
  }
  ourProfile.remove()
  peerProfile.remove()

  const size = `${rows.toLocaleString('en')} rows${throttle > 1 ? `, ${throttle}× CPU throttle` : ''}`
  const middle = (name, what) => (times[name]?.[what].length ? median(times[name][what]) : null)
  for (const peer of peers) {
    const said = built.has(peer) ? 'not measured' : 'not installed'
    const first = peer === 'aggrid'
    report.add({
      what: `first rows painted, cold, ${size}`,
      ours: middle('ours', 'shown'),
      unit: 'ms',
      against: PEERS[peer],
      its: middle(peer, 'shown'),
      target: first && throttle === 1 ? 1.2 * middle('aggrid', 'shown') : undefined,
      said,
    })
    report.add({
      what: `first rows live, cold, ${size}`,
      ours: middle('ours', 'live'),
      unit: 'ms',
      against: PEERS[peer],
      its: middle(peer, 'live'),
      said,
    })
    report.add({
      what: `first cell entered, cold, ${size}`,
      ours: middle('ours', 'entered'),
      unit: 'ms',
      against: PEERS[peer],
      its: middle(peer, 'entered'),
      target: first && throttle > 1 ? 3000 : undefined,
      said,
    })
  }
  report.add({ what: `first rows painted, offline, ${size}`, ours: middle('offline', 'shown'), unit: 'ms' })
  report.add({ what: `first rows live, offline, ${size}`, ours: middle('offline', 'live'), unit: 'ms' })
  report.add({ what: `first cell entered, offline, ${size}`, ours: middle('offline', 'entered'), unit: 'ms' })
}

/** Bytes over the wire, zipped, of everything asked for until the first rows are there. */
async function firstLoad(report, server, peers, built) {
  const bytesOf = async (name) => {
    const profile = name === 'ours' ? await filled(server, 100) : new Profile()
    const asked = new Set()
    await profile.visit(async (page, context) => {
      const cdp = await context.newCDPSession(page)
      await cdp.send('Network.enable')
      await cdp.send('Network.setBypassServiceWorker', { bypass: true })
      await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
      page.on('request', (request) => asked.add(new URL(request.url()).pathname))
      await page.addInitScript({ path: watchScript })
      await page.goto(addressOf(server, name, 100), { waitUntil: 'commit' })
      await page.waitForFunction(() => globalThis.benchWatch.live !== null, null, { timeout: 120_000 })
      return null
    })
    profile.remove()
    const scripts = [...asked].filter((path) => /\.(js|css)$/.test(path))
    const folder = (path) =>
      path.startsWith('/bench/') ? `${cache}pages/${path.slice(7)}` : `${cache}app${path}`
    const sizes = scripts.map((path) => [path, gzipSync(readFileSync(folder(path))).length / 1000])
    if (name === 'ours') report.note(`until the first rows: ${told(sizes)}`)
    return sizes.reduce((sum, [, size]) => sum + size, 0)
  }
  const ours = await bytesOf('ours')
  for (const peer of peers) {
    const there = built.has(peer)
    report.add({
      what: 'scripts and styles until the first rows (gzip)',
      ours,
      unit: 'kB',
      against: PEERS[peer],
      its: there ? await bytesOf(peer) : null,
      target: peer === 'aggrid' ? 300 : undefined,
      said: 'not installed',
    })
  }
}

const told = (sizes) =>
  sizes
    .sort((a, b) => b[1] - a[1])
    .map(([path, size]) => `${path.split('/').at(-1)} ${size.toFixed(1)} kB`)
    .join(', ')

/** Scrolling, a key press to paint, and memory, with the app open for a while. */
async function inUse(report, server, { rows, rounds }) {
  const size = `${rows.toLocaleString('en')} rows`
  const profile = await filled(server, rows)
  const bare = new Profile()
  const { benchSchool, TERMS } = await import(pathToFileURL(await buildForNode('engine/parts.ts')).href)
  const school = benchSchool(rows)
  const edits = school.edits.filter(({ incident }) => school.facts.term[incident] === TERMS - 1)
  const frames = { ours: [], aggrid: [] }
  const heap = { ours: [], aggrid: [] }
  const keys = []
  const scores = []
  for (let round = 0; round < Math.min(rounds, 3); round++)
    for (const name of ['ours', 'aggrid'])
      await visit(name === 'ours' ? profile : bare, addressOf(server, name, rows), {
        use: async (page, cdp) => {
          await page.waitForTimeout(3000)
          await cdp.send('HeapProfiler.collectGarbage')
          heap[name].push((await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6)
          await page.evaluate(() => globalThis.benchWatch.recordFrames())
          await cdp.send('Input.synthesizeScrollGesture', {
            x: 640,
            y: 400,
            yDistance: -7200,
            speed: 2400,
            gestureSourceType: 'mouse',
          })
          frames[name].push(...(await page.evaluate(() => globalThis.benchWatch.frames.splice(1))))
          await page.evaluate(() => (globalThis.benchWatch.frames = null))
          if (name === 'ours') {
            keys.push(...(await keysPainted(page)))
            scores.push(...(await scoresPainted(page, edits.splice(0, 40))))
          }
        },
      })
  profile.remove()
  bare.remove()

  for (const share of [0.5, 0.95])
    report.add({
      what: `frame while scrolling 2,400 px/s, p${share * 100}, ${size}`,
      ours: percentile(frames.ours, share),
      unit: 'ms',
      against: PEERS.aggrid,
      its: percentile(frames.aggrid, share),
    })
  report.add({
    what: `Enter → table painted, p95, ${size}`,
    ours: keys.length ? percentile(keys, 0.95) : null,
    unit: 'ms',
    target: 33,
  })
  report.add({
    what: `edit → scores painted (学期考核 open), p95, ${size}`,
    ours: scores.length ? percentile(scores, 0.95) : null,
    unit: 'ms',
    target: 33,
  })
  report.add({
    what: `JS heap, ${size}`,
    ours: median(heap.ours),
    unit: 'MB',
    against: PEERS.aggrid,
    its: median(heap.aggrid),
  })
  report.note(
    `${size}: Enter → table painted median ${median(keys).toFixed(1)} ms of ${keys.length}; edit → scores painted median ${scores.length ? median(scores).toFixed(1) : '–'} ms of ${scores.length}`,
  )
}

/** Numbers typed into the first rows' case numbers: from the key that commits to the frame that shows it. */
async function keysPainted(page) {
  const times = []
  await page.evaluate(() => {
    document.querySelector('.ag-grid-viewport, .ag-body-viewport')?.scrollTo({ top: 0 })
    addEventListener(
      'keydown',
      (event) => event.key === 'Enter' && (globalThis.enterAt = event.timeStamp),
      true,
    )
  })
  await page.waitForTimeout(300)
  const cell = await page.evaluate(() => {
    const found = document.querySelector('.ag-row[row-index="0"] .ag-cell[col-id="no"]')
    const { left, top } = found.getBoundingClientRect()
    return { x: left + 30, y: top + 10 }
  })
  await page.mouse.click(cell.x, cell.y)
  for (let i = 0; i < 20; i++) {
    await page.keyboard.type(`SG-${i}${Math.floor(performance.now())}`)
    const painted = page.evaluate(() => globalThis.benchWatch.nextPaint('.ag-root, .ag-grid'))
    await page.waitForTimeout(20)
    await page.keyboard.press('Enter')
    const at = await painted
    if (at !== null) times.push(at - (await page.evaluate(() => globalThis.enterAt)))
    await page.waitForTimeout(50)
  }
  return times
}

/**
 * Severities changed while the list of scores is open: from the edit to the frame that shows other scores. The edits are
 * of the last term, which is the one the list shows.
 */
async function scoresPainted(page, edits) {
  await page.evaluate(() => (location.hash = '#/scores'))
  await page.waitForSelector('table[role=grid]', { timeout: 60_000 })
  await page.waitForTimeout(2000)
  return page.evaluate(async (given) => {
    const times = []
    for (const { table, row, column, value } of given) {
      const painted = globalThis.benchWatch.nextPaint('table[role=grid]')
      const started = performance.now()
      globalThis.dutybook.edit([{ table, row, column, value }])
      const at = await painted
      if (at !== null) times.push(at - started)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return times
  }, edits)
}
