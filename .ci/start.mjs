// `npm start`: builds the app when its sources are newer than the last build, then serves it.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'package.json',
  '.ci/build',
  'public',
  'src',
]

if (newest(sources) > builtAt()) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
// The server looks at the arguments itself, so `npm start -- --port 8080` works.
process.argv[1] = join(root, '.ci', 'serve.mjs')
await import('./serve.mjs')

/** Newest change below the paths; a folder's own time tells of deleted files. */
function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const found = statSync(join(root, path))
      if (!found.isDirectory()) return found.mtimeMs
      const within = readdirSync(join(root, path)).map((name) => join(path, name))
      return Math.max(found.mtimeMs, newest(within))
    }),
  )
}

function builtAt() {
  // The service worker is written last: without it the build did not finish.
  return statSync(join(root, 'dist', 'sw.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
