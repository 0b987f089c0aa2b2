// `npm run county -- --schools 30 --rows 60 --out DIR [--months 3] [--seed 1]`: a county's schools, their files of each
// month as they come in at a bureau, and county.json, which says what each file is and what has truly happened.
// Every school works in the program itself, so a large county takes its time: a process a core, kept in .cache/county.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, '.cache', 'county')
const text = { type: 'string' }
const { values } = parseArgs({
  options: { schools: text, rows: text, months: text, seed: text, out: text },
})
const { seed = '1', schools = '30', rows = '60', months = '3', out } = values

const generator = await bundle()
// Another program makes other files: what it is made of is part of what they are called.
const version = createHash('sha256').update(readFileSync(generator)).digest('hex').slice(0, 12)
const folder = join(cache, `${version}-${seed}-${schools}-${rows}-${months}`)
const started = Date.now()
if (!existsSync(folder)) await generate()
if (out) cpSync(folder, out, { recursive: true })
const { files } = JSON.parse(readFileSync(join(folder, 'county.json'), 'utf8'))
const size = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
console.log(
  `${schools} schools, ${files.length} files, ${size.toFixed(1)} MB in ${out ?? folder}, ${((Date.now() - started) / 1000).toFixed(0)} s`,
)

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

async function generate() {
  const unfinished = `${folder}.part`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const parts = Math.min(availableParallelism(), Number(schools))
  await Promise.all(
    Array.from({ length: parts }, (_, part) => {
      const args = [generator, unfinished, seed, schools, rows, months, part, parts].map(String)
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
  const county = {
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
  writeFileSync(join(unfinished, 'county.json'), JSON.stringify(county, null, 1))
  renameSync(unfinished, folder)
}
