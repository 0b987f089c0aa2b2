// Runs Vitest: `node .ci/unit.mjs [arguments of vitest run]`; writes a JSON report where TEST_REPORT says.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export function runVitest(args, env = {}) {
  const report = process.env['TEST_REPORT']
  const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status ?? 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(runVitest(process.argv.slice(2)))
