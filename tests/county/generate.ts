import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifeOf, makeCounty } from './county.ts'
import { inboxOf } from './inbox.ts'

interface Wanted {
  readonly seed: number
  readonly schools: number
  readonly rows: number
  readonly months: number
  readonly first?: string
  readonly lastOnly?: boolean
}

/**
 * Writes every n-th school's files into a folder, and beside them what they are and what has truly happened. Started by
 * `make.mjs`, a process a core: `folder wanted part parts`.
 */
const [folder = '', wanted = '{}', part = '0', parts = '1'] = process.argv.slice(2)
const { rows, lastOnly, ...options } = JSON.parse(wanted) as Wanted
const county = makeCounty(options)
const files: object[] = []
const lives: object[] = []
mkdirSync(join(folder, 'files'), { recursive: true })
for (let at = Number(part); at < options.schools; at += Number(parts)) {
  lives.push(lifeOf(county, at, rows))
  for await (const { bytes, ...facts } of inboxOf(county, at, rows, lastOnly)) {
    writeFileSync(join(folder, 'files', facts.name), bytes)
    files.push({ ...facts, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
}
writeFileSync(join(folder, `part-${part}.json`), JSON.stringify({ ...county, files, lives }))
