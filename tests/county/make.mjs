// Makes a county's files, or finds them made: every school works in the program itself, so a large county takes its
// time; a process a core, kept in .cache/county.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, '.cache', 'county')

/**
 * The folder with `files/` and `county.json`, which says what each file is and what has truly happened.
 *
 * @param {{ seed: number, schools: number, rows: number, months: number, lastOnly?: boolean }} county so many rows in
 *   each school; `lastOnly`: the files of the last month alone, older ones that come with them included
 */
export async function countyFolder({ seed, schools, rows, months, lastOnly = false }) {
  const generator = await bundle()
  // Another program makes other files: what it is made of is part of what they are called.
  const version = createHash('sha256').update(readFileSync(generator)).digest('hex').slice(0, 12)
  const folder = join(cache, `${[version, seed, schools, rows, months, Number(lastOnly)].join('-')}`)
  if (!existsSync(folder)) await generate(generator, folder, [seed, schools, rows, months, Number(lastOnly)])
  return folder
}

async function bundle() {
  const name = 'generate.mjs'
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('generate.ts', import.meta.url)),
      outDir: join(cache, 'build'),
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: name } },
    },
  })
  return join(cache, 'build', name)
}

async function generate(generator, folder, county) {
  const unfinished = `${folder}.part`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const parts = Math.min(availableParallelism(), county[1])
  await Promise.all(
    Array.from({ length: parts }, (_, part) => {
      const args = [generator, unfinished, ...county, part, parts].map(String)
      return new Promise((done, fail) => {
        spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) =>
          code === 0 ? done() : fail(new Error(`the generator ended with ${code}`)),
        )
      })
    }),
  )
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
