import { fileURLToPath } from 'node:url'
import { buildForNode } from '../build.mjs'
import { median } from '../measure.mjs'
import { contender } from '../turns.mjs'

const PEERS = { exceljs: ['exceljs 4.4.0', 'exceljs'], sheetjs: ['@e965/xlsx 0.20.3', '@e965/xlsx'] }

/** A ledger written and read: ours with styles, lists, print setup and the state that merges. */
export async function benchXlsx(report, { quick, has }) {
  const parts = await buildForNode('xlsx/ours.ts')
  const count = quick ? 2000 : 20_000
  const file = fileURLToPath(new URL('contender.mjs', import.meta.url))
  const names = ['ours', ...Object.keys(PEERS).filter((name) => has(PEERS[name][1]))]
  const contenders = []
  for (const name of names) contenders.push(await contender(file, [parts, String(count)], name))
  const results = new Map(names.map((name) => [name, { write: [], read: [] }]))
  for (let round = 0; round < (quick ? 3 : 7); round++)
    for (const { name, ask } of contenders)
      for (const what of ['write', 'read']) results.get(name)[what].push(await ask(what))
  for (const { name, ask, end } of contenders) {
    results.get(name).size = await ask('size')
    end()
  }
  const ours = results.get('ours')
  const size = `${count.toLocaleString('en')} × 15`
  for (const [peer, [against]] of Object.entries(PEERS)) {
    const its = results.get(peer)
    const said = its ? undefined : 'not installed'
    for (const what of ['write', 'read']) {
      const other = its ? median(its[what]) : null
      const row = {
        what: `${what} .xlsx, ${size} (CPU)`,
        ours: median(ours[what]),
        unit: 'ms',
        against,
        said,
      }
      report.add({ ...row, its: other, target: other ?? undefined })
    }
    report.add({
      what: 'size of the .xlsx',
      ours: ours.size,
      unit: 'KB',
      against,
      its: its?.size ?? null,
      said,
    })
  }
}
