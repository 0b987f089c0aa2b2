// One contender in a process of its own: `fork(contender.mjs, [built parts, rows, name])`. Two replicas of the same rows
// are edited apart; then one reads the other's whole file. Answers with figures.
import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as peers from './peers.mjs'

const [built, count, name] = process.argv.slice(2)
const parts = await import(pathToFileURL(built).href)
const Contender = name === 'ours' ? parts.Ours : await peers[name]()

/** Edits of each side, and how many of them are of the same cells. */
const EDITS = 1000
const SAME = 100
/** Steps of `mergeAndWrite` that come after the merge. */
const WRITING = new Set(['encode', 'pack'])

const rows = parts.ledger(Number(count))
const keys = Object.keys(rows.columns).filter((key) => typeof rows.columns[key][0] === 'string')
/** Steps that share no factor with the number of rows go through all of them. */
const cellAt = (i) => ({ row: rows.ids[(i * 7919) % rows.ids.length], column: keys[i % keys.length] })
const edits = (side) =>
  Array.from({ length: EDITS }, (_, i) => ({
    ...cellAt(i < SAME ? i : i + (side === 'a' ? 0 : EDITS)),
    value: `${side}${i}`,
  }))

const memory = () => {
  for (let i = 0; i < 3; i++) globalThis.gc()
  return process.memoryUsage().rss
}

const first = new Contender('a')
await first.make(rows)
const base = await first.save()
const other = new Contender('b')
await other.load(base)
await other.edit(edits('b'))
const theirs = await other.save()
await first.edit(edits('a'))
const mine = await first.save()

let merged
async function replica(file, id) {
  const each = new Contender(id)
  await each.load(file)
  return each
}
const hash = (each) => createHash('sha256').update(JSON.stringify(each.cells())).digest('hex')

const asked = {
  /** CPU ms: the other side's bytes in, the merged state in memory. */
  merge: async () => {
    merged = await replica(mine, 'a')
    globalThis.gc()
    const before = process.cpuUsage()
    const clashes = (await merged.merge(theirs)) ?? 0
    const { user, system } = process.cpuUsage(before)
    return { took: (user + system) / 1000, clashes: typeof clashes === 'number' ? clashes : 0 }
  },
  /** Of ours: CPU ms of each step, and the most MB of heap and buffers beside what was there, garbage included. */
  steps: async () => {
    merged = await replica(mine, 'a')
    memory()
    const used = () => {
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    }
    const before = used()
    const took = {}
    let peak = 0
    let last = process.cpuUsage()
    await merged.mergeAndWrite(theirs, (step) => {
      const { user, system } = process.cpuUsage(last)
      took[step] = (user + system) / 1000
      if (!WRITING.has(step)) peak = Math.max(peak, used() - before)
      last = process.cpuUsage()
    })
    return { took, peak: peak / 1024 / 1024 }
  },
  /** MB that a merge needs beside what was there. */
  memory: async () => {
    merged = await replica(mine, 'a')
    const before = memory()
    await merged.merge(theirs)
    return (memory() - before) / 1024 / 1024
  },
  /** KB of the file as it would be sent: packed, if the contender does not do that itself. */
  size: () => Math.min(mine.length, gzipSync(mine).length) / 1024,
  /** Every cell of both sides, after each has read the other. */
  converged: async () => {
    const back = await replica(theirs, 'b')
    await back.merge(mine)
    merged = await replica(mine, 'a')
    await merged.merge(theirs)
    return hash(merged) === hash(back)
  },
}

process.on('message', async ([what]) => process.send({ answer: await asked[what]() }))
process.send({ ready: true })
