import { isCallNode, parse, tokenize, type AstExpression } from '@borgar/fx'
import { ok, type Problem, type Result } from '../shared/result.ts'

export type Node = AstExpression
export type CallNode = Extract<Node, { type: 'CallExpression' }>
export type ReferenceNode = Extract<Node, { type: 'ReferenceIdentifier' }>

/** What a Chinese keyboard gives where a formula has half-width signs. One character each, so that places stay. */
const SIGNS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  // Some countries' spreadsheets part arguments so; arrays, where it means more, are not taken.
  ';': ',',
  '；': ',',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '×': '*',
  '／': '/',
  '÷': '/',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '＆': '&',
  '％': '%',
  '＠': '@',
  '“': '"',
  '”': '"',
  '［': '[',
  '］': ']',
  '　': ' ',
}

/**
 * A formula as it is kept: with its `=`, and the signs of a Chinese keyboard made plain. Names in brackets and texts
 * in quotes stay as they are.
 */
export function asFormula(typed: string): string {
  const written = typed.trim().replace(/^＝/, '=')
  let within: '' | '"' | '[' = ''
  let formula = ''
  for (const character of written) {
    const sign = SIGNS[character] ?? character
    const closes = within === '"' ? sign === '"' : within === '[' ? sign === ']' : false
    formula += within === '' || closes ? sign : character
    if (closes) within = ''
    else if (within === '' && (sign === '"' || sign === '[')) within = sign
  }
  return formula === '' || formula.startsWith('=') ? formula : `=${formula}`
}

/** A place in a formula: what is wrong there begins at character `at`, from 1, the `=` being the first. */
export const wrongAt = (
  code: string,
  at: number,
  params: Problem['params'] = {},
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code: `formula.${code}`, params: { ...params, at } },
})

export const placeOf = (node: Node): number => (node.loc?.[0] ?? 0) + 1

/** The formula as a tree, each part with its place in the text. */
export function parseFormula(formula: string): Result<Node> {
  if (formula.replace(/^=\s*/, '') === '') return wrongAt('empty', 1)
  try {
    return ok(parse(tokenize(formula, { withLocation: true, negativeNumbers: false })))
  } catch (error) {
    const { sourceOffset, message } = error as { sourceOffset?: number; message: string }
    if (sourceOffset === undefined) throw error
    // The place is the end of the sign that did not fit; at the end of the formula more was awaited, unless the end was.
    const at = Math.min(sourceOffset, formula.length)
    return at === formula.length && !message.startsWith('Expected (END)')
      ? wrongAt('unfinished', at)
      : wrongAt('syntax', at, { sign: formula[at - 1]! })
  }
}

/** The parts of a part, from left to right. */
export function partsOf(node: Node): readonly Node[] {
  if (isCallNode(node)) return node.arguments.filter((part): part is Node => (part as Node | null) !== null)
  return node.type === 'BinaryExpression' || node.type === 'UnaryExpression' ? node.arguments : []
}

export function* walk(node: Node): Generator<Node> {
  yield node
  for (const part of partsOf(node)) yield* walk(part)
}

/** The text with some of its parts written otherwise. */
export function rewritten(
  formula: string,
  parts: readonly { readonly from: number; readonly to: number; readonly by: string }[],
): string {
  let text = ''
  let at = 0
  for (const { from, to, by } of [...parts].sort((a, b) => a.from - b.from)) {
    text += formula.slice(at, from) + by
    at = to
  }
  return text + formula.slice(at)
}
