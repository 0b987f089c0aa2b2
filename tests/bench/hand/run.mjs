// The hand: what fingers do in a large table, in the built app and in pages that are nothing but a grid.
import { fileURLToPath } from 'node:url'
import { Profile } from '../browser.mjs'
import { median, percentile } from '../measure.mjs'
import { addressOf, buildAll, filled, visit } from '../page/visits.mjs'

const handScript = fileURLToPath(new URL('hand.js', import.meta.url))
const PEERS = {
  aggrid: { name: 'bare AG Grid, 3 modules', entry: 'page/ag-grid.ts', only: 'scroll' },
  revo: { name: 'RevoGrid 4.28.1', entry: 'hand/revo-grid.mjs', package: '@revolist/revogrid' },
  glide: { name: 'Glide 6.0.3 (canvas)', entry: 'hand/glide.mjs', package: '@glideapps/glide-data-grid' },
  univer: { name: 'Univer 0.25.1 (canvas)', entry: 'hand/univer.mjs', package: '@univerjs/presets' },
  jspreadsheet: { name: 'jspreadsheet-ce 5.0.4', entry: 'hand/jspreadsheet.mjs', package: 'jspreadsheet-ce' },
}
/** 10,000 cells: as many as the text columns that stand side by side in the app allow. */
const BLOCK = { rows: 2500, columns: 4 }
const SCROLLS = [
  { what: 'wheel 2,400 px/s', speed: 2400, distance: 7200 },
  { what: 'fling 8,000 px/s', speed: 8000, distance: 24_000 },
]

/** What hangs on the bench's incidents: the other grids hold a table of incidents and nothing else. */
const HANGING = ['incidentPeople', 'findings', 'reportLegs']

export async function benchHand(report, { quick, has }) {
  const { server, built } = await buildAll(PEERS, has)
  const rows = quick ? 2500 : 100_000
  const names = ['ours', ...Object.keys(PEERS).filter((name) => built.has(name))]
  const times = Object.fromEntries(names.map((name) => [name, {}]))
  const note = (name, what, ...values) => (times[name][what] ??= []).push(...values)
  const profiles = {
    ours: await filled(server, rows),
    alone: await filled(server, rows, HANGING),
    peer: new Profile(),
  }
  try {
    for (let round = 0; round < (quick ? 1 : 3); round++)
      for (const name of names) {
        const profile = name === 'ours' ? profiles.ours : profiles.peer
        const { shown, live } = await visit(profile, addressOf(server, name, rows), {
          scripts: [handScript],
          use: (page, cdp) => inHand(page, cdp, name, (...given) => note(name, ...given), `v${round}-`),
        })
        note(name, 'shown', shown)
        note(name, 'live', live)
        // As much as the others hold: the one table.
        if (name === 'ours')
          await visit(profiles.alone, addressOf(server, name, rows), {
            use: async (page, cdp) => note(name, 'heap', await heapOf(page, cdp)),
          })
      }
  } finally {
    for (const profile of Object.values(profiles)) profile.remove()
    server.close()
  }
  tell(report, times, built, rows)
}

async function inHand(page, cdp, name, note, word) {
  note(name === 'ours' ? 'whole heap' : 'heap', await heapOf(page, cdp))
  for (const { what, speed, distance } of SCROLLS) {
    note(what, ...(await framesDuring(page, () => scroll(cdp, distance, speed))))
    await scroll(cdp, -distance, 20_000)
  }
  if (PEERS[name]?.only === 'scroll') return
  note('drag', ...(await framesDuring(page, () => dragDown(page))))
  await toFirstText(page, name)
  // A cell that is in hand already would be opened by the click.
  for (const at of [1, 0]) await page.mouse.click(...(await middleOf(page, at, at)))
  const before = await page.evaluate(() => globalThis.hand.cells().text(2, 1))
  const { painted, stored } = await page.evaluate(
    ([{ rows, columns }, said]) =>
      globalThis.hand.paste(globalThis.hand.block(rows, columns, said), 2, 1, `${said}2-1`),
    [BLOCK, word],
  )
  note('paste', painted)
  note('paste and store', stored)
  note('undo', await undo(page, before))
  note('fill', await fill(page, name, `${word}f`))
  const found = await find(page, name)
  if (!found) return
  note('find', found.took)
  note('find frames', ...found.frames)
}

async function heapOf(page, cdp) {
  // What a page does of its own accord after the first rows is measured by the bench of pages.
  await page.waitForTimeout(3000)
  await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6
}

const scroll = (cdp, distance, speed) =>
  cdp.send('Input.synthesizeScrollGesture', {
    x: 640,
    y: 400,
    yDistance: -distance,
    speed,
    gestureSourceType: 'mouse',
  })

async function framesDuring(page, act) {
  await page.evaluate(() => globalThis.benchWatch.recordFrames())
  await act()
  const frames = await page.evaluate(() => globalThis.benchWatch.frames.splice(1))
  await page.evaluate(() => (globalThis.benchWatch.frames = null))
  return frames
}

/** Over the rows in sight, then held at the lower edge, where the sheet goes on by itself. */
async function dragDown(page) {
  await page.mouse.move(300, 200)
  await page.mouse.down()
  await page.mouse.move(640, 700, { steps: 60 })
  await page.mouse.move(640, 796, { steps: 5 })
  await page.waitForTimeout(1500)
  await page.mouse.up()
}

