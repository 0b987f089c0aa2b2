import type { Problem } from '../shared/result.ts'
import type { zhHans } from './zh-Hans.ts'
import { zhStart } from './zh-Hans-start.ts'

export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const isLocale = (name: string): name is Locale => (LOCALES as readonly string[]).includes(name)

type Messages = typeof zhHans
export type MessageKey = keyof Messages

/** The params of a sentence, read off the sentence itself: `{name}` or `{name:label}`. */
type ParamNames<S extends string> = S extends `${string}{${infer Param}}${infer Rest}`
  ? (Param extends `${infer Name}:label` ? Name : Param) | ParamNames<Rest>
  : never
export type Params<K extends MessageKey> = Readonly<Record<ParamNames<Messages[K]>, string | number>>
type Arguments<K extends MessageKey> = [ParamNames<Messages[K]>] extends [never] ? [] : [params: Params<K>]

/** Something with a Chinese and an English label: a column, a table, an option. */
export interface Labelled {
  readonly zh: string
  readonly en: string
}

interface Dictionary {
  readonly messages: Readonly<Record<string, string>>
  /** Words of table definitions in this language, by their Chinese; null where the definition carries them itself. */
  readonly labels: Readonly<Record<string, string>> | null
}

/** The source language as far as it is loaded; the other languages fall back on it. */
let source: Readonly<Record<string, string>> = zhStart

const dictionaries: Record<Locale, () => Promise<Dictionary>> = {
  'zh-Hans': async () => ({ messages: await allWords(), labels: null }),
  'zh-Hant': async () => {
    const { messages, labels } = await import('./zh-Hant.ts')
    return { messages, labels }
  },
  en: async () => ({ messages: (await import('./en.ts')).en, labels: null }),
}

let current: Locale = 'zh-Hans'
let dictionary: Dictionary = { messages: zhStart, labels: null }
let asked: Locale = current
/** English of stored Chinese labels, for `{name:label}`; filled by `knowLabels`. */
const english = new Map<string, string>([
  ['是', 'yes'],
  ['否', 'no'],
])
const listeners = new Set<(locale: Locale) => void>()

export const locale = (): Locale => current

/** Loads the sentences the start leaves out; whatever shows a screen, a dialog or an explanation waits for it. */
export async function loadWords(): Promise<void> {
  await allWords()
  if (current === 'zh-Hans') dictionary = { messages: source, labels: null }
}

async function allWords(): Promise<Readonly<Record<string, string>>> {
  const { zhLater } = await import('./zh-Hans-later.ts')
  source = { ...zhStart, ...zhLater }
  return source
}

/** Speaks another language from now on. When asked twice in a row, the last asked wins, whichever loads first. */
export async function setLocale(next: Locale): Promise<void> {
  asked = next
  const loaded = await dictionaries[next]()
  if (asked !== next) return
  current = next
  dictionary = loaded
  for (const listener of listeners) listener(next)
}

/** Calls back after every change of language; returns how to stop. */
export function onLocale(listener: (locale: Locale) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Teaches the option labels of the tables, so that sentences can carry them in any language. */
export function knowLabels(labels: Iterable<Labelled>): void {
  for (const { zh, en } of labels) english.set(zh, en)
}

/** The sentence for a key. */
export const t = <K extends MessageKey>(key: K, ...[params]: Arguments<K>): string =>
  filled(dictionary.messages[key] ?? source[key] ?? key, params)

/** Is there a sentence under this key? */
export const hasWords = (key: string): boolean => key in source

/** What is wrong, as a sentence. */
export const tell = (problem: Problem): string => spoken('problem', problem)

/** An explanation, a sentence a step; `name:` before the key of a message says just that message. */
export const sayEach = (steps: readonly Problem[]): string[] =>
  steps.map((step) =>
    step.code.startsWith(NAME) ? named(step.code.slice(NAME.length)) : spoken('why', step),
  )

const NAME = 'name:'
const named = (key: string): string => dictionary.messages[key] ?? source[key] ?? key

export const say = (steps: readonly Problem[]): string => inOneLine(sayEach(steps))

/** Things after one another, as the language sets them. */
export const listed = (things: readonly string[]): string => things.join(current === 'en' ? ', ' : LIST_SIGN)

/** Sentences after one another, as the language sets them. */
export const inOneLine = (sentences: readonly string[]): string => sentences.join(current === 'en' ? ' ' : '')

/** What a change did, for undo and the history. */
export const changed = (label: Problem): string => spoken('change', label)

export const optionLabel = (zh: string, en: string): string =>
  current === 'en' ? en : (dictionary.labels?.[zh] ?? zh)

export const labelOf = (labelled: Labelled): string => optionLabel(labelled.zh, labelled.en)

function spoken(area: string, { code, params }: Problem): string {
  const key = `${area}.${code}`
  const sentence = dictionary.messages[key] ?? source[key]
  // A code from a newer version of a file: the code itself still tells a helper more than silence would.
  return sentence === undefined ? key : filled(sentence, params)
}

/** `{name}`, `{name:label}`, and where a language tells one from several `{name|row is|rows are}`. */
const PARAM = /\{([\w-]+)(?:(:label)|\|([^|}]*)\|([^|}]*))?\}/g
/** Params that lower layers have put together from several things, with the sign of Chinese lists. */
const LISTS = /^(?:allowed|columns|headings|names|numbers|options|rows|sheets|tables|values|years)$/
const LIST_SIGN = '、'

/** A place in a sentence that is filled in. */
interface Blank {
  readonly name: string
  readonly asLabel: boolean
  readonly counted: readonly [one: string, several: string] | null
}

/** Sentences taken apart, each once: the reasons of 100,000 rows are a few dozen sentences with other words in them. */
const apart = new Map<string, readonly (string | Blank)[]>()

function piecesOf(sentence: string): readonly (string | Blank)[] {
  const known = apart.get(sentence)
  if (known) return known
  const pieces: (string | Blank)[] = []
  let end = 0
  for (const { 0: whole, 1: name, 2: asLabel, 3: one, 4: several, index } of sentence.matchAll(PARAM)) {
    const counted = one !== undefined && several !== undefined ? ([one, several] as const) : null
    pieces.push(sentence.slice(end, index), { name: name!, asLabel: Boolean(asLabel), counted })
    end = index + whole.length
  }
  pieces.push(sentence.slice(end))
  apart.set(sentence, pieces)
  return pieces
}

function filled(sentence: string, params: Readonly<Record<string, string | number>> | undefined): string {
  let text = ''
  for (const piece of piecesOf(sentence))
    text += typeof piece === 'string' ? piece : inBlank(piece, params?.[piece.name])
  return text
}

function inBlank({ name, asLabel, counted }: Blank, value: string | number | undefined): string {
  if (value === undefined) return ''
  if (counted) return Number(value) === 1 ? counted[0] : counted[1]
  if (asLabel) return labelInReadersLanguage(String(value))
  return typeof value === 'string' && LISTS.test(name) ? listed(value.split(LIST_SIGN)) : String(value)
}

function labelInReadersLanguage(zh: string): string {
  return optionLabel(zh, english.get(zh) ?? zh)
}
