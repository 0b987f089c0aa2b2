// Makes a county's files, or finds them made: every school works in the program itself, so a large county takes its
// time; a process a core, kept in .cache/county.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { bundled, cache, inProcesses } from './processes.mjs'

/**
 * The folder with `files/` and `county.json`, which says what each file is and what has truly happened.
 *
 * @param {{ seed: number, schools: number, rows: number, months: number, first?: string, lastOnly?: boolean }} county
 *   so many rows in each school; `first`: the first month; `lastOnly`: the files of the last month alone, older ones that
 *   come with them included
 */
export async function countyFolder(county) {
  const generator = await bundled('tests/county/generate.ts', 'generate.mjs')
  // Another program makes other files: what it is made of is part of what they are called.
  const version = createHash('sha256').update(readFileSync(generator)).digest('hex').slice(0, 12)
  const { seed, schools, rows, months, first, lastOnly } = county
  const called = [version, seed, schools, rows, months, first, lastOnly && 'last'].filter(Boolean).join('-')
  const folder = join(cache, called)
  if (!existsSync(folder)) await generate(generator, folder, county)
  return folder
}

async function generate(generator, folder, county) {
  const unfinished = `${folder}.part`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const parts = Math.min(availableParallelism(), county.schools)
  await inProcesses(generator, [unfinished, JSON.stringify(county)], parts)
  const told = Array.from({ length: parts }, (_, part) => {
    const file = join(unfinished, `part-${part}.json`)
    const read = JSON.parse(readFileSync(file, 'utf8'))
    rmSync(file)
    return read
  })
  const inOrder = (list, key) => list.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const whole = {
    ...told[0],
    files: inOrder(
      told.flatMap((part) => part.files),
      ({ name }) => name,
    ),
    lives: inOrder(
      told.flatMap((part) => part.lives),
      ({ school }) => school.code,
    ),
  }
  writeFileSync(join(unfinished, 'county.json'), JSON.stringify(whole, null, 1))
  renameSync(unfinished, folder)
}
