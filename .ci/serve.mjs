// Serves the built app on this computer only: `node .ci/serve.mjs [--port 4173] [--exact]`.
// `--exact`: fail when the port is taken (tests), instead of taking the next free one.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const HOST = '127.0.0.1'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.wasm', '.txt'])

/** An HTTP server for the folder, not yet listening. */
export function createStaticServer(folder) {
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    const file = fileFor(folder, request.url)
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('没有这个文件 / not found')
      return
    }
    send(request, response, file, folder)
  })
}

function fileFor(folder, url) {
  let path
  try {
    path = decodeURIComponent(new URL(url, 'http://local').pathname)
  } catch {
    return null
  }
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path))
  // A path such as /../../etc/passwd must not leave the folder.
  if (!file.startsWith(folder + sep) || file.includes('\0')) return null
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? { path: file, extension: extname(file), size: found.size } : null
}

function send(request, response, file, folder) {
  const zipped = compressible.has(file.extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  response.writeHead(200, {
    'Content-Type': types[file.extension] ?? 'application/octet-stream',
    // Built names carry a hash of their content and never change; all others are asked for anew each time.
    'Cache-Control': isHashed(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // `frame-ancestors` is the one part a <meta> cannot say; workers take their policy from the header only.
    'Content-Security-Policy': `${policyOf(folder)}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...(zipped ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : { 'Content-Length': file.size }),
  })
  if (request.method === 'HEAD') return response.end()
  if (zipped) return response.end(compressed(file.path))
  const body = createReadStream(file.path)
  body.on('error', () => response.destroy())
  body.pipe(response)
}

/** Each file as it was last built, compressed once: three hundred browser tests ask for the same forty. */
const kept = new Map()

function compressed(path) {
  const { mtimeMs } = statSync(path)
  const known = kept.get(path)
  if (known?.mtimeMs === mtimeMs) return known.body
  const body = gzipSync(readFileSync(path))
  kept.set(path, { mtimeMs, body })
  return body
}

const isHashed = (path) => path.includes(`${sep}assets${sep}`)

/** The page's own policy, read back from the page: said in one place only. */
function policyOf(folder) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const [, content] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
  if (!content) throw new Error('dist/index.html has no Content-Security-Policy: build it first')
  // Attribute values are written escaped.
  return content.replaceAll('&#39;', "'")
}

/** Listens and resolves with the port; the next free one when it is taken, unless `exact`. */
export function listen(server, port, exact) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE' || exact) reject(error)
      else resolve(listen(server, port + 1, exact))
    })
    server.listen(port, HOST, () => {
      server.removeAllListeners('error')
      resolve(server.address().port)
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../dist', import.meta.url))
  const at = process.argv.indexOf('--port')
  const wanted = at > 0 ? Number(process.argv[at + 1]) : 4173
  const port = await listen(createStaticServer(folder), wanted, process.argv.includes('--exact'))
  console.log(`
双责簿已在本机打开，请在浏览器里访问：
Dutybook is running; open this address in a browser:

    http://${HOST}:${port}/

数据只保存在浏览器里，不上传。按 Ctrl+C 结束。
All data stays in the browser. Press Ctrl+C to stop.
`)
}
