// Work in the program itself, in Node: a TypeScript file built as one module, run by a process a core.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What takes long to make and is kept; ignored by Git. */
export const cache = join(root, '.cache', 'county')

/** @returns {Promise<string>} the module's path */
export async function bundled(entry, name) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, entry),
      outDir: join(cache, 'build'),
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: name } },
    },
  })
  return join(cache, 'build', name)
}

/** Runs it as often as there are parts, with its part and their number as its last arguments. */
export const inProcesses = (module, given, parts) =>
  Promise.all(
    Array.from({ length: parts }, (_, part) => {
      const args = [module, ...given, part, parts].map(String)
      return new Promise((done, fail) => {
        spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', (code) =>
          code === 0 ? done() : fail(new Error(`${module} ended with ${code}`)),
        )
      })
    }),
  )
