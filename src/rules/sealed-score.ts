import type { ScoreFacts } from './score-facts.ts'

/** What is written down of a person's score when its term is sealed; everything else of it follows from these. */
export type SealedNumbers = Pick<ScoreFacts, (typeof KEYS)[number]>

/** In the order in which they are written: for ever, for sealed terms are read in many years. New ones go at the end. */
const KEYS = [
  'base',
  'direct',
  'mgmt',
  'other',
  'raw',
  'zeroed',
  'final',
  'expected',
  'rank',
  'veto',
  'grade',
  'standard',
  'months',
  'prorata',
  'amount',
] as const

const VERSION = 1
const GRADES: readonly unknown[] = ['优', '良', '合格', '不合格']

/**
 * A sealed score as one cell, so that a merge can never mix the halves of two: where two copies have sealed a term with
 * other numbers, both texts stand against each other and somebody decides.
 */
export const sealedText = (score: SealedNumbers): string =>
  JSON.stringify([VERSION, ...KEYS.map((key) => score[key])])

/** Null for an empty cell and for text that is no sealed score: it came from a file, and files are foreign. */
export function sealedFrom(text: unknown): SealedNumbers | null {
  if (typeof text !== 'string') return null
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(list) || list[0] !== VERSION || list.length < KEYS.length + 1) return null
  const score = Object.fromEntries(KEYS.map((key, at) => [key, list[at + 1] as unknown]))
  const fits = KEYS.every((key) =>
    key === 'zeroed' || key === 'veto'
      ? typeof score[key] === 'boolean'
      : key === 'grade'
        ? GRADES.includes(score[key])
        : typeof score[key] === 'number' && Number.isFinite(score[key]),
  )
  return fits ? (score as unknown as SealedNumbers) : null
}
