import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildForNode } from '../build.mjs'

const PEERS = {
  limit: 'the limit (typed arrays)',
  tinybase: 'TinyBase 10.0.1',
  hyperformula: 'HyperFormula 3.5.0',
}

/** Working out every score, and one edit to right scores, at each size. */
export async function benchEngine(report, { quick, has }) {
  const parts = await buildForNode('engine/parts.ts')
  const race = fileURLToPath(new URL('race.mjs', import.meta.url))
  const edits = []
  for (const incidents of quick ? [1000, 5000] : [1000, 20_000, 100_000]) {
    const peers = ['tinybase', ...(incidents === 1000 ? ['hyperformula'] : [])]
    const printed = execFileSync(
      process.execPath,
      [race, parts, String(incidents), String(quick ? 3 : 7), ...peers.filter(has)],
      { encoding: 'utf8', maxBuffer: 1 << 24 },
    )
    const results = new Map(
      printed
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map((result) => [result.name, result]),
    )
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
      `${size} incidents: loaded and started from rows in ${Math.round(ours.make)} ms CPU; wrong among 2 × 1,200 scores before and after ${ours.made} edits: ${[...results.values()].map(({ name, wrong }) => `${name} ${wrong}`).join(', ')}`,
    )
    for (const { name, wrong } of results.values())
      if (wrong) throw new Error(`${name} has ${wrong} wrong scores at ${size} incidents`)
  }
  report.add({
    what: 'edit at the most incidents ÷ edit at 1,000',
    ours: edits.at(-1) / edits[0],
    target: 1.5,
  })
}
