import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { generateSW } from 'workbox-build'

/**
 * After a build: `sw.js`, which keeps every built file (workers and lazy parts too) on the computer, so the app
 * starts offline. It never takes over by itself: a new version waits until the page says SKIP_WAITING.
 */
export function serviceWorker(): Plugin {
  let directory = ''
  let failed = false
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      directory = join(config.root, config.build.outDir)
    },
    buildEnd(error) {
      failed = error !== undefined
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (failed) return
        const { count, size, warnings } = await writeServiceWorker(directory)
        // Anything left out would be missing offline.
        if (warnings.length > 0) this.error(warnings.join('\n'))
        this.info(`${count} files, ${(size / 1024).toFixed(0)} kB kept for offline use`)
      },
    },
  }
}

/** Writes `sw.js` for the files that lie in the folder. */
export const writeServiceWorker = (directory: string) =>
  generateSW({
    globDirectory: directory,
    globPatterns: ['**/*'],
    globIgnores: ['sw.js', '**/*.map'],
    swDest: join(directory, 'sw.js'),
    // One file: an `importScripts` of a second could come from another release, and Trusted Types forbids it.
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
    maximumFileSizeToCacheInBytes: 16_000_000,
    navigateFallback: 'index.html',
    cleanupOutdatedCaches: true,
    skipWaiting: false,
    // The very first visit is served by the worker too, so it needs the network no more once it is complete.
    clientsClaim: true,
    // Built names carry a hash of their content.
    dontCacheBustURLsMatching: /^assets\//,
    manifestTransforms: [withIntegrity(directory)],
  })

/**
 * With its hash, a file that arrives as another one (an error page with status 200, half a release, a cut-off body)
 * fails the install and the old version goes on running, instead of a broken one taking its place.
 */
const withIntegrity =
  (directory: string) =>
  <Entry extends { url: string }>(entries: Entry[]) => ({
    manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(join(directory, entry.url)) })),
  })

const integrityOf = (file: string) =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`
