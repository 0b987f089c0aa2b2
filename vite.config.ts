import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { agGridCss } from './.ci/build/ag-grid-css.ts'
import { buildStamp } from './.ci/build/build-stamp.ts'
import { contentSecurityPolicy } from './.ci/build/content-security-policy.ts'
import { preloadTable } from './.ci/build/preload-table.ts'
import { serviceWorker } from './.ci/build/service-worker.ts'
import { SlowFirst } from './.ci/slow-first.ts'
import { startPathSize } from './.ci/build/start-path-size.ts'

// The floor: Chromium 109 is the last that runs on the Windows 7 computers schools still have.
const chrome = 109

export default defineConfig({
  // Relative, so that `dist/` works from any folder of any static host.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    agGridCss({ chrome }),
    contentSecurityPolicy(),
    preloadTable(),
    buildStamp(),
    startPathSize({ limitKb: 300 }),
    serviceWorker(),
  ],
  css: {
    transformer: 'lightningcss',
    lightningcss: { targets: { chrome: chrome << 16 } },
  },
  build: {
    target: `chrome${chrome}`,
    // Inlined assets become data: URLs and the polyfill an inline fetch; the security policy forbids both.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Sizes that matter are printed by startPathSize.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // How long plugins take is of no use to somebody who starts the program.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    // Set by `npm run test:fuzz`: the same laws, many more cases.
    setupFiles: process.env['FUZZ_RUNS'] ? ['.ci/fuzz-setup.ts'] : [],
    // Two slow computers' worth of patience; no test waits for a clock.
    testTimeout: 60_000,
    // Vitest leaves a core to whoever looks on; of two that is half.
    maxWorkers: '100%',
    sequence: { sequencer: SlowFirst },
  },
})
