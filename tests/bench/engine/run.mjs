import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildForNode } from '../build.mjs'
import { median, percentile } from '../measure.mjs'

const PEERS = {
  limit: 'the limit (typed arrays)',
  tinybase: 'TinyBase 10.0.1',
  hyperformula: 'HyperFormula 3.5.0',
}
/** What takes this many ms to work out anew is known after one time, and is not warmed up. */
const SLOW = 1000
const WARM_UP = 8

/** Working out every score, and one edit to right scores, at each size. */
export async function benchEngine(report, { quick, has }) {
  const parts = await buildForNode('engine/parts.ts')
  const edits = []
  for (const incidents of quick ? [1000, 5000] : [1000, 20_000, 100_000]) {
    const peers = ['tinybase', ...(incidents === 1000 ? ['hyperformula'] : [])]
    const results = await race(parts, incidents, ['ours', 'limit', ...peers.filter(has)], quick ? 3 : 7)
    const ours = results.get('ours')
    edits.push(ours.edit)
    const size = incidents.toLocaleString('en')
    for (const [peer, its] of ['limit', ...peers].map((name) => [name, results.get(name)])) {
      const missing = its ? undefined : 'not installed'
      const against = PEERS[peer]
      const first = peer === 'limit'
      report.add({
        what: `every score anew, ${size} incidents (CPU)`,
        ours: ours.full,
        unit: 'ms',
        against,
        its: its?.full ?? null,
        target: first && incidents === 100_000 ? 30 : undefined,
        said: missing,
      })
      report.add({
        what: `one edit → all scores right, ${size} incidents`,
        ours: ours.edit,
        unit: 'ms',
        against,
        its: its?.edit ?? null,
        target: first ? 0.05 : undefined,
        said: missing,
      })
      if (first) report.add({ what: `the same, p95`, ours: ours.p95, unit: 'ms', against, its: its.p95 })
    }
    report.note(
      `${size} incidents: loaded and started from rows in ${Math.round(ours.make)} ms CPU; wrong among 2 × 1,200 scores before and after up to ${ours.edits.length} edits: ${[...results].map(([name, { wrong }]) => `${name} ${wrong}`).join(', ')}`,
    )
    for (const [name, { wrong }] of results)
      if (wrong) throw new Error(`${name} has ${wrong} wrong scores at ${size} incidents`)
  }
  report.add({
    what: 'edit at the most incidents ÷ edit at 1,000',
    ours: edits.at(-1) / edits[0],
    target: 1.5,
  })
}

/** All take turns at the same edits of the same school, each in its own process. */
async function race(parts, incidents, names, rounds) {
  const file = fileURLToPath(new URL('contender.mjs', import.meta.url))
  const contenders = []
  for (const name of names) {
    const child = fork(file, [parts, String(incidents), name])
    let settle
    child.on('message', (message) => settle.resolve(message))
    child.on('exit', (code) =>
      settle.reject(new Error(`${name} ended with ${code} at ${incidents} incidents`)),
    )
    const answer = () => new Promise((resolve, reject) => (settle = { resolve, reject }))
    const { ready } = await answer()
    const ask = async (...what) => {
      const answered = answer()
      child.send(what)
      return (await answered).answer
    }
    const make = await ask('make')
    contenders.push({ name, child, ask, make, edits: [], full: [], wrong: await ask('wrong'), ready })
  }
  // A program that has run for a minute has its paths compiled; the first times would measure the compiler.
  for (const { ask } of contenders)
    for (let i = 0, last = 0; i < WARM_UP && last < SLOW; i++) last = await ask('full')
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders) {
      const { name, ask, full, edits, ready } = contender
      if (!full.length || median(full) < SLOW) full.push(await ask('full'))
      // An edit of formulas takes a second, so only a few are made.
      const share = name === 'hyperformula' ? 2 : Math.floor(ready / rounds)
      edits.push(...(await ask('edits', round * share, (round + 1) * share)))
    }
  const results = new Map()
  for (const { name, child, ask, make, full, edits, wrong } of contenders) {
    const of = { make, full: median(full), edit: median(edits), p95: percentile(edits, 0.95), edits }
    results.set(name, { ...of, wrong: wrong + (await ask('wrong')) })
    child.disconnect()
  }
  return results
}
