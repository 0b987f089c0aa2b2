// One contender in a process of its own: `fork(contender.mjs, [built parts, rows, name])`. Writes the ledger and reads what
// it has written; answers with CPU times.
import { pathToFileURL } from 'node:url'
import * as peers from './peers.mjs'

const [built, count, name] = process.argv.slice(2)
const parts = await import(pathToFileURL(built).href)
const Contender = name === 'ours' ? parts.Ours : await peers[name]()
const rows = parts.ledger(Number(count))
const contender = new Contender(rows)
let file = await contender.write()

async function cpuOf(work) {
  globalThis.gc()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { took: (user + system) / 1000, result }
}

const asked = {
  write: async () => {
    const { took, result } = await cpuOf(() => contender.write())
    file = result
    return took
  },
  read: async () => {
    const { took, result } = await cpuOf(() => contender.read(file))
    if (result < Number(count) * 14) throw new Error(`${name} read only ${result} cells`)
    return took
  },
  size: () => file.length / 1024,
}

process.on('message', async ([what]) => process.send({ answer: await asked[what]() }))
process.send({ ready: true })