/** Back to the top, and in the app to the columns of text. */
async function toFirstText(page, name) {
  await page.keyboard.press('Control+Home')
  if (name !== 'ours') {
    await page.evaluate(() => globalThis.handPage?.toTop?.())
    await page.waitForFunction(() => globalThis.hand.cells().text(0, 0))
    return
  }
  for (let presses = 0; presses < 60; presses++) {
    if (await page.evaluate(() => Boolean(globalThis.hand.cells().place(0, 3)))) return
    await page.keyboard.press('ArrowRight')
  }
}

const middleOf = (page, row, column) =>
  page.evaluate(
    (at) => {
      const { left, top, width, height } = globalThis.hand.cells().place(...at)
      return [left + Math.min(20, width / 2), top + height / 2]
    },
    [row, column],
  )

/** By the key, or by what the key calls; null where a grid has no undo. */
async function undo(page, before) {
  const own = await page.evaluate(() => globalThis.handPage && { undo: 'undo' in globalThis.handPage })
  if (own && !own.undo) return null
  // A grid that takes nothing back in two minutes is told as one that has no undo.
  const painted = page
    .evaluate((text) => globalThis.hand.untilReads(2, 1, text), before)
    .catch((error) => (own ? null : Promise.reject(error)))
  if (own) await page.evaluate(() => globalThis.handPage.undo())
  else await page.keyboard.press('Control+z')
  return painted
}

/** A column from its first cell to its last, by Ctrl+D or by the grid's own call. */
async function fill(page, name, word) {
  if (name !== 'ours') return page.evaluate(() => globalThis.handPage?.fill?.() ?? null)
  const [x, y] = await middleOf(page, 0, 0)
  await page.mouse.click(x, y)
  await page.keyboard.type(word)
  await page.keyboard.press('Enter')
  await page.waitForFunction((text) => globalThis.hand.cells().text(0, 0) === text, word)
  await page.evaluate(() => globalThis.dutybook.settled())
  await page.mouse.click(x, y)
  await page.keyboard.press('Control+Shift+ArrowDown')
  await page.evaluate(() => document.querySelector('.ag-grid-viewport').scrollTo({ top: 0 }))
  await page.waitForFunction(() => globalThis.hand.cells().text(2, 0) !== null)
  const painted = page.evaluate((text) => globalThis.hand.untilReads(2, 0, text), word)
  await page.keyboard.press('Control+d')
  return painted
}

/** Typed into the field of Ctrl+F until the count is said, with the frames the page gave meanwhile. */
async function find(page, name) {
  if (name !== 'ours') {
    const took = await page.evaluate(() => globalThis.handPage.find?.('999') ?? null)
    return took === null ? null : { took, frames: [] }
  }
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search')
  await bar.getByRole('searchbox').waitFor()
  let took = 0
  const frames = await framesDuring(page, async () => {
    const started = await page.evaluate(() => performance.now())
    await page.keyboard.type('999')
    await page.waitForFunction(() =>
      /\d/.test(document.querySelector('search [role=status]')?.textContent ?? ''),
    )
    took = (await page.evaluate(() => performance.now())) - started
  })
  return { took, frames }
}

function tell(report, times, built, rows) {
  const size = `${rows.toLocaleString('en')} rows`
  const line = (what, unit, of, target) => {
    for (const [peer, { name }] of Object.entries(PEERS))
      report.add({
        what: `${what}, ${size}`,
        ours: of(times.ours),
        unit,
        against: name,
        its: times[peer] ? of(times[peer]) : null,
        target,
        said: built.has(peer) ? 'has none' : 'not installed',
      })
  }
  const of = (what, pick) => (all) => {
    const values = (all[what] ?? []).filter((value) => value !== null)
    return values.length ? pick(values) : null
  }
  const p95 = (values) => percentile(values, 0.95)
  const perSecond = (frames) => 1000 / (frames.reduce((sum, frame) => sum + frame, 0) / frames.length)
  line('first rows painted', 'ms', of('shown', median))
  line('first rows live', 'ms', of('live', median))
  for (const { what } of SCROLLS) {
    line(`${what}, frames a second`, '', of(what, perSecond))
    line(`${what}, p95 frame`, 'ms', of(what, p95), what.startsWith('wheel') ? 28 : undefined)
  }
  line('drag-select and edge scroll, p95 frame', 'ms', of('drag', p95))
  line('paste of 10,000 cells, painted', 'ms', of('paste', median), 150)
  line('paste of 10,000 cells, painted and stored', 'ms', of('paste and store', median))
  line('undo of it, painted', 'ms', of('undo', median))
  line('fill of a whole column, painted', 'ms', of('fill', median))
  line('find in all columns, counted', 'ms', of('find', median))
  line('p95 frame meanwhile', 'ms', of('find frames', p95))
  line('JS heap, one table of it', 'MB', of('heap', median), 30)
  report.note(
    `${size}: JS heap of ours with the findings, people and scores that hang on the table: ${median(times.ours['whole heap']).toFixed(1)} MB`,
  )
}
