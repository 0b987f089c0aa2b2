import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runnerImport } from 'vite'
import { en } from '../../src/i18n/en.ts'
import { zhHans } from '../../src/i18n/zh-Hans.ts'
import { labels, messages as zhHant } from '../../src/i18n/zh-Hant.ts'
import { bureauTables } from '../../src/tables/bureau/all-tables.ts'
import { tables } from '../../src/tables/index.ts'
import type { Table } from '../../src/tables/table.ts'

const everyTable: readonly Table[] = [...Object.values(tables), ...Object.values(bureauTables)]
const zh: Readonly<Record<string, string>> = zhHans
const english: Readonly<Record<string, string>> = en
/** Without the words for one and for several, which only some languages have. */
const paramsOf = (sentence: string) =>
  (sentence.replace(/\{\w+\|[^|}]*\|[^|}]*\}/g, '').match(/\{[^}]*\}/g) ?? []).sort().join()
const countedBy = (sentence: string) => [...sentence.matchAll(/\{(\w+)\|/g)].map(([, name]) => name!)
const source = (path: string) => readFileSync(path, 'utf8')
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort()
const sources = filesIn('src').filter((path) => /\.(ts|svelte)$/.test(path) && !path.startsWith('src/i18n/'))

describe('the catalog', () => {
  it('gathers every area, in both languages, each key once', async () => {
    const zhFiles = filesIn('src/i18n/messages').filter((path) => path.endsWith('.zh.ts'))
    expect(filesIn('src/i18n/messages').filter((path) => path.endsWith('.en.ts'))).toEqual(
      zhFiles.map((path) => path.replace('.zh.', '.en.')),
    )
    const keys: string[] = []
    for (const path of zhFiles) {
      const { zh: area } = (await import(/* @vite-ignore */ `../../${path}`)) as {
        zh: Record<string, string>
      }
      keys.push(...Object.keys(area))
    }
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    expect(Object.keys(zh).sort()).toEqual(keys.sort())
  })

  it('says everything in English too, with the same params', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(zh).sort())
    const differing = Object.keys(zh).filter((key) => paramsOf(zh[key]!) !== paramsOf(english[key]!))
    expect(differing).toEqual([])
    // One or several of something that is a param: any other would always be several.
    const uncounted = Object.keys(zh).filter((key) =>
      countedBy(english[key]!).some((name) => !zh[key]!.includes(`{${name}}`)),
    )
    expect(uncounted).toEqual([])
  })

  it('never says “1 rows” in English: what is counted has its word for one', () => {
    const wrong = Object.keys(english).filter((key) =>
      /(?<!first |of )\{(?:count|rows|cells|days|minutes|persons|scores)\} (?:new |more |liability |deleted )?(?:[a-z]+s|people)\b(?! not\b)/.test(
        english[key]!.replace(/\{(\w+)\|[^}]*\}/g, '#'),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('leaves nothing empty and nothing untranslated', () => {
    const wrong = Object.keys(zh).filter(
      (key) => zh[key]!.trim() === '' || english[key]!.trim() === '' || /\p{Script=Han}/u.test(english[key]!),
    )
    expect(wrong).toEqual([])
  })

  it('writes params as {name} or {name:label}, nothing else', () => {
    const wrong = Object.keys(zh).filter((key) =>
      /[{}]/.test(zh[key]!.replace(/\{[a-z][\w-]*(:label)?\}/gi, '')),
    )
    expect(wrong).toEqual([])
  })

  it('has 繁體 as converted now: run `node .ci/convert-zh-hant.mjs` after changing words', async () => {
    const { module } = await runnerImport<{ converted: () => Promise<string> }>('./.ci/convert-zh-hant.mjs')
    expect(source('src/i18n/zh-Hant.ts')).toBe(await module.converted())
    for (const sentence of [...Object.values(zhHant), ...Object.values(labels)])
      expect(sentence).not.toMatch(/[们这说时为对书会关]/)
  })

  it('has 繁體 without the usual faults of conversion', () => {
    // One simplified character stands for several; a converter takes the wrong one now and then.
    const faults =
      /隻|[臺裏着]|復[制印寫]|[^覆]復核|采[用納取]|所籤|籤[字名到]|合並|歸並|(?<![鄰公])里[面受加的有]|聯系|關系|乾部|幹燥|麵積|製度|控製|編製|係統|髮[生現送布]|頭發|日歷|病曆|標准|准備|注釋|佔位|姓[名字]麵|後勤裡|皇后|以后|然后|之后/u
    const wrong = [...Object.values(zhHant), ...Object.values(labels)].filter((sentence) =>
      faults.test(sentence),
    )
    expect(wrong).toEqual([])
  })

  it('keeps the params of every sentence in 繁體, and leaves none out', () => {
    expect(Object.keys(zhHant).sort()).toEqual(Object.keys(zh).sort())
    expect(Object.keys(zh).filter((key) => paramsOf(zh[key]!) !== paramsOf(zhHant[key]!))).toEqual([])
  })

  it('names every table, column, option and hint in English without a Chinese word', () => {
    const words = everyTable.flatMap((table) => [
      table,
      ...Object.values(table.columns).flatMap((column) => [
        column,
        ...(column.hint ? [column.hint] : []),
        ...(column.options ?? []),
      ]),
    ])
    const wrong = words.filter(({ en }) => en.trim() === '' || /\p{Script=Han}/u.test(en))
    expect(wrong.map(({ zh, en }) => `${zh}: ${en}`)).toEqual([])
  })

  it('uses every sentence that is asked for by its key, and asks for none that is not there', () => {
    const asked = sources.flatMap((path) =>
      [...source(path).matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => ({ path, key: key! })),
    )
    expect(asked.length).toBeGreaterThan(300)
    expect(asked.filter(({ key }) => !(key in zh))).toEqual([])
  })
})

describe('codes below have words above', () => {
  it.each(sources.filter((path) => /\bfail\(\s*'/.test(source(path))))('%s', (path) => {
    const codes = [...source(path).matchAll(/\bfail\(\s*'([^']+)'/g)].map(([, code]) => code!)
    expect(codes.filter((code) => !(`problem.${code}` in zh))).toEqual([])
  })

  it.each(everyTable.map((table) => [table.name, table] as const))('row checks of %s', (_name, table) => {
    const codes = (table.checks ?? []).flatMap(({ problem }) =>
      [...problem.toString().matchAll(/['"]([a-z]+\.[a-z.-]+)['"]/g)].map(([, code]) => code!),
    )
    expect(codes.length >= (table.checks?.length ?? 0)).toBe(true)
    expect(codes.filter((code) => !(`problem.${code}` in zh))).toEqual([])
  })

  it.each(sources.filter((path) => /\bcode: '/.test(source(path))))('%s', (path) => {
    const codes = [...source(path).matchAll(/\bcode: '([^']+)'/g)].map(([, code]) => code!)
    const areas = ['problem', 'why', 'change', 'warning']
    expect(codes.filter((code) => !areas.some((area) => `${area}.${code}` in zh))).toEqual([])
  })
})
