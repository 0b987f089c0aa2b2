// Real Chromium for the bench: a folder served on this computer, and a browser process of its own for each measurement.
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findChromium } from '../../.ci/find-chromium.mjs'
import { createStaticServer } from '../../.ci/serve.mjs'

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
}

/**
 * Serves the bench's pages under `/bench/`, zipped as a real host would, and the built app (where given) beside them by
 * the server that users have: one origin, so that a page of the bench can fill the app's database.
 */
export async function serve(pages, app) {
  const forApp = app ? createStaticServer(app) : null
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://local')
    if (!pathname.startsWith('/bench/')) {
      if (forApp) forApp.emit('request', request, response)
      else response.writeHead(404).end()
      return
    }
    const file = join(pages, pathname.slice('/bench/'.length), pathname.endsWith('/') ? 'index.html' : '')
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'Content-Type': TYPES[file.split('.').at(-1)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
    })
    createReadStream(file).pipe(createGzip()).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

/** A browser profile on disk; each `visit` is a new browser process on it. */
export class Profile {
  folder = mkdtempSync(join(tmpdir(), 'dutybook-bench-'))

  async visit(use) {
    const context = await chromium.launchPersistentContext(this.folder, {
      executablePath: await findChromium(),
      viewport: { width: 1280, height: 800 },
      args: ['--no-sandbox', '--enable-precise-memory-info'],
    })
    try {
      return await use(context.pages()[0] ?? (await context.newPage()), context)
    } finally {
      await context.close()
    }
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
