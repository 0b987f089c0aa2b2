import type { Content } from '../../tables/column.ts'

/**
 * Who a file is made for, from those who may see everything to everybody: the school's own keeping, colleagues, the
 * education bureau, a notice board.
 */
export const AUDIENCES = ['whole', 'school', 'bureau', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What becomes of a cell on its way out. */
export type Treatment =
  | 'as-is'
  /** Whole, after everything typed in it was looked through for names and numbers of people. */
  | 'looked-through'
  /** At most 50 characters that somebody has agreed to, or nothing. */
  | 'summary'
  /** A sentence of ours in the place of somebody's. */
  | 'fixed-sentence'
  | 'left-out'
  /** 王某某 */
  | 'surname'
  /** The name of those who sign for the school; the department of everybody else. */
  | 'signers'
  /** The same for what belongs to a person: shown for those who sign, left out for the others. */
  | 'of-signers'
  | 'department'
  /** 138****1234 */
  | 'phone'
  | 'age-band'
  | 'grade-band'
  /** 1 and 2 as “少于3”. */
  | 'few'
  | 'month'
  | 'place-kind'
  /** What may not be made public even as having happened is not named. */
  | 'open-kind'

/**
 * Who sees what. The columns are the four audiences in their order; a new kind of content does not compile until all
 * four have an answer here.
 */
const RULES: Readonly<Record<Content, readonly [Treatment, Treatment, Treatment, Treatment]>> = {
  plain: ['as-is', 'as-is', 'as-is', 'as-is'],
  public: ['as-is', 'as-is', 'as-is', 'as-is'],
  organisation: ['as-is', 'looked-through', 'looked-through', 'looked-through'],
  'pupil-name': ['as-is', 'surname', 'left-out', 'left-out'],
  'pupil-code': ['as-is', 'as-is', 'left-out', 'left-out'],
  class: ['as-is', 'looked-through', 'grade-band', 'left-out'],
  grade: ['as-is', 'as-is', 'grade-band', 'grade-band'],
  age: ['as-is', 'as-is', 'age-band', 'left-out'],
  sex: ['as-is', 'as-is', 'as-is', 'left-out'],
  'staff-name': ['as-is', 'as-is', 'signers', 'department'],
  'staff-number': ['as-is', 'as-is', 'left-out', 'left-out'],
  post: ['as-is', 'looked-through', 'of-signers', 'left-out'],
  department: ['as-is', 'looked-through', 'looked-through', 'looked-through'],
  phone: ['as-is', 'as-is', 'phone', 'left-out'],
  signature: ['as-is', 'as-is', 'left-out', 'left-out'],
  // The grade of an injury is enough for colleagues; the bureau gets the numbers of each grade with the incident.
  health: ['as-is', 'left-out', 'left-out', 'left-out'],
  'injury-grade': ['as-is', 'as-is', 'left-out', 'left-out'],
  family: ['as-is', 'left-out', 'left-out', 'left-out'],
  cost: ['as-is', 'left-out', 'left-out', 'left-out'],
  confidential: ['as-is', 'left-out', 'left-out', 'left-out'],
  count: ['as-is', 'as-is', 'as-is', 'few'],
  moment: ['as-is', 'as-is', 'as-is', 'month'],
  place: ['as-is', 'looked-through', 'looked-through', 'place-kind'],
  'incident-kind': ['as-is', 'as-is', 'as-is', 'open-kind'],
  'incident-number': ['as-is', 'looked-through', 'looked-through', 'left-out'],
  label: ['as-is', 'looked-through', 'looked-through', 'looked-through'],
  narrative: ['as-is', 'looked-through', 'summary', 'fixed-sentence'],
  explanation: ['as-is', 'looked-through', 'looked-through', 'left-out'],
  document: ['as-is', 'looked-through', 'left-out', 'left-out'],
}

export const treatmentOf = (content: Content, audience: Audience): Treatment =>
  RULES[content][AUDIENCES.indexOf(audience)]!

/** May a file for this audience list single persons, row by row? A notice board may not. */
export const listsPersons = (audience: Audience): boolean => audience !== 'public'

/** Does what was found in a text stop the file until somebody has said what to do with it? */
export const mustBeAnswered = (audience: Audience): boolean => audience === 'bureau' || audience === 'public'

/** Do colleagues' full names count as a find? Inside the school everybody knows them. */
export const hidesStaff = (audience: Audience): boolean => audience === 'bureau' || audience === 'public'

/** Names under which programs and older versions ask for an audience; `covered` was the file for the bureau. */
const CALLED: Readonly<Record<string, Audience>> = {
  covered: 'bureau',
  全部: 'whole',
  校内: 'school',
  报教育局: 'bureau',
  教育局: 'bureau',
  公示: 'public',
  L0: 'whole',
  L1: 'school',
  L2: 'bureau',
  L3: 'public',
}

export const readAudience = (name: string): Audience | null =>
  AUDIENCES.find((audience) => audience === name) ?? (Object.hasOwn(CALLED, name) ? CALLED[name]! : null)
