// `npm run test:chromium109`: the main path once more, on the oldest browser we promise (the last for Windows 7).
// It comes from the package @sparticuz/chromium, fetched into .cache on first use: 56 MB that nobody needs who only
// wants to start the app. The package's own unpacking is not used: it reuses whatever lies in the system's temporary
// folder, also another version's.
import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { runPlaywright } from './e2e.mjs'

const VERSION = '109.0.6'
const folder = fileURLToPath(new URL('../.cache/chromium109', import.meta.url))
const browser = join(folder, 'chromium')

if (!existsSync(browser)) await fetchBrowser()
process.exit(runPlaywright(['--project=chromium109', ...process.argv.slice(2)], browser))

async function fetchBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.error('Chromium 109 只有 Linux x64 版可用 / this browser is there for Linux x64 only')
    process.exit(1)
  }
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-save', '--no-audit', '--no-fund']
  const done = spawnSync('npm', [...args, `@sparticuz/chromium@${VERSION}`], { stdio: 'inherit' })
  if (done.status !== 0) process.exit(1)
  const packed = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin', 'chromium.br')
  // Under its final name only when whole.
  const partial = `${browser}.partial`
  await pipeline(
    createReadStream(packed),
    createBrotliDecompress(),
    createWriteStream(partial, { mode: 0o755 }),
  )
  renameSync(partial, browser)
}
