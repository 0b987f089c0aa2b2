import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const bench = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
/** Everything built by the bench; ignored by Git. */
export const cache = `${bench}.cache/`

/** A TypeScript file of the bench as one module that Node can load. */
export async function buildForNode(entry) {
  mkdirSync(cache, { recursive: true })
  const name = entry.replace(/\W+/g, '-')
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: bench + entry,
      outDir: `${cache}node`,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return `${cache}node/${name}.mjs`
}

/**
 * Browser pages of the bench, `name: entry`, each built on its own (so that its size is its own) into a folder to be
 * served. `app` false leaves a page out of it.
 */
export async function buildPages(pages, folder) {
  for (const [name, entry] of Object.entries(pages))
    await build({
      configFile: false,
      root,
      base: './',
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: `${folder}${name}`,
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'chrome109',
        reportCompressedSize: false,
        chunkSizeWarningLimit: 10_000,
        rollupOptions: {
          input: bench + entry,
          output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]', codeSplitting: false },
        },
      },
    })
  for (const name of Object.keys(pages)) {
    const style = existsSync(`${folder}${name}/page.css`) ? '<link rel="stylesheet" href="page.css">' : ''
    writeFileSync(
      `${folder}${name}/index.html`,
      `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${name}</title>${style}<body><script type="module" src="page.js"></script></body></html>`,
    )
  }
}
