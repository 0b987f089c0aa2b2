import { svelte } from '@sveltejs/vite-plugin-svelte'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { agGridCss } from '../../../.ci/build/ag-grid-css.ts'

/** The product's policy, so that what the grid does under it is seen here first. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html dutybook-urls',
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

export interface Served {
  readonly url: string
  readonly directory: string
  close(): Promise<void>
}

/** Builds the page as the product is built (a development server would inject styles) and serves it. */
export async function serveHarness(): Promise<Served> {
  const directory = await mkdtemp(join(tmpdir(), 'grid-harness-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [svelte({ configFile: false }), agGridCss({ chrome: 109 })],
    build: { outDir: directory, emptyOutDir: true, target: 'chrome109', cssTarget: 'chrome109' },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path === '/' ? '/index.html' : path
    readFile(join(directory, file)).then(
      (body) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': POLICY,
        })
        response.end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    directory,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await rm(directory, { recursive: true, force: true })
    },
  }
}
