import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * The order of the house. Each folder of src may import from the folders named here, and from `shared`; types count,
 * for a type tells as much about a neighbour as a value does. What is not named is not allowed.
 */
const mayImport: Record<string, readonly string[]> = {
  shared: [],
  i18n: [],
  pwa: [],
  tables: [],
  formula: ['tables'],
  rules: ['tables'],
  engine: ['rules', 'tables'],
  sync: ['engine', 'tables'],
  exchange: ['engine', 'tables', 'sync', 'i18n'],
  store: ['sync', 'engine', 'tables'],
  workers: ['store', 'exchange', 'sync', 'engine', 'rules', 'tables', 'i18n', 'pwa'],
  app: ['workers', 'store', 'exchange', 'sync', 'engine', 'rules', 'formula', 'tables'],
  grid: ['engine', 'tables', 'i18n'],
  reports: ['rules', 'engine', 'tables', 'i18n'],
  ui: ['app', 'grid', 'reports', 'i18n', 'tables', 'pwa'],
}

/** Packages with one home, so that each can be replaced, or its next version tamed, in one folder. */
const homes: readonly { package: RegExp; folder: string }[] = [
  { package: /^ag-grid/, folder: 'grid' },
  { package: /^dexie/, folder: 'store' },
  { package: /^(hucre|fflate|hyparquet)/, folder: 'exchange' },
  { package: /^(@borgar\/fx|numfmt)/, folder: 'formula' },
]

/**
 * Folders that return codes or take their words from i18n. Values of the tables ('未尽责') are data, not words, and
 * may stand anywhere; so may the sample school, which is nothing but data.
 */
const speechless = ['shared', 'formula', 'sync', 'store', 'workers', 'app', 'grid', 'ui', 'pwa']
const isSample = (file: string) => /^app.sample-school/.test(file)

const source = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .sort()
const text = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]))
const imports = new Map(files.map((file) => [file, importsOf(file)]))
const values = tableValues()

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(20)
})

test('imports go down the house only', () => {
  const wrong = ownImports().flatMap(({ from, to }) => {
    const [floor, other] = [folderOf(from), folderOf(to)]
    if (floor === 'main.ts' || floor === other || other === 'shared') return []
    const allowed = mayImport[floor]
    if (!allowed)
      return [`src/${from}: "${floor}" is not a part of the house; give it a place in the table here`]
    if (allowed.includes(other)) return []
    const reach = allowed.length > 0 ? `only ${allowed.join(', ')} and shared` : 'only shared'
    return [
      `src/${from} imports src/${to}: ${floor} may know ${reach}. Move the shared idea down, or hand it in from above.`,
    ]
  })
  expect(wrong).toEqual([])
})

test('no two files import each other, directly or in a ring', () => {
  const rings = findRings().map(
    (ring) =>
      `${ring.join(' → ')}: none of these can be read, tested or moved alone. Split out what they share.`,
  )
  expect(rings).toEqual([])
})

test('each outside package is imported in its home only', () => {
  const wrong = [...imports].flatMap(([file, names]) =>
    names.flatMap((name) => {
      const home = homes.find((candidate) => candidate.package.test(name))
      return home && folderOf(file) !== home.folder
        ? [`src/${file} imports ${name}: only src/${home.folder} may, so it stays replaceable.`]
        : []
    }),
  )
  expect(wrong).toEqual([])
})

test('imports name files as they are', () => {
  const wrong = [...imports].flatMap(([file, names]) =>
    names
      .filter((name) => name.startsWith('.'))
      .map((name) => resolve(file, name))
      .filter((target) => /\.(ts|svelte)$/.test(target) === false && /\.[a-z]+$/.test(target) === false)
      .map((target) => `src/${file} imports "${target}" without its extension.`),
  )
  const missing = ownImports()
    .filter(({ to }) => /\.(ts|svelte)$/.test(to) && !text.has(to))
    .map(({ from, to }) => `src/${from} imports src/${to}, which is not there.`)
  expect([...wrong, ...missing]).toEqual([])
})

