import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStaticServer, listen } from '../../.ci/serve.mjs'

const page = `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;"><p>双责簿</p>`

let server: Server
let port: number

beforeEach(async () => {
  const parent = mkdtempSync(join(tmpdir(), 'dutybook-serve-'))
  const folder = join(parent, 'dist')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  mkdirSync(join(parent, 'dist-other'))
  writeFileSync(join(parent, 'dist-other', 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {}')
  server = createStaticServer(folder)
  port = await listen(server, 0, true)
})

afterEach(() => {
  server.close()
})

// Not `fetch`, which tidies paths before sending them.
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
        )
      }).on('error', reject)
    },
  )
}

test('the page comes with its own policy, and frames are forbidden', async () => {
  const { status, headers, body } = await ask('/')
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  expect(headers['cache-control']).toBe('no-cache')
  expect(body.toString()).toBe(page)
})

test('hashed files may be kept for ever, and are scripts', async () => {
  const { headers } = await ask('/assets/main-1a2b.js')
  expect(headers['cache-control']).toContain('immutable')
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
})

test('gzip only for those who take it', async () => {
  const plain = await ask('/')
  const zipped = await ask('/', { 'accept-encoding': 'br, gzip' })
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.body)).toEqual(plain.body)
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%2fdist-other/secret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%',
  '/assets',
  '/missing.js',
])(
  '%s is not found: nothing outside the folder is served, no page in place of a missing file',
  async (path) => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body.toString()).not.toContain('secret')
  },
)

test('a taken port leads to the next free one, unless that very port is wanted', async () => {
  const second = createStaticServer(tmpdir())
  await expect(listen(second, port, true)).rejects.toThrow('EADDRINUSE')
  const third = createStaticServer(tmpdir())
  expect(await listen(third, port, false)).toBeGreaterThan(port)
  third.close()
})
