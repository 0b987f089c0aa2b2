import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/**
 * Prints what the first screen costs: gzip bytes of the scripts and styles that load before anything is shown (the
 * entry and all it imports at once), against a limit, with the largest files. Lazy parts and workers are not counted.
 */
export function startPathSize({ limitKb }: { limitKb: number }): Plugin {
  let files: { name: string; bytes: number }[] = []
  return {
    name: 'start-path-size',
    apply: 'build',
    generateBundle(_options, bundle) {
      files = [...namesOnStartPath(bundle)].map((name) => ({ name, bytes: gzipBytes(bundle[name]!) }))
    },
    closeBundle() {
      if (files.length === 0) return
      const kb = (bytes: number) => (bytes / 1000).toFixed(1)
      const total = files.reduce((sum, file) => sum + file.bytes, 0)
      const largest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 6)
      this.info(`start path ${kb(total)} kB gzip of at most ${limitKb}, in ${files.length} files`)
      for (const file of largest) this.info(`  ${kb(file.bytes).padStart(7)} kB  ${file.name}`)
      if (total > limitKb * 1000)
        this.warn(`the start path is ${kb(total - limitKb * 1000)} kB over its limit`)
    },
  }
}

function namesOnStartPath(bundle: Rolldown.OutputBundle): Set<string> {
  const names = new Set<string>()
  const add = (name: string) => {
    const output = bundle[name]
    if (!output || names.has(name)) return
    names.add(name)
    if (output.type !== 'chunk') return
    for (const imported of output.imports) add(imported)
    for (const style of output.viteMetadata?.importedCss ?? []) add(style)
  }
  for (const output of Object.values(bundle)) {
    if (output.type === 'chunk' && output.isEntry) add(output.fileName)
  }
  return names
}

const gzipBytes = (output: Rolldown.OutputAsset | Rolldown.OutputChunk) =>
  gzipSync(output.type === 'chunk' ? output.code : output.source).length
