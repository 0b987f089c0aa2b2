import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
const port = Number(process.env['E2E_PORT'] ?? 4180)
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE']

export default defineConfig({
  testDir: '.',
  // Two runs beside each other do not clear away what the other keeps.
  outputDir: `${root}test-results/${port}`,
  // Two cores are what a school's computer and our own have.
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  // A test that passes at the second try has failed.
  retries: 0,
  // Patience for a computer that does other things beside; no test waits for a clock.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['./tasks/effort-reporter.ts'],
    ...(report ? [['json', { outputFile: report }] as const] : []),
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'zh-CN',
    // To keep two hundred files for offline use takes as long as most tests; those about it allow it.
    serviceWorkers: 'block',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // A trace of every test costs an eighth of the time, and nobody can fetch it from there.
    trace: process.env['CI'] ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'chromium', testMatch: '**/*.spec.ts' },
    // The main path, marked `{ tag: '@main' }`; .ci/chromium109.mjs brings the browser.
    { name: 'chromium109', testMatch: '**/*.spec.ts', grep: /@main/ },
    // Pictures for the eye, run by `npm run looks`.
    { name: 'looks', testMatch: '**/*.look.ts' },
    // Minutes long, run by `npm run test:kill`.
    { name: 'kill', testMatch: '**/*.kill.ts', timeout: 1_200_000 },
  ],
  webServer: {
    command: `node .ci/serve.mjs --port ${port} --exact`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    // A server left over from elsewhere would serve another build.
    reuseExistingServer: false,
    stdout: 'ignore',
  },
})
