import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countyFolder } from '../../county/make.mjs'
import { Profile } from '../browser.mjs'
import { percentile } from '../measure.mjs'
import { buildAll, watchScript } from '../page/visits.mjs'
import { expectedRows, rowsRead } from './expected.mjs'
import { watchMemory } from './memory.mjs'

const FULL = { seed: 1, schools: 300, rows: 2000, months: 2, lastOnly: true }
const QUICK = { seed: 1, schools: 30, rows: 200, months: 2, lastOnly: true }
const WAIT = 600_000

/** A month's files of a whole county dropped on a bureau's new workbook in the built app; then the same once more. */
export async function benchCounty(report, { quick, has }) {
  const given = quick ? QUICK : FULL
  console.log('Making the county’s files …')
  // The same files again while the program changes: COUNTY_FOLDER=…
  const folder = process.env['COUNTY_FOLDER'] ?? (await countyFolder(given))
  const county = JSON.parse(readFileSync(join(folder, 'county.json'), 'utf8'))
  const files = county.files.map(({ name }) => join(folder, 'files', name))
  const { server } = await buildAll({}, has)
  const profile = new Profile()
  const size = `${files.length} files of ${given.schools} schools, ${Math.round(rowsRead(county)).toLocaleString('en')} rows`
  const small = !quick
  try {
    await profile.visit(async (page, context) => {
      await page.addInitScript({ path: watchScript })
      const processes = await processesOf(context)
      const worked = cpuOf(processes)
      const memory = watchMemory(processes)
      await page.goto(`${server.url}#/reception`)
      await page.waitForFunction(() => 'dutybook' in globalThis)
      await page.evaluate(async () => {
        await globalThis.dutybook.ready
        await globalThis.dutybook.create({ kind: 'bureau', name: '丰禾县教育局' })
      })
      await page.evaluate(() => (location.hash = '#/reception'))
      await stopHalfWay(page, files)

      await worked()
      const first = { ...(await drop(page, files)), cpu: await worked() }
      const taking = { ...(await take(page)), cpu: await worked() }
      memory.stop()
      const found = await page.evaluate(() =>
        Object.fromEntries(
          ['allHazards', 'allIncidents'].map((table) => [table, globalThis.dutybook.rows(table).length]),
        ),
      )
      const expected = expectedRows(county)
      if (JSON.stringify(found) !== JSON.stringify(expected))
        throw new Error(`the ledgers hold ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)

      const before = await page.evaluate(() => globalThis.dutybook.stateHash())
      await page.getByRole('button', { name: '清空列表' }).click()
      await worked()
      const again = { ...(await drop(page, files)), cpu: await worked() }
      const after = await page.evaluate(() => globalThis.dutybook.stateHash())
      if (before !== after) throw new Error('the same files once more have changed the workbook')

      const total = first.took + taking.took
      const target = (most) => (small ? most : undefined)
      report.add({ what: `take in ${size}`, ours: total / 1000, unit: 's', target: target(60) })
      report.add({ what: 'of it reading', ours: first.took / 1000, unit: 's' })
      report.add({ what: 'of it taking in, until durable', ours: taking.took / 1000, unit: 's' })
      report.add({ what: 'a file', ours: total / files.length, unit: 'ms' })
      report.add({
        what: 'memory at the most, page and workers',
        ours: memory.peak.page,
        unit: 'MB',
        target: target(1500),
      })
      report.add({ what: 'memory at the most, whole browser', ours: memory.peak.all, unit: 'MB' })
      for (const [what, { frames }] of Object.entries({ reading: first, 'taking in': taking })) {
        report.add({ what: `frame while ${what}, p95`, ours: percentile(frames, 0.95), unit: 'ms' })
        report.add({ what: `longest frame while ${what}`, ours: Math.max(...frames), unit: 'ms' })
      }
      report.add({ what: 'the same files again', ours: again.took / 1000, unit: 's', target: target(10) })
      const busy = Object.entries({ reading: first, 'taking in': taking, again })
      report.note(
        `county: CPU seconds of the browser (of the process with page and workers): ${busy.map(([what, { cpu }]) => `${what} ${cpu.all.toFixed(1)} (${cpu.page.toFixed(1)})`).join(', ')}`,
      )
      report.note(
        `county: ${found.allHazards.toLocaleString('en')} hazards and ${found.allIncidents.toLocaleString('en')} incidents in the ledgers, as the generator has them; ${first.told} steps of progress seen; stopped half way nothing was written; dropped again, stateHash is the same.`,
      )
    })
  } finally {
    profile.remove()
    server.close()
  }
}

async function processesOf(context) {
  const cdp = await context.browser()?.newBrowserCDPSession()
  const session = cdp ?? (await context.newCDPSession(context.pages()[0]))
  return async () => (await session.send('SystemInfo.getProcessInfo')).processInfo
}

/** CPU seconds since it was last asked: of the whole browser, and of its pages with their workers. */
function cpuOf(processes) {
  let before = { all: 0, page: 0 }
  return async () => {
    const found = await processes()
    const sum = (some) => some.reduce((all, { cpuTime }) => all + cpuTime, 0)
    const now = { all: sum(found), page: sum(found.filter(({ type }) => type === 'renderer')) }
    const since = { all: now.all - before.all, page: now.page - before.page }
    before = now
    return since
  }
}

const give = (page, files) => page.locator('input[data-reception=files]').setInputFiles(files)
const list = (page) => page.getByRole('list', { name: '收到的文件' })

/** Stops after a few files: these are listed, nothing is written, and the list can be cleared. */
async function stopHalfWay(page, files) {
  const before = await page.evaluate(() => globalThis.dutybook.stateHash())
  await page.evaluate(() => {
    const main = document.querySelector('main')
    const observer = new MutationObserver(() => {
      if (!/正在读取：[1-9]/.test(main.textContent)) return
      observer.disconnect()
      const [stop] = [...main.querySelectorAll('button')].filter((button) => button.textContent === '停止')
      stop.click()
    })
    observer.observe(main, { subtree: true, childList: true, characterData: true })
  })
  await give(page, files)
  await list(page).waitFor()
  const read = Number(/\d+/.exec(await page.getByRole('button', { name: /^全部 \d/ }).textContent())[0])
  if (!(read > 0 && read < files.length))
    throw new Error(`${read} of ${files.length} files read before the stop`)
  if ((await page.evaluate(() => globalThis.dutybook.stateHash())) !== before)
    throw new Error('reading has written')
  await page.getByRole('button', { name: '清空列表' }).click()
}

/** Gives the files and waits until all are listed. */
async function drop(page, files) {
  await watchScreen(page, 'main')
  await give(page, files)
  await list(page).waitFor({ timeout: WAIT })
  return watched(page)
}

/** Agrees to the schools and their keys, as somebody does who has looked at the list, and takes in what is good. */
async function take(page) {
  for (const name of [/认可首次出现的签名/, /把名录里没有的学校加进去/]) {
    const button = page.getByRole('button', { name })
    if (await button.isVisible()) await button.click()
  }
  await watchScreen(page, 'main')
  await page.getByRole('button', { name: /^收下 \d/ }).click()
  await page.getByRole('status').filter({ hasText: '台账新增' }).waitFor({ timeout: WAIT })
  return watched(page)
}

/** From now on: frames, and how often what is told of the progress has changed. */
const watchScreen = (page, selector) =>
  page.evaluate((within) => {
    globalThis.benchWatch.recordFrames()
    const told = new Set()
    const observer = new MutationObserver(() => {
      const bar = document.querySelector(`${within} progress`)
      if (bar) told.add(bar.value)
    })
    observer.observe(document.querySelector(within), { subtree: true, childList: true, attributes: true })
    Object.assign(globalThis, { benchTold: told, benchStarted: performance.now() })
  }, selector)

const watched = (page) =>
  page.evaluate(() => {
    const { frames } = globalThis.benchWatch
    globalThis.benchWatch.frames = null
    return {
      took: performance.now() - globalThis.benchStarted,
      frames: frames.slice(1),
      told: globalThis.benchTold.size,
    }
  })
