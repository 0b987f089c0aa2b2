import { fileURLToPath } from 'node:url'
import { buildForNode } from '../build.mjs'
import { median } from '../measure.mjs'
import { contender } from '../turns.mjs'

const PEERS = {
  yjs: 'Yjs 13.6.33',
  automerge: 'Automerge 3.5.0',
  loro: 'Loro 1.17.1',
  tinybase: 'TinyBase 10.0.1',
}
const PACKAGES = { automerge: '@automerge/automerge', loro: 'loro-crdt' }

/** Two copies of one ledger, edited apart: one reads the other's whole file. */
export async function benchMerge(report, { quick, has }) {
  const parts = await buildForNode('merge/ours.ts')
  const count = quick ? 2000 : 20_000
  const rounds = quick ? 3 : 7
  const file = fileURLToPath(new URL('contender.mjs', import.meta.url))
  const names = ['ours', ...Object.keys(PEERS).filter((name) => has(PACKAGES[name] ?? name))]
  const contenders = []
  for (const name of names) contenders.push(await contender(file, [parts, String(count)], name))

  const results = new Map(names.map((name) => [name, { took: [], clashes: 0 }]))
  // The first times would measure the compiler.
  for (const { ask } of contenders) await ask('merge')
  for (let round = 0; round < rounds; round++)
    for (const { name, ask } of contenders) {
      const { took, clashes } = await ask('merge')
      const result = results.get(name)
      result.took.push(took)
      result.clashes = clashes
    }
  const steps = []
  for (let round = 0; round < rounds; round++) steps.push(await contenders[0].ask('steps'))
  for (const { name, ask, end } of contenders) {
    const result = results.get(name)
    Object.assign(result, {
      size: await ask('size'),
      memory: await ask('memory'),
      same: await ask('converged'),
    })
    end()
    if (!result.same) throw new Error(`${name}: the two copies differ after both have read the other`)
  }

  const ours = results.get('ours')
  const size = `${count.toLocaleString('en')} × 15, 1,000 edits on each side`
  for (const [at, peer] of Object.keys(PEERS).entries()) {
    const its = results.get(peer)
    const row = (what, own, other, unit, target) =>
      report.add({
        what,
        ours: own,
        unit,
        against: PEERS[peer],
        its: other,
        target: at === 0 ? target : undefined,
        said: its ? undefined : 'not installed',
      })
    row(`merge a whole file, ${size} (CPU)`, median(ours.took), its ? median(its.took) : null, 'ms', 200)
    row('size of the file', ours.size, its?.size ?? null, 'KB', 400)
    row('memory of the merge', ours.memory, its?.memory ?? null, 'MB', 40)
  }
  report.note(
    `merge: 100 cells edited on both sides; ours lists ${ours.clashes} of them to be decided, of the others none lists any. Every cell is the same on both sides afterwards, for each.`,
  )
  const each = Object.keys(steps[0].took).map(
    (step) => `${step} ${median(steps.map(({ took }) => took[step])).toFixed(0)}`,
  )
  const peak = Math.max(...steps.map((round) => round.peak)).toFixed(0)
  report.note(
    `merge, ours, step by step (CPU ms; encode and pack are for the next file and no part of it): ${each.join(', ')}. Heap and buffers at the most, garbage included: ${peak} MB more than before.`,
  )
  if (ours.clashes !== 100) throw new Error(`ours lists ${ours.clashes} of 100 clashes`)
}
