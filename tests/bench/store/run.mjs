import { mkdirSync } from 'node:fs'
import { Profile, serve } from '../browser.mjs'
import { buildPages, cache } from '../build.mjs'
import { median, percentile } from '../measure.mjs'

const EDITS = 60

/** Import, load and durable edit, our store against a record per row and against no database at all. */
export async function benchStore(report, { quick }) {
  mkdirSync(cache, { recursive: true })
  await buildPages({ store: 'store/page.ts' }, `${cache}pages/`)
  const server = await serve(`${cache}pages`)
  const sizes = quick ? [2000] : [20_000, 100_000]
  const rounds = quick ? 1 : 5
  try {
    for (const count of sizes) {
      const times = { ours: empty(), rows: empty(), limit: empty() }
      for (let round = 0; round < rounds; round++) {
        const profile = new Profile()
        const call = (way, door, ...given) =>
          profile.visit(async (page) => {
            await page.goto(`${server.url}bench/store/`)
            await page.waitForFunction(() => 'doors' in globalThis)
            return page.evaluate(
              ([of, what, args]) => globalThis.doors[of][what](...args),
              [way, door, given],
            )
          })
        // Turns: each way imports, then each is loaded by a browser that has just been started.
        for (const way of ['ours', 'rows']) times[way].import.push(await call(way, 'import', count, way))
        times.limit.import.push(await call('limit', 'import', count))
        for (const way of ['ours', 'rows']) {
          const { took, engine, rows } = await call(way, 'load', way)
          if (rows !== count) throw new Error(`${way} loaded ${rows} of ${count} rows`)
          times[way].load.push(took)
          times[way].engine.push(engine)
        }
        times.limit.load.push((await call('limit', 'load', count)).took)
        for (const way of ['ours', 'rows']) times[way].edit.push(...(await call(way, 'edit', way, EDITS)))
        profile.remove()
      }
      tell(report, count, times)
    }
  } finally {
    server.close()
  }
}

const empty = () => ({ import: [], load: [], engine: [], edit: [] })

function tell(report, count, { ours, rows, limit }) {
  const size = `${count.toLocaleString('en')} × 15`
  const large = count >= 100_000
  const row = (what, own, peer, bare, target, of = median) => {
    report.add({
      what: `${what}, ${size}`,
      ours: of(own),
      unit: 'ms',
      against: 'Dexie, a record per row',
      its: of(peer),
      target,
    })
    if (bare)
      report.add({
        what: `${what}, ${size}`,
        ours: of(own),
        unit: 'ms',
        against: 'JSON in memory (limit)',
        its: of(bare),
      })
  }
  row('stored durably', ours.import, rows.import, limit.import, large ? 1000 : undefined)
  row('loaded', ours.load, rows.load, limit.load, large ? 700 : undefined)
  row('durable edit', ours.edit, rows.edit, null, 4)
  row('durable edit, p95', ours.edit, rows.edit, null, undefined, (times) => percentile(times, 0.95))
  report.note(`${size}: from stored rows to a working engine ${Math.round(median(ours.engine))} ms more`)
}
