import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { SCHEMA_VERSION } from '../../src/shared/schema-version.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/**
 * `<html data-build="0.1.0-3f9a02c1" data-schema="1">`: which program this is and which stored form it writes.
 * The build number is a hash of the emitted file names, which are hashes of their contents: the same source gives
 * the same number on every computer, and no clock or repository is asked.
 */
export function buildStamp(): Plugin {
  let serving = false
  return {
    name: 'build-stamp',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const files = Object.keys(bundle ?? {}).sort()
        const digest = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 8)
        const build = serving ? `${version}-dev` : `${version}-${digest}`
        return html.replace('<html ', `<html data-build="${build}" data-schema="${SCHEMA_VERSION}" `)
      },
    },
  }
}
