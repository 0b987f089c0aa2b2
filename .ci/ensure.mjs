// Before `npm start` and `npm test`: everything they need is there, or a plain message says what is missing.
// Only Node's own modules and old syntax: this file runs before anything is installed, and on a Node too old for the
// rest, to say so.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const forTests = process.argv.includes('--tests')

requireNode(20)
installPackages()
if (forTests) await installBrowserAndFonts()

function requireNode(least) {
  if (Number(process.versions.node.split('.')[0]) >= least) return
  stop(
    `需要 Node.js ${least} 或更新版本，这台电脑上是 ${process.versions.node}。请到 https://nodejs.org 下载安装后再试。`,
    `Node.js ${least} or newer is needed; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  )
}

/** `npm ci`, when what is installed is not what the lock file asks for. */
function installPackages() {
  if (isInstalled()) return
  say('正在安装所需的程序包（npm ci）……', 'Installing packages (npm ci) …')
  if (!runNpm(['ci', '--no-audit', '--no-fund'])) {
    stop(
      '程序包没有装上。请检查网络（或 npm 镜像设置）后重试。',
      'The packages could not be installed. Check the network or the npm registry setting, then try again.',
    )
  }
}

/** npm writes down what it installed as its last step; compared by content, for times change with every checkout. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = packagesIn(record)
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    // Optional ones are for other kinds of computers.
    return found ? found.version === wanted.version : wanted.optional === true
  })
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function runNpm(args) {
  // npm names itself here when it runs us; by name it would need a shell on Windows.
  const npm = process.env['npm_execpath']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  return done.status === 0
}

/** For the tests in a real browser. LibreOffice is a second opinion on exported formulas; tests do without it. */
async function installBrowserAndFonts() {
  const wanted = []
  if (!(await browserPath())) wanted.push('chromium')
  if (!hasChineseFont()) wanted.push('fonts-noto-cjk')
  if (!commandExists('soffice')) wanted.push('libreoffice-calc')
  if (wanted.length > 0) installByApt(wanted)

  if (!(await browserPath())) {
    say(
      '没有找到 Chromium 浏览器，浏览器测试将无法运行。请安装 Chromium 或 Chrome，' +
        '或运行 npx playwright install --with-deps chromium，或用环境变量 CHROMIUM_PATH 指明它的位置。',
      'No Chromium found: the browser tests cannot run. Install Chromium or Chrome, or run ' +
        '`npx playwright install --with-deps chromium`, or name one in CHROMIUM_PATH.',
    )
  }
  if (!hasChineseFont()) {
    say(
      '没有中文字体，浏览器测试里的汉字会显示为方框。请安装 Noto Sans CJK（Debian/Ubuntu：fonts-noto-cjk）。',
      'No Chinese font: install Noto Sans CJK (Debian/Ubuntu: fonts-noto-cjk).',
    )
  }
}

async function browserPath() {
  const { findChromium } = await import('./find-chromium.mjs')
  return findChromium()
}

function hasChineseFont() {
  // Windows and macOS come with Chinese fonts.
  if (process.platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  return existsSync('/usr/share/fonts/opentype/noto')
}

function installByApt(packages) {
  if (!commandExists('apt-get')) return
  const prefix = process.getuid() === 0 ? [] : ['sudo', '-n']
  if (prefix.length > 0 && !run([...prefix, 'true'], 'ignore')) return
  say(`正在安装 ${packages.join('、')}……`, `Installing ${packages.join(', ')} …`)
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  run([...apt, 'update', '-qq'])
  // One by one: a missing optional one must not keep the browser away.
  for (const name of packages) run([...apt, 'install', '-y', '-qq', '--no-install-recommends', name])
}

function run([command, ...args], stdio = ['ignore', 'ignore', 'inherit']) {
  return spawnSync(command, args, { stdio }).status === 0
}

function commandExists(name) {
  if (process.platform === 'win32') return spawnSync('where', [name], { stdio: 'ignore' }).status === 0
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0
}

function say(chinese, english) {
  console.log(`\n${chinese}\n${english}\n`)
}

function stop(chinese, english) {
  console.error(`\n${chinese}\n${english}\n`)
  process.exit(1)
}