test('workers are built', () => {
  const wrong = [...text]
    .filter(([, code]) => /new URL\(\s*'[^']+\.ts'/.test(code))
    .map(
      ([file]) =>
        `src/${file} makes the address of a worker by new URL('….ts'): inside trustedUrl the build does not see it and ships ` +
        `bare TypeScript. Write: import address from '….ts?worker&url', and new Worker(trustedUrl(address), { type: 'module' }).`,
    )
  expect(wrong).toEqual([])
})

test('file names say what is inside', () => {
  const wrong = files.flatMap((file) => {
    const name = basename(file)
    if (/util|helper|manager|service(?!-worker)/i.test(name)) {
      return [`src/${file}: such a name fits anything, so everything ends up in it. Name the one idea.`]
    }
    if (name === 'index.ts' && file !== join('tables', 'index.ts')) {
      return [`src/${file}: no barrels; they hide who needs what and make rings.`]
    }
    const fits = name.endsWith('.svelte')
      ? /^[A-Z][A-Za-z0-9]*\.svelte$/
      : /^[a-z0-9]+(-[a-zA-Z0-9]+)*(\.(svelte|zh|en))?\.ts$/
    return fits.test(name) ? [] : [`src/${file}: kebab-case.ts, and PascalCase.svelte for components.`]
  })
  expect(wrong).toEqual([])
})

test('words for people live in i18n', () => {
  const wrong = files
    .filter((file) => speechless.includes(folderOf(file)) && !isSample(file))
    .flatMap((file) =>
      chineseIn(file).map(
        ({ line, words }) =>
          `src/${file}:${line} says "${words}": it cannot be translated there. Return a code, or take the words from i18n.`,
      ),
    )
  expect(wrong).toEqual([])
})

function folderOf(file: string): string {
  return file.split(sep)[0]!
}

function ownImports(): { from: string; to: string }[] {
  return [...imports].flatMap(([from, names]) =>
    names.filter((name) => name.startsWith('.')).map((name) => ({ from, to: resolve(from, name) })),
  )
}

function resolve(file: string, name: string): string {
  return relative(source, join(source, dirname(file), name.replace(/\?.*$/, '')))
}

/** Static, type-only and dynamic imports; a worker is one too (`import address from '….ts?worker&url'`). */
function importsOf(file: string): string[] {
  const code = file.endsWith('.svelte') ? scriptsOf(text.get(file)!) : text.get(file)!
  return ts.preProcessFile(code, true, true).importedFiles.map((imported) => imported.fileName)
}

function scriptsOf(component: string): string {
  return [...component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
}

function findRings(): string[][] {
  const rings: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string) => {
    const at = path.indexOf(file)
    if (at >= 0) {
      rings.push([...path.slice(at), file])
      return
    }
    if (done.has(file)) return
    path.push(file)
    for (const name of imports.get(file) ?? []) if (name.startsWith('.')) visit(resolve(file, name))
    path.pop()
    done.add(file)
  }
  for (const file of files) visit(file)
  return rings
}

/** Every literal in the table definitions: choices, units, keys of the policy. */
function tableValues(): Set<string> {
  const found = new Set<string>()
  for (const [file, code] of text) {
    if (folderOf(file) !== 'tables') continue
    for (const { value } of literalsIn(code)) found.add(value)
  }
  return found
}

/** Han characters outside comments, with the line they stand in. */
function chineseIn(file: string): { line: number; words: string }[] {
  const code = text.get(file)!
  const said = file.endsWith('.svelte')
    ? withoutComments(code)
        .split('\n')
        .map((content, index) => ({
          line: index + 1,
          value: content.replace(/'([^']*)'/g, (quoted, value: string) => (values.has(value) ? '' : quoted)),
        }))
    : literalsIn(code).filter(({ value }) => !values.has(value))
  return said.flatMap(({ line, value }) => {
    const words = /\p{Script=Han}[^'"`<]*/u.exec(value)?.[0]
    return words ? [{ line, words }] : []
  })
}

// Comments become spaces, so that lines keep their numbers.
function withoutComments(component: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ')
  return component
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|\s)\/\/[^\n]*/g, blank)
}

function literalsIn(code: string): { line: number; value: string }[] {
  const found: { line: number; value: string }[] = []
  const tree = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest)
  const visit = (node: ts.Node) => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isIdentifier(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      found.push({
        line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
        value: node.text,
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}
