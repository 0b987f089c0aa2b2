import { compare, fifteenDigits, foldCase, numberIn, type Content, type Value } from './value.ts'

/** A condition of SUMIFS and its like, read once for all cells it is put to. */
export interface Criterion {
  readonly fits: (cell: Content) => boolean
  /** Where the condition is "equals this", the key under which an index lists the cells it fits; else null. */
  readonly key: string | null
}

type Operator = '=' | '<>' | '<' | '<=' | '>' | '>='

/** `">60"`, `"<>"`, `"张*"`, a number or a text; a cell left empty asks for 0. */
export function criterionOf(wanted: Value): Criterion {
  if (wanted === null) return equals(0)
  if (typeof wanted !== 'string') return equals(wanted)
  const [, operator = '', rest = ''] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(wanted)!
  if (operator === '') return rest === '' ? { fits: isNothing, key: null } : equals(rest)
  const value = operand(rest)
  const is = operator as Operator
  if (is === '=') return rest === '' ? { fits: isBlank, key: null } : equals(rest)
  if (is === '<>') {
    const fits = rest === '' ? isBlank : equals(rest).fits
    return { fits: (cell) => !fits(cell), key: null }
  }
  return { fits: (cell) => isLike(cell, value) && holds[is](compare(cell, value)), key: null }
}

/** The key under which an index lists a cell: equal cells have equal keys, a number and its text the same. */
export function keyOf(cell: Content): string | null {
  if (typeof cell === 'number') return `n${fifteenDigits(cell)}`
  if (typeof cell === 'boolean') return `b${cell}`
  if (typeof cell !== 'string' || cell === '') return null
  const number = numberIn(cell)
  return number === null ? `t${foldCase(cell)}` : `n${fifteenDigits(number)}`
}

function equals(wanted: number | boolean | string): Criterion {
  if (typeof wanted === 'string' && /[*?~]/.test(wanted)) {
    const pattern = wildcards(wanted)
    return { fits: (cell) => typeof cell === 'string' && pattern.test(cell), key: null }
  }
  const key = keyOf(typeof wanted === 'string' ? operand(wanted) : wanted)
  return { fits: (cell) => keyOf(cell) === key, key }
}

const holds: Readonly<Record<Exclude<Operator, '=' | '<>'>, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Larger and smaller are asked among numbers or among texts only. */
const isLike = (cell: Content, value: Value): cell is Value => typeof cell === typeof value

const isBlank = (cell: Content): boolean => cell === null
const isNothing = (cell: Content): boolean => cell === null || cell === ''

function operand(text: string): number | boolean | string {
  if (/^true$/i.test(text)) return true
  if (/^false$/i.test(text)) return false
  return numberIn(text) ?? text
}

/** `*` any text, `?` one character, `~` before one of them the character itself. */
export function wildcards(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|([*?])|([.+^${}()|[\]\\/])/g, (_all, plain, wild, special) =>
    plain ? `\\${plain}` : wild === '*' ? '[\\s\\S]*' : wild === '?' ? '[\\s\\S]' : `\\${special}`,
  )
  return new RegExp(`^${source}$`, 'i')
}
