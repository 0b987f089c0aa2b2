// Runs Playwright on the built app: `node .ci/e2e.mjs --project=chromium [arguments of playwright test]`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from './find-chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

export function runPlaywright(args, browser) {
  if (!browser) {
    console.error(
      '没有找到 Chromium，浏览器测试没有运行 / no Chromium found: see the message of the preparation',
    )
    return 1
  }
  if (!existsSync(`${root}dist/sw.js`)) {
    console.error('先运行 npm run build / run `npm run build` first')
    return 1
  }
  const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url))
  const report = process.env['TEST_REPORT']
  const { status } = spawnSync(
    process.execPath,
    [playwright, 'test', '-c', 'tests/e2e/playwright.config.ts', ...args],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        CHROMIUM_PATH: browser,
        ...(report ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}),
      },
    },
  )
  return status ?? 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exit(runPlaywright(process.argv.slice(2), await findChromium()))
}
