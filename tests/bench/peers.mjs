// Installs what the bench compares with, on demand. A peer that cannot be installed is missed, and the others go on.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const stamp = `${folder}node_modules/.installed-for`

export function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
  const wanted = createHash('sha256')
    .update(readFileSync(`${folder}package-lock.json`))
    .digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log('Installing what is compared with …')
    if (!npm('ci'))
      for (const [name, version] of Object.entries(dependencies))
        npm('install', '--no-save', '--no-package-lock', `${name}@${version}`)
    if (existsSync(`${folder}node_modules`)) writeFileSync(stamp, wanted)
  }
  return (name) => existsSync(`${folder}node_modules/${name}/package.json`)
}

function npm(...command) {
  try {
    execFileSync('npm', [...command, '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    return true
  } catch {
    return false
  }
}
