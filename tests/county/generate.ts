import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifeOf, makeCounty } from './county.ts'
import { inboxOf } from './inbox.ts'

/**
 * Writes every n-th school's files into a folder, and beside them what they are and what has truly happened. Started by
 * `run.mjs`, a process a core: `folder seed schools rows months lastOnly part parts`.
 */
const [folder = '', ...numbers] = process.argv.slice(2)
const [seed = 1, schools = 30, rows = 60, months = 3, lastOnly = 0, part = 0, parts = 1] = numbers.map(Number)
const county = makeCounty({ seed, schools, months })
const files: object[] = []
const lives: object[] = []
mkdirSync(join(folder, 'files'), { recursive: true })
for (let at = part; at < schools; at += parts) {
  lives.push(lifeOf(county, at, rows))
  for await (const { bytes, ...facts } of inboxOf(county, at, rows, lastOnly === 1)) {
    writeFileSync(join(folder, 'files', facts.name), bytes)
    files.push({ ...facts, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
}
writeFileSync(join(folder, `part-${part}.json`), JSON.stringify({ ...county, files, lives }))
