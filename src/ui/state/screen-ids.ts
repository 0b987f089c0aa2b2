import type { WorkbookKind } from '../../tables/kinds.ts'

/** The screens that are not simply a table, as the address names them; `screens/registry.ts` says what each is. */
export const screenIds = [
  'today',
  'reception',
  'summary',
  'dashboard',
  'entry',
  'attendance',
  'scores',
  'yearly',
  'problems',
  'conflicts',
  'history',
] as const

export type ScreenId = (typeof screenIds)[number]

export const isScreenId = (place: string): place is ScreenId =>
  (screenIds as readonly string[]).includes(place)

/** Screens of one kind of workbook; all others are in both. */
const ONLY: Readonly<Partial<Record<ScreenId, WorkbookKind>>> = {
  dashboard: 'school',
  entry: 'school',
  attendance: 'school',
  scores: 'school',
  summary: 'bureau',
  yearly: 'bureau',
}

export const isScreenOf = (place: string, kind: WorkbookKind): boolean =>
  isScreenId(place) && (ONLY[place] ?? kind) === kind
