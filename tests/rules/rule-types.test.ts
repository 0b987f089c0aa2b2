import ts from 'typescript'
import { beforeAll, expect, it } from 'vitest'
import { join } from 'node:path'

/** Snippets of a rule file as a hasty hand writes them; each must compile, or must not, for the reason given. */
const HEAD = `
import { rulesOf } from '../src/rules/rule.ts'
import type { Tables } from '../src/tables/index.ts'
const { rule, all } = rulesOf<Tables['areas']>()
const owner = rule({ own: ['area'] }, ({ area }) => area)
const risk = rule({ from: { incidents: { by: 'area', columns: ['severity'] } } }, ({ from }) =>
  from.incidents.fold(0, (n, child) => n + (child.severity === '严重' ? 1 : 0)) > 0 ? '重大(红)' as const : '低(蓝)' as const)
const qr = rule({}, ({ id }) => id)
`
const SNIPPETS = {
  right: [`export const rules = all({ owner, risk, qr })`, null],
  'via-right': [
    `export const r = rule({ via: { parent: ['kind'] } }, ({ via }) => via.parent?.kind === '食堂')`,
    null,
  ],
  'missing-rule': [`export const rules = all({ owner, risk })`, 'qr'],
  'rule-for-no-column': [`export const rules = all({ owner, risk, qr, nothing: qr })`, 'nothing'],
  'rule-for-an-input': [`export const rules = all({ owner, risk, qr, freq: qr })`, 'freq'],
  'unlisted-read': [`export const r = rule({ own: ['area'] }, ({ kind }) => kind)`, 'kind'],
  'unlisted-read-of-a-child': [
    `export const r = rule({ from: { incidents: { by: 'area', columns: ['no'] } } }, ({ from }) => from.incidents.fold('', (_, child) => child.scene ?? ''))`,
    'scene',
  ],
  'unlisted-read-of-a-link': [
    `export const r = rule({ via: { parent: ['area'] } }, ({ via }) => via.parent?.kind)`,
    'kind',
  ],
  'misspelt-column': [`export const r = rule({ own: ['aera'] }, () => null)`, 'aera'],
  'misspelt-child-column': [
    `export const r = rule({ from: { incidents: { by: 'area', columns: ['sene'] } } }, () => null)`,
    'sene',
  ],
  'child-that-points-elsewhere': [
    `export const r = rule({ from: { incidents: { by: 'known_by', columns: ['no'] } } }, () => null)`,
    'known_by',
  ],
  'link-that-is-none': [`export const r = rule({ via: { kind: ['area'] } }, () => null)`, 'kind'],
  'wrong-result': [`export const rules = all({ owner, risk, qr: rule({}, () => 7) })`, 'number'],
  'wrong-label': [`export const rules = all({ owner, qr, risk: rule({}, () => '红' as const) })`, '红'],
} as const satisfies Readonly<Record<string, readonly [code: string, complaint: string | null]>>

const messages = new Map<string, string>()

beforeAll(() => {
  const root = process.cwd()
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const names = Object.keys(SNIPPETS).map((name) => join(root, 'snippets', `${name}.ts`))
  const virtual = new Map(names.map((path, i) => [path, HEAD + Object.values(SNIPPETS)[i]![0]]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path) ?? readFile(path)
  host.getSourceFile = (path, ...rest) => {
    const text = virtual.get(path)
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, rest[0])
  }
  const program = ts.createProgram(names, { ...options, noUnusedLocals: false, types: [] }, host)
  for (const path of names) {
    const found = [
      ...program.getSyntacticDiagnostics(program.getSourceFile(path)),
      ...program.getSemanticDiagnostics(program.getSourceFile(path)),
    ]
    messages.set(
      path,
      found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n'),
    )
  }
}, 120_000)

it.each(Object.entries(SNIPPETS))('%s', (name, [, complaint]) => {
  const message = messages.get(join(process.cwd(), 'snippets', `${name}.ts`))
  if (complaint === null) expect(message).toBe('')
  else expect(message).toContain(complaint)
})
